class Stop(StopIteration):
    def __init__(self):
        super().__init__("value")


class Missing(AttributeError):
    def __init__(self, text):
        super().__init__(text, name="n", obj=7)


print(Stop().value, Missing("t").name, Missing("t").obj, Missing("t"))
error = SystemExit(1)
error.code = 5
print(error.code, error.args)
error = ImportError("one", name="n", path="p")
print(error.msg, error.name, error.path, ImportError("a", "b").msg, repr(error))
error = NameError("x")
error.name = "given"
print(error.name)
error.__setstate__({"extra": 1})
print(error.extra, error.__reduce__())
for call in (lambda: ValueError(x=1), lambda: NameError(y=1), lambda: ImportError(z=1), lambda: error.__setstate__(3)):
    try:
        call()
    except TypeError as wrong:
        print(wrong)
