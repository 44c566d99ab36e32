class Keys:
    def keys(self):
        print("keys")
        return ["a", "b"]

    def __getitem__(self, key):
        print("item", key)
        return key * 2


print(dict(Keys()), {**Keys()}, dict(Keys(), c=1))
d = {}
d.update(Keys())
d |= {"z": 1}
print(d, dict([("x", 1), ["y", 2]]), dict(["pq"]))
for call in (lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {}.update([[]]), lambda: dict([([], 1)])):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
