# `+` and `*` ask the slots for numbers of both sides before they join or repeat; a class that defines a name of its own
# has both kinds of slots filled anew, and what it does not define is then a method that raises.


def show(what):
    try:
        print(what())
    except TypeError as error:
        print("TypeError:", error)


class Multiplies(list):
    def __mul__(self, other):
        return ("mul", other)


class Multiplied(list):
    def __rmul__(self, other):
        return ("rmul", other)


class Adds(list):
    def __add__(self, other):
        return NotImplemented


class Added(list):
    def __radd__(self, other):
        return ("radd", other)


class Two:
    def __index__(self):
        return 2


class Other:
    def __radd__(self, other):
        return ("Other.radd", other)

    def __rmul__(self, other):
        return ("Other.rmul", other)


lefts = (3, "x", [1], Two(), Other(), 2.0, None, {}, Multiplies([1]), Multiplied([2]), Adds([3]), Added([4]))
rights = (Multiplies([1]), Multiplied([2]), Adds([3]), Added([4]), [5], "z", (6,), b"7")
Two.__repr__ = Other.__repr__ = lambda self: type(self).__name__
for x in lefts:
    for y in rights:
        print(type(x).__name__, type(y).__name__)
        show(lambda: x * y)
        show(lambda: y * x)
        show(lambda: x + y)
        show(lambda: y + x)
