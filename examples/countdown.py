# Watch the jump at the end of the body: a while loop tests its condition twice in the bytecode.
n = 3
while n > 0:
    print(n)
    n -= 1
print("lift-off")
