# What is let go early lives until all that holds it has been let go.
class D:
    def __init__(self, n, *held): self.n, self.held = n, held
    def __del__(self): print('del', self.n)
class Boom(Exception):
    def __init__(self, *held): self.held = held
def frame(a):
    b = D(2)
    c = [a, b]
    d = D(3)
    e = (c,)
    f = D(4)
frame(D(1))
print('-')
def fails(a, b):
    a = D(1)
    raise Boom(a, (None, [a, a], D(2, b)))
for i in range(2):
    try: fails(0, D(3))
    except Boom: print('caught')
print('-')
shared = D(1)
x = [[shared], D(2), {'a': shared}, D(3), (shared,)]
shared = None
x = None
print('-')
class C: pass
x = C()
x.a = D(1)
x.b = [x.a]
x.c = D(2)
x = None
