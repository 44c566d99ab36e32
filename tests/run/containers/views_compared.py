# Views of dicts are compared as sets, also where keys and values compare in a way of their own.
class Key:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return isinstance(other, Key) and self.number == other.number

    def __hash__(self):
        return hash(self.number)

    def __repr__(self):
        return f"Key({self.number})"


for make in (int, Key):
    one, two = {make(1): make(10), make(2): make(20)}, {make(2): make(20), make(1): make(10), make(3): make(30)}
    for a, b in ((one.keys(), two.keys()), (one.items(), two.items()), (one.keys(), set(one)), (set(two), one.keys())):
        print([a == b, a != b, a < b, a <= b, a > b, a >= b])
        print([b == a, b != a, b < a, b <= a, b > a, b >= a])
    print((make(1), make(10)) in one.items(), (make(1), make(11)) in one.items(), make(1) in one.items())
    print(make(10) in one.values(), one.keys() == one.items(), one.values() == one.values())

    class Named:
        a = 1

    names = vars(Named)
    print(names == dict(names), dict(names) == names, names != dict(names), names == {})


class Bytewise:
    __contains__ = None

    def __iter__(self):
        return iter(())


for item, container in ((300, b"a"), (2**70, b"a"), (-1, bytearray(b"a")), (None, b"a"), (0, Bytewise())):
    try:
        print(item in container)
    except Exception as error:
        print(type(error).__name__, error)
for action in (lambda: bytes(2**63), lambda: bytearray(2**63), lambda: b"ab".hex("\xff"), lambda: b"ab".hex(b"\x80"),
               lambda: staticmethod(a=1), lambda: classmethod(), lambda: staticmethod(1, 2)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
