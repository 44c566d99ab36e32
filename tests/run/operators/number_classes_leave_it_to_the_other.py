# A number's slot says NotImplemented to what it does not know, and then a class's reflected method has its turn.


class IntAdded(int):
    def __radd__(self, other):
        return ("IntAdded", other)


class IntAdds(int):
    def __add__(self, other):
        return NotImplemented


class FloatAdded(float):
    def __radd__(self, other):
        return ("FloatAdded", other)


class ComplexAdded(complex):
    def __radd__(self, other):
        return ("ComplexAdded", other)


class TextModded(str):
    def __rmod__(self, other):
        return ("TextModded", other)


class TextMods(str):
    def __mod__(self, other):
        return NotImplemented


def show(x, symbol, y, what):
    try:
        print(type(x).__name__, symbol, type(y).__name__, what())
    except TypeError as error:
        print("TypeError:", error)


numbers = [1, 1.5, 2j, True, IntAdded(3), IntAdds(4), FloatAdded(5), ComplexAdded(7), [1], (2,)]
for x in numbers:
    for y in numbers:
        show(x, "+", y, lambda: x + y)
texts = ["a", "%s", TextModded("b"), TextModded("%s"), TextMods("%s"), 5, b"x", b"%s", (1,)]
for x in texts:
    for y in texts:
        show(x, "%", y, lambda: x % y)
for x in ([1], "a", (1,), b"b"):
    for count in (10**30, -(10**30)):
        try:
            x * count
        except OverflowError as error:
            print(error)
