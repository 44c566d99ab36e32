for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 110, 111, 999):
    error = OSError(number, "words")
    print(type(error).__name__, error, error.errno, error.strerror, error.filename, error.args)
error = OSError(2, "No such file", "a.txt")
print(repr(error), str(error), error.filename, error.filename2, error.args)
error = OSError(2, "moved", "a.txt", None, "b.txt")
print(str(error), error.filename2)
for error in (OSError(), OSError("text"), OSError(1, 2, 3, 4, 5, 6), FileExistsError(2, "x"), OSError("2", "x")):
    print(type(error).__name__, repr(error), str(error), error.errno)
error = OSError(5, "old")
error.errno = 6
error.filename = "name"
print(error)
print(BlockingIOError(11, "partly", 7).characters_written)
try:
    OSError(1, "x").characters_written
except AttributeError as missing:
    print(missing)


class Mine(OSError):
    pass


print(type(Mine(2, "x")).__name__, Mine(2, "x", "f"))
