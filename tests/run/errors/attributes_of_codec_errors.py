# The parts of the errors of codecs, changed after they were made.
encode = UnicodeEncodeError("ascii", "aé€", 1, 2, "ordinal")
decode = UnicodeDecodeError("utf-8", b"a\xff", 1, 2, "invalid")
translate = UnicodeTranslateError("aé€", 1, 3, "odd")
for error in (encode, decode, translate):
    print(error, error.object, error.start, error.end, error.reason, error.args, error.encoding)
    error.start, error.end, error.reason = 0, 1, "changed"
    print(error, error.__str__(), repr(error))
    error.start, error.end = -5, 99
    print(error.start, error.end)
encode.object, encode.encoding = "xyz", "other"
print(encode, encode.encoding, encode.args)
for call in (lambda: UnicodeEncodeError("a", b"x", 0, 1, "r"), lambda: UnicodeDecodeError("a", "x", 0, 1, "r"), lambda: UnicodeTranslateError("x"),
             lambda: UnicodeEncodeError("a", "x", "0", 1, "r"), lambda: UnicodeTranslateError("x", 0, 1, 5)):
    try:
        print(call())
    except TypeError as error:
        print(error)
