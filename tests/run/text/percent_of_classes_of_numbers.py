# `%d` takes an int from whatever is a number and can be made one; `%x` wants one that is an index.


class Float(float):
    pass


class OwnFloat(float):
    def __int__(self):
        return 42


class Text(str):
    def __float__(self):
        return 1.5


class Truncated:
    def __float__(self):
        return 1.5

    def __trunc__(self):
        return 9


class Floats:
    def __float__(self):
        return 2.5


for value in (Float(3.7), OwnFloat(3.7), Text("12"), Text("x"), Floats(), 2j, Float("inf")):
    for unit in ("%d", "%i", "%x", "%.1f"):
        try:
            print(unit % (value,), unit % value)
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)
