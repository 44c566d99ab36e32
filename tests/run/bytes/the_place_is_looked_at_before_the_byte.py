# What is no index is refused before the value is looked at; an index is asked first, then the value, then the length.


class Place:
    def __index__(self):
        print("place")
        return 9


class Byte:
    def __index__(self):
        print("byte")
        return 256


for key in ({}, "a", None, 1.5, 0, 9, Place(), 10**30, slice(0, 1)):
    for value in (frozenset(), Byte(), 300, "a", 7, None):
        target = bytearray(b"xy")
        try:
            target[key] = value
            print(target)
        except Exception as error:
            print(type(error).__name__, error)
