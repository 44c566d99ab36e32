class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print("index", self.n)
        return self.n


print(slice(1, 5, 2).indices(3), slice(None, None, -1).indices(10**30), slice(-3, None).indices(10), slice(5, 1, -2).indices(4))
print(slice(Index(1), Index(-1), Index(2)).indices(Index(9)))
print(hash(slice(1, 2)) == hash(slice(1, 2, None)), hash(slice(1, 5)), {slice(1, 2): "key"}[slice(1, 2)])
print(slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3), slice(3), repr(slice(None, "a", [1])))
for call in (lambda: slice(1).indices(-1), lambda: slice(1, 2, 0).indices(5), lambda: slice("a").indices(3), lambda: hash(slice([]))):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
