class N:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(self.n, "<", other.n)
        return self.n < other.n

    def __gt__(self, other):
        print(self.n, ">", other.n)
        return self.n > other.n

    def __add__(self, other):
        print("add", self.n)
        return N(self.n + getattr(other, "n", other))

    def __radd__(self, other):
        print("radd", other)
        return N(self.n + other)


items = [N(2), N(3), N(1)]
print(max(items).n, min(items).n, sum(items).n, max(N(5), N(4)).n, min(items, key=lambda x: -x.n).n, sum(items, N(10)).n)
for call in (lambda: max([]), lambda: min(), lambda: max(1, 2, default=3), lambda: sum(["a"]), lambda: sum([], "x"), lambda: max([], default="empty"), lambda: max(5), lambda: min(1, "a")):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(error)
