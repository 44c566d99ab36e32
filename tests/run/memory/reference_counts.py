import sys
x = []
print(sys.getrefcount(x), sys.getrefcount(None) > 100)
y = x; z = [x, x]
print(sys.getrefcount(x))
def f(a):
    return sys.getrefcount(a)
class C: pass
c = C()
print(sys.getrefcount(c))
c.me = c
print(sys.getrefcount(c))
d = {"k": c, "l": (c, c)}
print(sys.getrefcount(c))
del d
print(sys.getrefcount(c))
