# `!=` asks a class's own __eq__ only through object's __ne__: other builtin types compare for themselves.
for base in (object, dict, list, tuple, set, frozenset, str, int, float, complex, bytes, bytearray, Exception):
    cls = type("C", (base,), {"__eq__": lambda a, b: print("asked", end=" ") or True, "__hash__": None})
    one, two = cls(), cls()
    print(base.__name__, one != two, one == two, [one] == [two], [one] != [two])


class Key:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        print("hash", end=" ")
        return self.number

    def __repr__(self):
        return "Key"


class Table(dict):
    def __getitem__(self, key):
        return "not shown"

    __iter__ = None


class Row(list):
    def __iter__(self):
        return iter("not shown")


table = {Key(1): 1, Key(2): 2}
print(table)
print(Table(table), Row([Key(1), 2]), sorted(name for name in dir() if name.startswith("__")))
