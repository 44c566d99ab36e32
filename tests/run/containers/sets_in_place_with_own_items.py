# The operators that change a set, a dict or a list change it itself, also if that takes methods of its items.
class Own:
    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.number == other.number


class At:
    def __index__(self):
        return 2


for operator in ("|=", "&=", "-=", "^="):
    names = {"items": {Own(1), Own(2)}, "Own": Own}
    same = names["items"]
    exec(f"items {operator} {{Own(2), Own(3)}}", names)
    print(operator, names["items"] is same, sorted(item.number for item in same))
table = same = {Own(1): 1}
table |= {Own(1): 2, Own(2): 3}
print(table is same, list(table.values()))
for items in ([1], bytearray(b"a"), (1,), "a", b"a"):
    same = items
    items *= At()
    print(items, items is same)
