# How the builtin iterators say where they are, and how they are put somewhere else.
class Counted:
    def __getitem__(self, at):
        return "xyz"[at]


def parts(value):
    if isinstance(value, tuple):
        return tuple(parts(each) for each in value)
    return value if isinstance(value, (int, str, bytes, list, dict, type(None))) else getattr(value, "__name__", type(value).__name__)


makers = [lambda: iter([1, 2, 3]), lambda: reversed([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter("abc"),
          lambda: iter("éàü"), lambda: iter(b"abc"), lambda: iter(bytearray(b"abc")), lambda: iter(range(3)),
          lambda: iter(range(10 ** 20, 10 ** 20 + 3)), lambda: iter(Counted()), lambda: reversed("abc"),
          lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2}.values()), lambda: iter({1: 2}.items()),
          lambda: reversed({1: 2, 3: 4}), lambda: reversed({1: 2}.values()), lambda: reversed({1: 2}.items()),
          lambda: iter({7}), lambda: iter([3, 2, 1].pop, 3), lambda: enumerate("ab", 5), lambda: zip("ab", [1, 2, 3]),
          lambda: map(abs, [-1, 2]), lambda: filter(None, [0, 1, 2])]
for make in makers:
    iterator = make()
    next(iterator)
    print(type(iterator).__name__, parts(iterator.__reduce__()))
    if hasattr(iterator, "__setstate__") and not isinstance(iterator, zip):
        again = make()
        again.__setstate__(1)
        print("   ", list(again))
strict = zip("ab", "a")
strict.__setstate__(True)
print(strict.__reduce__()[2])
try:
    list(strict)
except ValueError as error:
    print(error)
for state in ("x", None):
    try:
        iter([1]).__setstate__(state)
    except TypeError as error:
        print(error)
