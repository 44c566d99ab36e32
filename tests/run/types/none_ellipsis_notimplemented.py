# The single objects: what they can do, and that their types make no others.
for value in (None, ..., NotImplemented):
    kind = type(value)
    print(repr(value), str(value), kind() is value, kind.__new__(kind) is value, value.__repr__())
    print(hash(value) == kind.__hash__(value), value == value, value != 1, value.__eq__(1), value.__ne__(value))
    for name in ("__lt__", "__le__", "__gt__", "__ge__", "__eq__"):
        print(name, getattr(value, name)(value), end=" ")
    print(kind.__getattribute__(value, "__class__"))
    for call in (lambda: kind(1), lambda: setattr(value, "x", 1), lambda: type("T", (kind,), {})):
        try:
            call()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
print(None.__bool__(), bool(None), bool(...), Ellipsis.__reduce__(), NotImplemented.__reduce__())
print(bool(NotImplemented))
print(NotImplemented.__bool__())
print(not NotImplemented)
