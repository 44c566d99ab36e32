# How many bytes objects have, as far as that does not hang on how they came about.
import sys


class Plain:
    pass


class Own:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


def generate(a, b):
    yield a


for value in (0, 1, -5, 2 ** 30, 10 ** 30, True, 1.5, 1j, "", "abc", "é" * 3, "€uro", "\U0001f600", b"", b"abc",
              bytearray(), bytearray(b"abc"), (), (1, 2), [], {}, {1: 2}, {"a": 1}, dict.fromkeys(range(6)),
              set(), {1, 2}, set(range(5)), frozenset((1,)), range(3), slice(1), None, ..., NotImplemented,
              Plain(), memoryview(b"abc"), generate(1, 2), Exception(), len, generate, int.__add__, property()):
    print(type(value).__name__, sys.getsizeof(value), value.__sizeof__())
print(sys.getsizeof(Own(7)), sys.getsizeof(object=Own(0)), sys.getsizeof(Own("x"), "default"))
for size in ("x", -1):
    try:
        sys.getsizeof(Own(size))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(type.__sizeof__(int), type.__sizeof__(Plain), int.__sizeof__(2 ** 100), list.__sizeof__([1]))
print(str.__sizeof__("x"), dict.__sizeof__({}), set.__sizeof__({1}), frozenset().__sizeof__())
print(bytearray(b"1").__sizeof__(), generate(1, 2).__sizeof__() == generate(3, 4).__sizeof__())
print(generate.__code__.__sizeof__() > 192, sys._getframe().__sizeof__() > 120)
