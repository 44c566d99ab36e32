for value in (0, 1, -1, -2, 2**61 - 1, 2**61, -(2**61), 1.0, 0.5, -0.0, 1e300, float("inf"), 1j, 1 + 2j, True, "", "a", "hello", b"", b"abc", (), (1,), (1, 2), ((), ()), frozenset(), frozenset({1, 2}), range(3), range(0), slice(1)):
    print(repr(value), hash(value))
for value in ([], {}, set(), bytearray(), {}.keys(), {}.items(), ([],), slice([])):
    try:
        print(hash(value))
    except TypeError as error:
        print(error)
