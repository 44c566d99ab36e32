

def _percent(text, values):
    """`text % values` where the values' own methods say what is written."""
    items = values if _derives(type(values), tuple) else (values,)
    made = []
    used = at = 0
    by_name = False
    while True:
        before, unit, name, stars, kind, at = _percent_next(text, at)
        made.append(before)
        if unit is None:
            break
        if name is not None:
            if not _is_percent_mapping(values, text):
                raise TypeError("format requires a mapping")
            by_name = True
            given = [values[name]]
        else:
            given = list(items[used:used + stars + 1])
            used += stars + 1
            if len(given) <= stars:
                raise TypeError("not enough arguments for format string")
        made.append(_percent_one(text, unit, kind, given, at - 1))
    if used < len(items) and not by_name and not _is_percent_mapping(values, text):
        what = "string" if isinstance(text, str) else "bytes"
        raise TypeError(f"not all arguments converted during {what} formatting")
    if isinstance(text, str):
        return "".join(made)
    return type(text)(b"".join(made)) if isinstance(text, bytearray) else b"".join(made)


def _percent_one(text, unit, kind, given, at):
    """One value as its unit has it. What stands before it in `given` are the numbers of stars."""
    value = given[-1]
    is_text = isinstance(text, str)
    if kind in ("a", "r") or kind == "s" and is_text:
        value = str(value) if kind == "s" else repr(value) if kind == "r" and is_text else ascii(value)
        value = value if is_text else value.encode("ascii")
        unit = unit[:-1] + ("s" if is_text else b"s")
    elif kind in ("s", "b"):
        method = _special(value, "__bytes__")
        if method is not None:
            value = method(value)
            if not _is_one_of(value, (bytes,)):
                raise TypeError(f"__bytes__ returned non-bytes (type {type(value).__name__})")
        elif _lends(value):
            value = _lent_bytes(value)
    elif kind in ("d", "i", "u"):
        value = _percent_int(kind, value, ("__int__", "__index__", "__float__"), "a real number is required")
    elif kind in ("o", "x", "X"):
        value = _percent_int(kind, value, ("__index__",), "an integer is required")
    elif kind == "c":
        if not _is_one_of(value, (int, str, bytes, bytearray)) and _special(value, "__index__") is not None:
            value = _index(value)
    elif kind in ("e", "E", "f", "F", "g", "G"):
        if not _is_one_of(value, (float,)) and (
                _special(value, "__float__") is not None or _special(value, "__index__") is not None):
            value = float(value)
    else:
        shown = kind if 31 <= ord(kind) <= 126 else "?"
        raise ValueError(f"unsupported format character '{shown}' ({ord(kind):#x}) at index {at}")
    return unit % (*given[:-1], value)


def _percent_int(kind, value, names, wanted):
    if _derives(type(value), int):
        return value
    for name in names:
        if _special(value, name) is not None:
            try:
                return _index(value) if names == ("__index__",) else int(value)
            except TypeError:
                break
    raise TypeError(f"%{kind} format: {wanted}, not {type(value).__name__}")
