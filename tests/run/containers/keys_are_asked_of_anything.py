# Whether something is a mapping is asked by name: an object's own `__getattr__` may say so. What lacks an attribute
# while it is unpacked is no mapping after all, and a KeyError then means a key given twice.


class Anything(list):
    def __getattr__(self, name):
        print("asked for", name)
        return lambda: "ab"


class Nothing:
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)


class Keys:
    def __init__(self, keys):
        self.keys = lambda: keys

    def __getitem__(self, key):
        return key * 2


class Fails:
    def __init__(self, error):
        self.error = error

    def keys(self):
        raise self.error


class Meta(type):
    def keys(cls):
        return "xy"

    def __getitem__(cls, key):
        return key


class Mapping(metaclass=Meta):
    pass


def called(**names):
    return names


candidates = [Anything(), Anything([(1, 2)]), Nothing(), Keys(["a"]), Keys("ab"), Keys(5), Keys(iter("ab")), Mapping, Meta]
errors = [AttributeError("a"), KeyError("k"), KeyError("k", "l"), KeyError(), ValueError("v"), TypeError("t")]
for value in candidates + [Fails(error) for error in errors]:
    print(type(value).__name__)
    for what in (
        lambda: dict(value),
        lambda: {}.update(value),
        lambda: {**value},
        lambda: called(**value),
        lambda: called(a=1, **value),
    ):
        try:
            print(what())
        except Exception as error:
            print(type(error).__name__, error, repr(error.__context__))
