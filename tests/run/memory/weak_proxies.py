import _weakref as weakref
class C:
    def __init__(self, n=0): self.n = n
    def m(self): return self.n
p = C(3)
q = weakref.proxy(p)
print(q.n, q.m(), type(q), isinstance(q, C))
q.n = 9
print(p.n)
del p
try: q.n
except ReferenceError as e: print(e)
class N:
    def __init__(self, n): self.n = n
    def __add__(self, other): return self.n + other
    def __radd__(self, other): return other + self.n
    def __len__(self): return self.n
    def __getitem__(self, key): return key * 2
    def __call__(self, x): return x + self.n
    def __str__(self): return "N!"
    def __eq__(self, other): return self.n == other
    def __contains__(self, item): return item == self.n
    def __iter__(self): return iter(range(self.n))
n = N(3)
q = weakref.proxy(n)
print(q + 1, 1 + q, len(q), q[4], q(2), str(q), q == 3, q != 3, 3 in q, list(q), bool(q))
print(type(q))
try: hash(q)
except TypeError as e: print(e)
q.new = 5
print(n.new, q.new)
del q.new
print(hasattr(n, "new"))
