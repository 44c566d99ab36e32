# Numbers that the methods of str, bytes and bytearray take may be objects with __index__.
class At:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        print("asked", self.at)
        return self.at


for value, sub in (("banana", "an"), (b"banana", b"an"), (bytearray(b"banana"), b"an")):
    print(value.find(sub, At(2)), value.rfind(sub, At(0), At(4)), value.count(sub, At(1)), value.index(sub, At(-4)))
    print(value.rindex(sub, At(0)), value.startswith(sub, At(1)), value.endswith(sub, At(0), At(5)))
    print(value.replace(sub, sub[:0], At(1)), value.split(sub[:1], At(1)), value.rsplit(sub[:1], At(1)))
    print(value.center(At(8)), value.ljust(At(8)), value.rjust(At(8)), value.zfill(At(8)), value.expandtabs(At(4)))
    print(value[At(1)], value[At(1):At(4):At(2)], value * At(2), value.splitlines(At(1)))
