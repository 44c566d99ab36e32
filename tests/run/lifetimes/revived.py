# A finalizer that makes its object live on is not called again.
import _weakref
kept = []
class R:
    def __init__(self, n, held=None): self.n, self.held = n, held
    def __del__(self):
        print('revive', self.n)
        kept.append(self)
R(1)
print(kept[0].n)
kept.clear()
print('gone')
r = R(2, R(3))
w = _weakref.ref(r, lambda w: print('told', w()))
r = None
print([x.n for x in kept], w() is kept[0])
kept[0].held = None
kept.clear()
print('both gone')
l = [R(4), R(5), R(6)]
l = None
print([x.n for x in kept])
del kept[1]
print([x.n for x in kept])
class Swap:
    def __init__(self, n): self.n = n
    def __del__(self):
        global last
        print('swap', self.n, getattr(last, 'n', None))
        last = self
last = None
for i in range(4): Swap(i)
last = None
