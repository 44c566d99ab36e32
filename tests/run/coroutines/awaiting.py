# Coroutines driven by hand: await, async for, async with, async comprehensions, async generators.
def drive(coro):
    log = []
    try:
        while True:
            log.append(coro.send(None))
    except StopIteration as e:
        return e.value, log
class Sleep:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            got = yield ("sleep", i)
        return "woke%d" % self.n
async def plain(): return 7
async def work():
    a = await Sleep(2)
    b = await plain()
    return a, b
print(drive(work()))
class A:
    async def __aenter__(self):
        await Sleep(1); return "in"
    async def __aexit__(self, *a):
        await Sleep(1); print("exit", a[0]); return True
    def __aiter__(self): self.n = 0; return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        await Sleep(1)
        return self.n
async def agen(n):
    try:
        for i in range(n):
            await Sleep(1)
            got = yield i
            print("got", got)
    finally:
        print("agen done")
async def main():
    async with A() as v:
        print(v)
        raise ValueError(3)
    async for q in A():
        print("q", q)
    else:
        print("else")
    print([x async for x in agen(3)])
    g = agen(5)
    print(await g.asend(None))
    print(await g.asend("hello"))
    try:
        print(await g.athrow(KeyError("k")))
    except KeyError as e: print("caught", e)
    g = agen(2)
    print(await anext(g))
    await g.aclose()
    print(await anext(g, "default"))
    return {k: v async for k, v in pairs()}
async def pairs():
    yield 1, 2
    yield 3, 4
print(drive(main()))
c = plain()
try: 
    for x in c: pass
except TypeError as e: print(e)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def badawait(): await 3
try: drive(badawait())
except TypeError as e: print(e)
