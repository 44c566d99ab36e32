class C:
    def method(self, x=1):
        return ("method", x)

    @property
    def prop(self):
        return "prop"

    @prop.setter
    def prop(self, value):
        print("set", value)

    @prop.deleter
    def prop(self):
        print("deleted")

    @staticmethod
    def static(x):
        return ("static", x)

    @classmethod
    def made(cls):
        return ("made", cls.__name__)


c = C()
parts = C.__dict__
print(parts["method"].__get__(c)(5), parts["method"].__get__(None, C) is C.method, parts["method"].__call__(c, x=2))
print(parts["prop"].__get__(c, C), parts["prop"].__get__(None, C) is parts["prop"])
parts["prop"].__set__(c, 3)
parts["prop"].__delete__(c)
print(parts["static"].__get__(c)(7), parts["static"].__call__(8), parts["static"](9))
print(parts["made"].__get__(c)(), parts["made"].__get__(None, C)())
print(str.upper.__get__("abc")(), int.__add__.__get__(3)(4), int.real.__get__(True), len.__call__([1, 2]))
print(str.upper.__name__, str.upper.__qualname__, str.upper.__objclass__, int.real.__name__, int.real.__objclass__)
print("x".upper.__qualname__, "x".upper.__self__, len.__module__, [].append.__name__, (1).__add__.__self__)
print(type((1).__add__).__name__, type(dict.__dict__["fromkeys"]).__name__, type(str.__dict__["maketrans"]).__name__)
for call in (lambda: str.upper.__get__(1), lambda: parts["method"].__get__(None, None), lambda: int.real.__set__(1, 2)):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
