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
