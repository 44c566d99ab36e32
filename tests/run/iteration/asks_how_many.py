# Who collects items into a list asks for the iterator first, and then how many there will be.
class Counted:
    def __len__(self):
        print("len", end=" ")
        return 2

    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2])


class Hinted:
    def __init__(self, answer):
        self.answer = answer

    def __iter__(self):
        print("iter", end=" ")
        return iter([1, 2])

    def __length_hint__(self):
        print("hint", end=" ")
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Own:
    n = 0

    def __iter__(self):
        print("iter", end=" ")
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration
        return self.n

    def __length_hint__(self):
        print("hint", end=" ")
        return 2


class NoNumber(Counted):
    def __len__(self):
        print("len", end=" ")
        return "x"


class LongList(list):
    def __len__(self):
        print("len", end=" ")
        return 7


def slice_of(items):
    into = [0]
    into[:] = items
    return into


def starred(items):
    first, *rest = items
    return first, rest


def added(items):
    into = [0]
    into += items
    return into


USES = {
    "list": list, "tuple": tuple, "sorted": sorted, "bytes": bytes, "bytearray": bytearray, "set": set,
    "star": lambda items: [*items], "call": lambda items: (lambda *args: args)(*items), "slice": slice_of,
    "unpack": starred, "add": added, "loop": lambda items: [item for item in items], "sum": sum, "max": max,
}
MAKERS = [Counted, lambda: Hinted(2), lambda: Hinted(-1), lambda: Hinted(NotImplemented), lambda: Hinted("a"),
          lambda: Hinted(TypeError("t")), lambda: Hinted(ValueError("v")), Own, NoNumber, lambda: LongList([1, 2])]
for name, use in USES.items():
    for make in MAKERS:
        try:
            print(name, use(make()))
        except Exception as error:
            print(name, type(error).__name__, error)
for wrong in (1, [1], [[1, 2], 3], [[1]]):
    try:
        print(dict(wrong if wrong == 1 else (Counted() if each == 7 else each for each in wrong)))
    except Exception as error:
        print(type(error).__name__, error)


class ByNumber:
    def __len__(self):
        print("len", end=" ")
        return 3

    def __getitem__(self, at):
        if at > 2:
            raise IndexError
        return at


first, *rest = ByNumber()
print(first, rest, list(iter(ByNumber())), list(ByNumber()), list(iter([1, 2].pop, 1)))
