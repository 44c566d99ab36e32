# What every object has from object, called by name.
class Plain:
    def __init__(self):
        self.a = 1


class Slotted:
    __slots__ = ("s",)


plain = Plain()
print(object.__repr__(plain)[:26], object.__str__(plain)[:26], object.__format__(plain, "")[:26], object.__hash__(plain) == hash(plain))
print(object.__eq__(plain, plain), object.__eq__(plain, 1), object.__ne__(plain, plain), object.__ne__(plain, 1), object.__lt__(1, 2), object.__le__(1, 2))
print(object.__gt__(1, 2), object.__ge__(1, 2), object.__getattribute__(plain, "a"), object.__setattr__(plain, "b", 2), object.__delattr__(plain, "a"), vars(plain))
print(object.__sizeof__(plain), "__class__" in object.__dir__(plain), object.__class__, object.__subclasshook__(int), object.__init_subclass__(), plain.__class__ is Plain)
print(plain.__getstate__(), Slotted().__getstate__(), object.__getstate__(Slotted()), object().__getstate__(), object.__getstate__(5), type(object.__new__(Plain)))
slotted = Slotted()
slotted.s = 5
print(slotted.__getstate__(), object.__doc__ is not None, repr(object), isinstance(object.__reduce_ex__, object), object().__init__(), [].__getstate__())
plain.__class__ = type("Other", (), {})
print(type(plain).__name__)
for call in (lambda: object(1), lambda: object.__new__(), lambda: object.__new__(5), lambda: object.__new__(int), lambda: object.__init__(Plain(), 1),
             lambda: object.__format__(plain, "x"), lambda: object.__setattr__(int, "x", 1), lambda: object.__delattr__(plain, "zz"), lambda: object().x,
             lambda: setattr(object(), "x", 1), lambda: object.__getattribute__(plain), lambda: object.__init_subclass__(x=1), lambda: setattr(plain, "__class__", 5),
             lambda: object.__setattr__(plain, 5, 1), lambda: setattr(slotted, "t", 1)):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
