# What every class has from type, called by name.
class Meta(type):
    pass


class Base:
    """Documented."""

    x: int = 1

    def method(self):
        pass


class Derived(Base, metaclass=Meta):
    pass


print(Derived.__name__, Derived.__qualname__, Derived.__module__, Derived.__bases__, Derived.__base__, Derived.__mro__ == tuple(Derived.mro()), Base.__doc__, Base.__annotations__)
print(Base.__subclasses__(), type.__subclasses__(Meta), type.__call__(Base).__class__, type.__instancecheck__(Base, Derived()), type.__subclasscheck__(Base, Derived), Derived.__type_params__)
print(type.__repr__(int), repr(Derived), type.__prepare__(), type.__prepare__("n", (), key=1), type.__or__(int, str), type.__ror__(int, None), int | None, type.__getattribute__(Base, "x"))
print(type.__dir__(Base)[:1] != [], type.__sizeof__(int) > 0, type.__new__(Meta, "Made", (Base,), {"y": 2}).y, type.__init__(Base, "n", (), {}), Base.__dict__["x"], type(Base.__dict__).__name__)
type.__setattr__(Base, "added", 5)
print(Base.added, Derived.added, type.__delattr__(Base, "added"), hasattr(Derived, "added"), Base.__basicsize__, Base.__itemsize__, Base.__dictoffset__, Base.__weakrefoffset__, Base.__text_signature__)
Base.__name__, Base.__doc__ = "Renamed", "new"
print(Base, Base.__name__, Base.__doc__, type.__call__(type, 5), type("Three", (), {}))
Base.__abstractmethods__ = frozenset({"method"})
print(Base.__abstractmethods__, Base.__flags__ >> 20 & 1)
for call in (lambda: Base(), lambda: int.__abstractmethods__, lambda: type(1, 2), lambda: type(), lambda: type("a", 5, {}), lambda: type("a", (), 5), lambda: type(5, (), {}),
             lambda: setattr(int, "x", 1), lambda: delattr(int, "real"), lambda: setattr(Base, "__name__", 5), lambda: setattr(Base, "__bases__", ()), lambda: delattr(Base, "__module__"),
             lambda: type.__subclasses__(5), lambda: type.mro(5), lambda: setattr(Base, "__base__", 1), lambda: type.__instancecheck__(5, 1), lambda: type("a\0b", (), {})):
    try:
        print(call())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
