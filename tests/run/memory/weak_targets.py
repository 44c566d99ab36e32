import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
def f(): pass
for bad in (1, "s", [], {}, (), None, object(), 1.5, int, len, f, {1}, print):
    try: print(weakref.ref(bad)() is bad)
    except TypeError as e: print(e)
class S:
    __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
class W:
    __slots__ = ("a", "__weakref__")
w = W(); print(weakref.ref(w)() is w)
