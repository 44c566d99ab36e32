# `sum` asks for the iterator first, and then refuses to begin with text.
class Walked:
    def __iter__(self):
        print("walked")
        return iter(["a"])


for start in ("", b"", bytearray(), 0, []):
    for items in (5, [], ["a"], Walked()):
        try:
            print(sum(items, start))
        except TypeError as error:
            print("TypeError:", error)
