"""The prelude: what must call Python code, in Python. Its frames are hidden."""

_NAMES = ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__")


def _compare(number, a, b):
    """Containers that hold objects with methods of their own."""
    kind = _kind(a)
    if _is_set_view(a):
        return _compare_views(number, a, b)
    if _is_set_view(b):
        return _compare_views(_REFLECTED[number], b, a)
    if kind == _kind(b):
        if kind == "list" or kind == "tuple":
            return _compare_sequences(number, a, b)
        if kind == "dict":
            if number == 2:
                return _equal_dicts(a, b)
            if number == 3:
                return not _equal_dicts(a, b)
        if kind == "set":
            return _compare_sets(number, a, b)
        if kind == "ReferenceType" and (number == 2 or number == 3):
            return _ordered(number, a(), b())
    if kind == "slice" and kind == _kind(b):
        return number in (1, 2, 4) if a is b else _compare_sequences(number, _parts(a), _parts(b))
    if kind == "mappingproxy":
        return _ordered(number, a | {}, b)
    if _lends(a):
        return _compare_lender(_REFLECTED[number], b, a)
    if _lends(b):
        return _compare_lender(number, a, b)
    return _compare_default(number, a, b)


def _parts(value):
    return value.start, value.stop, value.step


def _compare_lender(number, known, lender):
    """Who lends no bytes is simply another object."""
    try:
        view = _memory_of_lender(lender, 0 if _layout(known) == "bytearray" else _FULL_RO)
    except BaseException:
        return _compare_default(number, known, lender)
    try:
        return _ordered(number, known, view)
    finally:
        view.release()


_REFLECTED = (4, 5, 2, 3, 0, 1)


def _kind(value):
    kind = _layout(value)
    return "set" if kind == "frozenset" else kind


def _compare_known(number, a, b):
    """As the builtin types' own methods: only values laid out alike know each other."""
    if _kind(a) != _kind(b) and not (_is_set_view(a) or _is_set_view(b) or _lends(b)):
        return NotImplemented
    return _compare(number, a, b)


def _compare_lt(a, b):
    return _compare_known(0, a, b)


def _compare_le(a, b):
    return _compare_known(1, a, b)


def _compare_eq(a, b):
    return _compare_known(2, a, b)


def _compare_ne(a, b):
    return _compare_known(3, a, b)


def _compare_gt(a, b):
    return _compare_known(4, a, b)


def _compare_ge(a, b):
    return _compare_known(5, a, b)


def _ordered(number, a, b):
    if number == 0:
        return a < b
    if number == 1:
        return a <= b
    if number == 2:
        return a == b
    if number == 3:
        return a != b
    if number == 4:
        return a > b
    return a >= b


def _compare_sequences(number, a, b):
    if (number == 2 or number == 3) and len(a) != len(b):
        return number == 3
    at = 0
    while at < len(a) and at < len(b):
        x = a[at]
        y = b[at]
        if not (x is y or x == y):
            if number == 2:
                return False
            if number == 3:
                return True
            return _ordered(number, x, y)
        at += 1
    return _ordered(number, len(a), len(b))


def _equal_dicts(a, b):
    if dict.__len__(a) != dict.__len__(b):
        return False
    for key, hashed, x in _hashed(a):
        at = _dict_find(b, key, hashed)
        if at < 0:
            return False
        y = _dict_value(b, at)
        if not (x is y or x == y):
            return False
    return True


def _within(a, b):
    for key, hashed in _entries(a):
        if _set_find(b, key, hashed) < 0:
            return False
    return True


def _compare_sets(number, a, b):
    x, y = _set_len(a), _set_len(b)
    if number == 2:
        return x == y and _within(a, b)
    if number == 3:
        return x != y or not _within(a, b)
    if number == 0:
        return x < y and _within(a, b)
    if number == 1:
        return x <= y and _within(a, b)
    if number == 4:
        return x > y and _within(b, a)
    return x >= y and _within(b, a)


def _not(value):
    return not value


def _contains(container, item):
    """`item in container`, where Rust could not tell."""
    kind = _layout(container)
    if kind == "dict":
        return _dict_find(container, item, hash(item)) >= 0
    if kind == "set" or kind == "frozenset":
        return _set_find(container, item, hash(item)) >= 0
    if _is_set_view(container):
        return _view_contains(container, item)
    if _lends(item) and kind in ("bytes", "bytearray"):
        return _with_bytes(item, lambda view: view in container, 0)
    iterator = _iter_or(container, "argument of type '{}' is not iterable")
    for each in _as_it_is(iterator):
        if each is item or each == item:
            return True
    return False


_TUPLE_HASH = tuple.__hash__


def _hash_of_tuple(value):
    """A builtin type's own hash, where its items must be asked for theirs."""
    return _hash_of_hashes([hash(item) for item in tuple.__iter__(value)])


def _hash(value):
    method = _special(value, "__hash__")
    if method is _TUPLE_HASH:
        return _hash_of_tuple(value)
    if method is None:
        raise TypeError("unhashable type: '" + type(value).__name__ + "'")
    answer = method(value)
    if not isinstance(answer, int):
        raise TypeError("__hash__ method should return an integer")
    answer = int.__pos__(answer)
    if not -0x8000000000000000 <= answer <= 0x7FFFFFFFFFFFFFFF:
        return hash(answer)
    return -2 if answer == -1 else answer


def _len(value):
    answer = _special(value, "__len__")(value)
    if answer is None:
        raise TypeError("'NoneType' object cannot be interpreted as an integer")
    answer = int.__add__(_index(answer), 0)
    if answer < 0:
        raise ValueError("__len__() should return >= 0")
    if answer > 0x7FFFFFFFFFFFFFFF:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return answer


def _is_not_empty(value):
    if value is NotImplemented:
        _warn(DeprecationWarning, "NotImplemented should not be used in a boolean context")
        return True
    return _len(value) != 0


def _truth(value):
    return True if value else False


def _get_item(container, key):
    if _layout(container) == "dict":
        at = _dict_find(container, key, hash(key))
        if at >= 0:
            return _dict_value(container, at)
        missing = _special(container, "__missing__")
        if missing is not None:
            return missing(container, key)
        _raise_key(key)
    if type(key) is slice:
        return container[_plain_slice(key)]
    return container[_plain_place(container, key)]


def _class_item(cls, key):
    """`cls[key]` where the metaclass looks up attributes in its own way."""
    method = getattr(cls, "__class_getitem__", None)
    if method is None:
        raise TypeError(f"type '{type.__getattribute__(cls, '__name__')}' is not subscriptable")
    return method(key)


def _index(value):
    if value is None or _derives(type(value), int):
        return value
    method = _special(value, "__index__")
    if method is None:
        raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    answer = method(value)
    if not isinstance(answer, int):
        raise TypeError("__index__ returned non-int (type " + type(answer).__name__ + ")")
    if type(answer) is not int:
        _not_strictly("__index__", answer, "int")
    return answer


def _plain_place(container, key):
    """An index, or one for each dimension."""
    if _layout(container) == "range":
        return _index(key)
    return tuple([_fitting(each) for each in key]) if type(key) is tuple else _fitting(key)


def _fitting(value, error=IndexError):
    """The number that a value says it is, if a machine word can hold it."""
    number = _index(value)
    if number is not value and not -1 << 63 <= number < 1 << 63:
        raise error(f"cannot fit '{type(value).__name__}' into an index-sized integer")
    return number


def _plain_slice(cut):
    """The step is asked first."""
    step = _index(cut.step)
    return slice(_index(cut.start), _index(cut.stop), step)


def _set_item(container, key, value):
    if _layout(container) == "dict":
        hashed = hash(key)
        _dict_put(container, _dict_find(container, key, hashed), hashed, key, value)
    elif type(key) is slice and _lends(value):
        views = [_memory_of_lender(value)]
        try:
            container[_plain_slice(key)] = views[0]
        finally:
            views.pop().release()
    elif type(key) is slice:
        container[_plain_slice(key)] = value if _layout(container) == "memoryview" else list(iter(value))
    else:
        place = _plain_place(container, key)
        container[place] = _as_item(container, value)


def _as_item(container, value):
    """What a container of plain numbers keeps of an object that says which one it is."""
    kind = _layout(container)
    if kind not in ("bytearray", "memoryview"):
        return value
    letter = container.format[-1] if kind == "memoryview" else "B"
    if letter == "?":
        return bool(value)
    if letter in "efd":
        return float(value)
    return value if _special(value, "__index__") is None else _index(value)


def _delete_item(container, key):
    if _layout(container) == "dict":
        at = _dict_find(container, key, hash(key))
        if at < 0:
            _raise_key(key)
        _dict_drop(container, at)
    elif type(key) is slice:
        del container[_plain_slice(key)]
    else:
        del container[_plain_place(container, key)]


def _str_new(cls, value, *how, **named):
    if how or named:
        return _with_bytes(value, lambda view: str.__new__(cls, view, *how, **named), 0)
    method = _special(value, "__str__")
    answer = method(value)
    if not isinstance(answer, str):
        raise TypeError("__str__ returned non-string (type " + type(answer).__name__ + ")")
    if cls is str:
        return answer
    return str.__new__(cls, answer)


def _repr(value):
    kind = _layout(value)
    method = _special(value, "__repr__")
    if type(value) is list or type(value) is tuple or type(value) is dict or type(value) is set or type(value) is frozenset:
        return _payload_repr_of(value)
    answer = method(value)
    if not isinstance(answer, str):
        raise TypeError("__repr__ returned non-string (type " + type(answer).__name__ + ")")
    return answer


_writing = []


def _payload_repr_of(value):
    """The text of a container that holds objects with methods of their own."""
    if _layout(value) not in _AGAIN:
        return _holder_repr(value)
    for each in _writing:
        if each is value:
            again = _AGAIN[_layout(value)]
            return type(value).__name__ + "(...)" if again is None else again
    _writing.append(value)
    try:
        return _container_repr(value)
    finally:
        _writing.pop()


_AGAIN = {"list": "[...]", "tuple": "(...)", "dict": "{...}", "set": None, "frozenset": None,
          "dict_keys": "...", "dict_values": "...", "dict_items": "..."}


def _holder_repr(value):
    """What writes others, but never asks whether it is being written already."""
    kind = _layout(value)
    if kind == "slice":
        return f"slice({value.start!r}, {value.stop!r}, {value.step!r})"
    if kind == "mappingproxy":
        return f"mappingproxy({value.copy()!r})"
    name = getattr(value.__func__, "__qualname__", None)
    if name is None:
        name = getattr(value.__func__, "__name__", None)
    if not isinstance(name, str):
        name = "?"
    return f"<bound method {name} of {value.__self__!r}>"


def _container_repr(value):
    kind = _layout(value)
    if kind.startswith("dict_"):
        return f"{kind}({list(value)!r})"
    if kind == "dict":
        return "{" + ", ".join([repr(key) + ": " + repr(item) for key, item in dict.items(value)]) + "}"
    if kind == "list" or kind == "tuple":
        walk = list.__iter__ if kind == "list" else tuple.__iter__
        inner = ", ".join([repr(item) for item in walk(value)])
    else:
        inner = ", ".join([repr(item) for item in list(value)])
    if kind == "list":
        return "[" + inner + "]"
    if kind == "tuple":
        if len(value) == 1:
            return "(" + inner + ",)"
        return "(" + inner + ")"
    if kind == "set" and type(value) is set:
        return "{" + inner + "}"
    return type(value).__name__ + "({" + inner + "})"


def _exception_repr(value):
    inner = ", ".join([repr(item) for item in value.args])
    return type(value).__name__ + "(" + inner + ")"


def _exception_str(value):
    args = value.args
    if len(args) == 0:
        return ""
    if len(args) == 1:
        if isinstance(value, KeyError):
            return repr(args[0])
        return str(args[0])
    if isinstance(value, OSError) and value.errno is not None and value.strerror is not None:
        text = f"[Errno {value.errno!s}] {value.strerror!s}"
        if value.filename is None:
            return text
        other = "" if value.filename2 is None else f" -> {value.filename2!r}"
        return f"{text}: {value.filename!r}{other}"
    return repr(args)


def _own_format(value, spec):
    """A number or a text of a class that has a text of its own: only without a specification does that count."""
    return str(value)


def _object_format(value, spec):
    return str(value)


def _object_ne(a, b):
    answer = _special(a, "__eq__")(a, b)
    if answer is NotImplemented:
        return answer
    return not answer


def _ascii(value):
    return _escape(repr(value))


def _escape(text):
    return ascii(text)[1:-1]


def _format(value, spec=""):
    answer = _special(value, "__format__")(value, spec)
    if not isinstance(answer, str):
        raise TypeError("__format__ must return a str, not " + type(answer).__name__)
    return answer


def _format_value(value, conversion, spec):
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    return _format(value, spec)


def _exception_text(value):
    """What stands behind the name in a traceback."""
    try:
        text = str(value)
    except BaseException:
        text = "<exception str() failed>"
    if type(value) is AttributeError:
        text += _suggested(_missed_name(value), _missed_by(value))
    _keep_text(value, text)


_missed_name = AttributeError.__dict__["name"].__get__
_missed_by = AttributeError.__dict__["obj"].__get__


def _suggested(name, value):
    """What follows the message where the object that lacks an attribute lists its attributes by itself."""
    method = _special(value, "__dir__")
    if not isinstance(name, str) or method is None or method is object.__dir__:
        return ""
    try:
        found = _closest(name, dir(value))
    except BaseException:
        found = None
    return "" if found is None else f". Did you mean: '{found}'?"
