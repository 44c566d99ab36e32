# In which order a container lets go of what it holds.
class D:
    def __init__(self, n, *held): self.n, self.held = n, held
    def __del__(self): print('del', self.n, end='; ')
def many(n): return [D(n + i) for i in range(4)]
def show(what): print('<-', what)
x = many(0); x = None; show('list')
x = tuple(many(0)); x = None; show('tuple')
x = dict(enumerate(many(0))); x = None; show('dict')
x = dict.fromkeys(many(0), D(9)); x = None; show('keys of a dict')
x = many(0); x.clear(); show('list.clear')
x = many(0); del x[1:3]; show('slice'); x = None; show('rest')
x = many(0); del x[::2]; show('every other'); x = None; show('rest')
x = many(0); x[1:3] = many(10); show('slice assigned'); x = None; show('rest')
x = dict(enumerate(many(0))); x.clear(); show('dict.clear')
x = dict(enumerate(many(0))); x.update(zip(range(4), many(10))); show('update'); x = None; show('rest')
x = D(1, D(2), D(3, D(4))); x = None; show('attributes')
class Slots:
    __slots__ = 'a', 'b', 'c'
    def __del__(self): print('slots', end='; ')
x = Slots(); x.c, x.a, x.b = D(1), D(2), D(3); x = None; show('slots')
class Own(list):
    def __del__(self): print('own', end='; ')
x = Own(many(0)); x.attribute = D(10); x = None; show('list with attributes')
def f(p=D(1), *, q=D(2)):
    return p, q
f.attribute = D(3)
f = None; show('function')
def outer():
    a, b = D(1), D(2)
    return lambda: (b, a)
x = outer(); x = None; show('closure')
x = D(1).__init__; x = None; show('method')
x = iter(many(0)); next(x); x = None; show('iterator')
x = [D(1), [D(2), (D(3), D(4)), {5: D(5)}], D(6)]; x = None; show('nested')
x, y = D(1), D(2); x, y = None, None; show('pair')
x = D(1); x = D(2); x = D(3); x = None; show('rebound')
e = ValueError(D(1)); e.attribute = D(2); e.__cause__ = KeyError(D(3)); e.__context__ = KeyError(D(4)); e = None; show('exception')
