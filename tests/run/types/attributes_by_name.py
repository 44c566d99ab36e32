# __getattribute__ of every type finds what getattr() finds, and fails in the same words.
def generate():
    yield


async def wait():
    pass


awaited = wait()
values = [1, 1.5, 1j, True, "a", "é", b"b", bytearray(), memoryview(b""), [], (), {}, set(), frozenset(), range(1), slice(1),
          enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), reversed(range(2)), property(), super(int, 1), staticmethod(len),
          classmethod(len), len, generate, generate(), awaited, awaited.__await__(), generate.__code__, None, ...,
          NotImplemented, int, int.__dict__, iter([]), iter(()), iter({}), iter(set()), iter("a"), iter("é"), iter(b""),
          iter(bytearray()), iter(range(1)), iter(range(10 ** 20)), iter(memoryview(b"")), iter(int, 1),
          iter({}.values()), iter({}.items()), reversed({}), reversed({}.values()), reversed({}.items()), {}.keys(), {}.values(),
          {}.items(), KeyError(1), (5).__add__, int.__add__, str.join, int.real, dict.__dict__["fromkeys"]]
for value in values:
    kind = type(value)
    same = kind.__getattribute__(value, "__class__") is kind and object.__getattribute__(value, "__reduce_ex__") is not None
    try:
        kind.__getattribute__(value, "nothing")
    except AttributeError as error:
        print(kind.__name__, same, error)
awaited.close()
for call in (lambda: int.__getattribute__("a", "x"), lambda: (1).__getattribute__(2), lambda: (1).__getattribute__(),
             lambda: object.__getattribute__(1, "a", "b")):
    try:
        call()
    except TypeError as error:
        print(error)
