# Every name that a builtin type has among its own, and what kind of object stands there.
import builtins
import sys


def generate():
    yield


async def coroutine():
    pass


async def generate_async():
    yield


def enclosing():
    inner = 1
    return lambda: inner


class Slotted:
    __slots__ = ("slot",)


class Counted:
    def __getitem__(self, at):
        raise IndexError


awaited = coroutine()
stepped = generate_async()
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
kinds = {kind for kind in vars(builtins).values() if isinstance(kind, type) and kind.__module__ == "builtins"}
kinds |= {type(value) for value in (
    None, ..., NotImplemented, generate, Slotted().__init__, Slotted().__reduce__, generate(), awaited,
    awaited.__await__(), stepped, stepped.asend(None), stepped.athrow(ValueError), sys, generate.__code__,
    sys._getframe(), traceback, enclosing().__closure__[0], int.__dict__, (1).__add__, int.__add__, str.join,
    dict.__dict__["fromkeys"], int.real, Slotted.slot, {}.keys(), {}.values(), {}.items(), iter({}),
    iter({}.values()), iter({}.items()), reversed({}), reversed({}.values()), reversed({}.items()), iter([]),
    reversed([]), iter(()), iter("é"), iter("e"), iter(b""), iter(bytearray()), iter(range(1)),
    iter(range(10 ** 30)), iter(set()), iter(memoryview(b"")), iter(Counted()), iter(int, 1),
    generate.__code__.co_lines(), generate.__code__.co_positions(), iter(tuple[int]))}
kinds |= {type(Slotted().__init__), type((lambda: 0).__get__(1))}
awaited.close()
for kind in sorted(kinds, key=lambda kind: kind.__name__):
    for name in sorted(vars(kind)):
        print(kind.__name__, name, type(vars(kind)[name]).__name__)
