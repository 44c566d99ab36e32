# What is too large for an index or a count is named by the class of what was given.
class Says:
    def __init__(self, number):
        self.number = number

    def __index__(self):
        return self.number


class Number(int):
    pass


def shown(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


for kind in (Says, Number, int):
    large = kind(10**20)
    for items in ([0, 1], (0, 1), "ab", b"ab", bytearray(b"ab"), memoryview(b"ab"), range(2)):
        shown(lambda: items[large])
        shown(lambda: items * large)
        shown(lambda: list(items[large:]))
    shown(lambda: bytes(large))
    shown(lambda: [1].pop(large))
    shown(lambda: "a".ljust(large))
    shown(lambda: "a".split(None, large))
    shown(lambda: (1).to_bytes(large, "big"))
