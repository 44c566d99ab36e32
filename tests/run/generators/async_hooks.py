"""The hooks that `sys` keeps for async generators: one is told of the first step, the other of the end."""
import sys

print(sys.get_asyncgen_hooks())


def first(generator):
    print("first", generator.__name__)


def last(generator):
    print("last", generator.__name__)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


def take(step):
    try:
        step.send(None)
    except (StopIteration, StopAsyncIteration) as stop:
        print(type(stop).__name__, stop.args)


early = numbers()
take(early.__anext__())
sys.set_asyncgen_hooks(first, last)
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is first, hooks[1] is last, type(hooks).__name__)
take(early.__anext__())
del early
print("-- dropped")
dropped = numbers()
step = dropped.asend(None)
print("asked")
take(step)
del step, dropped
print("-- never begun")
waits = numbers()
waits.athrow(ValueError)
del waits
print("-- ended")
ended = numbers()
for _ in range(3):
    take(ended.__anext__())
del ended
print("-- closed")
closed = numbers()
take(closed.aclose())
take(closed.__anext__())
del closed


async def loop():
    async for each in numbers():
        print(each)
        break
    print([each async for each in numbers()])


try:
    loop().send(None)
except StopIteration:
    print("end of loop")
sys.set_asyncgen_hooks(finalizer=None)
print(sys.get_asyncgen_hooks().finalizer, sys.get_asyncgen_hooks().firstiter is first)
for wrong in ({"firstiter": 5}, {"finalizer": "x"}, {"firstiter": None, "finalizer": 3}):
    try:
        sys.set_asyncgen_hooks(**wrong)
    except TypeError as error:
        print(error)
sys.set_asyncgen_hooks(firstiter=lambda generator: 1 / 0)
refused = numbers()
try:
    refused.__anext__()
except ZeroDivisionError as error:
    print(error)
take(refused.__anext__())
del refused
sys.set_asyncgen_hooks(None, lambda generator: 1 / 0)
sys.unraisablehook = lambda what: print("ignored", what.exc_value, type(what.object).__name__)
bad = numbers()
take(bad.__anext__())
del bad
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks())
