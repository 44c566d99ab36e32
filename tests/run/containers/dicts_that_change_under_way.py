# A dict whose keys go and come back while it is gone through, and one that changes while it is merged.
for view in ("table", "table.keys()", "table.values()", "table.items()"):
    table = {0: 0}
    try:
        for _ in eval(view):
            del table[0]
            table[0] = 0
        print("ended")
    except RuntimeError as error:
        print(error)


class Key:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        source.clear()
        return False


source = dict.fromkeys(range(1, 100))
source[Key()] = 0
target = {Key(): 0, 1: 1}
try:
    target.update(source)
    print("merged")
except RuntimeError as error:
    print(error)
table = {0: 1}
same = table
same |= [(1, 1), (2, 2)]
same |= iter([(3, 3)])
print(table, same is table)
for key in range(20):
    table[key] = key
    del table[key]
print(table)
