# What a collection finds: callbacks, finalizers in order of creation, each once; what is revived lives on.
import gc, _weakref
class N:
    def __init__(self, n): self.n, self.to = n, None
    def __del__(self): print('del', self.n)
def ring(*names):
    nodes = [N(n) for n in names]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]): a.to = b
    return nodes[0]
gc.collect()
ring(1, 2, 3)
print('still there')
print(gc.collect() > 0, gc.collect())
r = ring('a', 'b')
w = _weakref.ref(r, lambda w: print('told', w()))
inside = ring('c')
inside.w = _weakref.ref(inside, lambda w: print('never told'))
r = inside = None
print(w() is not None)
gc.collect()
print(w())
class Revived:
    kept = []
    def __init__(self, n): self.n, self.me = n, self
    def __del__(self):
        print('revive', self.n)
        Revived.kept.append(self)
Revived(1), Revived(2)
gc.collect()
print([x.n for x in Revived.kept])
Revived.kept.clear()
gc.collect()
print('gone for good', gc.garbage)
a = ring('x', 'y')
b = a.to
a = None
b.to.to = None
print('broken')
b = None
def frame():
    me = N('frame')
    me.to = lambda: me
frame()
print('kept by itself')
gc.collect()
def generator():
    g = yield
    try: yield
    finally: print('closed')
g = generator(); next(g); g.send(g)
g = None
print('generator kept by itself')
gc.collect()
held = N('held')
outer = ring('o')
outer.held = held
held = outer = None
gc.collect()
