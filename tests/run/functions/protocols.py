import sys
class V:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"V({self.v})"
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return n
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i
    def __len__(self): return 3
    def __contains__(self, x): return x == 1
    def __call__(self, *a, **k): return (a, k)
    def __setattr__(self, n, v): object.__setattr__(self, n, v)
    def __index__(self): return self.v
    def __format__(self, s): return "F" + s
    def __iadd__(self, o): self.v += o; return self
    def __neg__(self): return V(-self.v)
    def __radd__(self, o): return ("radd", o)
    def __enter__(self): return self
    def __exit__(self, *a): return False
v = V(1)
print(sorted([V(3), V(1), V(2)]), min(V(2), V(1)), max([V(2), V(5)]))
print(v.foo, v[0], list(v), len(v), 1 in v, 5 in v, v(1, a=2), [10, 20][v], f"{v:x}", -v, 5 + v)
v += 4
print(v, [v, v] == [v, v], {1: v}, (v,), {"a": [v]}, str([v]))
with v as w: print(w)
d = {}
d[1, 2] = 3
print(d, d.get((1, 2)), d.setdefault("x", []), d.pop("x"), list(d.items()), dict(zip("ab", [1, 2])))
def gen():
    try:
        while True:
            x = yield 1
            print("x", x)
    except ValueError as e:
        print("caught", e)
        yield 99
    finally:
        print("closing")
g = gen()
next(g); g.send(5)
print(g.throw(ValueError("v")))
try: next(g)
except StopIteration as e: print("stop", e.value)
class Meta(type):
    def __new__(m, n, b, ns, **k):
        c = super().__new__(m, n, b, ns)
        c.tag = k
        return c
class A(metaclass=Meta, x=1):
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
class B(A, y=2): pass
print(A.tag, B.tag, type(B))
class D:
    def __get__(self, o, t): return ("get", o is None)
    def __set__(self, o, v): print("set", v)
    def __set_name__(self, o, n): print("name", n)
class E:
    d = D()
e = E()
e.d = 4
print(e.d, E.d)
class L(list):
    def total(self): return sum(self)
l = L([1, 2, 3])
l.append(4)
print(l, l.total(), len(l), isinstance(l, list), l[1:], L("ab"))
class S(str):
    def shout(self): return self.upper() + "!"
print(S("hi").shout(), S("a") + "b")
class DD(dict):
    def __missing__(self, k): self[k] = k * 2; return self[k]
dd = DD(a=1)
print(dd["a"], dd["b"], dd)
print("a,b".split(","), "x".join(["1", "2"]), "Hello".lower(), " s ".strip(), "abc".replace("b", "x"), "abc".find("c"), "%s" % v, "{} {a}".format(1, a=2))
try:
    raise ValueError("a") from TypeError("b")
except ValueError as ex:
    print(repr(ex.__cause__), ex.__suppress_context__)
print([*map(lambda p: p[0], {"k": 1}.items())], list(filter(lambda x: x > 1, [1, 2, 3])))
match_me = (1, 2)
x, (y, z), *r = 1, (2, 3), 4, 5
print(x, y, z, r)
print(any(x > 2 for x in [1, 2, 3]), sum([[1], [2]], []), list(range(10, 0, -3)), range(5)[1:3])
assert x == 1, "no"
global_var = 5
def change():
    global global_var
    global_var += 1
change(); print(global_var)
print(type(v).__name__, V.__mro__[0].__name__, v.__class__ is V, v.__dict__)
lst = [3, 1, 2]; lst.sort(); print(lst, lst[-1])
print(round(2.675, 2), 1e16, 123456789.123, float("nan"), -0.0, 1j * 1j, complex(1, 2))
print(isinstance(1, (int, str)), issubclass(bool, int), bool.__mro__)
try:
    assert False, "msg"
except AssertionError as ex: print("AE", ex)
print(bytes([65, 66]), b"ab"[0], bytearray(b"x"), b"a" + b"b")
print({**{"a": 1}, "b": 2}, {1, 2} | {3}, {1, 2} & {2}, {1} <= {1, 2}, frozenset([1]))
del d[1, 2]; print(d, not d)
