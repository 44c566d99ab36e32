

_OWN_OF_ALIAS = (
    "__class__", "__origin__", "__args__", "__unpacked__", "__parameters__", "__typing_unpacked_tuple_args__",
    "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__", "__deepcopy__")


class GenericAlias:
    """`list[int]`: behaves as the type, remembers the parameters."""

    __module__ = "types"
    __slots__ = ("__origin__", "__args__", "__unpacked__")

    def __new__(cls, origin, args):
        self = object.__new__(cls)
        _set_plainly(self, "__origin__", origin)
        _set_plainly(self, "__args__", args if isinstance(args, tuple) else (args,))
        _set_plainly(self, "__unpacked__", False)
        return self

    def __getattribute__(self, name):
        if name in _OWN_OF_ALIAS:
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "__origin__"), name)

    def __setattr__(self, name, value):
        if name in ("__origin__", "__args__", "__unpacked__"):
            raise AttributeError("readonly attribute")
        if name in ("__parameters__", "__typing_unpacked_tuple_args__"):
            raise AttributeError(f"attribute {name!r} of 'types.GenericAlias' objects is not writable")
        raise AttributeError(f"'types.GenericAlias' object has no attribute {name!r}")

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self.__unpacked__ and self.__origin__ is tuple else None

    def __repr__(self):
        inner = [_args_text(arg) for arg in self.__args__]
        star = "*" if self.__unpacked__ else ""
        return f"{star}{_type_text(self.__origin__)}[{', '.join(inner) or '()'}]"

    def __call__(self, /, *args, **names):
        made = self.__origin__(*args, **names)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __getitem__(self, items):
        args = _with_arguments(self, self.__args__, self.__parameters__, items)
        made = GenericAlias(self.__origin__, args)
        _set_plainly(made, "__unpacked__", self.__unpacked__)
        return made

    def __iter__(self):
        starred = GenericAlias(self.__origin__, self.__args__)
        _set_plainly(starred, "__unpacked__", True)
        return _alias_iterator(starred)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __eq__(self, other):
        if not isinstance(other, GenericAlias):
            return NotImplemented
        return (self.__unpacked__ == other.__unpacked__ and self.__origin__ == other.__origin__
                and self.__args__ == other.__args__)

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

    def __reduce__(self):
        if self.__unpacked__:
            return (next, (iter(GenericAlias(self.__origin__, self.__args__)),))
        return (GenericAlias, (self.__origin__, self.__args__))

    def __dir__(self):
        return sorted({*dir(self.__origin__), *_OWN_OF_ALIAS})


def _set_plainly(value, name, content):
    object.__setattr__(value, name, content)


class UnionType:
    """`int | str`"""

    __module__ = "types"
    __slots__ = ("__args__",)

    def __new__(cls, *args, **names):
        raise TypeError("cannot create 'types.UnionType' instances")

    def __init_subclass__(cls):
        raise TypeError("type 'types.UnionType' is not an acceptable base type")

    def __setattr__(self, name, value):
        if name == "__args__":
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'types.UnionType' object has no attribute {name!r}")

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    def __getitem__(self, items):
        args = _with_arguments(self, self.__args__, self.__parameters__, items)
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made

    def __repr__(self):
        return " | ".join(["None" if arg is type(None) else _type_text(arg) for arg in self.__args__])

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
        return isinstance(value, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


def _type_text(value):
    """How aliases and unions write a part of theirs: classes by their full names."""
    if value is ...:
        return "..."
    if hasattr(value, "__origin__") and hasattr(value, "__args__"):
        return repr(value)
    name = getattr(value, "__qualname__", None)
    module = getattr(value, "__module__", None)
    if name is None or module is None:
        return repr(value)
    return str(name) if module == "builtins" else f"{module}.{name}"


def _args_text(arg):
    if type(arg) is list:
        return "[" + ", ".join([_type_text(item) for item in arg]) + "]"
    return _type_text(arg)



def _generic_alias(origin, args):
    return GenericAlias(origin, args)


def _union(a, b):
    found = []
    for side in (a, b):
        if side is None:
            side = type(None)
        if isinstance(side, UnionType):
            parts = side.__args__
        elif isinstance(side, (type, GenericAlias, TypeAliasType)):
            parts = (side,)
        else:
            return NotImplemented
        for part in parts:
            if not any(part is known or _are_equal_aliases(part, known) for known in found):
                found.append(part)
    if len(found) == 1:
        return found[0]
    made = object.__new__(UnionType)
    _set_plainly(made, "__args__", tuple(found))
    return made


def _are_equal_aliases(a, b):
    return isinstance(a, GenericAlias) and isinstance(b, GenericAlias) and a == b


def _parameters_of(args):
    """The type variables in there, each once."""
    found = []
    for arg in args:
        if isinstance(arg, type):
            continue
        inside = (arg,) if hasattr(arg, "__typing_subst__") else getattr(arg, "__parameters__", ())
        if not isinstance(inside, tuple):
            continue
        for each in inside:
            if not any(each is known for known in found):
                found.append(each)
    return tuple(found)


def _with_arguments(alias, args, parameters, items):
    """The arguments of an alias with these items in place of its parameters."""
    if not parameters:
        raise TypeError(f"{alias!r} is not a generic class")
    given = []
    for item in items if isinstance(items, tuple) else (items,):
        inside = None if isinstance(item, type) else getattr(item, "__typing_unpacked_tuple_args__", None)
        if isinstance(inside, tuple) and not (inside and inside[-1] is ...):
            given.extend(inside)
        else:
            given.append(item)
    given = tuple(given)
    for parameter in parameters:
        prepare = getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            given = prepare(alias, given)
            if not isinstance(given, tuple):
                given = (given,)
    if len(given) != len(parameters):
        which = "many" if len(given) > len(parameters) else "few"
        raise TypeError(
            f"Too {which} arguments for {alias!r}; actual {len(given)}, expected {len(parameters)}")
    made = []
    for arg in args:
        if isinstance(arg, type):
            made.append(arg)
            continue
        unpacked = getattr(arg, "__typing_is_unpacked_typevartuple__", False)
        subst = getattr(arg, "__typing_subst__", None)
        if subst is not None:
            arg = subst(_given_for(arg, parameters, given))
        else:
            arg = _substituted(arg, parameters, given)
        if unpacked:
            made.extend(arg)
        else:
            made.append(arg)
    return tuple(made)


def _given_for(parameter, parameters, given):
    for known, item in zip(parameters, given):
        if known is parameter:
            return item
    return parameter


def _substituted(value, parameters, given):
    """`list[T]` with what was given for T."""
    inner = getattr(value, "__parameters__", None)
    if not isinstance(inner, tuple) or not inner:
        return value
    items = []
    for parameter in inner:
        item = _given_for(parameter, parameters, given)
        if isinstance(item, tuple) and isinstance(parameter, TypeVarTuple):
            items.extend(item)
        else:
            items.append(item)
    return value[tuple(items)]


class _Slotted:
    __slots__ = ("slot",)


_MEMBER = type(_Slotted.slot)


class _AnextAwaitable:
    """`anext(iterator, default)`: an end becomes the default."""

    __module__ = "builtins"
    __slots__ = ("awaitable", "default")

    def __init__(self, awaitable, default):
        self.awaitable = awaitable
        self.default = default

    def __await__(self):
        return self

    __iter__ = __await__

    def _iterator(self):
        awaitable = self.awaitable
        if _layout(awaitable) == "coroutine":
            return awaitable.__await__()
        if _is_coroutine(awaitable):
            return awaitable
        if _special(awaitable, "__await__") is None:
            raise TypeError(f"object {type(awaitable).__name__} can't be used in 'await' expression")
        return _awaitable(awaitable)

    def __next__(self):
        iterator = self._iterator()
        try:
            return next(iterator)
        except StopAsyncIteration:
            pass
        raise StopIteration(self.default)

    def _ask(self, name, args):
        iterator = self._iterator()
        try:
            return getattr(iterator, name)(*args)
        except StopAsyncIteration:
            pass
        raise StopIteration(self.default)

    def send(self, value, /):
        return self._ask("send", (value,))

    def throw(self, /, *args):
        return self._ask("throw", args)

    def close(self, /, *args):
        return self._ask("close", args)


_AnextAwaitable.__name__ = _AnextAwaitable.__qualname__ = "anext_awaitable"
