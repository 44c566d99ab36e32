# Bound methods: compared by what they are bound to, and showing their function's attributes.
class Shown:
    def method(self, more=1):
        """Doc."""
        return self, more

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 5


one, two = Shown(), Shown()
bound = one.method
Method = type(bound)
print(bound == one.method, bound == two.method, bound != two.method, hash(bound) == hash(one.method))
print(bound.__eq__(one.method), bound.__ne__(one.method), bound.__lt__(1), bound.__le__(1), bound.__gt__(1))
print(bound.__ge__(1), bound.__hash__() == hash(bound), bound.__self__ is one, bound.__func__ is Shown.method)
print(bound.__doc__, bound.__name__, bound.__defaults__, bound.__get__(two) == bound, bound.__reduce__()[1][1])
print(Method(len, [1, 2])(), Method.__new__(Method, print, "self").__call__("more"), repr(bound)[:32])
print(Method.__repr__(bound)[:20], Method.__getattribute__(bound, "__name__"))
for call in (lambda: Method(1, 2), lambda: Method(len, None), lambda: setattr(bound, "x", 1), lambda: Method(len),
             lambda: bound.__setattr__("y", 1), lambda: bound.__delattr__("x"), lambda: setattr(bound, "__doc__", 1),
             lambda: setattr(bound, "__self__", 1), lambda: Method(len, 1, x=2)):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
