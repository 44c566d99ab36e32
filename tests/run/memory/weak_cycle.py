import gc
import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
c = C(); c.me = c
r = weakref.ref(c, lambda r: print("cycle gone"))
del c
print(r() is not None)
print(gc.collect() > 0)
print(r())
