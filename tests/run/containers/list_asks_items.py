class Item:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        print("eq", self.n, other)
        return self.n == other

    def __repr__(self):
        return f"I{self.n}"


items = [Item(1), Item(2), Item(3)]
print(items.index(2), items.count(3), 4 in items, items == [1, 2, 3])
items.remove(2)
print(items, items.index(3, 1), [1, 2] < [1, 3])
try:
    items.index(9)
except ValueError as error:
    print(error)
