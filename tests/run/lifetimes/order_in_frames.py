# In which order a frame lets go of its variables and its stack.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
def variables():
    c = D(3); b = D(2); a = D(1)
variables()
print('-')
def parameters(a, b, *rest, **named):
    x = D(9)
parameters(D(1), D(2), D(3), D(4), k=D(5))
print('-')
def twice(a, b):
    # The last place in which an object stands is the one that counts.
    c = D(3); d = a
    return None
twice(D(1), D(2))
print('-')
def cells(a):
    b = D(2); c = D(3)
    def inner(): return b
    return None
cells(D(1))
print('-')
def unfinished():
    a = D(1)
    yield D(2)
    yield D(3)
g = unfinished(); next(g); next(g)
g = None
print('-')
def fails(a): raise ValueError('no')
def stack():
    kept = D(1)
    return [D(2), D(3), fails(D(4)), D(5)]
try: stack()
except ValueError as e: print('caught', e)
print('-')
def handled():
    try: return (D(1), D(2), fails(3))
    except ValueError: print('handled')
handled()
print('-')
def through(n):
    return D(n), through(n - 1) if n else fails(0)
try: through(3)
except ValueError: print('caught')
print('-')
def loop():
    for x in (D(1), D(2)):
        for y in [D(3), D(4)]:
            fails(0)
try: loop()
except ValueError: print('caught')
