# Items of several dimensions are set one by one.
data = bytearray(12)
view = memoryview(data).cast("H", [2, 3])


def attempt(key, value, view=view):
    try:
        view[key] = value
        print(key, value, data.hex(" ", 2))
    except Exception as error:
        print(key, type(error).__name__, error)


attempt((0, 1), 0x0102)
attempt((-1, -1), 65535)
attempt((1, 0), 65536)
attempt((1, 0), "x")
attempt((1, 3), 1)
attempt((2, 0), 1)
attempt((1,), 1)
attempt((), 1)
attempt((0, 0, 0), 1)
attempt(0, 1)
attempt(10**40, 1)
attempt(slice(0, 1), b"abcdef")
attempt((slice(0, 1), slice(0, 1)), b"ab")
attempt((slice(0, 1), 0), b"ab")
attempt("x", 1)
row = memoryview(data)
attempt(slice(0, 12), view, row)
attempt(slice(0, 12), view.cast("B"), row)
attempt(slice(0, 6), memoryview(b"abcdef").cast("B", [2, 3]), row)
attempt((0, 0), 1, view.toreadonly())
try:
    del view[0, 0]
except TypeError as error:
    print(error)
