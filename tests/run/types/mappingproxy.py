# A read-only view of a dict: all of its methods, and what it passes on to the dict.
proxy = type(int.__dict__)
names = {"a": 1, "b": [2]}
view = proxy(names)
print(view, str(view), repr(view), view.__str__(), len(view), bool(view), "a" in view, view["b"], list(view))
print(view.get("a"), view.get("z"), view.get("z", 0), view.keys(), view.values(), view.items(), view.copy())
print(list(reversed(view)), view.__len__(), view.__contains__("b"), view.__getitem__("a"), list(view.__iter__()))
print(view == names, names == view, view == proxy(dict(names)), view != {}, view.__eq__(names), view.__ne__(names))
print(view | {"c": 3}, {"c": 3} | view, view.__or__({"d": 4}), view.__ror__({"a": 0}), view | proxy({"e": 5}))
names["later"] = True
print(len(view), proxy.__class_getitem__(int), list(view.__reversed__()), type(view.__getattribute__("keys")))
for call in (lambda: hash(view), lambda: view.__setitem__, lambda: view < names, lambda: view["no"],
             lambda: proxy(1), lambda: proxy(), lambda: view.__hash__(), lambda: view.update({})):
    try:
        print(call())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    view |= {}
except TypeError as error:
    print(error)
try:
    view.__ior__({})
except TypeError as error:
    print(error)
for name in ("__lt__", "__le__", "__gt__", "__ge__"):
    try:
        getattr(view, name)(names)
    except TypeError as error:
        print(error)
