# How plain objects are made again, by number of the pickle protocol. (`copyreg` beside this program is not CPython's.)
class Plain:
    def __init__(self):
        self.a = 1


class Slotted:
    __slots__ = ("s", "t")


class OfInt(int):
    pass


class Given:
    def __getnewargs__(self):
        return 1, 2


class Own:
    def __reduce__(self):
        return "own"


slotted = Slotted()
slotted.s = 5
for value in (Plain(), slotted, OfInt(7), Given(), object(), Own(), OfInt.__new__(OfInt, 5)):
    make, args, *more = value.__reduce_ex__(2) if type(value) is not Own else ("own", value.__reduce_ex__(4))
    print(type(value).__name__, getattr(make, "__name__", make), args, *more)
    if type(value) is not Own:
        make, args, *more = object.__reduce_ex__(value, 4)
        print("   ", make.__name__, args[0].__name__, args[1:], more[0])
print(Plain().__reduce__()[0].__name__, Plain().__reduce__()[1:], object.__reduce__(OfInt(3))[1][2], range(1, 9, 2).__reduce__()[1], slice(1, 2).__reduce__()[1])
print(slice(1).__reduce__()[0] is slice, range(3).__reduce__()[0] is range, bytearray(b"x").__reduce__()[1:], bytearray(b"x").__reduce_ex__(4)[1:], {1}.__reduce__()[1:])
for call in (lambda: slotted.__reduce_ex__(1), lambda: slotted.__reduce__()):
    try:
        print(call())
    except TypeError as error:
        print(error)
