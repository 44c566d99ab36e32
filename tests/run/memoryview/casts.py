# The same bytes as items of other formats, and back.
data = bytearray(bytes.fromhex("0180ff7f00000000 0000c03f000000c0"))
view = memoryview(data)
for letter in "BbchHiIlLqQnN?fd":
    items = view.cast(letter)
    print(letter, items.format, items.itemsize, len(items), items.tolist() if letter != "?" else items[0])
marked = view.cast("@H")
print(marked.format, marked.shape, marked.strides, marked[1:3].tolist(), marked[::2].strides, marked.nbytes)
print(view.cast("H").cast("B") == view, view.cast("b", [16]).shape)
for letter, values in (("b", (-128, 127, 128)), ("H", (65535, 65536, -1)), ("i", (-2**31, 2**31)), ("Q", (2**64 - 1, 2**64)),
                       ("q", (-2**63, 2**63)), ("f", (1.5, 1e300, 2, "x")), ("d", (0.1, True, 10**400)),
                       ("c", (b"z", b"zz", 5)), ("?", ([], "x")), ("L", (1.0,))):
    items = view.cast(letter)
    for value in values:
        try:
            items[0] = value
            print(letter, items[0], data[:8].hex())
        except (ValueError, TypeError) as error:
            print(letter, type(error).__name__, error)


class Number:
    def __float__(self):
        return 2.5

    def __index__(self):
        return 7


view.cast("d")[0] = Number()
print(view.cast("d")[0])
view.cast("i")[:1] = memoryview(bytes([9, 0, 0, 0])).cast("i")
view.cast("h")[1] = Number()
print(view.cast("i")[0])
for cast in ("view.cast('x')", "view.cast('<i')", "view.cast('')", "view.cast('ii')", "view[1:].cast('i')", "view[::2].cast('b')",
             "view.cast('i').cast('h')", "view.cast(5)", "view.cast()", "view.cast('b', 3)", "view.cast('b', [3])",
             "view.cast('b', ['a'])", "view.cast('b', [0])", "memoryview(b'').cast('b', [0])"):
    try:
        print(eval(cast))
    except (ValueError, TypeError) as error:
        print(cast, type(error).__name__, error)
try:
    view.cast("i")[:1] = b"abcd"
except ValueError as error:
    print(error)
