# What lies on the stack of a generator stays where it is when an exception is handed on.
def inner():
    try: yield 1
    except ValueError: return "done"
def outer():
    a = [1, 2, (yield from inner()), 4]
    print(a)
    yield a
g = outer(); next(g); print(g.throw(ValueError))
async def ainner():
    try: await S()
    except ValueError: return "done"
class S:
    def __await__(self): return (yield 1)
async def aouter():
    print([1, await ainner(), 3])
c = aouter(); c.send(None)
try: c.throw(ValueError)
except StopIteration as e: print("stop", e.value)
