calls = [
    lambda: len(), lambda: len(1, 2), lambda: abs(x=1), lambda: "a".upper(1), lambda: [].append(), lambda: [].append(1, 2), lambda: {}.get(),
    lambda: {}.pop(), lambda: [].pop(1, 2), lambda: "a".split(1, 2, 3), lambda: "a".encode(foo=1), lambda: int("1", base="x"), lambda: round(), lambda: sorted([], 1),
    lambda: enumerate([], start="x"), lambda: zip([], foo=1), lambda: print(sep=1), lambda: str.upper(1), lambda: list.append({}, 1), lambda: dict.fromkeys(), lambda: slice(),
    lambda: range(1, 2, 3, 4), lambda: isinstance(1), lambda: divmod(1), lambda: hash(), lambda: ord("ab"), lambda: chr("a"), lambda: iter(), lambda: next(5), lambda: property(1, 2, 3, 4, 5),
]
for call in calls:
    try:
        print(call())
    except TypeError as error:
        print(error)
