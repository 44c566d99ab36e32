

def _dict_find(table, key, hashed):
    """The number of the key's entry, or -1."""
    number = 0
    while (at := _dict_next(table, hashed, number)) >= 0:
        other = _dict_key(table, at)
        if other is key or other == key:
            return at
        number += 1
    return -1


def _set_find(table, key, hashed):
    number = 0
    while (at := _set_next(table, hashed, number)) >= 0:
        other = _set_key(table, at)
        if other is key:
            return at
        equal = True if other == key else False
        if _set_next(table, hashed, number) != at or _set_key(table, at) is not other:
            # The comparison has changed the set: it is searched anew.
            number = 0
        elif equal:
            return at
        else:
            number += 1
    return -1


def _entries(table):
    """The keys of a set and their hashes, as they stand there when it is their turn: comparisons may change it."""
    at = 0
    while entry := _set_entry(table, at):
        key, hashed, at = entry
        yield key, hashed


def _set_add(table, key):
    hashed = hash(key)
    if _set_find(table, key, hashed) < 0:
        _set_put(table, hashed, key)


def _build_set(items):
    made = set()
    for item in items:
        _set_add(made, item)
    return made


def _build_set_of(made, operands):
    """A display of a set: the first operand stands last."""
    while operands:
        _set_add(made, operands.pop())
    return made


def _build_map(items):
    made = {}
    at = 0
    while at < len(items):
        _set_item(made, items[at], items[at + 1])
        at += 2
    return made


def _list_extend(target, items):
    for item in _counted(items):
        target.append(item)


def _counted(items):
    """The iterator of what is collected into a list: it is asked for first, and then how many items there are."""
    iterator = iter(items)
    _guess_length(items)
    return _as_it_is(iterator)


def _iter_or(items, message):
    """`iter(items)`; what has none is refused in other words."""
    try:
        return iter(items)
    except TypeError:
        pass
    raise TypeError(message.format(type(items).__name__))


def _as_it_is(iterator):
    """For a loop, which would ask the program's iterator for its iterator once more."""
    if _layout(iterator) == "generator" or type(_special(iterator, "__iter__")) is type(list.__iter__):
        return iterator
    return _make_iterator(map, "map", _same, (iterator,))


def _same(item):
    return item


def _guess_length(items):
    if _special(items, "__len__") is not None:
        try:
            return len(items)
        except TypeError:
            pass
    hint = _special(items, "__length_hint__")
    if hint is None:
        return
    try:
        answer = hint(items)
    except TypeError:
        return
    if answer is NotImplemented:
        return
    if not isinstance(answer, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(answer).__name__}")
    if answer > 0x7FFFFFFFFFFFFFFF or answer < -0x8000000000000000:
        raise OverflowError("Python int too large to convert to C ssize_t")
    if answer < 0:
        raise ValueError("__length_hint__() should return >= 0")


def _set_update(target, items):
    _set_method_update(target, items)


def _is_plain_dict(value):
    """Whether its methods need not be asked for what is in it."""
    return _layout(value) == "dict" and _special(value, "__iter__") is dict.__iter__


def _dict_update(target, other):
    if _is_plain_dict(other):
        count = len(other)
        for key, hashed, value in _hashed(other):
            _dict_put(target, _dict_find(target, key, hashed), hashed, key, value)
            if len(other) != count:
                raise RuntimeError("dict mutated during update")
    else:
        for key in _keys_of(other):
            _set_item(target, key, other[key])


def _dict_copy(source):
    made = {}
    _dict_update(made, source)
    return made


def _keys_of(mapping):
    keys = mapping.keys()
    if type(keys) is list:
        return keys
    message = f"{type(mapping).__name__}.keys() returned a non-iterable (type {type(keys).__name__})"
    return list(_iter_or(keys, message))


def _unpack_mapping(target, other):
    """`{**other}`: whatever lacks an attribute on the way, `other` is no mapping then."""
    try:
        return _dict_update(target, other)
    except AttributeError:
        pass
    raise TypeError(f"'{type(other).__name__}' object is not a mapping")


def _merge_keywords(target, other, callee):
    """Keyword arguments of a call, from a mapping: a key must not come twice, and a KeyError says that one did."""
    is_plain = _is_plain_dict(other)
    try:
        for key in dict.keys(other) if is_plain else _keys_of(other):
            if key in target:
                _raise_key(key)
            _set_item(target, key, dict.__getitem__(other, key) if is_plain else other[key])
        return
    except AttributeError:
        message = f"{callee} argument after ** must be a mapping, not {type(other).__name__}"
    except KeyError as error:
        if len(error.args) != 1:
            raise
        message = f"{callee} got multiple values for keyword argument '{error.args[0]!s}'"
    raise TypeError(message)


def _list_new(cls, iterable=()):
    made = []
    _list_extend(made, iterable)
    return made


def _list_init(target, iterable=(), **names):
    items = []
    _list_extend(items, iterable)
    _replace_list(target, items)


def _tuple(iterable):
    return tuple(_list_new(list, iterable))


def _tuple_new(cls, iterable=(), **names):
    return tuple.__new__(cls, _list_new(list, iterable))


def _set_new(cls, iterable=()):
    made = set()
    _set_method_update(made, iterable)
    if cls is set:
        return made
    return frozenset.__new__(cls, made)


def _set_init(target, iterable=()):
    set.clear(target)
    _set_method_update(target, iterable)


def _dict_new(cls, source=(), **names):
    made = {}
    _dict_fill(made, source, names)
    return made


def _dict_init(target, source=(), **names):
    _dict_fill(target, source, names)


def _dict_fill(target, source, names):
    if type(source) is dict or hasattr(source, "keys"):
        _dict_update(target, source)
    else:
        number = 0
        for pair in source:
            pair = _parts_of(pair, number)
            if len(pair) != 2:
                raise ValueError(
                    f"dictionary update sequence element #{number} has length {len(pair)}; 2 is required")
            _set_item(target, pair[0], pair[1])
            number += 1
    for key in names:
        target[key] = names[key]


def _parts_of(pair, number):
    message = f"cannot convert dictionary update sequence element #{number} to a sequence"
    return _list_new(list, _iter_or(pair, message))


def _list_insert(target, at, value):
    list.insert(target, _index(at), value)


def _list_remove(target, value):
    at = 0
    for item in target:
        if item is value or item == value:
            del target[at]
            return
        at += 1
    raise ValueError("list.remove(x): x not in list")


def _sequence_count(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            count += 1
    return count


def _range_count(items, value):
    count = 0
    for item in _as_it_is(iter(items)):
        if item == value:
            count += 1
    return count


def _range_index(items, value):
    at = 0
    for item in _as_it_is(iter(items)):
        if item == value:
            return at
        at += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _sequence_index(items, value, start=0, stop=9223372036854775807):
    start = _index(start)
    stop = _index(stop)
    if start < 0:
        start = max(start + len(items), 0)
    if stop < 0:
        stop += len(items)
    at = start
    while at < stop and at < len(items):
        item = items[at]
        if item is value or item == value:
            return at
        at += 1
    if isinstance(items, list):
        raise ValueError(repr(value) + " is not in list")
    raise ValueError("tuple.index(x): x not in tuple")


def _bytes_new(cls, source=b"", encoding=None, errors=None):
    method = _special(source, "__bytes__")
    if method is None:
        return bytes.__new__(cls, _byte_source(source, "bytes"))
    answer = method(source)
    if not isinstance(answer, bytes):
        raise TypeError(f"__bytes__ returned non-bytes (type {type(answer).__name__})")
    return answer if cls is bytes else bytes.__new__(cls, answer)


def _byte_source(source, kind):
    """How many bytes, or a list of them."""
    if _special(source, "__index__") is not None:
        try:
            return _fitting(source, OverflowError)
        except TypeError:
            pass
    if _lends(source):
        return _lent_bytes(source)
    iterator = _iter_or(source, "cannot convert '{}' object to " + kind)
    if kind == "bytes":
        _guess_length(source)
    return _bytes_of_items(iterator)


def _bytes_of_items(iterator):
    """The numbers up to the first that is no byte, which is refused by whoever takes them."""
    made = []
    for item in _as_it_is(iterator):
        made.append(_index(item))
        if not 0 <= made[-1] <= 255:
            break
    return made


def _add(a, b):
    return _with_bytes(b, lambda view: _join_sequences(a, view), 0)


def _multiply(a, b):
    if _layout(a) in ("list", "tuple", "str", "bytes", "bytearray"):
        return _repeat_sequence(a, _fitting(b, OverflowError))
    return _repeat_sequence(b, _fitting(a, OverflowError))


def _dict_get(table, key, default=None):
    at = _dict_find(table, key, hash(key))
    if at < 0:
        return default
    return _dict_value(table, at)


_UNSET = object()


def _dict_pop(table, key, default=_UNSET):
    at = _dict_find(table, key, hash(key)) if dict.__len__(table) else -1
    if at >= 0:
        return _dict_drop(table, at)
    if default is _UNSET:
        _raise_key(key)
    return default


def _dict_setdefault(table, key, default=None):
    hashed = hash(key)
    at = _dict_find(table, key, hashed)
    if at >= 0:
        return _dict_value(table, at)
    _dict_put(table, -1, hashed, key, default)
    return default


def _dict_fromkeys(cls, iterable, value=None):
    made = cls()
    if type(made) is dict and type(iterable) in (dict, set, frozenset):
        for key, hashed, *_ in _hashed(iterable):
            _dict_put(made, _dict_find(made, key, hashed), hashed, key, value)
        return made
    for key in iterable:
        made[key] = value
    return made
