# Generators that are dropped while they wait: each is closed, even if nothing of its own runs.
def plain():
    yield 1
    yield 2
g = plain()
next(g)
del g
for x in plain():
    break
def f():
    for y in plain():
        for z in (v for v in (1, 2)):
            return z
print(f())
def outer():
    yield from plain()
o = outer()
next(o)
print(1)
o = None
print(any(x for x in [0, 1, 2]))
a, b, *c = (x for x in "abc")
z = zip(plain(), plain())
next(z)
del z
m = map(str, plain())
next(m)
try:
    a, b = (x for x in "abc")
except ValueError: pass
async def co():
    class A:
        def __await__(self): yield 3
    await A()
c = co()
c.send(None)
c = 4
k = [plain(), plain()]
for i in k: next(i)
k.append(k)
del k
g = plain()
next(g)
