"""A class deriving from `property` keeps the documentation as an attribute, in a slot if it has one for it."""


class Slots(property):
    __slots__ = ("foo",)


class DocSlot(property):
    __slots__ = ("foo", "__doc__")


class WithDict(property):
    """of the class"""


class Refuses(property):
    def __setattr__(self, name, value):
        print("set", name, value)
        raise AttributeError(name)


def plain():
    return 4


def documented():
    """getter doc."""
    return 4


class Computed:
    def __call__(self, obj):
        return 1

    @property
    def __doc__(self):
        print("asked")
        return "computed"


class Nothing(Computed):
    @property
    def __doc__(self):
        raise AttributeError("none")


class Fails(Computed):
    @property
    def __doc__(self):
        raise LookupError("fails")


for kind in (property, Slots, DocSlot, WithDict, Refuses):
    for args in ((), (plain,), (documented,), (plain, None, None, "given"), (documented, None, None, "given"),
                 (Computed(),), (Nothing(),), (Fails(),)):
        try:
            made = kind(*args)
            print(kind.__name__, repr(getattr(made, "__doc__", "no attribute")))
            copy = made.getter(documented)
            print("  copied", repr(getattr(copy, "__doc__", "no attribute")))
        except (AttributeError, LookupError) as error:
            print(kind.__name__, type(error).__name__, error)
