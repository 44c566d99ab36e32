# What changes a set: in place, the same object.
items = {1, 2, 3}
same = items
items.add(4)
items.add(1)
items.discard(9)
items.discard(4)
items.update([5, 6], "a")
items.remove("a")
print(items, items.intersection_update([1, 2, 5], {1, 5, 7}), items, items.difference_update([5]), items)
items.symmetric_difference_update([1, 8])
items |= {2}
items &= {2, 8, 9}
items -= {9}
items ^= {2, 3}
print(items, items is same, items.__ior__({1}) is items, items.__iand__({1}), items.__isub__({1}), items.__ixor__({7}), items)
print(items.pop(), items, items.clear(), items, items.__init__([3]), items)
for call in (lambda: set().pop(), lambda: items.remove(9), lambda: items.add([]), lambda: items.update(5), lambda: items.__ior__([1]),
             lambda: items.discard([]), lambda: items.remove([1])):
    try:
        print(call())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print({1, 2}.__contains__({1}), set.remove(nested := {frozenset({1})}, {1}), nested)
try:
    items |= [1]
except TypeError as error:
    print(error)
