# Two views are equal if they have the same shape and the same items, however these lie and whatever their format.
m = memoryview(b"abcdef")
d = m.cast("B", [2, 3])
print(d == m.cast("B", [2, 3]), d == m.cast("B", [3, 2]), d == m, m == d, d != m, d == b"abcdef", b"abcdef" == d)
print(d == memoryview(b"defabc").cast("B", [2, 3])[::-1], d == m.cast("c", [2, 3]), d == m.cast("b", [2, 3]))
print(m.cast("c", [2, 3]) == m.cast("c", [2, 3]), bytearray(b"abcdef") == d, d == bytearray(b"abcdef"))
print(d[:0] == m.cast("B", [3, 2])[:0], d[:0] == m[:0], d[:1] == m.cast("B", [1, 6])[:1])
numbers = memoryview(bytearray(16))
print(numbers.cast("I", [2, 2]) == numbers.cast("f", [2, 2]), numbers.cast("e", [8]) == numbers.cast("h"))
print(hash(d) == hash(m), hash(d[::-1]) == hash(b"defabc"), hash(m.cast("c", [1, 6])) == hash(b"abcdef"))
for view in (m.cast("H", [3, 1]), memoryview(bytearray(4)).cast("B", [2, 2])):
    try:
        hash(view)
    except ValueError as error:
        print(error)
try:
    d < d
except TypeError as error:
    print(error)
