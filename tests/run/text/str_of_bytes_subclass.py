# str() of bytes and bytearrays does not ask for a repr of their class's own.
for kind in (bytes, bytearray):
    class Own(kind):
        def __repr__(self):
            return "own"

    print(str(Own(b"a")), repr(Own(b"a")), f"{Own(b'b')} {Own(b'b')!r}", "%s %r" % (Own(b"c"), Own(b"c")))
    print(Own(b"d"))
