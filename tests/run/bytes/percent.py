class Own:
    def __bytes__(self):
        print("asked for bytes")
        return b"<own>"

    def __index__(self):
        print("asked for a number")
        return 77

    def __repr__(self):
        print("asked for text")
        return "Own(\xe9)"


print(b"%s and %b" % (b"a", bytearray(b"b")))
print(b"%s|%b" % (Own(), Own()))
print(b"%d|%5x|%c" % (Own(), Own(), Own()))
print(b"%r|%a|%a" % ("\xe4", "\xe4", Own()))
print(b"%(k)s %(k)5.1f %%" % {b"k": b"v"} if False else b"%(k)5.1f%%" % {b"k": 2.25})
print(bytearray(b"%-5d|%05d|%+d|%c|%c") % (1, 2, 3, 65, b"z"))
for format, values in ((b"%s", "text"), (b"%c", 256), (b"%c", b"ab"), (b"%d", b"1"), (b"x", 1), (b"%s", ()), (b"%q", 1)):
    try:
        print(format % values)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
