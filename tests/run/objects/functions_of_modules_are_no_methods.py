# A builtin function that stands for a special method is called without the object.
class Context:
    def __len__(self):
        print("len")
        return 0


def attempt(what):
    try:
        print(what())
    except TypeError as error:
        print("TypeError:", error)


class Entered(Context):
    __enter__ = len

    def __exit__(self, *what):
        return False


class Left(Context):
    def __enter__(self):
        return "entered"

    __exit__ = len


class Other(Context):
    __add__ = abs
    __iter__ = dir
    __call__ = len
    __getitem__ = abs
    __contains__ = abs
    __eq__ = abs
    __neg__ = dict
    __str__ = len
    __repr__ = repr
    __getattr__ = ascii


def enter(make):
    with make() as value:
        print(value)


attempt(lambda: enter(Entered))
attempt(lambda: enter(Left))
one = Other()
attempt(lambda: one + -3)
attempt(lambda: iter(one))
attempt(lambda: one())
attempt(lambda: one([1]))
attempt(lambda: one[-5])
attempt(lambda: -7 in one)
attempt(lambda: one == -9)
attempt(lambda: -one)
attempt(lambda: str(one))
attempt(lambda: repr(one))
attempt(lambda: one.missing)
