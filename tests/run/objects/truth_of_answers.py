# What __bool__ and __len__ may answer, and who asks them.
class One:
    def __bool__(self):
        return 1


class Length:
    def __init__(self, answer):
        self.answer = answer

    def __len__(self):
        return self.answer


class Index:
    def __index__(self):
        return 2


USES = [bool, lambda o: not o, lambda o: 1 if o else 2, lambda o: o and 3, lambda o: any([o]),
        lambda o: len(list(filter(None, [o]))), lambda o: 1 in Contains(o)]


class Contains:
    def __init__(self, answer):
        self.answer = answer

    def __contains__(self, item):
        return self.answer


for number, use in enumerate(USES):
    for value in (One(), *map(Length, (True, -1, 10**30, -10**30, "x", None, Index()))):
        try:
            print(number, use(value))
        except Exception as error:
            print(number, type(error).__name__, error)
for answer in (True, 10**30, Index(), None):
    try:
        print(repr(len(Length(answer))))
    except Exception as error:
        print(type(error).__name__, error)
