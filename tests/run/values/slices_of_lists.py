# Slices with plain bounds and with others, read and written.
items = list(range(8))
print(items[2:5], items[:3], items[5:], items[:], items[-3:-1], items[5:2], items[-100:100], items[100:])
items[1:3] = [10, 20]
print(items)
items[1:3] = [7]
print(items)
items[2:2] = [8, 9]
print(items)
items[5:2] = ["here"]
print(items)
items[:0] = items
print(items)
items[-2:] = ()
print(items)
items[True:2] = "ab"
print(items)


class At:
    def __index__(self):
        return 1


class Mine(list):
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)


print([0, 1, 2][At():], Mine([1, 2])[0:1])
Mine()[1:2] = [3]
for wrong in (lambda: items["a":], lambda: items[1.5:]):
    try:
        wrong()
    except TypeError as error:
        print(error)
try:
    items[1:2] = 5
except TypeError as error:
    print(error)
print([1, 2, 3][-1], (1, 2, 3)[-3], [[1], [2]][1][0])
for at in (3, -4):
    try:
        [1, 2, 3][at]
    except IndexError as error:
        print(error)
