# The formats of small floats and of addresses.
data = bytearray(8)
half = memoryview(data).cast("e")
for value in (1.5, 65504.0, 65519.9, 65520.0, -1e10, float("inf"), -float("inf"), float("nan"), -0.0, 5.960464477539063e-08,
              2.9802322387695312e-08, 2.9802322387695316e-08, 6.1e-5, 6.103515625e-05, 1 / 3, 2049.0, 2051.0, 1023.75,
              True, 7, 10**400, "x", None, 3j):
    try:
        half[0] = value
        print(value, data[:2].hex(), half[0])
    except (TypeError, ValueError) as error:
        print(value if value != 10**400 else "huge", type(error).__name__, error)
print(sorted({memoryview(number.to_bytes(2, "little")).cast("e")[0] for number in range(0, 0x7c01, 97)})[:40])
print(memoryview(bytes.fromhex("ff03 0004 ff7b 01fc 007e 0080")).cast("e").tolist())
address = memoryview(data).cast("P")
for value in (0, -1, 2**64 - 1, 2**64, -2**63, -2**63 - 1, 1.5, "x", True):
    try:
        address[0] = value
        print(value, data.hex(), address[0])
    except (TypeError, ValueError) as error:
        print(value, type(error).__name__, error)


class Number:
    def __index__(self):
        return 3

    def __float__(self):
        return 0.25


half[1] = Number()
print(half[1])
try:
    address[0] = Number()
except TypeError as error:
    print(error)
