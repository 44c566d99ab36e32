import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
class Sub(weakref.ref):
    pass
c = C(); s = Sub(c); print(s() is c, type(s), s == weakref.ref(c), s is Sub(c))
s.extra = 1
print(s.extra, weakref.getweakrefcount(c))
