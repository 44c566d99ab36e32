class C: pass
class A:
    def __init__(self, v): self.v = v
    @property
    def __class__(self):
        print('asked', self.v); return self.v
class M(type):
    def __instancecheck__(cls, x): print('check', x.__class__); return False
class D(metaclass=M): pass
a = A(int)
print(isinstance(a, (C, str, int, D)))
print(isinstance(a, (str, D, C)))
print(isinstance(a, int | str), isinstance(a, A), isinstance(a, (A, int)))
class G:
    def __getattribute__(self, n): print('get', n); return object.__getattribute__(self, n)
g = G()
print(isinstance(g, (int, str, C)), isinstance(g, (C, G)), isinstance(5, (C, int)))
class B:
    @property
    def __class__(self): raise AttributeError('no')
print(isinstance(B(), (C, int)))
class E:
    @property
    def __class__(self): raise ValueError('no')
try: print(isinstance(E(), (C, int)))
except ValueError as e: print(e)
class F:
    @property
    def __class__(self): return 5
print(isinstance(F(), (C, int)))
class L:
    def __getattr__(self, n): print('L', n); raise AttributeError(n)
try: print(isinstance(1, L()))
except TypeError as e: print(e)
try: print(issubclass(int, (L(), str)))
except TypeError as e: print(e)
try: print(issubclass(L(), (str, int)))
except TypeError as e: print(e)
class Fake:
    __bases__ = (int,)
class Fake2:
    __bases__ = (Fake(),)
    @property
    def __class__(self): return 1
f = Fake()
print(isinstance(F(), f), issubclass(f, f), issubclass(Fake2(), (int, f)), issubclass(Fake2(), int))
