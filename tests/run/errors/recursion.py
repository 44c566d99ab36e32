depth = 0
def f(n):
    global depth
    depth = n
    return f(n + 1)
try:
    f(1)
except RecursionError as e:
    print(e, depth)
def g(n):
    return g(n + 1)
g(0)
