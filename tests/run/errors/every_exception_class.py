# Each exception class that takes anything: made, shown, changed, raised, and made by __new__ alone.
import builtins

SPECIAL = (UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError, BaseExceptionGroup)
for name, kind in sorted(vars(builtins).items()):
    if not isinstance(kind, type) or not issubclass(kind, BaseException) or issubclass(kind, SPECIAL) or kind.__name__ != name:
        continue
    error = kind("one", ("file", 1, 2, "text")) if issubclass(kind, SyntaxError) else kind("one", 2)
    print(name, error.args, repr(error), str(error), kind.__new__(kind).args, str(kind()), repr(kind("x")))
    error.__init__("again")
    error.note = kind.__base__.__name__
    print("   ", error.args, error.note, error.__cause__, error.__context__, error.__suppress_context__, error.__traceback__)
    try:
        raise kind from KeyError("cause")
    except BaseException as caught:
        print("   ", type(caught) is kind, caught.__cause__, caught.__suppress_context__, caught.__traceback__.tb_lineno)
