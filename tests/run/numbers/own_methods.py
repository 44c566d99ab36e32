# Numbers of a class of the program are asked by everything that works with numbers.
class Whole(int):
    def __divmod__(self, other):
        return "divmod"

    def __rdivmod__(self, other):
        return "rdivmod"

    def __radd__(self, other):
        return "radd"

    def __int__(self):
        return 5


class Broken(float):
    def __int__(self):
        return 5


class NoIterator:
    def __iter__(self):
        return 5


class Text(str):
    pass


print(divmod(Whole(7), 2), divmod(2, Whole(7)), sum([Whole(1)]), sum([1, 2.5, True]), "%d" % Whole(7), "%d" % Broken(7.5))
print(type(iter(Text("abc"))), type(iter("abc")))
for use in (lambda: "%x" % Broken(7.5), lambda: "-".join(NoIterator()), lambda: "-".join(5), lambda: "%d" % Broken("nan")):
    try:
        print(use())
    except Exception as error:
        print(repr(error))
