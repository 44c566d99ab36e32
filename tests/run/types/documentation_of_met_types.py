# Types that have no name in builtins: whether they have documentation, and that their objects find it.
import sys


def generate():
    yield


async def coroutine():
    pass


async def generate_async():
    yield


class Counted:
    def __getitem__(self, at):
        raise IndexError


awaited = coroutine()
stepped = generate_async()
try:
    1 / 0
except ZeroDivisionError as error:
    traceback = error.__traceback__
values = [None, ..., NotImplemented, generate(), awaited, awaited.__await__(), stepped, stepped.asend(None),
          stepped.athrow(ValueError), generate.__code__, sys._getframe(), traceback, (lambda: generate).__code__,
          int.__dict__, {}.keys(), {}.values(), {}.items(), iter({}), iter({}.values()), iter({}.items()), reversed({}),
          reversed({}.values()), reversed({}.items()), iter([]), reversed([]), iter(()), iter("é"), iter("e"), iter(b""),
          iter(bytearray()), iter(range(1)), iter(range(10 ** 30)), iter(set()), iter(memoryview(b"")), iter(Counted()),
          iter(int, 1), generate.__code__.co_lines(), generate.__code__.co_positions(), iter(tuple[int]), generate.__get__(1)]
closure = (lambda inner: lambda: inner)(1).__closure__[0]
for value in values + [closure]:
    kind = type(value)
    print(kind.__name__, type(kind.__doc__).__name__, value.__doc__ == kind.__doc__ or kind is type(generate.__get__(1)), kind.__text_signature__ is None)
awaited.close()
