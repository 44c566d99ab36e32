# What makes an object again, for the types that say it themselves.
class Slotted:
    __slots__ = ("slot",)

    def method(self):
        pass

    def __repr__(self):
        return "Slotted()"


class Bytes(bytearray):
    pass


class Set(set):
    pass


own, more = Bytes(b"x"), Set("x")
own.name = more.name = 1
values = [
    slice(1, 2), slice("a", None, 3), range(3), range(1, 9, 2), range(2**70), bytearray(b"ab\xff"), bytearray(), own,
    {1}, frozenset({2}), more, len, [].append, Slotted.slot, list.append, list.__add__, [1].__add__, dict.fromkeys,
    str.maketrans, ..., NotImplemented, AttributeError("x"), AttributeError("x", name="n", obj=3), ImportError("m"),
    ImportError("m", name="n", path="p"), OSError(2, "x", "f"), OSError(2, "x", "f", None, "g"), OSError("a"),
    KeyError(1), StopIteration(3), UnicodeDecodeError("utf8", b"x", 0, 1, "r"),
]
for value in values:
    for protocol in 2, 4:
        answer = value.__reduce_ex__(protocol)
        if isinstance(answer, str):
            print(type(value).__name__, answer)
            continue
        make, args, *rest = answer
        print(type(value).__name__, protocol, make.__name__, args, rest)
        if make is not getattr:
            made = make(*args)
            print("   ", type(made).__name__, made == value)
