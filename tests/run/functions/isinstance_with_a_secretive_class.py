"""What stands for a class is not asked whether it is a tuple; `__getattr__` is found before it is needed."""


class Secretive:
    def __getattribute__(self, name):
        raise LookupError(name)

    def __instancecheck__(self, value):
        return "yes"

    def __subclasscheck__(self, value):
        return []


print(isinstance(int, Secretive()), issubclass(int, Secretive()), isinstance(1, (str, Secretive())))


class Evil:
    def __getattr__(self, name):
        raise AttributeError("from __getattr__ " + name)

    def __getattribute__(self, name):
        del Evil.__getattr__
        raise AttributeError("from __getattribute__ " + name)


try:
    Evil().name
except AttributeError as error:
    print(error)


class Names:
    __slotnames__ = ["spam", "eggs"]

    def __getattr__(self, name):
        if name == "spam":
            return 42
        raise AttributeError(name)


print(Names().__getstate__())
for spec in (3, None, object):
    try:
        object().__format__(spec)
    except TypeError as error:
        print(error)


class Mapping:
    def __getitem__(self, key):
        raise KeyError

    def keys(self):
        return list("zyx")


print(eval("dir()", {}, Mapping()))
