class Bytes:
    def __bytes__(self):
        return b"mine"


class Count:
    def __index__(self):
        return 3


class Items:
    def __getitem__(self, at):
        if at > 2:
            raise IndexError
        return Count() if at == 1 else at


class Wrong:
    def __bytes__(self):
        return "text"


print(bytes(Bytes()), bytes(Count()), bytes(Items()), bytes([Count(), 4]))
print(bytearray(Count()), bytearray(Items()), bytearray(x for x in (Count(), 9)))
for kind in (bytes, bytearray):
    for source in (Wrong(), 1.5, None, [256], ["a"], object()):
        try:
            print(kind(source))
        except (TypeError, ValueError) as error:
            print(kind.__name__, type(error).__name__, error)
