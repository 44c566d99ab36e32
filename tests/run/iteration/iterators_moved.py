for walk in (iter([1, 2, 3]), iter("abc"), reversed([1, 2, 3]), iter(range(5)), iter(range(10**30, 10**30 + 5)), iter(())):
    for state in (1, -5, 100):
        walk.__setstate__(state)
        print(type(walk).__name__, state, walk.__reduce__()[1:])
    print(list(walk))
