class D(dict):
    def __len__(self): return 'x'
class E(D):
    __reversed__ = None
class S(set):
    def __len__(self): print('len'); return 1
    def __getitem__(self, i): return i
class T(set):
    def __len__(self): print('len'); return 1
class O:
    def __len__(self): print('len'); return 1
class P(dict):
    def __getitem__(self, k): print('g', k); return k
    def __len__(self): print('len'); return 2
class Q(frozenset): pass
class I(int):
    def __getitem__(self, k): print('g', k); return k
    def __len__(self): print('len'); return 2
for v in (D(a=1), E(), S(), T(), O(), P(a=1), Q(), I(3), 5, {1}, {1: 2}, {}.keys(), D.fromkeys('ab').items()):
    try: print(list(reversed(v)))
    except TypeError as e: print(e)
