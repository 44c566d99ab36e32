# The methods that bytes share with text see ASCII only.
for value in (b"hello wORLD 2x", bytearray("ärger \tend".encode())):
    print(value.capitalize(), value.title(), value.swapcase(), value.istitle(), value.islower(), value.isupper())
    print(value.center(20, b"*"), value.ljust(17), value.rjust(18, b"-"), value.zfill(20))
    print(value.expandtabs(4), value.partition(b" "), value.rpartition(b"!"))
    print(value.removeprefix(b"hel"), value.removesuffix(b"end"), value.rsplit(None, 1), value.rsplit(b"l", 1))
print(b"+7".zfill(5), b"-".zfill(1), b"".istitle(), b"A1b".istitle(), b"Ab1Ba".istitle())
