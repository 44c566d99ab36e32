

_SELF_MATCHING = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _match_keys(subject, keys):
    """The values of a mapping pattern's keys, or None."""
    seen = set()
    values = []
    get = None
    for key in keys:
        if key in seen:
            raise ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen.add(key)
        if get is None:
            get = subject.get
        value = get(key, _NOTHING)
        if value is _NOTHING:
            return None
        values.append(value)
    return tuple(values)


def _match_class(subject, cls, count, names):
    """The attributes that a class pattern's parts look at, or None."""
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    seen = set()
    values = []
    if count:
        by_place = getattr(cls, "__match_args__", None)
        itself = by_place is None and issubclass(cls, _SELF_MATCHING)
        by_place = () if by_place is None else by_place
        if type(by_place) is not tuple:
            raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {type(by_place).__name__})")
        allowed = 1 if itself else len(by_place)
        if allowed < count:
            plural = "" if allowed == 1 else "s"
            raise TypeError(f"{cls.__name__}() accepts {allowed} positional sub-pattern{plural} ({count} given)")
        if itself:
            values.append(subject)
        else:
            for name in by_place[:count]:
                if type(name) is not str:
                    raise TypeError(f"__match_args__ elements must be strings (got {type(name).__name__})")
                value = _match_attribute(subject, cls, name, seen)
                if value is _NOTHING:
                    return None
                values.append(value)
    for name in names:
        value = _match_attribute(subject, cls, name, seen)
        if value is _NOTHING:
            return None
        values.append(value)
    return tuple(values)


def _match_attribute(subject, cls, name, seen):
    if name in seen:
        raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen.add(name)
    return getattr(subject, name, _NOTHING)
