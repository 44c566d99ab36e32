# A function may be given more defaults than it has parameters.
def f(a): pass
f.__defaults__ = (1, 2, 3)
try: f(1, 2)
except TypeError as e: print(e)
try: f()
except TypeError as e: print(e)
def f(a): print(a)
f.__defaults__ = (1, 2, 3)
f()
f(5)
def g(a, *, b): pass
g.__defaults__ = (1, 2)
try: g()
except TypeError as e: print(e)
