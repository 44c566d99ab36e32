# A property's parts and methods by name; static and class methods and super() show what they wrap.
class Shown:
    @property
    def value(self):
        """Doc."""
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    @value.deleter
    def value(self):
        del self._value

    @staticmethod
    def still(x):
        """Static."""
        return x

    @classmethod
    def of_class(cls):
        """Class."""
        return cls.__name__


prop = Shown.value
one = Shown()
prop.__set__(one, 5)
print(prop.__get__(one), prop.__get__(None, Shown) is prop, prop.fget(one), prop.fset(one, 6), prop.fdel.__name__, prop.__doc__, prop.__isabstractmethod__, prop.__delete__(one), hasattr(one, "value"))
print(prop.getter(lambda self: "got").__get__(one), prop.setter(None).fset, prop.deleter(None).fdel, property(doc="given").__doc__, prop.__getattribute__("fget").__name__)
named = property()
named.__set_name__(Shown, "named")
static, by_class = Shown.__dict__["still"], Shown.__dict__["of_class"]
print(static.__func__(1), static.__wrapped__(2), static(3), static.__call__(4), static.__get__(None, Shown)(5), static.__name__, static.__doc__, static.__isabstractmethod__, static.__dict__["__name__"], repr(static)[:24])
print(by_class.__func__(int), by_class.__wrapped__(str), by_class.__get__(one)(), by_class.__get__(None, Shown)(), by_class.__name__, by_class.__doc__, by_class.__isabstractmethod__, by_class.__dict__["__doc__"], repr(by_class)[:23])
print(static.__repr__() == repr(static), by_class.__repr__() == repr(by_class), staticmethod.__new__(staticmethod).__func__, classmethod.__new__(classmethod).__wrapped__)


class Derived(Shown):
    def parts(self):
        return super()


parts = Derived().parts()
print(parts.__thisclass__, parts.__self_class__, type(parts.__self__).__name__, parts.still(1), super.__repr__(super(Derived)), super(Derived).__get__(Derived()).still(2), parts.__getattribute__("still")(3))
prop.__init__(lambda self: "anew", doc="changed")
print(one.value, prop.__doc__, prop.fset)
for call in (lambda: setattr(one, "value", 1), lambda: delattr(one, "value"), lambda: setattr(one, "named", 1) or property().__get__(one), lambda: prop.__set__(one, 1), lambda: named.__get__(one),
             lambda: named.__set_name__(1), lambda: staticmethod(), lambda: by_class(), lambda: super(int, "x"), lambda: super(5), lambda: super(Derived, 5), lambda: prop.__delete__(one), lambda: static.__get__(None, None)):
    try:
        print(call())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
