"""Where a frame stands when a call has failed: at the call, or behind it if the interpreter made it itself."""
class O:
    def __call__(self): raise ValueError(1)
    @staticmethod
    def s(): raise ValueError(2)
    def m(self): raise ValueError(3)
    def __init__(self, n=0):
        if n: raise ValueError(4)
    def __len__(self): raise ValueError(5)
    def __repr__(self): raise ValueError(6)
    def __iter__(self): raise ValueError(7)
def g():
    yield 1
    raise ValueError(8)
def f(): raise ValueError(9)
o = O()
sm = O.__dict__['s']
class P:
    __call__ = staticmethod(f)
p = P()
class Q:
    __call__ = o
    def __new__(cls): raise ValueError(10)

pa = O.s
it = g()
next(it)
class M(type):
    def __call__(cls): raise ValueError(11)
class R(metaclass=M): pass
gg = g()
next(gg)
for t in [lambda: o(), lambda: sm(), lambda: o.m(), lambda: O(1), lambda: len(o), lambda: repr(o), lambda: list(o), lambda: next(it), lambda: f(), lambda: p(), lambda: Q(), lambda: pa(), lambda: R(), lambda: gg.send(None), lambda: [*map(lambda x: 1/0, [1])], lambda: O.m(o), lambda: list(map(f)), lambda: f(*()), lambda: o.s()]:
    try:
        t()
    except Exception as e: print(repr(e), e.__traceback__.tb_next.tb_lasti)
try:
    try: 1/0
    except Exception:
        o()
except Exception: pass
try:
    try: 1/0
    except Exception:
        len(o)
except Exception: pass
try:
    try: 1/0
    except Exception:
        sm()
except Exception: pass
try:
    try: 1/0
    except Exception:
        R()
except Exception: pass
it = g()
next(it)
try:
    try: 1/0
    except Exception:
        next(it)
except Exception: pass
try:
    try: 1/0
    except Exception:
        o.m()
except Exception: pass
