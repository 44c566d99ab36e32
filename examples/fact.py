# Watch the frames pile up, each with its own n and its own half-finished product on the stack.
def fact(n):
    if n <= 1:
        return 1
    return n * fact(n - 1)


print(fact(5))
