# What goes over an iterator and meets objects with methods of their own still finds every item.
class Item:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def __add__(self, other):
        return Item(self.number + other.number)

    def __bool__(self):
        return self.number > 1

    def __repr__(self):
        return f"Item({self.number})"


def items():
    return iter([Item(2), Item(1), Item(2)])


print(len(set(items())), len(frozenset(items())), len({*items()}), len(dict.fromkeys(items())))
print(min(items()), sorted(items()), sum(items(), Item(0)))
print(any(items()), all(items()), len(set(enumerate(items()))), len(set(zip(items(), items()))))
print(Item(1) in items(), len(set().union(items())), {Item(1)} <= set(items()), {Item(2)}.isdisjoint(items()))
walk = iter([0, 1, 2, 3])
print(any(walk), list(walk))
walk = iter([1, 0, 2])
print(all(walk), list(walk))
