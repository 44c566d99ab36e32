"""Contexts whose methods are bound by a `__get__` of their own."""
class Get:
    def __init__(self, name): self.name = name
    def __get__(self, this, cls):
        print("get", self.name)
        def call(*args):
            print("call", self.name, len(args))
            return this
        return call
class C:
    __enter__ = Get("enter")
    __exit__ = Get("exit")
class D:
    __enter__ = Get("enter")
    @staticmethod
    def __exit__(*args): print("left", len(args))
class E:
    @classmethod
    def __enter__(cls): return cls.__name__
    @classmethod
    def __exit__(cls, *args): print("left", cls, len(args))
class F:
    __enter__ = lambda self: 1
    __exit__ = property(lambda self: print)
class G(C):
    __exit__ = property(lambda self: 1 / 0)
class H(C):
    __exit__ = 5
for cls in C, D, E, F, G, H:
    try:
        with cls() as got: print(type(got).__name__)
        with cls() as got: raise ValueError
    except Exception as error: print(repr(error))
class A:
    __aenter__ = Get("enter")
    __aexit__ = Get("exit")
async def f():
    async with A(): pass
try: f().send(None)
except Exception as error: print(repr(error))
