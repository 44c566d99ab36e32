# `dir()` and `vars()` ask the object for `__dict__` and its class, and believe what they are told.
class Object:
    def __getattribute__(self, name):
        print("asked", name)
        return object.__getattribute__(self, name)


class Fake:
    def __getattribute__(self, name):
        if name == "__dict__":
            return {"made": 1, "up": 2}
        raise AttributeError(name)


class NoDict:
    __slots__ = ()

    def __getattr__(self, name):
        print("no", name)
        raise AttributeError(name)


print("__init__" in dir(Object()), dir(Fake()), "__init__" in dir(NoDict()))
print(vars(Object()), vars(Fake()))
try:
    vars(NoDict())
except TypeError as error:
    print(error)
