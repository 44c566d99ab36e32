# A view of bytes cannot be written to, nor one that was made read-only.
array = bytearray(b"abc")
view = memoryview(array)
frozen = view.toreadonly()
for each in (memoryview(b"abc"), memoryview(b"abc")[1:], frozen, memoryview(frozen)):
    print(each.readonly)
    for change in ("each[0] = 1", "each[:1] = b'x'", "del each[0]", "each['a'] = 1"):
        try:
            exec(change)
        except TypeError as error:
            print(error)
view[0] = 122
print(frozen.tobytes(), view.readonly)
