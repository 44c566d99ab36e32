for args in [(), (1, 2), ("A", [], {}), ("A", (), 5), (5, (), {}), ("A\0", (), {}), ("A", (5,), {}),
             ("A", (), {"__qualname__": 5})]:
    try:
        print(type(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
class Meta(type): pass
try:
    Meta.__new__(Meta, "A")
except TypeError as error:
    print(error)
made = type("Made", (), {"__qualname__": "Other.Name", 1: 2})
print(made, made.__name__, made.__qualname__, made.__module__, "__qualname__" in made.__dict__, made.__dict__[1])
