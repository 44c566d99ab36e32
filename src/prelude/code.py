

def _co_lnotab(table):
    _warn(DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.")
    return table


def _compile(source, filename, mode, flags, dont_inherit, optimize, feature_version):
    filename = _file_name(filename)
    if not isinstance(mode, str):
        raise TypeError(f"compile() argument 'mode' must be str, not {_type_name(mode)}")
    flags = _index(flags)
    optimize = _index(optimize)
    if flags & ~0x1FE7610:
        raise ValueError("compile(): unrecognised flags")
    if not -1 <= optimize <= 2:
        raise ValueError("compile(): invalid optimize value")
    if mode == "func_type" and not flags & 0x400:
        raise ValueError("compile() mode 'func_type' requires flag PyCF_ONLY_AST")
    if mode not in ("exec", "eval", "single"):
        more = ", 'single' or 'func_type'" if flags & 0x400 else " or 'single'"
        raise ValueError(f"compile() mode must be 'exec', 'eval'{more}")
    for bit, name in ((0x400, "PyCF_ONLY_AST"), (0x2000, "PyCF_ALLOW_TOP_LEVEL_AWAIT"),
                      (0x1000, "PyCF_TYPE_COMMENTS"), (0x200, "PyCF_DONT_IMPLY_DEDENT"),
                      (0x4000, "PyCF_ALLOW_INCOMPLETE_INPUT")):
        if flags & bit:
            raise SystemError(f"opstep does not compile with the flag {name} yet")
    if optimize > 0:
        raise SystemError(f"opstep does not compile with optimize={optimize} yet")
    if not dont_inherit:
        flags |= _caller_flags()
    return _code_of_text(source, "compile", "string, bytes or AST", filename, mode, flags)


def _code_of_text(source, function, wanted, filename, mode, flags):
    if not isinstance(source, (str, bytes, bytearray)):
        if not isinstance(source, memoryview) and not _lends(source):
            raise TypeError(f"{function}() arg 1 must be a {wanted} object")
        source = _lent_bytes(source, 0) if _lends(source) else bytes(source)
    answer = _compile_text(source, filename, mode, flags & 0x1FE0000)
    if answer is None:
        # It holds what no program can: the error says what.
        source.encode()
    code, error, warned = answer
    for category, text, line, details in warned:
        if category is DeprecationWarning:
            _warn(category, text)
            continue
        try:
            _warn_at(category, text, filename, line, None, _module_of(filename))
            continue
        except SyntaxWarning:
            pass
        raise SyntaxError(*details)
    if error is not None:
        raise error
    return code


def _module_of(filename):
    """The module that a warning about a file is about."""
    return "<unknown>" if filename == "" else filename.removesuffix(".py")


def _file_name(path):
    """What `os.fsdecode` makes of it."""
    if not isinstance(path, (str, bytes)):
        method = _special(path, "__fspath__")
        if method is None:
            raise TypeError(f"expected str, bytes or os.PathLike object, not {_type_name(path)}")
        answer = method(path)
        if not isinstance(answer, (str, bytes)):
            raise TypeError(
                f"expected {_type_name(path)}.__fspath__() to return str or bytes, not {_type_name(answer)}")
        path = answer
    if isinstance(path, bytes):
        path = path.decode("utf-8", "surrogateescape")
    if "\0" in path:
        raise ValueError("embedded null byte")
    return path


def _type_name(value):
    return "None" if value is None else type(value).__name__


def _exec(source, names, inner, closure):
    if names is None:
        names = globals()
        if inner is None:
            inner = locals()
    elif inner is None:
        inner = names
    if not isinstance(names, dict):
        raise TypeError(f"exec() globals must be a dict, not {type(names).__name__}")
    if _special(inner, "__getitem__") is None:
        raise TypeError(f"locals must be a mapping or None, not {type(inner).__name__}")
    if not dict.__contains__(names, "__builtins__"):
        dict.__setitem__(names, "__builtins__", _caller_builtins(globals()))
    free = _free_count(source)
    if free is None:
        if closure is not None:
            raise TypeError("closure can only be used when source is a code object")
        source = _code_of_text(source, "exec", "string, bytes or code", "<string>", "exec", _caller_flags())
    elif free == 0:
        if closure is not None:
            raise TypeError("cannot use a closure with this code object")
    elif type(closure) is not tuple or len(closure) != free or not all(type(cell) is _Cell for cell in closure):
        raise TypeError(f"code object requires a closure of exactly length {free}")
    _run_code(source, names, inner, closure)


def _eval(source, names, inner):
    if inner is not None and _special(inner, "__getitem__") is None:
        raise TypeError("locals must be a mapping")
    if names is not None and not isinstance(names, dict):
        if _special(names, "__getitem__") is None:
            raise TypeError("globals must be a dict")
        raise TypeError("globals must be a real dict; try eval(expr, {}, mapping)")
    if names is None:
        names = globals()
        if inner is None:
            inner = locals()
    elif inner is None:
        inner = names
    if not dict.__contains__(names, "__builtins__"):
        dict.__setitem__(names, "__builtins__", _caller_builtins(globals()))
    free = _free_count(source)
    if free is None:
        if isinstance(source, str):
            source = source.lstrip(" \t")
        elif isinstance(source, (bytes, bytearray)):
            source = source.lstrip(b" \t")
        source = _code_of_text(source, "eval", "string, bytes or code", "<string>", "eval", _caller_flags())
    elif free:
        raise TypeError("code object passed to eval() may not contain free variables")
    return _run_code(source, names, inner, None)


def _cell_type():
    content = None
    return type((lambda: content).__closure__[0])


_Cell = _cell_type()


def _load_name(names, outer, name):
    """A name in a namespace that is no plain dict, or else among the globals and builtins."""
    try:
        return names[name]
    except KeyError:
        pass
    return _global(outer, name)


def _load_from(name, *places):
    """A name in the first of these namespaces that has it."""
    for names in places:
        try:
            return names[name]
        except KeyError:
            pass
    raise NameError(f"name {name!r} is not defined", name=name)


def _builder_from(builtins):
    """What makes classes, where the builtins are no plain dict."""
    try:
        return builtins["__build_class__"]
    except KeyError:
        pass
    raise NameError("__build_class__ not found")


def _load_name_or_cell(names, name, *content):
    try:
        return names[name]
    except KeyError:
        pass
    for value in content:
        return value
    raise NameError(
        f"cannot access free variable {name!r} where it is not associated with a value in enclosing scope")


def _store_name(names, name, value):
    names[name] = value


def _delete_name(names, name):
    try:
        del names[name]
        return
    except BaseException:
        pass
    raise NameError(f"name '{name}' is not defined", name=name)


def _setup_annotations(names):
    try:
        names["__annotations__"]
        return
    except KeyError:
        pass
    names["__annotations__"] = {}


def _frame_repr(frame):
    code = frame.f_code
    return f"<frame at {id(frame):#x}, file {code.co_filename!r}, line {frame.f_lineno}, code {code.co_name}>"


def _frame_clear(frame):
    generator = _clear_frame(frame)
    if generator is not None:
        # As if it died, so that what nobody has awaited is warned of.
        generator.__del__()


def _display(value):
    """What a prompt does with a value."""
    hook = getattr(_modules()["sys"], "displayhook", _MISSING)
    if hook is _MISSING:
        raise RuntimeError("lost sys.displayhook")
    hook(value)


def _display_hook(value):
    modules = _modules()
    if "builtins" not in modules:
        raise RuntimeError("lost builtins module")
    if value is None:
        return
    builtins = modules["builtins"]
    builtins._ = None
    out = getattr(modules["sys"], "stdout", None)
    if out is None:
        raise RuntimeError("lost sys.stdout")
    out.write(repr(value))
    out.write("\n")
    builtins._ = value
