class M(type):
    def __getattr__(cls, n): print('M', n); return lambda k: (n, k)
class C(metaclass=M): pass
print(C[1])
class M2(type):
    def __getattribute__(cls, n): print('M2', n); return super().__getattribute__(n)
class D(metaclass=M2):
    def __class_getitem__(cls, k): return k
print(D[5])
class E(metaclass=M2): pass
try: E[1]
except TypeError as e: print(e)
class M3(type):
    def __getitem__(cls, k): return ('item', k)
class F(metaclass=M3): pass
print(F[2])
class G:
    __class_getitem__ = 5
try: G[1]
except TypeError as e: print(e)
class H:
    __class_getitem__ = None
try: H[1]
except TypeError as e: print(e)
class M4(type):
    def __getattr__(cls, n): raise ValueError(n)
class I(metaclass=M4): pass
try: I[1]
except ValueError as e: print(e)
class M5(type):
    def __getattr__(cls, n): raise AttributeError(n)
class J(metaclass=M5): pass
try: J[1]
except TypeError as e: print(e)
