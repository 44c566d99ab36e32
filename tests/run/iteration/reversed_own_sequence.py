# `reversed()` of a sequence of one's own asks for its length once, and then for its items from the last.
class Sequence:
    def __len__(self):
        print("len")
        return 3

    def __getitem__(self, at):
        print("item", at)
        if at == 0:
            raise IndexError
        return at * 10


walk = reversed(Sequence())
print(type(walk).__name__)
print(next(walk), walk.__length_hint__())
print(list(walk), next(walk, "over"), walk.__length_hint__())


class Refuses:
    __reversed__ = None

    def __len__(self):
        return 1

    def __getitem__(self, at):
        return at


class NoLength:
    def __getitem__(self, at):
        return at


class Text(str):
    def __getitem__(self, at):
        return f"<{str.__getitem__(self, at)}>"


class Walk(reversed):
    pass


for each in (Refuses(), NoLength(), 5):
    try:
        reversed(each)
    except TypeError as error:
        print(error)
print(list(reversed(Text("ab"))), type(Walk([1])).__name__, type(Walk((1,))).__name__)
walk = reversed(Text("abc"))
print(walk.__reduce__())
walk.__setstate__(0)
print(list(walk), walk.__reduce__())
