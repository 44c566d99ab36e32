

class SimpleNamespace:
    __module__ = "types"

    def __init__(self, /, **names):
        self.__dict__.update(names)

    def __repr__(self):
        inner = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        kind = type(self)
        return f"{'namespace' if kind is SimpleNamespace else kind.__name__}({inner})"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__


def _record(name, fields, shown=None):
    """The type of a tuple of `sys` whose items have names."""
    shown = shown or "sys." + name

    def __new__(cls, *args):
        raise TypeError(f"cannot create 'sys.{name}' instances")

    def __repr__(self):
        return f"{shown}(" + ", ".join([f"{field}={item!r}" for field, item in zip(fields, self)]) + ")"

    names = {"__module__": "sys", "__slots__": (), "__new__": __new__, "__repr__": __repr__,
             "__match_args__": fields, "n_fields": len(fields), "n_sequence_fields": len(fields),
             "n_unnamed_fields": 0}
    for at, field in enumerate(fields):
        names[field] = property(_item_at(at))
    return type(name, (tuple,), names)


def _item_at(at):
    return lambda self: self[at]


def _recorded(kind, /, **items):
    return tuple.__new__(_record(kind, tuple(items)), items.values())


class _StandardBuffer:
    """The bytes below a standard stream. What is written must be text in the end."""

    __module__ = "_io"

    def __init__(self, stream):
        self._stream = stream
        self.name = stream.name
        self.mode = stream.mode + "b"
        self.raw = self

    @property
    def closed(self):
        return self._stream.closed

    def close(self):
        self._stream.close()

    def write(self, data):
        data = bytes(data)
        self._stream.write(data.decode("utf-8"))
        return len(data)

    def read(self, size=-1):
        text = self._stream.read(size).encode("utf-8")
        return text

    def readline(self, size=-1):
        return self._stream.readline(size).encode("utf-8")

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def flush(self):
        pass

    def fileno(self):
        return self._stream.fileno()

    def isatty(self):
        return False

    def __repr__(self):
        return f"<_io.{'BufferedReader' if 'r' in self.mode else 'BufferedWriter'} name={self.name!r}>"


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


def _stream_open(stream, stop="."):
    if stream.closed:
        raise ValueError("I/O operation on closed file" + stop)


def _stream_readable(stream):
    _stream_open(stream)
    if stream.mode != "r":
        raise UnsupportedOperation("not readable")


def _not_writable(stream):
    _stream_open(stream)
    raise UnsupportedOperation("not writable")


def _stream_close(stream):
    stream.closed = True


def _stream_exit(stream, *error):
    stream.close()


def _stream_isatty(stream):
    _stream_open(stream, "")
    return False


def _stream_fileno(stream):
    _stream_open(stream, "")
    return stream._number


def _stream_is_readable(stream):
    return stream.mode == "r" and not _stream_isatty(stream)


def _stream_is_writable(stream):
    return stream.mode == "w" and not _stream_isatty(stream)


def _stream_tell(stream):
    _stream_open(stream)
    raise UnsupportedOperation("underlying stream is not seekable")


def _stream_seek(stream, cookie, whence=0):
    _stream_tell(stream)


def _stream_truncate(stream, size=None):
    _stream_open(stream)
    if stream.mode == "r":
        raise UnsupportedOperation("truncate")
    raise OSError(29, "Illegal seek") if size is None else OSError(22, "Invalid argument")


def _stream_rest(stream):
    return getattr(stream, "_rest", "")


def _stream_keep(stream, rest):
    stream._rest = rest


def _stream_repr(stream):
    return f"<_io.TextIOWrapper name={stream.name!r} mode={stream.mode!r} encoding={stream.encoding!r}>"


def _stream_take(stream, wanted):
    """What is read until `wanted(text)` says where to cut, or the end."""
    rest = _stream_rest(stream)
    at = wanted(rest)
    while at is None:
        more = _read_line()
        if not more:
            at = len(rest)
            break
        rest += more
        at = wanted(rest)
    _stream_keep(stream, rest[at:])
    return rest[:at]


def _stream_size(size):
    if size is None:
        return -1
    if _special(size, "__index__") is None:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
    return _index(size)


def _stream_read(stream, size=-1):
    _stream_readable(stream)
    size = _stream_size(size)
    if size < 0:
        return _stream_take(stream, lambda text: None)
    return _stream_take(stream, lambda text: size if len(text) >= size else None)


def _stream_readline(stream, size=-1):
    if size is None:
        raise TypeError("'NoneType' object cannot be interpreted as an integer")
    size = _index(size)
    _stream_readable(stream)

    def wanted(text):
        end = text.find("\n") + 1
        if 0 <= size and (end == 0 and len(text) >= size or end > size):
            return size
        return end or None

    return _stream_take(stream, wanted)


def _stream_next(stream):
    line = _stream_readline(stream)
    if not line:
        raise StopIteration
    return line


def _stream_readlines(stream, hint=-1):
    lines = []
    total = 0
    hint = _stream_size(hint)
    while True:
        line = _stream_readline(stream)
        if not line:
            return lines
        lines.append(line)
        total += len(line)
        if 0 < hint <= total:
            return lines


def _stream_writelines(stream, lines):
    _stream_open(stream)
    for line in lines:
        stream.write(line)


def _getsizeof(value, default=_MISSING):
    try:
        size = _special(value, "__sizeof__")(value)
        if not isinstance(size, int):
            raise TypeError("an integer is required")
    except TypeError:
        if default is _MISSING:
            raise
        return default
    if size < 0:
        raise ValueError("__sizeof__() should return >= 0")
    return size + _bytes_in_front(value)


def _frame_module_name(depth=0):
    try:
        return _modules()["sys"]._getframe(depth).f_globals.get("__name__")
    except ValueError:
        return None


def _handled_exception():
    return _modules()["sys"].exc_info()[1]


def _exit_text(error):
    try:
        text = str(error.code)
    except BaseException:
        text = ""
    _keep_text(error, text)


def _call_excepthook(hook, error):
    try:
        hook(type(error), error, error.__traceback__)
    except BaseException as second:
        if isinstance(second, SystemExit):
            raise
        _write_error("Error in sys.excepthook:\n")
        second.__context__ = None
        _report_plainly(second)
        _write_error("\nOriginal exception was:\n")
        _report_plainly(error)


def _default_excepthook(kind, error, traceback):
    if not isinstance(error, BaseException):
        raise SystemError(f"opstep reports exceptions only, not {type(error).__name__}")
    if error.__traceback__ is None and traceback is not None:
        error.__traceback__ = traceback
    _report_plainly(error)


def _report_plainly(error):
    """Writes of an exception and those that led to it, each asked for its text first."""
    asked = []
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is None or any(each is known for known in asked):
            continue
        asked.append(each)
        waiting += [each.__cause__, each.__context__]
        _exception_text(each)
    _write_error(_report_text(error, False))


def _write_error(text):
    out = getattr(_modules()["sys"], "stderr", None)
    if out is not None:
        out.write(text)


def _unraisable(of, error):
    """Nobody can handle it: the hook is told."""
    hook = getattr(_modules()["sys"], "unraisablehook", None)
    if hook is None:
        return _ignored(None, of, error)
    try:
        hook(_recorded("UnraisableHookArgs", exc_type=type(error), exc_value=error,
                       exc_traceback=error.__traceback__, err_msg=None, object=of))
    except BaseException as second:
        _ignored("Exception ignored in sys.unraisablehook", hook, second)


def _default_unraisablehook(args):
    if type(args).__name__ != "UnraisableHookArgs":
        raise TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
    _ignored(args.err_msg, args.object, args.exc_value)


def _ignored(message, of, error):
    head = f"{message}:" if message is not None else "" if of is None else "Exception ignored in:"
    if of is not None:
        try:
            head += f" {of!r}"
        except BaseException:
            head += " <object repr() failed>"
    _exception_text(error)
    _write_error((head + "\n" if head else "") + _report_text(error, True))


_AsyncgenHooks = _record("asyncgen_hooks", ("firstiter", "finalizer"), "asyncgen_hooks")
_asyncgen_hooks = (None, None)


def _get_asyncgen_hooks():
    return tuple.__new__(_AsyncgenHooks, _asyncgen_hooks)


def _set_asyncgen_hooks(firstiter, finalizer):
    for name, hook, at in (("finalizer", finalizer, 1), ("firstiter", firstiter, 0)):
        if hook is ...:
            continue
        if hook is not None and not callable(hook):
            raise TypeError(f"callable {name} expected, got {type(hook).__name__}")
        _keep_asyncgen_hook(at, hook)


def _keep_asyncgen_hook(at, hook):
    global _asyncgen_hooks
    items = list(_asyncgen_hooks)
    items[at] = hook
    _asyncgen_hooks = tuple(items)


def _first_iteration(hook, generator, method, args):
    hook(generator)
    return getattr(generator, method)(*args)


def _trace_refused(name, function):
    if function is not None:
        raise SystemError(f"opstep does not call {name}() functions: it traces programs itself")


def _settrace(function):
    _trace_refused("sys.settrace", function)


def _setprofile(function):
    _trace_refused("sys.setprofile", function)


def _fill_sys(sys):
    sys.version_info = _recorded("version_info", **dict(zip(
        ("major", "minor", "micro", "releaselevel", "serial"), sys.version_info)))
    major, minor, micro, level, serial = sys.version_info
    sys.hexversion = major << 24 | minor << 16 | micro << 8 | 0xF0 | serial
    sys.api_version = 1013
    sys.implementation = SimpleNamespace(
        name="cpython", cache_tag=_cache_tag(), version=sys.version_info, hexversion=sys.hexversion,
        _multiarch="x86_64-linux-gnu")
    sys.flags = _recorded(
        "flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
        no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0, isolated=0,
        dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False, int_max_str_digits=4300)
    sys.float_info = _recorded(
        "float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
        min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1)
    sys.int_info = _recorded(
        "int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
        str_digits_check_threshold=640)
    sys.hash_info = _recorded(
        "hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003,
        algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
    sys.thread_info = _recorded("thread_info", name="pthread", lock="semaphore", version=None)
    sys.builtin_module_names = tuple(sorted(_modules()))
    sys.stdlib_module_names = frozenset(_library_names())
    sys.__displayhook__ = sys.displayhook
    sys.__excepthook__ = sys.excepthook
    sys.__unraisablehook__ = sys.unraisablehook
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    sys.float_repr_style = "short"
    sys.platlibdir = "lib"
    sys.abiflags = sys.executable = sys._base_executable = sys._git = ""
    sys.prefix = sys.exec_prefix = sys.base_prefix = sys.base_exec_prefix = ""
    sys.pycache_prefix = None
    sys.dont_write_bytecode = True
    sys.warnoptions = []
    sys._xoptions = {}
    sys.path_hooks = []
    sys.meta_path = []
    sys.path_importer_cache = {}
    for stream, number, mode in ((sys.stdin, 0, "r"), (sys.stdout, 1, "w"), (sys.stderr, 2, "w")):
        stream.mode = mode
        stream.encoding = "utf-8"
        stream.errors = "backslashreplace" if number == 2 else "strict"
        stream.newlines = None
        stream.closed = False
        stream.line_buffering = number == 2
        stream.write_through = False
        stream._number = number
        stream.buffer = _StandardBuffer(stream)


_fill_sys(_modules()["sys"])
