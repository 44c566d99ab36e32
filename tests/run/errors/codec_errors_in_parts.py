error = UnicodeDecodeError("utf-8", b"abc\xff", 3, 4, "bad byte")
print(error, error.encoding, error.object, error.start, error.end, error.reason)
error.start, error.reason = 1, "other"
print(error)
error = UnicodeEncodeError("ascii", "a\u20ac", 1, 2, "too high")
print(error, error.start, error.end, error.object)
error = UnicodeTranslateError("x\u00e9y", 1, 2, "why")
print(error, error.reason, UnicodeTranslateError("xyz", 0, 2, "why"))
for kind, args in ((UnicodeDecodeError, ()), (UnicodeDecodeError, ("a", "b", 1, 2, "c")), (UnicodeEncodeError, ("a", "b", "c", 1, "d")), (UnicodeTranslateError, (1, 2, 3, "x"))):
    try:
        kind(*args)
    except TypeError as error:
        print(error)
try:
    "\u20ac".encode("ascii")
except UnicodeEncodeError as error:
    print(error.start, error.end, error.reason, error.object == "\u20ac")
