


_NOTHING = object()


def _max(*args, key=None, default=_NOTHING):
    return _extreme("max", args, key, default)


def _min(*args, key=None, default=_NOTHING):
    return _extreme("min", args, key, default)


def _extreme(name, args, key, default):
    if len(args) == 1:
        args = args[0]
    elif default is not _NOTHING:
        raise TypeError(f"Cannot specify a default for {name}() with multiple positional arguments")
    found = False
    best = best_key = None
    for item in args:
        item_key = item if key is None else key(item)
        if not found:
            found = True
        elif name == "max":
            if not item_key > best_key:
                continue
        elif not item_key < best_key:
            continue
        best = item
        best_key = item_key
    if found:
        return best
    if default is _NOTHING:
        raise ValueError(f"{name}() iterable argument is empty")
    return default


def _sum(iterable, start=0):
    iterator = iter(iterable)
    for kind, what, empty in (("str", "strings", ""), ("bytes", "bytes", "b"), ("bytearray", "bytearray", "b")):
        if _layout(start) == kind:
            raise TypeError(f"sum() can't sum {what} [use {empty}''.join(seq) instead]")
    total, iterator = start, _as_it_is(iterator)
    was_small = True
    if type(total) is int:
        for item in iterator:
            if type(item) is not int and type(item) is not bool:
                was_small = -1 << 63 <= total < 1 << 63
                total = total + item
                break
            total = total + item
        else:
            return total
    if type(total) is float and was_small:
        lost = 0.0
        for item in iterator:
            if type(item) is float:
                total, lost = _add_floats(total, lost, item)
            elif isinstance(item, int) and -1 << 63 <= int.__index__(item) < 1 << 63:
                total = total + int.__index__(item)
            else:
                total = _with_lost(total, lost) + item
                break
        else:
            return _with_lost(total, lost)
    for item in iterator:
        total = total + item
    return total


def _abs(value):
    return _special(value, "__abs__")(value)


def _round(number, ndigits=None):
    method = _special(number, "__round__")
    if ndigits is None:
        return method(number)
    return method(number, ndigits)


def _pow(base, exp, mod=None):
    if mod is None:
        return base ** exp
    method = _special(base, "__pow__")
    answer = NotImplemented if method is None else method(base, exp, mod)
    if answer is NotImplemented:
        kinds = ", ".join([f"'{type(each).__name__}'" for each in (base, exp, mod)])
        raise TypeError(f"unsupported operand type(s) for ** or pow(): {kinds}")
    return answer


def _divmod(a, b):
    method = _special(a, "__divmod__")
    reflected = _special(b, "__rdivmod__")
    if type(a) is not type(b) and _derives(type(b), type(a)) and reflected is not _special(a, "__rdivmod__"):
        # What derives from the other's class is asked first.
        answer = reflected(b, a)
        if answer is not NotImplemented:
            return answer
    if method is not None:
        answer = method(a, b)
        if answer is not NotImplemented:
            return answer
    method = _special(b, "__rdivmod__")
    if method is not None:
        answer = method(b, a)
        if answer is not NotImplemented:
            return answer
    left = type(a).__name__
    right = type(b).__name__
    raise TypeError(f"unsupported operand type(s) for divmod(): '{left}' and '{right}'")


def _bin(value):
    return bin(_index(value))


def _hex(value):
    return hex(_index(value))


def _oct(value):
    return oct(_index(value))


def _chr(value):
    return chr(_index(value))


def _int_new(cls, value, base=None):
    if base is not None:
        return int.__new__(cls, value, _index(base))
    for name in ("__int__", "__index__", "__trunc__"):
        method = _special(value, name)
        if method is not None:
            if name == "__trunc__":
                _warn(DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.")
            answer = method(value)
            if not isinstance(answer, int):
                if name == "__trunc__" and _special(answer, "__index__") is not None:
                    return int.__new__(cls, _index(answer))
                wrong = "non-Integral" if name == "__trunc__" else "non-int"
                raise TypeError(f"{name} returned {wrong} (type {type(answer).__name__})")
            if type(answer) is not int:
                if name != "__trunc__":
                    _not_strictly(name, answer, "int")
                answer = int.__pos__(answer)
            return int.__new__(cls, answer)
    return int.__new__(cls, _lent_bytes(value, 0))


def _not_a_number(words, value, most):
    raise ValueError(words + repr(value)[:most])


_BYTES = bytes


def _int_from_bytes(cls, bytes, byteorder="big", *, signed=False):
    signed = True if signed else False
    method = _special(bytes, "__bytes__")
    if method is None and _lends(bytes):
        return cls.from_bytes(_lent_bytes(bytes), byteorder, signed=signed)
    if method is None:
        iterator = iter(bytes)
        _guess_length(bytes)
        return cls.from_bytes(_bytes_of_items(iterator), byteorder, signed=signed)
    made = method(bytes)
    if not _derives(type(made), _BYTES):
        raise TypeError(f"__bytes__ returned non-bytes (type {type(made).__name__})")
    return cls.from_bytes(made, byteorder, signed=signed)


def _float_new(cls, value, **names):
    method = _special(value, "__float__")
    if method is None:
        is_counted = _special(value, "__index__") is not None
        return float.__new__(cls, _index(value) if is_counted else _lent_bytes(value, 0))
    answer = method(value)
    if not isinstance(answer, float):
        raise TypeError(f"{type(value).__name__}.__float__ returned non-float (type {type(answer).__name__})")
    if type(answer) is not float:
        _not_strictly(type(value).__name__ + ".__float__", answer, "float")
        answer = float.__pos__(answer)
    return float.__new__(cls, answer)


def _bool_new(cls, value):
    if value:
        return True
    return False


def _range_new(cls, *parts):
    return range(*[_index(part) for part in parts])


def _print(*values, sep=" ", end="\n", file=None, flush=False):
    for name, given in (("sep", sep), ("end", end)):
        if given is not None and not isinstance(given, str):
            raise TypeError(f"{name} must be None or a string, not {type(given).__name__}")
    if sep is None:
        sep = " "
    if end is None:
        end = "\n"
    if file is None:
        file = _modules()["sys"].stdout
        if file is None:
            return
    first = True
    for value in values:
        if not first:
            _write_text(file, sep)
        first = False
        _write_text(file, str(value))
    _write_text(file, end)
    if flush:
        file.flush()


def _try_quietly(file, name):
    try:
        getattr(file, name)()
    except BaseException:
        pass


def _write_text(file, text):
    if not _write(file, text):
        file.write(text)


def _input(prompt=_NOTHING):
    sys = _modules()["sys"]
    files = []
    for name in ("stdin", "stdout", "stderr"):
        file = getattr(sys, name, None)
        if file is None:
            raise RuntimeError(f"input(): lost sys.{name}")
        files.append(file)
    stdin, stdout, stderr = files
    _try_quietly(stderr, "flush")
    _try_quietly(stdin, "fileno")
    if prompt is not _NOTHING:
        _write_text(stdout, str(prompt))
    _try_quietly(stdout, "flush")
    line = stdin.readline()
    if not isinstance(line, str):
        raise TypeError("object.readline() returned non-string")
    if not line:
        raise EOFError("EOF when reading a line")
    if line[-1] == "\n":
        return line[:-1]
    return line


_ABSENT = object()


def _getattr(value, name, default=_ABSENT):
    if default is _ABSENT:
        return getattr(value, name)
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def _getattr_asked(value, name):
    """The program's own code looks for it: if that fails, the error says of what."""
    try:
        return _ask_attribute(value, name)
    except AttributeError as error:
        _say_what_lacks(error, value, name)
        raise


def _attribute_or_else(value, name):
    """`__getattr__` is asked where the attribute's own code, or `__getattribute__`, says that there is none."""
    # It is looked up first, for the other may take it away.
    instead = _special(value, "__getattr__")
    try:
        return _special(value, "__getattribute__")(value, name)
    except AttributeError:
        pass
    return instead(value, name)


def _hasattr(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def _dir(value=_ABSENT):
    if value is _ABSENT:
        return sorted(locals().keys())
    return sorted(_special(value, "__dir__")(value))


def _call(callee, /, *args, **names):
    return callee(*args, **names)


def _isinstance(value, of):
    if type(value) is of:
        return True
    if _layout(of) == "tuple":
        for each in of:
            if isinstance(value, each):
                return True
        return False
    check = None if type(of) is type else _special(of, "__instancecheck__")
    if check is None:
        return _is_instance_of(value, of)
    return True if check(of, value) else False


def _issubclass(cls, of):
    if _layout(of) == "tuple":
        for each in of:
            if issubclass(cls, each):
                return True
        return False
    check = None if type(of) is type else _special(of, "__subclasscheck__")
    if check is None:
        return _is_subclass_of(cls, of)
    return True if check(of, cls) else False


def _exception_reduce(error):
    args = error.args
    if isinstance(error, OSError) and len(args) == 2 and error.filename is not None:
        args = (*args, error.filename)
        if error.filename2 is not None:
            args = (*args, None, error.filename2)
    state = _exception_state(error)
    return (type(error), args, state) if state else (type(error), args)


def _exception_state(error):
    """What is kept beside the arguments."""
    state = error.__dict__
    names = ("name", "path", "name_from") if isinstance(error, ImportError) else ()
    if isinstance(error, AttributeError):
        names = ("name", "args")
    held = {name: getattr(error, name) for name in names if getattr(error, name) is not None}
    return ({**state, **held} if held else state) or None


def _exception_setstate(error, state):
    if state is None:
        return
    if not isinstance(state, dict):
        raise TypeError("state is not a dictionary")
    for name in state:
        setattr(error, name, state[name])
