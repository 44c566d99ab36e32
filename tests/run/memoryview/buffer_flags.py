# What __buffer__ and _from_flags answer to each kind of question: bits of inspect.BufferFlags.
WRITABLE, FORMAT, ND, STRIDES, C, F, ANY, INDIRECT = 1, 4, 8, 0x18, 0x38, 0x58, 0x98, 0x118
m = memoryview(bytes(range(8)))
views = {"bytes": b"abcd", "array": bytearray(b"abcd"), "view": m, "ints": m.cast("I"), "square": m.cast("B", [2, 4]),
         "rows": m.cast("B", [2, 4])[::-1], "every other": m[::2], "column": m.cast("B", [8, 1]), "writable": memoryview(bytearray(4))}
for name, view in views.items():
    for flags in (0, WRITABLE, FORMAT, ND, ND | FORMAT, STRIDES, C, F, ANY, INDIRECT, 0x11c, 0x11d, -1):
        try:
            made = view.__buffer__(flags)
            print(name, flags, made.format, made.itemsize, made.shape, made.strides, made.readonly, made.obj is view)
            print("   ", made.tolist(), made.tobytes())
        except Exception as error:
            print(name, flags, type(error).__name__, error)
for flags in (2**31, 2**31 - 1, 2**70, "x", 1.0, None):
    try:
        print(b"".__buffer__(flags).tolist())
    except Exception as error:
        print(type(error).__name__, error)
view = memoryview(b"abc")
lent = view.__buffer__(0x11c)
try:
    view.release()
except BufferError as error:
    print(error)
more = view.__buffer__(0x11c)
try:
    view.release()
except BufferError as error:
    print(error)
lent.release()
view.__release_buffer__(more)
view.release()
print("released")
for give, what in ((b"", memoryview(b"")), (bytearray(), 3), (view, memoryview(b"").__buffer__(0))):
    try:
        print((bytearray() if give == b"" else give).__release_buffer__(what))
    except Exception as error:
        print(type(error).__name__, error)
