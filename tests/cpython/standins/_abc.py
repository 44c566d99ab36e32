"""Abstract classes, kept without weak references."""

_token = 0


class _Data:
    def __init__(self):
        self.registered = []
        self.known = {}
        self.at = 0


def get_cache_token():
    return _token


def _abc_init(cls):
    names = {name for name, value in cls.__dict__.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    cls.__abstractmethods__ = frozenset(names)
    cls._abc_impl = _Data()


def _abc_register(cls, subclass):
    global _token
    if not isinstance(subclass, type):
        raise TypeError("Can only register classes")
    if issubclass(subclass, cls):
        return subclass
    if issubclass(cls, subclass):
        raise RuntimeError("Refusing to create an inheritance cycle")
    cls._abc_impl.registered.append(subclass)
    _token += 1
    return subclass


def _abc_instancecheck(cls, instance):
    subclass = instance.__class__
    kind = type(instance)
    return cls.__subclasscheck__(subclass) or subclass is not kind and cls.__subclasscheck__(kind)


def _abc_subclasscheck(cls, subclass):
    if not isinstance(subclass, type):
        raise TypeError("issubclass() arg 1 must be a class")
    data = cls._abc_impl
    if data.at != _token:
        data.known, data.at = {}, _token
    known = data.known.get(id(subclass))
    if known is None:
        # The class is kept, so that no other gets its number.
        known = data.known[id(subclass)] = (_check(cls, subclass, data), subclass)
    return known[0]


def _check(cls, subclass, data):
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        return answer
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for other in data.registered:
        if issubclass(subclass, other):
            return True
    for other in cls.__subclasses__():
        if issubclass(subclass, other):
            return True
    return False


def _reset_registry(cls):
    cls._abc_impl.registered.clear()


def _reset_caches(cls):
    cls._abc_impl.known.clear()


def _get_dump(cls):
    return set(cls._abc_impl.registered), set(), set(), _token
