# An AttributeError that comes out of the program's own code for attributes is told the name and the object, unless it
# knows one of them already; the report then has something to suggest.


class Asked:
    attribute = 1

    def __getattr__(self, name):
        raise AttributeError(name)


class Both(Asked):
    def __getattribute__(self, name):
        return object.__getattribute__(self, name)


class Computed:
    @property
    def broken(self):
        raise AttributeError("broken")

    @property
    def named(self):
        raise AttributeError("named", name="mine")


class Slots:
    __slots__ = ("v",)

    def __getattr__(self, name):
        raise AttributeError(name)


def show(what):
    try:
        what()
    except AttributeError as error:
        print(type(error.obj).__name__, error.name, error)


for make in (Asked, Both, Slots):
    show(lambda: make().atribute)
    show(lambda: make().atribute())
    show(lambda: make().__dict__)
    show(lambda: getattr(make(), "atribute"))
    show(lambda: getattr(make(), "atribute", None))
    show(lambda: make().__getattr__("atribute"))
for name in ("broken", "named", "missing"):
    show(lambda: getattr(Computed(), name))
show(lambda: Computed().broken)
show(lambda: Computed().named)
Asked().atribute
