def f(a, b=1, *, c=2): return a, b, c
f.__defaults__ = (5,)
f.__kwdefaults__ = {"c": 6}
print(f(0))
f.__defaults__ = None
del f.__kwdefaults__
try: f(0)
except TypeError as error: print(error)
f.__annotations__ = {"a": int}
f.__name__, f.__qualname__, f.__doc__ = "g", "C.g", "text"
print(f.__name__, f.__annotations__, f.__doc__, f.__kwdefaults__)
for name in ("__defaults__", "__kwdefaults__", "__annotations__", "__name__", "__qualname__", "__code__"):
    try: setattr(f, name, 5)
    except TypeError as error: print(error)
def other(x): return x * 2
f.__code__ = other.__code__
print(f(4))
def closed():
    x = 1
    return lambda: x
try: f.__code__ = closed().__code__
except ValueError as error: print(error)
