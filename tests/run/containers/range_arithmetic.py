r = range(10, 0, -3)
print(list(r), len(r), r[1], r[-1], r[::2], r[1:3], 4 in r, 5 in r, r.index(4), r.count(7), r == range(10, 1, -3), hash(r) == hash(range(10, 1, -3)))
big = range(10**20, 10**20 + 5)
print(big[2], list(big[1:3]), 10**20 + 4 in big, big.index(10**20 + 1), list(reversed(big))[0])
print(r.start, r.stop, r.step, range(0) == range(5, 5), repr(range(3)), bool(range(0)))
for call in (lambda: range(1, 2, 0), lambda: range(1.0), lambda: r[9], lambda: r.index(5), lambda: range(), lambda: len(range(10**20)), lambda: r["x"]):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
