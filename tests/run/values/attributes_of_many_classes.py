# One instruction that meets objects of many classes, and of one class with attributes in different orders.
class A:
    tag = "class A"

    def __init__(self, *names):
        for name in names:
            setattr(self, name, name.upper())

    def who(self):
        return "A.who"


class B(A):
    tag = "class B"

    def who(self):
        return "B.who"


class C:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x, self.y = "slot x", "slot y"

    who = staticmethod(lambda: "C.who")


class D(A):
    @property
    def x(self):
        return "computed"

    @x.setter
    def x(self, value):
        print("set", value)


class E(A):
    def __setattr__(self, name, value):
        object.__setattr__(self, name, value + "!")


class F(A):
    def __getattribute__(self, name):
        return "asked " + name if name == "x" else object.__getattribute__(self, name)


things = [A("x", "y"), A("y", "x"), B("x"), C(), E("x"), F("x"), B("y", "z", "x"), A("x", "y")]
things.append(D("y"))
for turn in range(3):
    for thing in things:
        print(type(thing).__name__, thing.x, thing.who(), end="; ")
        thing.x = "new" + str(turn)
    print()
things[0].who = lambda: "own"
things[1].tag = "own tag"
for turn in range(2):
    for thing in things[:3]:
        print(thing.who(), thing.tag)
    A.who = lambda self: "changed"
    A.tag = "changed tag"
del things[0].x, things[0].who
for thing in things[:3]:
    try:
        print(thing.x, thing.who())
    except AttributeError as error:
        print(error)


def defaults(a, b=2, c=3):
    return a, b, c


print(defaults(1), defaults(1, 5), defaults(1, 5, 6), defaults(1, c=0))
for wrong in (lambda: defaults(), lambda: defaults(1, 2, 3, 4)):
    try:
        wrong()
    except TypeError as error:
        print(error)
