class OnlySets:
    def __set__(self, object, value): object.__dict__["x"] = value * 2
class OnlyDeletes:
    def __delete__(self, object): print("deleted")
class A:
    x = OnlySets()
    y = OnlyDeletes()
a = A()
print(type(a.x).__name__)
a.x = 4
print(a.x)
del a.y
for action in (lambda: setattr(a, "y", 1), lambda: delattr(a, "x")):
    try:
        action()
    except AttributeError as error:
        print(error)
