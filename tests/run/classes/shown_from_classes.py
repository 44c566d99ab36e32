# Slots and methods show the class that they come from, and a method what it is bound to.
class Slots:
    __slots__ = ("a", "b")

    def method(self):
        pass

    def __repr__(self):
        return "Slots()"


print(Slots.a, Slots.b, Slots().method, [Slots().method])
