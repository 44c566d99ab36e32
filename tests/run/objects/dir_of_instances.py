class Plain:
    shared = 1

    def __init__(self):
        self.own = 2


class Slotted:
    __slots__ = ("a", "b")


class Answers:
    def __dir__(self):
        print("asked")
        return ["z", "a"]


print([name for name in dir(Plain()) if not name.startswith("__")])
print([name for name in dir(Slotted()) if not name.startswith("__")], "__dict__" in dir(Slotted()), "__dict__" in dir(Plain()))
print(dir(Answers()))
print(sorted(set(dir(Plain)) - set(dir(object))))


def here(first, second=3):
    third = 4
    return dir()


print(here(1))
print("here" in dir(), "__name__" in dir())
print(list(Plain.__dict__))
print(list(Slotted.__dict__))
