error = ValueError()
for name in ("args", "__cause__", "__context__", "__traceback__"):
    try:
        delattr(error, name)
    except TypeError as why:
        print(why)
error.__notes__ = 5
try:
    error.add_note("a")
except TypeError as why:
    print(why)
del error.__notes__
error.add_note("b")
print(error.__notes__)
