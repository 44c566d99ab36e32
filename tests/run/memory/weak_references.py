import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
c = C(5)
r = weakref.ref(c)
print(r() is c, r is weakref.ref(c), weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r])
print(type(r), r.__callback__, hash(r) == hash(c), r == weakref.ref(c), repr(r)[:10])
del c
print(r(), r, r == r)
