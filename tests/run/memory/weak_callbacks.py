import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
def cb(ref): print("callback", ref is r2, ref())
c = C()
r2 = weakref.ref(c, cb)
print(r2.__callback__ is cb)
del c
print("after", r2(), r2.__callback__)
a, b = C(1), C(1)
ra, rb = weakref.ref(a, lambda r: print("a gone")), weakref.ref(a, lambda r: print("a gone too"))
print(ra == rb, weakref.getweakrefcount(a))
a = None
def f():
    x = C()
    return weakref.ref(x, lambda r: print("x gone"))
rf = f()
print("back", rf())
r = weakref.ref(C())
print(r())
lst = [C()]
r = weakref.ref(lst[0], lambda r: print("popped"))
lst.pop()
print("x")
lst = [C()]
r = weakref.ref(lst[0], lambda r: print("cleared"))
lst.clear()
d = {1: C()}
r = weakref.ref(d[1], lambda r: print("from dict"))
d[1] = 2
left = C()
rl = weakref.ref(left, lambda r: print("at exit"))
