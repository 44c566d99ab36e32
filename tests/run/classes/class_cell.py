class Forgets(type):
    def __new__(cls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(cls, name, bases, namespace)
try:
    class A(metaclass=Forgets):
        def f(self): return __class__
except RuntimeError as error:
    print(error)
class Twice(type):
    def __new__(cls, name, bases, namespace):
        type.__new__(cls, name, bases, namespace)
        return super().__new__(cls, name, bases, dict(namespace, __classcell__=None) if 0 else namespace)
try:
    class B(metaclass=Twice):
        def f(self): return __class__
    print(B().f() is B)
except TypeError as error:
    print(error)
try:
    type("C", (), {"__classcell__": 1})
except TypeError as error:
    print(error)
