# The same for classes of the program: slots, attributes and weak references take room.
class Plain:
    pass


class Slotted:
    __slots__ = ("a", "b")


class MoreSlots(Slotted):
    __slots__ = ("c",)


class WithDict(Slotted):
    pass


class Weak:
    __slots__ = ("__weakref__",)


class WeakDict(Weak):
    pass


class OfList(list):
    pass


class OfTuple(tuple):
    pass


class OfTupleBare(tuple):
    __slots__ = ()


class OfInt(int):
    pass


class OfError(Exception):
    pass


class OfDict(dict):
    __slots__ = ("x",)


class Meta(type):
    pass


for kind in (Plain, Slotted, MoreSlots, WithDict, Weak, WeakDict, OfList, OfTuple, OfTupleBare, OfInt, OfError,
             OfDict, Meta):
    print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__dictoffset__, kind.__weakrefoffset__,
          f"{kind.__flags__ & ~(1 << 19):#x}")
