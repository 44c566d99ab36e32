x = True
for i in range(2):
    print(~x)
print(~False, ~x)
def f():
    return ~x
f(); f()
