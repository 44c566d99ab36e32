# What is assigned to a view stands in the bytearray behind it.
array = bytearray(b"0123456789")
view = memoryview(array)
view[0] = 65
view[-1] = True
view[1:3] = b"xy"
view[4::2] = memoryview(b"---")
print(array)
view[1:5] = view[0:4]
print(array, view[2:6][1])
view[::-1] = bytes(range(48, 58))
print(array)


class Byte:
    def __index__(self):
        return 90


view[3] = Byte()
view[Byte():] = b""
print(array)
for key, value in ((0, 256), (0, -1), (0, "a"), (0, 1.0), (20, 1), ("k", 1), (slice(0, 2), b"abc"), (slice(0, 2), 5),
                   (slice(0, 2), [1, 2]), ((0, 1), 1), ((slice(1), slice(1)), 1), (0, None), ((3,), 66)):
    try:
        view[key] = value
        print("set", array)
    except (ValueError, TypeError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
try:
    del view[0]
except TypeError as error:
    print(error)
