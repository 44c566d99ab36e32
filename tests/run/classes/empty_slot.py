# What is said of a slot that is empty: its class's name when it is read, only its own when it is deleted.
class Slots:
    __slots__ = ("a",)


class More(Slots, Exception):
    __slots__ = ("b",)


for made in (Slots(), More()):
    for attempt in (lambda: made.a, lambda: delattr(made, "a")):
        try:
            attempt()
        except AttributeError as error:
            print(error)
