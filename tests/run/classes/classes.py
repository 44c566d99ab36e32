class Point:
    count = 0

    def __init__(self, x, y):
        self.x = x
        self.y = y
        Point.count += 1

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __bool__(self):
        return self.x != 0 or self.y != 0

    def __iter__(self):
        yield self.x
        yield self.y

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    @staticmethod
    def origin():
        return Point(0, 0)

    @classmethod
    def unit(cls):
        return cls(1, 1)


class Named(Point):
    def __init__(self, name, *where):
        super().__init__(*where)
        self.name = name

    def __str__(self):
        return self.name + super().__repr__()


p = Point(1, 2)
q = Named("q", 3, 4)
print(p, q, [p, q], p + q, p == Point(1, 2), p != q, q.length)
places = {p: "p", q: "q"}
print(places[Point(1, 2)], Point(3, 4) in places, Point(9, 9) in places)
print(bool(Point.origin()), Point.unit(), Named.unit.__name__, Point.count)
if Point(0, 0):
    print("never")
x, y = q
print(x, y, list(p), max(p), sum(q), sorted([3, 1, 2], key=lambda v: -v))
print({Point(1, 1), Point(1, 1)}, {p: 1} == {Point(1, 2): 1}, [p] == [Point(1, 2)])


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


for i in Countdown(3):
    print(i, end=" ")
print(list(Countdown(4)), tuple(Countdown(2)), [*Countdown(2)], 1 in Countdown(3))


def squares(n):
    for i in range(n):
        got = yield i * i
        if got:
            print("got", got)
    return "done"


def outer():
    result = yield from squares(3)
    print("result", result)


print(list(outer()))
g = squares(5)
print(next(g), g.send("hello"), next(g))
g.close()
print(isinstance(q, Point), issubclass(Named, Point), type(q), type(q).__mro__)
print(hasattr(q, "name"), hasattr(p, "name"), getattr(p, "name", "none"))
