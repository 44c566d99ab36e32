"""A namespace that goes through its keys in its own way is taken as it says."""


class Backwards(dict):
    def __iter__(self):
        return reversed(list(dict.keys(self)))

    def keys(self):
        return list(self)

    def __getitem__(self, key):
        return "value of " + key


print([pair for pair in type("C", (), Backwards(a=1, b=2)).__dict__.items() if "_" not in pair[0]])


class Plain(dict):
    def __getitem__(self, key):
        return "never asked"


print([pair for pair in type("C", (), Plain(a=1, b=2)).__dict__.items() if "_" not in pair[0]])
print({} | Backwards(a=1, b=2), {**Backwards(a=1, b=2)}, dict(Backwards(a=1, b=2)))
print(Backwards(a=1, b=2) | {"c": 3}, Backwards(a=1, b=2) | Backwards(c=3), Backwards(a=1, b=2).copy())
made = {"x": 0}
made |= Backwards(a=1, b=2)
print(made, Plain(a=1) | {}, Plain(a=1).copy())
