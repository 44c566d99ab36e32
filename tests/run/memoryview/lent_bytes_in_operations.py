# Wherever bytes are taken, an object whose class lends some will do; it is asked anew each time.
class Lender:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        print("  asked with", flags)
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("  given back")


lender = Lender(b"12")
array = bytearray(b"0123")
view = memoryview(bytearray(b"xy"))


def extend():
    array.extend(lender)
    return array


def add_in_place():
    global array
    array += lender
    return array


def put(target, key):
    target[key] = lender
    return bytes(target)


for name, operation in {
    "bytes": lambda: bytes(lender),
    "bytearray": lambda: bytearray(lender),
    "str": lambda: str(lender, "ascii"),
    "int": lambda: int(lender) + 1,
    "float": lambda: float(lender),
    "from_bytes": lambda: int.from_bytes(lender, "big"),
    "find": lambda: b"0123".find(lender),
    "count": lambda: b"012012".count(lender),
    "replace": lambda: b"0120".replace(lender, lender),
    "startswith": lambda: b"123".startswith(lender),
    "startswith of several": lambda: b"123".startswith((b"x", lender)),
    "split": lambda: b"01203".split(lender),
    "strip": lambda: b"12x21".strip(lender),
    "join": lambda: b",".join([lender, b"y"]),
    "in": lambda: lender in b"0123",
    "not in": lambda: lender not in bytearray(b"03"),
    "add": lambda: b"a" + lender,
    "add to an array": lambda: bytearray(b"a") + lender,
    "add in place": add_in_place,
    "extend": extend,
    "equal to bytes": lambda: b"12" == lender,
    "equal to an array": lambda: bytearray(b"12") == lender,
    "before an array": lambda: lender < bytearray(b"2"),
    "equal to a view": lambda: memoryview(b"12") == lender,
    "a view is unequal": lambda: memoryview(b"13") != lender,
    "equal the other way": lambda: lender == memoryview(b"12"),
    "put into an array": lambda: put(array, slice(0, 1)),
    "put into a view": lambda: put(view, slice(0, 2)),
    "eval": lambda: eval(lender),
    "percent": lambda: b"<%b %s>" % (lender, memoryview(b"0123")[::2]),
    "translate": lambda: b"abc".translate(None, lender),
}.items():
    try:
        print(name, "->", repr(operation()))
    except Exception as error:
        print(name, "->", type(error).__name__, error)
