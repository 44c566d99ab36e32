

def _retry(native, *args, **names):
    """A native that met objects which say themselves what number they are."""
    return native(*[_plain_index(arg) for arg in args], **{name: _plain_index(names[name]) for name in names})


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


def _hashed(items):
    """The items of a set with the hashes that it knows."""
    return zip(list(items), _set_hashes(items))


def _set_discard(table, key):
    at = _set_find(table, key, hash(key))
    if at >= 0:
        _set_drop(table, at)


def _set_remove(table, key):
    at = _set_find(table, key, hash(key))
    if at < 0:
        _raise_key(key)
    _set_drop(table, at)


def _set_toggle(table, key, hashed):
    at = _set_find(table, key, hashed)
    if at >= 0:
        _set_drop(table, at)
    else:
        _set_put(table, hashed, key)


def _set_replace(table, items):
    table.clear()
    for item, hashed in _hashed(items):
        _set_put(table, hashed, item)


def _set_method_update(table, *others):
    for other in others:
        if isinstance(other, (set, frozenset)):
            for item, hashed in _hashed(other):
                if _set_find(table, item, hashed) < 0:
                    _set_put(table, hashed, item)
            continue
        for item in other:
            _set_add(table, item)


def _frozenset_new(cls, iterable=()):
    return frozenset.__new__(cls, _build_set(iterable))


def _set_union(table, *others):
    made = _set_copy(table)
    _set_method_update(made, *others)
    return _like(table, made)


def _set_intersection(table, *others):
    made = _set_copy(table)
    for other in others:
        made = _set_common(made, other)
    return _like(table, made)


def _set_common(table, other):
    """What is in both: keys of the smaller set, or those of what is no set."""
    if isinstance(other, (set, frozenset)) and len(other) > len(table):
        table, other = other, table
    made = set()
    if isinstance(other, (set, frozenset)):
        for item, hashed in _hashed(other):
            if _set_find(table, item, hashed) >= 0:
                _set_put(made, hashed, item)
        return made
    for item in other:
        hashed = hash(item)
        if _set_find(table, item, hashed) >= 0 and _set_find(made, item, hashed) < 0:
            _set_put(made, hashed, item)
    return made


def _set_filter(table, other, wanted):
    made = set()
    for item, hashed in _hashed(table):
        if (_set_find(other, item, hashed) >= 0) is wanted:
            _set_put(made, hashed, item)
    return made


def _set_difference(table, *others):
    made = _set_copy(table)
    for other in others:
        made = _set_filter(made, _as_set(other), False)
    return _like(table, made)


def _set_symmetric_difference(table, other):
    made = _set_copy(table)
    for item, hashed in _hashed(_as_set(other)):
        _set_toggle(made, item, hashed)
    return _like(table, made)


def _set_intersection_update(table, *others):
    _set_replace(table, _set_intersection(_set_copy(table), *others))


def _set_difference_update(table, *others):
    _set_replace(table, _set_difference(_set_copy(table), *others))


def _set_symmetric_difference_update(table, other):
    for item, hashed in _hashed(_as_set(other)):
        _set_toggle(table, item, hashed)


def _set_issubset(table, other):
    return _within(table, _as_set(other))


def _set_issuperset(table, other):
    return _within(_as_set(other), table)


def _set_isdisjoint(table, other):
    for item in other:
        if item in table:
            return False
    return True


def _bytearray_init(target, source=b"", encoding=None, errors=None):
    bytearray.__init__(target, _byte_source(source, "bytearray"))


def _bytearray_new(cls, source=b"", encoding=None, errors=None):
    return bytearray.__new__(cls, _byte_source(source, "bytearray"))


def _bytearray_extend(target, items):
    more = bytearray()
    for item in _counted(items):
        more.append(_index(item))
    target += more


def _str_join(separator, items):
    try:
        iterator = iter(items)
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError("can only join an iterable")
    return separator.join(_list_new(list, iterator))


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
    return _set_intersection(_as_set(a), b)


def _or(a, b):
    if isinstance(a, dict):
        made = dict(a)
        _dict_fill(made, b, {})
        return made
    return _set_union(_as_set(a), b)


def _subtract(a, b):
    return _set_difference(_as_set(a), b)


def _xor(a, b):
    return _set_symmetric_difference(_as_set(a), b)


def _set_iand(table, other):
    _set_intersection_update(table, other)
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
    target *= _index(times)
    return target


def _complex_new(cls, real=0, imag=0):
    return complex.__new__(cls, _as_complex(real), _as_complex(imag))


def _as_complex(value):
    for name in ("__complex__", "__float__", "__index__"):
        method = _special(value, name)
        if method is not None and not isinstance(value, (int, float, complex)):
            return method(value)
    return value


def _slice_indices(cut, length):
    length = _index(length)
    if length < 0:
        raise ValueError("length should not be negative")
    step = _index(cut.step)
    return slice(_index(cut.start), _index(cut.stop), step).indices(length)
