class Loud:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        print("format", self.name, repr(spec))
        return f"<{self.name}>"

    def __repr__(self):
        print("repr", self.name)
        return self.name

    def __getattr__(self, name):
        print("getattr", name)
        return Loud(self.name + "." + name)

    def __getitem__(self, key):
        print("getitem", repr(key))
        return Loud(f"{self.name}[{key}]")


print("{} {!r:>6} {:{}}".format(Loud("a"), Loud("b"), Loud("c"), Loud("w")))
print("{0.x[1][key].y}".format(Loud("n")))
print("{k:{w}.{p}} {{}}".format(k=Loud("k"), w=10, p=3))
print("{one} {two}".format_map({"one": Loud("1"), "two": 2}))
for template in ("{} {0}", "{0} {}", "{} {}", "{:{:{}}}", "{!x}", "{0:", "{!r", "{x}", "}"):
    try:
        print(template.format(Loud("v")))
    except (ValueError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
