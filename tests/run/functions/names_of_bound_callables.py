"""A method of an object that can be called is shown with the name that the object says it has."""
import sys

Method = type(type("C", (), {"f": lambda self: None})().f)


class Callable:
    def __call__(self, arg):
        pass


class Computed(Callable):
    @property
    def __name__(self):
        return "computed"


class Instance:
    def __repr__(self):
        return "instance"


func = Callable()
method = Method(func, Instance())
print(method)
func.__name__ = "name"
print(method, [method])
func.__qualname__ = "qualname"
print(method)
func.__qualname__ = 3
print(method)
print(Method(len, Instance()), Method(Computed(), 1), Method(int, 2))
