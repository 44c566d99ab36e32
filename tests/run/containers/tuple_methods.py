# Every method of tuple.
class Own(tuple):
    pass


items = (1, 2, 2, 3)
print(items.count(2), items.count("x"), items.index(2), items.index(2, 2), items.index(3, -1), items.__len__(), items.__contains__(3))
print(items.__getitem__(-1), items.__getitem__(slice(1, 3)), items[::-1], items.__add__((4,)), items.__mul__(2), items.__rmul__(0), items * -1)
print(items.__hash__() == hash((1, 2, 2, 3)), items.__repr__(), list(items.__iter__()), items.__getnewargs__(), (5,), (), ((),))
print(items.__eq__((1, 2, 2, 3)), items.__ne__(()), items.__lt__((2,)), items.__le__((1,)), items.__gt__(()), items.__ge__([1]), tuple.__class_getitem__(int))
print(Own("ab"), type(Own("ab") + ("c",)).__name__, type(Own("a")[:]).__name__, type(Own("a") * 1).__name__, Own((1,)) == (1,), tuple(Own("x")) == ("x",))
print(tuple(items) is items, items[:] is items, items * 1 is items)
for call in (lambda: items.index(9), lambda: items[9], lambda: items["x"], lambda: items + [1], lambda: items * 1.5, lambda: tuple(5), lambda: hash(([],)),
             lambda: items.count(), lambda: items < 5, lambda: tuple(x=1), lambda: items.__mul__("x"), lambda: items.index(2, "x")):
    try:
        print(call())
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
