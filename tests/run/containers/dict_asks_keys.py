class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        print("hash", self.name)
        return 7

    def __eq__(self, other):
        print("eq", self.name, getattr(other, "name", other))
        return isinstance(other, Key) and self.name == other.name


table = {Key("a"): 1, Key("b"): 2}
print("ready")
print(table[Key("b")], table.get(Key("c"), "none"), Key("a") in table)
print(table.setdefault(Key("b"), 5), table.pop(Key("a")), len(table))
table[Key("b")] = 3
print(list(table.values()), dict.fromkeys([Key("x"), Key("x")], 0).__len__())
try:
    table[Key("z")]
except KeyError as error:
    print(type(error.args[0]).__name__)
