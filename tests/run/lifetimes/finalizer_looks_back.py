# While a finalizer runs, what its object's holder has still to let go of is alive.
import _weakref
refs = []
class D:
    def __init__(self, n):
        self.n = n
        refs.append(_weakref.ref(self))
    def __del__(self): print(self.n, 'sees', [r().n for r in refs if r()])
def fresh(make):
    refs.clear()
    x = make()
    x = None
    print('-')
fresh(lambda: [D(1), D(2), D(3)])
fresh(lambda: {'a': D(1), 'b': [D(2), D(3)], 'c': D(4)})
fresh(lambda: (D(1), (D(2), D(3))))
class Holder: pass
def holder():
    h = Holder()
    h.x, h.y = D(1), D(2)
    return h
fresh(holder)
def frame():
    a = D(1); b = D(2); c = [D(3), a]
refs.clear()
frame()
class Nested:
    def __init__(self, n): self.n = n
    def __del__(self):
        print('begin', self.n)
        if self.n: [Nested(self.n - 1), Nested(0)]
        print('end', self.n)
x = [Nested(2), Nested(1)]
del x
