# What stands in a type for an attribute: asked by hand, it checks what it is for.
class Slotted:
    __slots__ = ("slot",)


for descriptor, value in ((int.__dict__["real"], 5), (Slotted.__dict__["slot"], Slotted()), (type.__dict__["__mro__"], int)):
    print(descriptor, descriptor.__name__, descriptor.__qualname__, descriptor.__objclass__.__name__)
    print(type(descriptor).__repr__(descriptor), type(descriptor).__getattribute__(descriptor, "__name__"))
    print(descriptor.__doc__ is None, descriptor.__get__(None, int) is descriptor)
slot = Slotted.slot
thing = Slotted()
slot.__set__(thing, 7)
print(thing.slot, slot.__get__(thing), slot.__reduce__()[1], slot.__delete__(thing), hasattr(thing, "slot"))
print(int.real.__get__(True), int.imag.__get__(9), float.real.__get__(1.5))
for call in (lambda: slot.__get__(5), lambda: slot.__get__(thing), lambda: slot.__delete__(thing),
             lambda: slot.__set__(5, 1), lambda: int.real.__get__("x"), lambda: int.real.__set__(5, 1),
             lambda: int.real.__delete__(5), lambda: slot.__get__(None), lambda: int.real.__set__("x", 1)):
    try:
        print(call())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
