# The pairs that are compared, and in which order, are the same as in CPython.
calls = []
class K:
    def __init__(self, n, tag):
        self.n = n; self.tag = tag
    def __lt__(self, other):
        calls.append((self.tag, other.tag))
        return self.n < other.n
def rnd(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8
def check(name, values, reverse=False):
    calls.clear()
    items = [K(v, i) for i, v in enumerate(values)]
    items.sort(reverse=reverse)
    h = 0
    for a, b in calls:
        h = (h * 31 + a * 1009 + b) % 1000000007
    order = [i.tag for i in items]
    assert sorted(order) == list(range(len(values)))
    o = 0
    for t in order: o = (o * 31 + t) % 1000000007
    print(name, len(calls), h, o)
for n in (0, 1, 2, 3, 5, 33, 64, 65, 100):
    g = rnd(n + 1)
    check(f"random {n}", [next(g) % (n + 1) for _ in range(n)])
    check(f"few {n}", [next(g) % 4 for _ in range(n)], True)
    check(f"up {n}", list(range(n)))
    check(f"down {n}", list(range(n, 0, -1)))
    check(f"saw {n}", [i % 17 + i // 50 for i in range(n)])
    check(f"two {n}", list(range(0, n, 2)) + list(range(1, n, 2)))
    check(f"two back {n}", list(range(1, n, 2)) + list(range(0, n, 2)), True)
    check(f"blocks {n}", [((i // 70) * 7919 % 13) * 100 + i % 70 for i in range(n)])
    check(f"mixed {n}", [i if i % 10 else next(g) % (n + 1) for i in range(n)])
    check(f"late {n}", list(range(n - n // 8)) + [next(g) % (n + 1) for _ in range(n // 8)])
    check(f"early {n}", [next(g) % (n + 1) for _ in range(n // 8)] + list(range(n - n // 8)))
