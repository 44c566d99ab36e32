# A class deriving from a builtin type, whose objects say themselves what their text is.
class Text(str):
    def __str__(self):
        return "text of " + self[:1]


class Number(int):
    def __str__(self):
        return "number " + hex(self)


class Items(list):
    def __str__(self):
        return "items"


for value in (Text("abc"), Number(255), Items([1])):
    print(f"{value}|{value!s}|{value!r}", format(value), "{}".format(value), "%s" % value, value.__format__(""))
    try:
        print(f"{value:>12}", "{:>12}".format(value))
    except TypeError as error:
        print(error)
