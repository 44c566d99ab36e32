import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
def bad(r): raise ValueError("in callback")
c = C(); r = weakref.ref(c, bad)
del c
print("still here")
