class Loud:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        print("str", self.name)
        return "s" + self.name

    def __repr__(self):
        print("repr", self.name)
        return "r\xe9" + self.name

    def __index__(self):
        print("index", self.name)
        return len(self.name)

    def __float__(self):
        print("float", self.name)
        return 2.5


class Table:
    def __getitem__(self, key):
        print("item", key)
        return Loud(key)


print("%s %r %a" % (Loud("a"), Loud("b"), Loud("c")))
print("%d|%5x|%o|%c" % (Loud("abcd"), Loud("e" * 30), Loud("f"), Loud("g" * 65)))
print("%.3f %e %g" % (Loud("h"), Loud("i"), Loud("j")))
print("%(one)s %(two)r %(three)08.3f" % Table())
print("%*s|%-*.*s|" % (6, Loud("k"), 8, 2, Loud("long")))
try:
    "%s %d" % (Loud("first"), "no number")
except TypeError as error:
    print(error)
try:
    "%s" % (Loud("one"), Loud("two"))
except TypeError as error:
    print(error)
