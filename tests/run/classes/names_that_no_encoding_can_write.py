"""Names and documentation of classes with lone surrogates are refused, as are names with a null."""
for make in (
    lambda: type("A\udcdcB", (), {}),
    lambda: type("A\x00B", (), {}),
    lambda: type("A", (), {"__doc__": "x\udcdcy"}),
):
    try:
        make()
    except ValueError as error:
        print(type(error).__name__, error)
A = type("C", (), {})
for name in ("A\x00B", "A\udcdcB"):
    try:
        A.__name__ = name
    except ValueError as error:
        print(type(error).__name__, error)
print(A.__name__)
A.__doc__ = "x\udcdcy"
print(ascii(A.__doc__))
