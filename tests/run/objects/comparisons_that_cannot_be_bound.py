# A method for comparing whose `__get__` fails counts as missing; of any other operator the error goes on.


class Computed:
    def __init__(self, function):
        self.function = function

    def __get__(self, owner, cls):
        print("bound")
        return self.function(owner)


class Unbound:
    __eq__ = Computed(lambda self, other: "eq")
    __lt__ = Computed(lambda self, other: "lt")
    __add__ = Computed(lambda self, other: "add")


class Bound:
    __eq__ = Computed(lambda self: lambda other: "eq")
    __lt__ = Computed(lambda self: lambda other: "lt")


for make in (Unbound, Bound):
    one = make()
    for what in (
        lambda: one == 1,
        lambda: 1 == one,
        lambda: one != 1,
        lambda: one < 1,
        lambda: 1 > one,
        lambda: one in [1],
        lambda: one + 1,
    ):
        try:
            print(what())
        except TypeError as error:
            print("TypeError:", error)
