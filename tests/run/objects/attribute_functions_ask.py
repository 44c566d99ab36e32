class Asks:
    def __getattr__(self, name):
        print("getattr", name)
        if name == "none":
            raise AttributeError(name)
        if name == "fails":
            raise ValueError(name)
        return name.upper()

    def __setattr__(self, name, value):
        print("setattr", name, value)

    def __delattr__(self, name):
        print("delattr", name)


a = Asks()
print(getattr(a, "x"), getattr(a, "none", "default"), hasattr(a, "y"), hasattr(a, "none"))
setattr(a, "z", 1)
delattr(a, "z")
for call in (lambda: hasattr(a, "fails"), lambda: getattr(a, "none"), lambda: getattr(a, 5), lambda: setattr(a, "x"), lambda: hasattr(a), lambda: vars(5)):
    try:
        print(call())
    except (ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
