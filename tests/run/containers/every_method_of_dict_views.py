# keys(), values() and items() live with their dict, and the first and last are sets.
table = {"a": 1, "b": 2, "c": 3}
keys, values, items = table.keys(), table.values(), table.items()
print(keys, values, items, keys.__repr__(), values.__repr__(), items.__repr__(), keys.__len__(), values.__len__(), items.__len__())
print(list(keys.__iter__()), list(values.__iter__()), list(items.__iter__()), list(keys.__reversed__()), list(values.__reversed__()),
      list(items.__reversed__()), keys.mapping, values.mapping, items.mapping["a"])
print("a" in keys, 1 in values, ("a", 1) in items, keys.__contains__("z"), items.__contains__(("a", 2)), items.__contains__(5))
for left, right in ((keys, {"a", "z"}), (items, {("a", 1), 5})):
    print(sorted(left & right, key=str), sorted(left | right, key=str), sorted(left - right, key=str), sorted(left ^ right, key=str))
    for name in ("and", "or", "sub", "xor"):
        print(name, sorted(getattr(left, f"__{name}__")(right), key=str), sorted(getattr(left, f"__r{name}__")(right), key=str))
    print(left.isdisjoint(right), left.isdisjoint([]), left == set(left), left.__eq__(right), left.__ne__(right), left < set(left), left >= right)
print(keys & "az", keys | ["q"] == {"a", "b", "c", "q"}, keys - iter("a") == {"b", "c"}, sorted(["a", "d"] - keys))
table["d"] = 4
print(len(keys), list(values), dict(items)["d"], type(keys).__hash__, type(items).__hash__, values.__eq__(values), hash(values) == object.__hash__(values))
for call in (lambda: keys & 5, lambda: hash(keys), lambda: values & {1}, lambda: items < [1], lambda: keys.mapping.__setitem__, lambda: type(keys)(),
             lambda: setattr(keys, "mapping", 1), lambda: {"k": []}.items() & {1}, lambda: keys[0]):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    for key in keys:
        table["new"] = 1
except RuntimeError as error:
    print(error)
