

_NOT_GIVEN = object()


def _retry(native, wanted, *args, **names):
    """A native that met an object which says itself what number it is, or objects that lend their bytes. It asks for one
    number after the other, in its own order."""
    if wanted is None:
        return _with_views(native, args) if any([_may_lend(arg) for arg in args]) else native(*args, **names)
    for at, arg in enumerate(args):
        if arg is wanted:
            return native(*args[:at], _index(arg), *args[at + 1:], **names)
    return native(*args, **{name: _index(arg) if arg is wanted else arg for name, arg in names.items()})


_OF_BYTES = ("bytes", "bytearray", "memoryview")


def _may_lend(value):
    return any([_lends(each) for each in value]) if type(value) is list or type(value) is tuple else _lends(value)


def _plain_index(value):
    if _special(value, "__index__") is None:
        return value
    return _index(value)


def _dict_ior(table, other):
    _dict_fill(table, other, {})
    return table


def _as_set(items):
    """The operand of a set's method, which may be anything iterable."""
    if isinstance(items, (set, frozenset)):
        return items
    return _build_set(items)


def _like(model, items):
    return frozenset(items) if isinstance(model, frozenset) else items


def _set_copy(items):
    made = set()
    for item, hashed in _hashed(items):
        _set_put(made, hashed, item)
    return made


def _set_discard(table, key):
    _set_discard_entry(table, key, hash(key))


def _set_remove(table, key):
    at = _set_find(table, key, hash(key))
    if at < 0:
        _raise_key(key)
    _set_drop(table, at)


def _set_discard_entry(table, key, hashed):
    at = _set_find(table, key, hashed)
    if at < 0:
        return False
    _set_drop(table, at)
    return True


def _set_add_entry(table, key, hashed):
    if _set_find(table, key, hashed) < 0:
        _set_put(table, hashed, key)


def _set_replace(table, items):
    items = _hashed(items)
    set.clear(table)
    for item, hashed in items:
        _set_put(table, hashed, item)


def _set_method_update(table, *others):
    for other in others:
        if _kind(other) == "set" and not set.__len__(table):
            # Nothing can be there twice.
            for item, hashed in _hashed(other):
                _set_put(table, hashed, item)
        elif _kind(other) == "set" or type(other) is dict:
            for item, hashed, *_ in _hashed(other) if type(other) is dict else _entries(other):
                _set_add_entry(table, item, hashed)
        else:
            for item in other:
                _set_add(table, item)


def _frozenset_new(cls, iterable=(), **names):
    return frozenset.__new__(cls, _set_new(set, iterable))


def _set_union(table, *others):
    made = _set_copy(table)
    for other in others:
        if other is not table:
            _set_method_update(made, other)
    return _like(table, made)


def _set_intersection(table, *others):
    made = table
    for other in others:
        made = _set_common(made, other)
    return _like(table, _set_copy(made) if made is table else made)


def _set_common(table, other):
    """What is in both: keys of the smaller set, or those of what is no set."""
    if table is other:
        return _set_copy(table)
    made = set()
    if _kind(other) == "set":
        if _set_len(other) > _set_len(table):
            table, other = other, table
        for item, hashed in _entries(other):
            if _set_find(table, item, hashed) >= 0:
                _set_add_entry(made, item, hashed)
        return made
    for item in other:
        hashed = hash(item)
        if _set_find(table, item, hashed) >= 0:
            _set_add_entry(made, item, hashed)
            if _set_len(made) >= _set_len(table):
                break
    return made


def _set_len(items):
    return set.__len__(items) if isinstance(items, set) else frozenset.__len__(items)


def _set_difference(table, *others):
    if not others:
        return _like(table, _set_copy(table))
    first = others[0]
    is_set = isinstance(first, (set, frozenset))
    if not is_set and type(first) is not dict or _set_len(table) >> 2 > (_set_len(first) if is_set else len(first)):
        made = _set_copy(table)
        _set_take_out(made, first)
    else:
        made = set()
        find = _set_find if is_set else _dict_find
        for item, hashed in _entries(table):
            if find(first, item, hashed) < 0:
                _set_add_entry(made, item, hashed)
    for other in others[1:]:
        _set_take_out(made, other)
    return _like(table, made)


def _set_take_out(table, other):
    if table is other:
        set.clear(table)
    elif _kind(other) == "set":
        if _set_len(other) >> 3 > _set_len(table):
            other = _set_common(table, other)
        for item, hashed in _entries(other):
            _set_discard_entry(table, item, hashed)
    else:
        for item in other:
            _set_discard(table, item)


def _set_symmetric_difference(table, other):
    """The other is copied, and what this has is taken out of it or added."""
    made = _set_new(set, other)
    _set_symmetric_difference_update(made, table)
    return _like(table, made)


def _set_intersection_update(table, *others):
    _set_replace(table, _set_intersection(table, *others))


def _set_difference_update(table, *others):
    for other in others:
        _set_take_out(table, other)


def _set_symmetric_difference_update(table, other):
    if table is other:
        return set.clear(table)
    for item, hashed, *_ in _hashed(other) if type(other) is dict else _entries(_as_set(other)):
        if not _set_discard_entry(table, item, hashed):
            _set_add_entry(table, item, hashed)


def _set_issubset(table, other):
    if _kind(other) != "set":
        return _set_len(_set_common(table, other)) == _set_len(table)
    return _set_len(table) <= _set_len(other) and _within(table, other)


def _set_issuperset(table, other):
    if _kind(other) == "set":
        return _set_issubset(other, table)
    for item in other:
        if _set_find(table, item, hash(item)) < 0:
            return False
    return True


def _set_isdisjoint(table, other):
    if _kind(other) == "set":
        if _set_len(other) > _set_len(table):
            table, other = other, table
        for item, hashed in _entries(other):
            if _set_find(table, item, hashed) >= 0:
                return False
        return True
    for item in other:
        if _set_find(table, item, hash(item)) >= 0:
            return False
    return True


def _view_isdisjoint(view, other):
    if (_kind(other) == "set" or _is_set_view(other)) and len(other) > len(view):
        view, other = other, view
    for item in other:
        if item in view:
            return False
    return True


def _is_set_view(value):
    return _layout(value) in ("dict_keys", "dict_items")


def _view_and(a, b):
    view, other = (a, b) if _is_set_view(a) else (b, a)
    if type(other) is set and len(view) <= len(other):
        return other.intersection(view)
    if _is_set_view(other) and len(other) > len(view):
        view, other = other, view
    made = set()
    for item in other:
        if item in view:
            _set_add(made, item)
    return made


def _view_combined(operator, a, b):
    if operator == "&":
        return _view_and(a, b)
    if operator == "^" and _layout(a) == _layout(b) == "dict_items":
        return _items_xor(_view_dict(a), _view_dict(b))
    made = _set_new(set, _view_dict(a) if _layout(a) == "dict_keys" else a)
    if operator == "|":
        _set_method_update(made, b)
    elif operator == "-":
        _set_take_out(made, b)
    else:
        _set_symmetric_difference_update(made, b)
    return made


def _items_xor(a, b):
    rest = dict(a)
    made = set()
    for key, hashed, value in _hashed(b):
        at = _dict_find(rest, key, hashed)
        if at >= 0:
            own = _dict_value(rest, at)
            if own is value or own == value:
                _dict_drop(rest, at)
                continue
        _set_add(made, (key, value))
    for key, _, value in _hashed(rest):
        _set_add(made, (key, value))
    return made


def _view_within(a, b):
    for item in a:
        if item not in b:
            return False
    return True


def _compare_views(number, a, b):
    x, y = len(a), len(b)
    if number == 2:
        return x == y and _view_within(a, b)
    if number == 3:
        return not (x == y and _view_within(a, b))
    if number == 0:
        return x < y and _view_within(a, b)
    if number == 1:
        return x <= y and _view_within(a, b)
    if number == 4:
        return x > y and _view_within(b, a)
    return x >= y and _view_within(b, a)


def _view_contains(view, item):
    if _layout(view) == "dict_keys":
        return _dict_find(_view_dict(view), item, hash(item)) >= 0
    if not isinstance(item, tuple) or tuple.__len__(item) != 2:
        return False
    key, value = tuple.__iter__(item)
    at = _dict_find(_view_dict(view), key, hash(key))
    if at < 0:
        return False
    found = _dict_value(_view_dict(view), at)
    return True if found is value or found == value else False


def _bytearray_init(target, source=b"", encoding=None, errors=None):
    bytearray.__init__(target, _byte_source(source, "bytearray"))


def _bytearray_new(cls, source=b"", encoding=None, errors=None):
    return bytearray.__new__(cls, _byte_source(source, "bytearray"))


def _bytearray_extend(target, items):
    if _lends(items):
        return _with_bytes(items, target.extend, 0)
    more = bytearray()
    for item in _counted(items):
        more.append(_index(item))
    target += more


def _items_to_join(items):
    return _list_new(list, _iter_or(items, "can only join an iterable"))


def _str_join(separator, items):
    return separator.join(_items_to_join(items))


def _str_translate(text, table):
    parts = []
    for char in text:
        try:
            to = table[ord(char)]
        except LookupError:
            to = char
        if to is None:
            continue
        if isinstance(to, str):
            parts.append(to)
        elif isinstance(to, int):
            parts.append(chr(to))
        else:
            raise TypeError("character mapping must return integer, None or str")
    return "".join(parts)


def _str_format(text, *args, **names):
    return _fill_fields(text, args, names)


def _str_format_map(text, mapping):
    return _fill_fields(text, None, mapping)


def _fill_fields(text, args, names):
    """`str.format` where a value's own methods make its text."""
    return _fill(text, args, names, [None], 2)


def _fill(text, args, names, numbering, depth):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    parts = []
    for literal, name, spec, conversion in _fields(text):
        parts.append(literal)
        if name is None:
            continue
        value = _field_value(name, args, names, numbering)
        if conversion == "r":
            value = repr(value)
        elif conversion == "s":
            value = str(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion is not None:
            shown = conversion if 32 < ord(conversion) < 127 else f"\\x{ord(conversion):x}"
            raise ValueError("Unknown conversion specifier " + shown)
        if "{" in spec or "}" in spec:
            spec = _fill(spec, args, names, numbering, depth - 1)
        parts.append(format(value, spec))
    return "".join(parts)


def _field_value(name, args, names, numbering):
    first, steps = _steps(name)
    if first == "" or isinstance(first, int):
        first = _field_number(first, args, numbering)
        if first >= len(args):
            raise IndexError(f"Replacement index {first} out of range for positional args tuple")
        value = args[first]
    else:
        value = names[first]
    for is_attribute, step in steps:
        value = getattr(value, step) if is_attribute else value[step]
    return value


def _field_number(first, args, numbering):
    """Which argument a field without a name means; `numbering` holds how fields are numbered here."""
    automatic = first == ""
    if numbering[0] is not None and automatic is (numbering[0] == "manual"):
        kinds = ["automatic field numbering", "manual field specification"]
        if automatic:
            kinds.reverse()
        raise ValueError(f"cannot switch from {kinds[0]} to {kinds[1]}")
    if args is None:
        raise ValueError("Format string contains positional fields")
    if not automatic:
        numbering[0] = "manual"
        return first
    number = 0 if numbering[0] is None else numbering[0]
    numbering[0] = number + 1
    return number


def _not_implemented(a, b):
    return NotImplemented


def _and(a, b):
    if _is_set_view(a) or _is_set_view(b):
        return _view_and(a, b)
    return _like(a, _set_common(a, b))


def _or(a, b):
    if isinstance(a, dict):
        made = _dict_copy(a)
        _dict_fill(made, b, {})
        return made
    if _is_set_view(a) or _is_set_view(b):
        return _view_combined("|", a, b)
    return _set_union(a, b)


def _subtract(a, b):
    if _is_set_view(a) or _is_set_view(b):
        return _view_combined("-", a, b)
    return _set_difference(a, b)


def _xor(a, b):
    if _is_set_view(a) or _is_set_view(b):
        return _view_combined("^", a, b)
    return _set_symmetric_difference(a, b)


def _set_iand(table, other):
    _set_replace(table, _set_common(table, other))
    return table


def _set_ior(table, other):
    _set_method_update(table, other)
    return table


def _set_isub(table, other):
    _set_difference_update(table, other)
    return table


def _set_ixor(table, other):
    _set_symmetric_difference_update(table, other)
    return table


def _list_iadd(target, items):
    _list_extend(target, items)
    return target


def _list_imul(target, times):
    return (list if _layout(target) == "list" else bytearray).__imul__(target, _fitting(times, OverflowError))


def _complex_new(cls, real=0, imag=_NOT_GIVEN):
    if imag is not _NOT_GIVEN and not isinstance(imag, (int, float, complex)):
        if isinstance(imag, str):
            raise TypeError("complex() second arg can't be a string")
    found = real
    method = None if type(real) is complex else _special(real, "__complex__")
    if method is not None:
        found = method(real)
        if not isinstance(found, complex):
            raise TypeError(f"__complex__ returned non-complex (type {type(found).__name__})")
        if type(found) is not complex:
            _not_strictly("__complex__", found, "complex")
    if not _is_real(found):
        raise TypeError(f"complex() first argument must be a string or a number, not '{type(real).__name__}'")
    if imag is _NOT_GIVEN:
        return complex.__new__(cls, complex.__pos__(found) if isinstance(found, complex) else _as_real(found))
    if not _is_real(imag):
        raise TypeError(f"complex() second argument must be a number, not '{type(imag).__name__}'")
    found = complex.__pos__(found) if isinstance(found, complex) else _as_real(found)
    return complex.__new__(cls, found, complex.__pos__(imag) if isinstance(imag, complex) else _as_real(imag))


def _is_real(value):
    return (isinstance(value, complex) or _special(value, "__float__") is not None
            or _special(value, "__index__") is not None)


def _as_real(value):
    """The float that a number says it is."""
    return value if type(value) in (int, float, bool) else _float_new(float, value)


def _slice_indices(cut, length):
    length = _index(length)
    if length < 0:
        raise ValueError("length should not be negative")
    step = _index(cut.step)
    return slice(_index(cut.start), _index(cut.stop), step).indices(length)
