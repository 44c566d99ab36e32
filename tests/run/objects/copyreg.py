# Stands in for the module of this name where there is no library: what `__reduce_ex__` asks it for.
def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, names):
    return cls.__new__(cls, *args, **names)


def _reconstructor(cls, base, state):
    made = base.__new__(cls) if base is object else base.__new__(cls, state)
    if base is not object:
        base.__init__(made, state)
    return made


def _reduce_ex(value, protocol):
    cls = type(value)
    base = object
    for each in cls.__mro__:
        if each.__flags__ & 1 << 9 == 0:
            base = each
            break
    if hasattr(cls, "__slots__") and not hasattr(cls, "__getstate__"):
        raise TypeError(f"a class that defines __slots__ without defining __getstate__ cannot be pickled with protocol {protocol}")
    if getattr(cls, "__slots__", None) and cls.__getstate__ is object.__getstate__:
        raise TypeError(f"cannot pickle {cls.__name__!r} object: a class that defines __slots__ without overriding __getstate__ cannot be pickled with protocol {protocol}")
    args = (cls, base, None if base is object else base(value))
    names = getattr(value, "__dict__", None)
    return (_reconstructor, args, names) if names else (_reconstructor, args)


def _slotnames(cls):
    slots = [each.__dict__.get("__slots__", ()) for each in cls.__mro__]
    return [name for names in slots for name in ((names,) if isinstance(names, str) else names)]
