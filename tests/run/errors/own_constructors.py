# Which exception types have __init__ and __new__ among their own names, and what super() finds there.
import builtins

for name, cls in sorted(vars(builtins).items()):
    if isinstance(cls, type) and issubclass(cls, BaseException):
        print(name, "__init__" in cls.__dict__, "__new__" in cls.__dict__)


class Own(ValueError):
    def __init__(self, *args):
        print(str(super().__init__).split(" object at")[0])
        super().__init__(*args)


print(repr(Own(1, 2)), Exception.__init__, KeyError.__init__)
