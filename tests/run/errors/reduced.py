# How exceptions say that they are made again: arguments, and what else they hold.
errors = [ValueError("a", 1), KeyError("k"), AttributeError("text", name="n", obj="o"), ImportError("m", name="n", path="p"), ImportError("m"),
          OSError(2, "text"), OSError(2, "text", "file"), OSError(2, "text", "file", None, "other"), OSError("one"), StopIteration(5), NameError("n", name="x"),
          SyntaxError("msg", ("file", 1, 2, "text")), UnicodeDecodeError("ascii", b"x", 0, 1, "why"), ExceptionGroup("g", [ValueError(1)])]
for error in errors:
    kind, args, *state = error.__reduce__()
    print(kind.__name__, args, state, kind(*args).args)
error = ValueError("x")
error.extra = [1]
print(error.__reduce__()[1:], error.__setstate__({"more": 2}), error.more, error.__setstate__(None), vars(error))
print(AttributeError("t", name="n").__getstate__(), AttributeError("t").__getstate__())
try:
    error.__setstate__(5)
except TypeError as refused:
    print(refused)
error.with_traceback(None).add_note("noted")
print(error.__notes__, error.__dict__, BaseException.__getattribute__(error, "args"), error.__setattr__("a", 1), error.__delattr__("a"))
for call in (lambda: error.with_traceback(5), lambda: error.add_note(5), lambda: setattr(error, "args", 5), lambda: delattr(error, "args"),
             lambda: setattr(error, "__cause__", 5), lambda: setattr(error, "__context__", 5), lambda: setattr(error, "__traceback__", 5)):
    try:
        print(call())
    except TypeError as refused:
        print(refused)
