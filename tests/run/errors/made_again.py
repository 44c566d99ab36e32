"""An exception whose `__init__` is called again forgets what it is not told; a wrong place is refused."""
for error in (ImportError("text", name="n", path="p"), NameError("text", name="n"), AttributeError("t", name="n", obj=1)):
    error.__init__()
    print(repr(error), [getattr(error, name, "-") for name in ("name", "path", "obj", "msg")])
    error.__init__("again", name="other")
    print(repr(error), error.name)
for details in (("bad.py", 1, 2), ("bad.py", 1, 2, 4, 5, 6, 7), ("bad.py", 1, 2, "text", 1), [1, 2], ("a", 1, 2, "b")):
    for kind in (SyntaxError, IndentationError):
        try:
            print(repr(kind("bad bad", details)))
        except TypeError as error:
            print(error)
