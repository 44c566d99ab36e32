# The second of two contexts on one line raises when it is left, and the first is left for that.
class Cm:
    def __init__(self, name): self.name = name
    def __enter__(self): return self
    def __exit__(self, kind, value, trace):
        raise KeyError('leaving')
def f(x):
    for i in range(3):
        with Cm('a') as a, Cm('b') as b:
            i / x
try:
    f(0)
except KeyError as e:
    print(e)
try:
    f(1)
except KeyError as e:
    print(e)
