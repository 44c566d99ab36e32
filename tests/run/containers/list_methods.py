# Every method of list, with indexes and values that are objects of the program's too.
class At:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


class Equal:
    def __eq__(self, other):
        return other == 2


items = [1, 2, 3]
items.append(4)
items.extend((5, 6))
items.extend(x for x in "ab")
items.insert(0, "first")
items.insert(At(-1), "before")
print(items, items.pop(), items.pop(0), items.pop(At(1)), items.copy(), items.copy() is items, items.count(3), items.count(Equal()))
items.remove("before")
items.reverse()
print(items, items.index(5), items.index(1, At(2)), items.index(1, -3, 99), items.__contains__(3), items.__len__(), items.__getitem__(At(0)))
items[1:3] = "xyz"
del items[At(0)]
items.__setitem__(0, "set")
items.__delitem__(slice(0, 1))
print(items, [1] + [2], [1] * 2, 2 * [1], [1].__add__([2]), [1].__mul__(At(2)), [1].__rmul__(2), items.__iadd__("q") is items, items.__imul__(2) is items)
items.sort(key=str, reverse=True)
print(items, list(items.__reversed__())[:2], list(items.__iter__())[:2], items.__repr__() == repr(items), [1, [2]].__eq__([1, [2]]), [1] < [1, 0])
print(items.clear(), items, items.__init__("ab"), items, list.__class_getitem__(int), list.__hash__, [].__sizeof__(), list((1, 2)), list())
for call in (lambda: [].pop(), lambda: [1].pop(5), lambda: [].remove(1), lambda: [].index(1), lambda: [1].insert("x", 1), lambda: [1].__getitem__("a"),
             lambda: [1][5], lambda: [] + (), lambda: [1] * "a", lambda: [].extend(5), lambda: [1, "a"].sort(), lambda: [1] < 5, lambda: hash([]),
             lambda: list(5), lambda: [1].__setitem__(5, 1), lambda: [1].__delitem__(5), lambda: [].append(), lambda: [1, 2].__setitem__(slice(0, 2, 2), "ab")):
    try:
        print(call())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
