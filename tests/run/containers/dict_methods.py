# Every method of dict.
table = {"a": 1, "b": 2}
print(table.get("a"), table.get("z"), table.get("z", 0), table.pop("a"), table.pop("z", None), table.setdefault("c", 3))
print(table.setdefault("c", 9), table.setdefault("n"), table.popitem(), table, table.copy(), table.copy() is table)
print(table.keys(), table.values(), table.items(), list(reversed(table)), table.__reversed__().__next__())
table.update({"x": 1}, y=2)
table.update([("p", 5), ["q", 6]])
table.update(z=7)
print(table, dict.fromkeys("ab"), dict.fromkeys([1], []), table.__len__(), table.__contains__("x"), table.__getitem__("x"))
table.__setitem__("x", "new")
table.__delitem__("y")
print(table | {"b": 0}, {"b": 0} | table, table.__or__([]), table.__ror__({}), table.__ior__([("k", "v")]) is table, table)
print({1: 2} == {1: 2.0}, {1: 2} != {}, {}.__eq__([]), {1: 2}.__ne__({1: 2}), dict.__class_getitem__((str, int)), dict.__hash__)
print(list(table.__iter__()), table.__repr__() == repr(table), table.__init__(more=1), table.clear(), table, dict(a=1, **{"b": 2}), dict([(1, 2)], c=3))
for call in (lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {}["x"], lambda: {}.update(5), lambda: {}.update([1]), lambda: {}.update(["abc"]),
             lambda: {[]: 1}, lambda: {}.__delitem__("x"), lambda: {} | [], lambda: {} < {}, lambda: dict(5), lambda: dict.fromkeys(5),
             lambda: {}.get([]), lambda: {}.setdefault(), lambda: dict([(1, 2, 3)])):
    try:
        print(call())
    except (KeyError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
