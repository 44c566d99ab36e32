# A dict that takes over another, or is compared with it, knows the hashes of its keys; views ask for them.
class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name, end="; ")
        return 1

    def __eq__(self, other):
        print(self.name, "==", getattr(other, "name", other), end="; ")
        return self is other or getattr(other, "name", "").lower() == self.name.lower()


a, A, b = Key("a"), Key("A"), Key("b")
one, two = {a: a}, {A: A}
print()
print(one == two, one != {a: b}, {**one, **two} == one)
print(len(one | two), len(dict(one, x=1)), len(dict.fromkeys(two)))
one.update(two)
print(len(one))
one.update([(b, 1)])
print(len(one), {}.pop(a, "none"), {}.get(a))
print(a in one, a in one.keys(), a in two.values(), (a, A) in two.items(), 5 in two.items())
print(one.keys() == two.keys(), one.items() >= two.items(), one.keys().isdisjoint(two))
print(len(one.keys() & two), len(one.keys() | two.keys()), len(one.keys() - two), len(one.keys() ^ two))
print(len(two.items() ^ {a: 1}.items()), {1, 2} == {1: 0, 2: 0}.keys())


class Mapping:
    def keys(self):
        print("keys")
        return iter("xy")

    def __getitem__(self, key):
        print("item", key)
        return key


print(dict(Mapping()), {**Mapping()})
