"""What stands where a module is missing: names can be taken from it, and whoever uses one is told which is missing."""


class NeedsModule(Exception):
    """A test has used something of a module that is not there."""


class Placeholder:
    def __init__(self, name):
        self.__dict__["__name__"] = name

    def __getattr__(self, name):
        if name[:2] == "__" and name not in ("__all__",):
            if name == "__path__":
                return []
            raise AttributeError(name)
        return Placeholder(f"{self.__dict__['__name__']}.{name}")

    def _refuse(self, *args, **names):
        raise NeedsModule(self.__dict__["__name__"])

    def __repr__(self):
        return f"<missing {self.__dict__['__name__']}>"

    __call__ = __mro_entries__ = __getitem__ = __iter__ = __enter__ = __exit__ = __len__ = __bool__ = _refuse
    __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse
    __instancecheck__ = __subclasscheck__ = __index__ = __float__ = __int__ = __or__ = __and__ = __set__ = _refuse
    __rand__ = __ror__ = __mod__ = _refuse
    __hash__ = object.__hash__
