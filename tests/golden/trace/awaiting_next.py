class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
class Am:
    async def __aenter__(self): return await Aw('in')
    async def __aexit__(self, *what):
        await Aw('out')
        return True
async def agen():
    try:
        async with Am() as m: yield m
    finally: print('agen done')
async def main():
    print(await anext(agen(), 'default'))
def drive(c):
    try:
        while True: print('wants', c.send(None))
    except StopIteration as stop: print('result', stop.value)
drive(main())
