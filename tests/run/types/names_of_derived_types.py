class C(set):
    def __init__(self, v=0): self.v = v
    def __setitem__(self, k, v): pass
    def __init_subclass__(cls, **kw): pass
class D(C): pass
print(dir(C(0))); print(len(dir(D()))); 
for b in (list, dict, tuple, int, str, bytearray, frozenset, float, Exception, object, complex, bytes, type, OSError, property, zip):
    class X(b): pass
    print(b.__name__, len(dir(X)), len(dir(b)), [n for n in dir(X) if n not in dir(b)])
    try: print(len(dir(X())))
    except TypeError: pass
