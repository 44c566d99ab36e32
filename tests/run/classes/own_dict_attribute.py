"""A class may have its own idea of `__dict__` and `__class__`: `vars()` and `dir()` ask for them."""
import sys


class C:
    @property
    def __dict__(self):
        return {"a": 2}


print(vars(C()), C().__dict__, [name for name in dir(C()) if not name.startswith("__")])


class Slots:
    __slots__ = ["__class__", "__dict__"]

    def __init__(self):
        self.bar = "wow"


print(dir(Slots()))


class M(type(sys)):
    __dict__ = 8


try:
    dir(M("m"))
except TypeError as error:
    print(error)


class Says:
    @property
    def __class__(self):
        return int


print("bit_length" in dir(Says()))
module = type(sys)("named")
module.b = module.a = 1
print(dir(module), module.__dir__())
module.__dir__ = lambda: ["z", "y"]
print(dir(module), module.__dir__())


class Base:
    pass


class Meta1(type, Base):
    pass


class Meta2(Base, type):
    pass


class Module(Base, type(sys)):
    pass


own = Base.__dict__["__dict__"]
for each in Meta1("D", (), {}), Meta2("E", (), {}), Module("spam"):
    print(type(each.__dict__).__name__, type(own.__get__(each)).__name__)
    for change in (lambda: own.__set__(each, {}), lambda: own.__delete__(each)):
        try:
            change()
        except AttributeError as error:
            print(error)
