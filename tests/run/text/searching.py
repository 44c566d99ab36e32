s = "abracadabra"
print(s.find("bra"), s.rfind("bra"), s.index("c"), s.count("a"), s.count(""), s.find("x"), s.find("a", 1, -3), s.find("", 20))
print(s.startswith(("x", "abr")), s.endswith("bra", 0, 4), s.partition("c"), s.rpartition("z"), s.split("a"), s.rsplit("a", 2), s.replace("a", "-", 3))
print("a b  c ".split(), "a b  c ".split(None, 1), "a b  c".split(" "), " x y ".rsplit(None, 1), "l1\nl2\r\nl3".splitlines(True), s.removeprefix("abra"), s.removesuffix("x"))
for call in (lambda: s.index("x"), lambda: s.find(), lambda: s.count("a", 1, 2, 3), lambda: s.split(""), lambda: s.startswith(1), lambda: s.replace("a"), lambda: s.find(5), lambda: s.partition("")):
    try:
        call()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
