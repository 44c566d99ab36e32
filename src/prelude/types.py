

class GenericAlias:
    """`list[int]`: behaves as the type, remembers the parameters."""

    __module__ = "types"

    def __init__(self, origin, args):
        if not isinstance(args, tuple):
            args = (args,)
        self.__origin__ = origin
        self.__args__ = args

    def __repr__(self):
        if not self.__args__:
            inner = "()"
        else:
            inner = ", ".join([_type_text(arg) for arg in self.__args__])
        return _type_text(self.__origin__) + "[" + inner + "]"

    def __call__(self, *args, **names):
        return self.__origin__(*args, **names)

    def __getitem__(self, args):
        return GenericAlias(self.__origin__, args)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __instancecheck__(self, value):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")


class UnionType:
    """`int | str`"""

    __module__ = "types"

    def __init__(self, args):
        self.__args__ = args

    def __repr__(self):
        return " | ".join([_type_text(arg) for arg in self.__args__])

    def __eq__(self, other):
        if not isinstance(other, UnionType):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __instancecheck__(self, value):
        for arg in self.__args__:
            if isinstance(value, arg):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False


def _type_text(value):
    if value is ...:
        return "..."
    if value is type(None):
        return "None"
    if isinstance(value, type):
        if value.__module__ == "builtins":
            return value.__qualname__
        return value.__module__ + "." + value.__qualname__
    return repr(value)


def _generic_alias(origin, args):
    return GenericAlias(origin, args)


def _union(a, b):
    found = []
    for side in (a, b):
        if side is None:
            side = type(None)
        if isinstance(side, UnionType):
            parts = side.__args__
        elif isinstance(side, (type, GenericAlias)):
            parts = (side,)
        else:
            return NotImplemented
        for part in parts:
            if part not in found:
                found.append(part)
    if len(found) == 1:
        return found[0]
    return UnionType(tuple(found))
