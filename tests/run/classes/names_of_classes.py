class A: pass
A.__name__ = "B"
A.__qualname__ = "C.B"
A.__module__ = "m"
A.__doc__ = "text"
print(A, A.__name__, A.__doc__)
for name, value in [("__name__", 5), ("__qualname__", 5), ("__name__", "a\0")]:
    try:
        setattr(A, name, value)
    except (TypeError, ValueError) as error:
        print(error)
    try:
        setattr(int, name, value)
    except TypeError as error:
        print(error)
for name in ("__name__", "__doc__", "__module__"):
    try:
        delattr(A, name)
    except TypeError as error:
        print(error)
print(A.__annotations__)
A.__annotations__["x"] = int
print(A.__annotations__)
del A.__annotations__
print(A.__annotations__)
