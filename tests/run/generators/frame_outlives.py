"""A generator that dies while something else holds its frame leaves its variables to the frame."""
import sys
import gc

gc.disable()


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def waits():
    kept = Noisy("kept by the frame")
    try:
        yield sys._getframe()
    except GeneratorExit:
        print("exit is ignored")
        yield "more"


sys.unraisablehook = lambda what: print("ignored:", what.exc_value)
generator = waits()
frame = next(generator)
print("the generator goes")
del generator
print("the frame goes")
print(frame.f_locals["kept"].name, frame.f_lineno)
del frame


class Inner:
    def __await__(self):
        try:
            yield "inner"
        finally:
            print("inner is closed")


async def outer():
    try:
        yield 1
    finally:
        # The exception that is handled here holds its traceback, and that this frame: a ring.
        await Inner()


print("rings")
step = outer().__anext__()
try:
    step.send(None)
except StopIteration as stop:
    print(stop.value)
del step
print("not yet")
gc.collect()
print("end")
