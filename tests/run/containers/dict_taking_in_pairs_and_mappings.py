class P:
    def __init__(self, *v): self.v = v
    def __iter__(self): print('iter'); return iter(self.v)
    def __hash__(self): print('hash'); return 1
    def __eq__(self, o): print('eq'); return self is o
class K:
    def keys(self): print('keys'); return iter('ab')
    def __getitem__(self, k): print('get', k); return k * 2
d = {}
d |= [(1, 2), P(3, 4)]
print(d)
d |= P((1, 'x'), P('k', 5))
print(d)
d |= K()
print(d)
p = P()
d |= {p: 1}
d |= {p: 2, P(): 3}
print(len(d))
for bad in (5, [5], ['abc'], [(1,)], 'ab', None):
    try: d |= bad
    except Exception as e: print(type(e).__name__, e)
class D(dict):
    def __ior__(self, o): print('own'); return super().__ior__(o)
    def __or__(self, o): print('or'); return super().__or__(o)
d = D(a=1)
d |= P(('z', 1))
print(d, type(d))
try: d | P(('z', 1))
except TypeError as e: print(e)
try: {} | P(('z', 1))
except TypeError as e: print(e)
print(dict.__ior__({}, P((1, 2))), dict.__or__({}, [(1, 2)]))
class R(dict):
    def __ror__(self, o): print('ror'); return 1
d = {}
d |= R(a=1)
print(d, {} | R())
