# Every method that bytes and bytearray have in common.
for kind in (bytes, bytearray):
    for value in (kind(b"hello World"), kind(b""), kind(b"ABC"), kind(b"12\t3"), kind(b"\xff x ")):
        print([value.capitalize(), value.lower(), value.upper(), value.title(), value.swapcase(), value.strip(), value.lstrip(b"h"),
               value.rstrip(), value.expandtabs(4), value.split(), value.rsplit(b" ", 1), value.splitlines()])
        print([value.isalnum(), value.isalpha(), value.isascii(), value.isdigit(), value.islower(), value.isspace(),
               value.istitle(), value.isupper(), value.hex(), value.hex(":", 2), value.find(b"o"), value.rfind(111), value.count(b"l")])
        print([value.center(13, b"*"), value.ljust(13), value.rjust(13, b"."), value.zfill(6), value.partition(b" "),
               value.rpartition(b" "), value.removeprefix(b"h"), value.removesuffix(b"d"), value.replace(b"l", b"LL", 1)])
        print([value.startswith((b"h", b"A")), value.endswith(b"d"), value.decode("latin-1"), value.translate(None, b"l"),
               value.__len__(), value.__contains__(b"W"), value.__contains__(65), list(value.__iter__())[:2], value.__repr__()])
    print(kind(b"-").join([b"a", kind(b"b")]), kind(b"banana").index(b"n"), kind(b"banana").rindex(b"n"), kind.fromhex("0a 0B"))
    print(kind.maketrans(b"ab", b"xy")[97:99], kind(b"ab").__add__(b"c"), kind(b"ab").__mul__(2), kind(b"ab").__rmul__(2))
    print(kind(b"%d").__mod__(5), kind(b"x").__rmod__(b"%s"), kind(b"abc").__getitem__(1), kind(b"abc").__getitem__(slice(1, 3)))
    print(kind(b"a").__str__(), bytes(kind(b"ab").__buffer__(0)), kind(b"a").__eq__(b"a"), kind(b"a").__lt__("x"))
    for call in (lambda: kind(b"abc").index(b"z"), lambda: kind(b"a").center(3, b"xx"), lambda: kind(b"a").join(["x"]),
                 lambda: kind(b"a").__getitem__(5), lambda: kind(b"a") + "x", lambda: kind.fromhex("0"), lambda: kind(b"a").split(b""),
                 lambda: kind(b"a").find("x"), lambda: kind(b"a").startswith("x"), lambda: kind.maketrans(b"a", b"bc"),
                 lambda: kind(b"\xff").decode(), lambda: kind(b"a").translate(b"x"), lambda: kind(b"abc").rindex(b"z")):
        try:
            print(call())
        except (ValueError, TypeError, IndexError) as error:
            print(type(error).__name__, error)
print(b"ab".__bytes__(), b"ab".__getnewargs__(), b"ab".__hash__() == hash(b"ab"), bytes.__hash__(b""), bytearray.__hash__)
