# A dict that says itself how it is gone through gives its names in that order, to calls and to other dicts.
class Backwards(dict):
    def __iter__(self):
        return reversed(list(super().keys()))

    def keys(self):
        return list(iter(self))


class Silent(dict):
    def keys(self):
        return ["not", "asked"]


def f(**names):
    return list(names)


names = Backwards(a=1, b=2, c=3)
print(f(**names), f(z=0, **names), f(**{"z": 0}, **names), list({**names}), list({"c": 0, **names}), list(dict(names)))
print(f(**Silent(a=1)), list({**Silent(b=2)}), list(dict(Silent(c=3))))
made = {}
made.update(names)
print(list(made))
try:
    f(b=1, **names)
except TypeError as error:
    print(error)


