# A keyword that comes twice in a call, whatever kind of mapping it comes from and whatever it is.
class Pairs:
    def __init__(self, *keys):
        self.names = keys

    def keys(self):
        return self.names

    def __getitem__(self, key):
        return key


class Odd:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return True

    def __str__(self):
        return "odd"


def f(*args, **names):
    return args, names


for call in ("f(**{'a': 1}, **{'a': 2})", "f(**{1: 3}, **{1: 5})", "f(**Pairs('x', 'x'))", "f(a=1, **Pairs('b', 'a'))", "f(**Pairs('x', 'y'))",
             "f(**{Odd(): 1}, **{Odd(): 2})", "f(**{'a': 1}, **Pairs(1))", "f(x=1, **{'x': 2})", "dict(**Pairs('k', 'k'))",
             "f(**{None: 1}, **{None: 2})", "f(**{1: 2})"):
    try:
        print(call, "->", eval(call))
    except TypeError as error:
        print(call, "->", error)
