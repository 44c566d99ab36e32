# In place: a class's own method, then the slots for numbers, then the list's own way, which a class that derives from
# it has among the slots for numbers for `+=`, but not for `*=`.


class Kept(list):
    def __iadd__(self, other):
        return NotImplemented

    def __imul__(self, other):
        return NotImplemented


class Plain(list):
    pass


class Two:
    def __index__(self):
        return 2


class Other:
    def __radd__(self, other):
        return ("Other.radd", other)

    def __rmul__(self, other):
        return ("Other.rmul", other)


Two.__repr__ = Other.__repr__ = lambda self: type(self).__name__
for make in (Kept, Plain, list):
    for y in (1, [1], (1,), "a", Two(), Other(), None):
        x = make([9])
        try:
            x += y
            print(make.__name__, "+=", y, "gives", x, type(x).__name__)
        except TypeError as error:
            print(make.__name__, "+=", y, error)
        x = make([9])
        try:
            x *= y
            print(make.__name__, "*=", y, "gives", x, type(x).__name__)
        except TypeError as error:
            print(make.__name__, "*=", y, error)
for x in (2, 2.0, None, len, {}, {1}, range(2), Two(), iter([])):
    try:
        x *= [1]
        print(x)
    except TypeError as error:
        print("*=", error)


class Own(list):
    def __mul__(self, other):
        return super().__mul__(other)

    def __imul__(self, other):
        return super().__imul__(other)

    def __add__(self, other):
        return super().__add__(other)


own = Own([1])
print(own * Two())
own *= Two()
print(own, type(own).__name__)
try:
    own + (5,)
except TypeError as error:
    print(error)
