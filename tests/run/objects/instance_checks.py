class Meta(type):
    def __instancecheck__(cls, value):
        print("instancecheck", value)
        return value == 5

    def __subclasscheck__(cls, other):
        print("subclasscheck", other.__name__)
        return True


class C(metaclass=Meta):
    pass


print(isinstance(5, C), isinstance(6, C), isinstance(C(), C), issubclass(int, C), isinstance(5, (str, C)), isinstance(True, int | str))
for call in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: isinstance(1, list[int]), lambda: isinstance(1), lambda: issubclass(int, (1,))):
    try:
        print(call())
    except TypeError as error:
        print(error)
