# A text that is no number is shown as its class shows itself; one that says its index is not read as text at all.


class Text(str):
    def __repr__(self):
        return "Text<" + "x" * 300 + ">"


class Bytes(bytes):
    def __repr__(self):
        return f"Bytes({super().__repr__()})"


class Counted(str):
    def __index__(self):
        return 7


for make in (float, int):
    for value in (Text("no"), Bytes(b"no"), Bytes(b"12"), bytearray(b"no"), "n" * 300, b"n" * 300, Counted("no")):
        try:
            print(make(value))
        except ValueError as error:
            print(error)
try:
    int(Text("zz"), 8)
except ValueError as error:
    print(error)
