# `complex()` asks an object for `__complex__`, `__float__` and `__index__`, a number of a subclass too.
class Complex:
    def __complex__(self):
        print("complex", end=" ")
        return 1 + 2j


class Float:
    def __float__(self):
        print("float", end=" ")
        return 1.5


class Index:
    def __index__(self):
        print("index", end=" ")
        return 3


class Int(int):
    def __float__(self):
        print("own", end=" ")
        return 2.5


class Wrong:
    def __complex__(self):
        return 1


class WrongFloat:
    def __float__(self):
        return 1


print(complex(Complex()), complex(Float()), complex(Index()), complex(Int(7)))
print(complex(Complex(), 1), complex(Float(), Index()), complex(1j, Float()), complex(-0.0, Float()))
for args in ((Wrong(),), (WrongFloat(),), (1, Wrong()), (1, WrongFloat()), (object(),), (1, Complex()), (Complex(), "1")):
    try:
        print(complex(*args))
    except TypeError as error:
        print(error)
