b = bytearray(b"0123456789")
b[0] = 65
b[-1] = 66
print(b)
b[1:4] = b"xyz!"
print(b)
b[::3] = [1, 2, 3, 4]
print(b)
del b[0]
del b[::2]
print(b)
b[2:2] = range(48, 52)
print(b, len(b))
b[:] = bytearray(b)
b[100:] = b"end"
print(b)
for key, value in ((0, 256), (99, 1), (0, "a"), (slice(0, 2), 5), (slice(0, 2), "ab"), (slice(None, None, 2), b"1"), (slice(0, 1), [300])):
    try:
        b[key] = value
    except (TypeError, ValueError, IndexError) as error:
        print(key, type(error).__name__, error)
try:
    del b[50]
except IndexError as error:
    print(error)
