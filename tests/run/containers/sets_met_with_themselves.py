# A set met with itself is copied or emptied: nothing is looked for, and no item is asked whether it is equal.


class Odd:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        print("equal?", self.name, other.name)
        return self is other

    def __repr__(self):
        return self.name


for make in (set, frozenset):
    one = make([Odd("a"), Odd("b")])
    print("made")
    print(one & one, one.intersection(one), one | one)
one = set([Odd("a"), Odd("b")])
one &= one
print(one)
one |= one
print(one)
one ^= one
print(one)
one = set([Odd("a"), Odd("b")])
one -= one
print(one)
one = set(range(0, 40, 8))
print(one & one, one.copy() & one)
