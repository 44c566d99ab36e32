def f(a, /, b, *args, c=1, **kw):
    """doc"""
    x = [i for i in range(3)]
    def g(): return a, x
    try:
        return g()
    except ValueError:
        pass
c = f.__code__
d = c.replace(co_name="other", co_firstlineno=100)
print(d.co_name, d.co_firstlineno, d == c, d != c, c == c.replace(), hash(c) == hash(c.replace()), c.replace() is c)
print(d.co_consts[0] is c.co_consts[0])
f.__code__ = d
print(f.__code__.co_name, f.__name__)
def g(): return 1
def h(): return 2
g.__code__ = h.__code__
print(g(), g == h)
g.__code__ = g.__code__.replace(co_consts=(None, 42))
print(g())
try: g.__code__ = 3
except TypeError as e: print(e)
def outer():
    y = 1
    def inner(): return y
    return inner
try: g.__code__ = outer().__code__
except ValueError as e: print(e)
try: c.replace(co_argcount=-1)
except ValueError as e: print(e)
try: c.replace(co_code=1)
except TypeError as e: print(e)
try: c.replace(foo=1)
except TypeError as e: print(e)
try: c.replace(co_nlocals=77)
except ValueError as e: print(e)
try: c.replace(1)
except TypeError as e: print(e)
CodeType = type(c)
k = CodeType(0, 0, 0, 0, 1, 3, h.__code__.co_code, (None, 7), (), (), "file.py", "made", "made", 1, h.__code__.co_linetable, b"")
print(k.co_name, k.co_consts, eval(k))
try: CodeType(1, 2)
except TypeError as e: print(e)
print(compile("1", "", "eval") == compile("1", "x", "eval"), compile("1", "", "eval") == compile("2", "x", "eval"), compile("1", "", "eval") == compile("1.0", "x", "eval"))
