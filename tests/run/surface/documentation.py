# Where documentation is found: on types, on their objects, on methods bound and unbound, on functions.
class Documented:
    """A class."""

    def method(self):
        """A method."""


class Derived(Documented):
    pass


class Bare(int):
    pass


print(Documented.__doc__, Documented().__doc__, Documented.method.__doc__, Documented().method.__doc__)
print(Derived.__doc__, Derived().__doc__, Bare.__doc__, Bare().__doc__)
print(list.__doc__ == [].__doc__, list.append.__doc__ == [].append.__doc__ != None, type(len.__doc__))
print(int.__add__.__doc__ == (1).__add__.__doc__, int.real.__doc__ == int.__dict__["real"].__doc__)
print(int.__add__.__text_signature__, (1).__add__.__text_signature__, dict.fromkeys.__text_signature__)
print(Documented.__text_signature__, type(type.__doc__), type(type.__dict__["__doc__"]))
print(str.maketrans.__text_signature__, [].append.__text_signature__)
for change in ("int.__doc__ = ''", "len.__doc__ = ''", "del list.append.__doc__"):
    try:
        exec(change)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
