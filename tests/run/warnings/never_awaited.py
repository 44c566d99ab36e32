async def coro(): pass
coro()
c = coro()
c = None
coro().close()
def inner():
    c = coro()
    print("in")
inner()
async def main():
    await coro()
m = main()
try: m.send(None)
except StopIteration: print("done")
left = coro()
