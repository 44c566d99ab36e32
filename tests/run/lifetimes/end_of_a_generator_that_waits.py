# At the end a generator that waits is closed before what its frame holds goes: it is older.
class C:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v)
def f():
    o = C(3)
    try:
        yield 1
    finally:
        print('closing')
g = f()
next(g)
o = C(5)
1/0
