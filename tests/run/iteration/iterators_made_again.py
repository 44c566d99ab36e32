for walk in (iter([1, 2, 3]), iter((1, 2)), iter("abc"), reversed([1, 2, 3]), reversed((1, 2)), iter(range(5)),
             iter(range(10**30, 10**30 + 5)), enumerate("ab"), zip("ab", "cd"), map(str, [1, 2]),
             filter(None, [1, 2]), iter({1: 2, 3: 4}), iter({1: 2, 3: 4}.items()), iter(b"ab"),
             reversed({1: 2, 3: 4}), iter(iter([1, 2]).__next__, 2)):
    next(walk)
    make, args, *state = walk.__reduce__()
    shown = [list(arg) if hasattr(arg, "__next__") else arg for arg in args]
    print(type(walk).__name__, make.__name__, [arg for arg in shown if not callable(arg)], state)
    print(list(walk))
