"""`super()` takes the word of an object that only claims to be of a class."""


class Proxy:
    def __init__(self, obj):
        self.__obj = obj

    def __getattribute__(self, name):
        if name.startswith("_Proxy__"):
            return object.__getattribute__(self, name)
        return getattr(self.__obj, name)


class B:
    def f(self):
        return "B.f"


class C(B):
    def f(self):
        return super().f() + "->C.f"

    def g(self):
        s = super(C, self)
        return s.__self_class__.__name__, s.f()


print(C.f(Proxy(C())), C.g(Proxy(C())))


class Claims:
    word = C

    @property
    def __class__(self):
        print("asked")
        return self.word


print(C.f(Claims()))


class Named:
    base = super(B)


class Unbound(C):
    pass


Unbound.up = super(C)
print(Unbound().up.f())
for word in (int, 1):
    Claims.word = word
    try:
        C.f(Claims())
    except TypeError as error:
        print(error)


class X:
    def meth(self):
        super()


def cell():
    k = X()
    return (lambda: k).__closure__[0]


try:
    X.meth(cell())
except TypeError as error:
    print(error)
