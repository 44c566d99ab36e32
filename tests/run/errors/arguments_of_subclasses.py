"""`__new__` sets `args` alone; what a type keeps beside them waits for its `__init__`."""


def show(base, names, *given, **keywords):
    class Mine(base):
        def __init__(self, *args, **kw):
            print(base.__name__, self.args, *[getattr(self, name, "?") for name in names])
            super().__init__(*args[::-1], **kw)
            print("  then", self.args, *[getattr(self, name, "?") for name in names])

    class Silent(base):
        def __init__(self, *args, **kw):
            pass

    class Both(Mine):
        def __new__(cls, *args, **kw):
            return super().__new__(cls, *args)

    for cls in (Mine, Silent, Both):
        try:
            made = cls(*given, **keywords)
            print("  made", made.args, *[getattr(made, name, "?") for name in names], "|", made)
        except Exception as error:
            print("  ", type(error).__name__, error)


show(Exception, [], 1, 2)
show(StopIteration, ["value"], 3)
show(StopIteration, ["value"])
show(SystemExit, ["code"], 1, 2)
show(SystemExit, ["code"], 4)
show(OSError, ["errno", "strerror", "filename"], 2, "no")
show(OSError, ["errno", "strerror", "filename"], 2, "no", "file")
show(FileNotFoundError, ["errno", "strerror"], 2, 3)
show(OSError, ["errno"], "one")
show(ImportError, ["name", "path"], "x", name="n", path="p")
show(NameError, ["name"], "x", name="n")
show(AttributeError, ["name", "obj"], "x", name="n", obj=1)
show(KeyError, [], "k")
