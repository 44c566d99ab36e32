# The six comparisons as methods of every type that has its own: an answer, or NotImplemented for strangers.
class Stranger:
    pass


samples = [(1, 2), (1.5, 0.5), (1j, 1j), (True, False), ("a", "b"), (b"a", b"b"), (bytearray(b"a"), bytearray(b"a")),
           ([1], [1, 2]), ((2,), (1, 9)), ({1: 2}, {1: 2}), ({1}, {1, 2}), (frozenset({3}), frozenset()),
           (range(3), range(0, 3)), (slice(1), slice(2)), (memoryview(b"x"), memoryview(b"x")), (None, None),
           ({1: 1}.keys(), {1, 2}), ({1: 1}.items(), {(1, 1)}), (compile("1", "a", "eval"), compile("1", "a", "eval")),
           (object(), 1)]
for left, right in samples:
    row = []
    for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
        for other in (right, Stranger()):
            row.append({True: "T", False: "F", NotImplemented: "-"}[getattr(left, name)(other)])
    print(type(left).__name__, *row)
for left, right in samples[:14]:
    try:
        print(left < right, left <= right, left == right, left != right, left > right, left >= right)
    except TypeError as error:
        print(error)
