# __setitem__ and __delitem__ fill one slot of a class: where only the other one is missing, its name is the error.
class Sets:
    def __setitem__(self, key, value):
        print("set", key, value)


class Deletes:
    def __delitem__(self, key):
        print("delete", key)


class Neither:
    pass


class SettingList(list):
    def __setitem__(self, key, value):
        print("set", key, value)


for make in (Sets, Deletes, Neither, lambda: SettingList([1]), lambda: (1,)):
    target = make()
    try:
        target[0] = 1
    except Exception as error:
        print(repr(error))
    try:
        del target[0]
    except Exception as error:
        print(repr(error))


class Asks:
    def __getattribute__(self, name):
        print("asked for", name)
        return object.__getattribute__(self, name)

    def __index__(self):
        return "no"


class LongNumber(int):
    def __len__(self):
        print("len")
        return 0


class NoIterator:
    def __iter__(self):
        return 5


for target in (None, 1, 1.5, "a", b"a", (1,), {1}, range(2), frozenset(), Neither(), print, {}.keys(), int):
    for key in (0, "key", slice(1)):
        try:
            del target[key]
        except Exception as error:
            print(repr(error))
for use in (lambda: "%d" % Asks(), lambda: [1][Asks()], lambda: bytes(NoIterator()), lambda: bytearray(NoIterator()),
            lambda: (not LongNumber(1), bool(LongNumber(0)))):
    try:
        print(use())
    except Exception as error:
        print(repr(error))
