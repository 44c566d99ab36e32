class A:
    __slots__ = ("b", "__private", "a")
    def __init__(self):
        self.a = 1
        self.__private = 2

x = A()
print(x.a, x._A__private, list(A.__dict__))
for name in ("b", "c"):
    try:
        getattr(x, name)
    except AttributeError as error:
        print(error)
try:
    x.c = 1
except AttributeError as error:
    print(error)
del x.a
print(hasattr(x, "a"), hasattr(x, "__dict__"))
class B(A):
    pass
B().c = 3
print(list(B.__dict__), B.__base__, B().__dict__)
