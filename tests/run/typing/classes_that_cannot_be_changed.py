"""The classes of type parameters and aliases are the interpreter's own, as `int` is: nobody changes them."""


def f[T, *Ts, **P]():
    pass


type Alias = int
T, Ts, P = f.__type_params__
for value in (T, Ts, P, P.args, P.kwargs, Alias, list[int], int | str, len, 1):
    cls = type(value)
    for name in ("whatever", "__name__", "__doc__", "__annotations__"):
        try:
            setattr(cls, name, "x")
            print("set", name, cls)
        except TypeError as error:
            print(error)


class Own:
    pass


try:
    del Own.__name__
except TypeError as error:
    print(error)
