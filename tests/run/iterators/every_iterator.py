# Each builtin iterator: its own iterator, its items one by one, how many are left, its end.
class Counted:
    def __getitem__(self, at):
        return "xyz"[at]


makers = [lambda: iter([1, 2]), lambda: reversed([1, 2]), lambda: iter((1, 2)), lambda: iter("ab"), lambda: iter("éà"),
          lambda: iter(b"ab"), lambda: iter(bytearray(b"ab")), lambda: iter(range(2)),
          lambda: iter(range(10 ** 20, 10 ** 20 + 2)), lambda: iter({1: 2, 3: 4}), lambda: iter({1: 2}.values()),
          lambda: iter({1: 2}.items()), lambda: reversed({1: 2, 3: 4}), lambda: reversed({1: 2}.values()),
          lambda: reversed({1: 2}.items()), lambda: iter({7}), lambda: iter(memoryview(b"ab")),
          lambda: iter(Counted()), lambda: iter([3, 2, 1].pop, 3), lambda: enumerate("ab", 5),
          lambda: zip("ab", [1, 2, 3]), lambda: map(abs, [-1, 2]), lambda: filter(None, [0, 1, 2]),
          lambda: reversed(range(2)), lambda: reversed("ab"), lambda: iter(list[int]),
          lambda: (lambda: 0).__code__.co_lines(), lambda: (lambda: 0).__code__.co_positions()]
for make in makers:
    kind = type(make())
    iterator = make()
    print(kind.__name__, iterator.__iter__() is iterator, kind.__next__(iterator), list(kind.__iter__(iterator)), end=" ")
    if hasattr(kind, "__length_hint__"):
        fresh = make()
        print(fresh.__length_hint__(), fresh.__next__() is not None, fresh.__length_hint__(), end=" ")
    try:
        iterator.__next__()
    except StopIteration as end:
        print("ended", end.args)
