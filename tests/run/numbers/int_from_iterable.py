# `int.from_bytes()` takes anything that `bytes()` would go through.
class Bytes:
    def __bytes__(self):
        return b"\x01\x02"


class Items:
    def __getitem__(self, at):
        return [1, 2, 3][at]


print(int.from_bytes(Bytes()), int.from_bytes(Items(), "little"), int.from_bytes(iter([1, 255]), signed=True))
for wrong in (5, "text", [300], type("Wrong", (), {"__bytes__": lambda self: 5})()):
    try:
        print(int.from_bytes(wrong))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
