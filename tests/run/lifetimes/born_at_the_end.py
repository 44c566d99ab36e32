# What the finalizers of the program's end make and keep is not finalized, and keeps what is left.
class D:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone D', self.v)
def g():
    try: yield 1
    finally:
        d = D('late')
        yield 2
x = g(); next(x)
def own():
    try: yield 1
    finally:
        print('own')
def h():
    try: yield 1
    finally:
        o = own(); next(o)
        yield 2
z = h(); next(z)
print('over')
y = D('module')
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        try: yield ('wait', self.v)
        finally: print('awaited', self.v)
async def agen():
    try: yield await Aw(1)
    finally: await Aw('cleanup')
a = agen()
print(a.asend(None).send(None))
