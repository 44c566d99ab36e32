# When the operands of displays of sets and dicts go: of a set one after the other, of a dict the last first.
class D:
    def __init__(self, v, h=True, boom=False): self.v, self.h, self.boom = v, h, boom
    def __hash__(self):
        print('hash', self.v)
        if self.boom: raise ValueError(self.v)
        return hash(self.v)
    def __eq__(self, other):
        print('eq', self.v, other.v)
        return self.v == other.v
    def __del__(self): print('gone', self.v)
class P:
    __hash__ = None
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v)
class Q:
    def __init__(self, v): self.v = v
    def __del__(self): print('gone', self.v)
def attempt(f):
    print('--')
    try: print(len(f()))
    except Exception as e: print(type(e).__name__, e)
attempt(lambda: {D(1), D(1), D(2), D(1)})
attempt(lambda: {D(1), D(2), D(3, boom=True), D(4), D(5)})
attempt(lambda: {D(1): Q('a'), D(1): Q('b'), D(2): Q('c'), D(2): Q('d')})
attempt(lambda: {D(1): Q('a'), D(1): Q('b'), D(2, boom=True): Q('c'), D(2): Q('d')})
attempt(lambda: {P(1): Q('a'), P(2): Q('b')})
attempt(lambda: {1: Q('a'), P(1): Q('b'), P(2): Q('c')})
attempt(lambda: {Q(1), P(1), Q(2)})
attempt(lambda: {P(1), P(2)})
attempt(lambda: {'a': Q(1), 'b': Q(2), 'a': Q(3)})
attempt(lambda: {*[D(1)], D(1), D(2, boom=True), D(3)})
attempt(lambda: {**{}, D(1): Q(1), D(1): Q(2), D(3, boom=True): Q(3)})
attempt(lambda: frozenset([D(1), D(1), D(2, boom=True)]))
attempt(lambda: set((D(1), D(1), D(2, boom=True))))
attempt(lambda: set(D(1) for i in range(3)))
attempt(lambda: {D(1) for i in range(3)})
attempt(lambda: {D(1):Q(i) for i in range(3)})
attempt(lambda: dict([(D(1), Q(1)), (D(1), Q(2))]))
attempt(lambda: dict.fromkeys([D(1), D(1)], 3))
attempt(lambda: {D(1)} | {D(1)} | {D(2)})
attempt(lambda: {D(1)} & {D(1)})
attempt(lambda: {D(1)} ^ {D(1), D(2)})
attempt(lambda: {D(1)} - {D(1), D(2)})
print('end')
