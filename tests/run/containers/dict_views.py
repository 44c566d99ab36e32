d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
print(k, v, i, len(k), "d" in k, ("a", 1) in i, 4 in v)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "q"}), k >= {"a"}, i <= {("a", 1)})
print(k.isdisjoint(["x"]), k.mapping["a"], list(reversed(k)), list(reversed(v)), list(reversed(i)))
print(k == {"a", "b", "c", "d"}, v == d.values(), i == set(d.items()), hash(d.items()) if False else "no hash")
try:
    for key in d:
        d[key + "x"] = 0
except RuntimeError as error:
    print(error)
for call in (lambda: hash(k), lambda: k + 1, lambda: v & v):
    try:
        call()
    except TypeError as error:
        print(error)
