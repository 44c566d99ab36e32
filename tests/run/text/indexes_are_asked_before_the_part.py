# Where a search begins and ends is asked before anything is known of what is searched for; how often to split is asked
# before the separator is looked at. An object is asked only for what is needed of it.


class Index:
    def __init__(self, name, value=1):
        self.name = name
        self.value = value

    def __index__(self):
        print("asked:", self.name)
        return self.value


class Text(str):
    def __index__(self):
        return 3


def attempt(of, name, *args):
    try:
        print(type(of).__name__, name, getattr(of, name)(*args))
    except (TypeError, ValueError) as error:
        print(type(of).__name__, name, type(error).__name__, error)


for of in ("a bc", b"a bc", bytearray(b"a bc"), Text("a bc")):
    for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
        for part in (5, None, "a", b"a", Index("part", 97)):
            attempt(of, name, part, Index("start"), Index("end", 2))
            attempt(of, name, part, Index("start"), "x")
    for name in ("split", "rsplit"):
        for separator in (5, None, "", b"", " ", b" ", Index("separator")):
            attempt(of, name, separator, Index("most"))
            attempt(of, name, separator, "x")
    attempt(of, "center", Index("width", 9))
    attempt(of, "ljust", Index("width", 9), 5)
    attempt(of, "removeprefix", Index("prefix"))
