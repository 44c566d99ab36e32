# Finalizers run as soon as their objects die, in the order of CPython.
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)
def f():
    l = [D(1), D(2), D(3)]
    l.pop(0)
    print("popped")
    del l[1]
    print("deleted")
    d = {"a": D("da"), "b": D("db")}
    d["a"] = None
    print("replaced")
    t = (D("t0"), D("t1"))
    del t
    x = D("x"); y = x; del x; print("still"); y = 3
    print("end f")
f()
class C:
    def __init__(self): self.d = D("attr")
c = C()
c.d = 1
c = C(); c = None
def g():
    x = D("closure")
    def h(): return x.n
    return h
h = g(); print(h()); h = None
# cycle
a = D("cyc"); a.me = a; a = None
print("cycle kept")
class R(D):
    def __del__(self):
        global saved
        saved = self
        print("resurrect")
r = R("r"); r = None; print(saved.n); saved = None
class B(D):
    def __del__(self): raise ValueError("in del")
B(1)
def gen():
    try: yield 1
    finally: print("gen closed")
for i in gen(): break
print("after loop")
for i in gen():
    pass
def cm():
    print("enter")
    try: yield
    finally: print("exit")
g1 = cm(); next(g1); g1 = None
lst = [D(i) for i in range(3)]
lst.clear()
print([D("tmp").n])
def ff(x): print("in ff", x.n)
ff(D("arg"))
D("e1"), D("e2")
try:
    q = D("exc"); raise ValueError(q)
except ValueError as e: q = None; print("handler")
print("after handler")
k = D("last")
m = D("last2")
