# __getattr__ is asked when the attribute's own code says that there is none: a slot, a property, a descriptor.
class Slotted:
    __slots__ = ("slot",)

    def __getattr__(self, name):
        return "instead of " + name


class WithProperty:
    @property
    def prop(self):
        return self.missing

    def __getattr__(self, name):
        print("asked for", name)
        if name == "prop":
            return 5
        raise AttributeError(name)


class Failing:
    def __get__(self, instance, owner):
        raise AttributeError("from the descriptor")


class WithDescriptor:
    failing = Failing()

    def __getattr__(self, name):
        return "instead of " + name


class Refuses:
    def __getattribute__(self, name):
        raise AttributeError("refused")

    def __getattr__(self, name):
        return "instead of " + name


class Fails(Refuses):
    def __getattribute__(self, name):
        raise ValueError("no AttributeError")


class Meta(type):
    def __getattr__(cls, name):
        return "class has no " + name


class Classy(metaclass=Meta):
    failing = Failing()


print(Slotted().slot, WithDescriptor().failing, Refuses().anything, Classy.failing, Classy.other)
print(WithProperty().prop)
for value, name in ((Slotted(), "slot"), (WithProperty(), "missing"), (Refuses(), "a"), (Fails(), "a"), (Classy, "failing")):
    try:
        print(getattr(value, name), hasattr(value, name), getattr(value, name, "default"))
    except Exception as error:
        print(repr(error), error.__context__)


class Derived(WithProperty):
    def ask(self):
        return super().prop


try:
    Derived().ask()
except AttributeError as error:
    print(repr(error), repr(error.__context__))
