# Which keys of sets are asked for their hash and whether they are equal, and in which order.
class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __hash__(self):
        print("hash", self.name, end="; ")
        return 1

    def __eq__(self, other):
        print(self.name, "==", other.name, end="; ")
        return self.number == other.number

    def __repr__(self):
        return self.name


a, b, c, d = (Key(name, ord(name.lower()) % 3) for name in "abcD")
one, two = {a, b}, {c, d}
print()
for name in ("__and__", "__or__", "__sub__", "__xor__", "__le__", "__eq__", "isdisjoint"):
    print(name, len(result) if isinstance(result := getattr(one, name)(two), set) else result)
for name in ("intersection", "union", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"):
    for other in ([c, d], {c: 1, d: 2}):
        result = getattr(one, name)(other)
        print(name, type(other).__name__, len(result) if isinstance(result, set) else result)
for name in ("__iand__", "__ior__", "__isub__", "__ixor__", "difference_update", "intersection_update", "update"):
    changed = set(one)
    getattr(changed, name)(two)
    print(name, len(changed))
print(len(frozenset(one)), len(set({a: 1})), len(dict.fromkeys(one)), len({*one}))


class Walked(set):
    def __iter__(self):
        print("walked")
        return iter([3, 4])


print(Walked(), Walked([1]))
