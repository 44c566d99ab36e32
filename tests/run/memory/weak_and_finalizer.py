import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
class D:
    def __del__(self): print("del", wr())
d = D(); wr = weakref.ref(d, lambda r: print("dead now", r()))
del d
print("end D")
