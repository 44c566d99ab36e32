# A special method that is None says that there is none, whatever else there is.
class Refuses:
    __iter__ = None
    __contains__ = None

    def __getitem__(self, at):
        return [1, 2][at]


def attempt(do):
    try:
        print(do(Refuses()))
    except TypeError as error:
        print(error)


def unpack(it):
    a, b = it


attempt(list)
attempt(lambda it: 1 in it)
attempt(lambda it: [*it])
attempt(lambda it: print(*it))
attempt(unpack)
attempt(lambda it: 1 in type("Own", (), {"__iter__": lambda self: 5})())
