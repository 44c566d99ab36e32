# Every method of str, on ASCII and on other text.
for text in ("hello World", "Ünïcödé ß", "", "ABC", "12", "½", "tab\tbed", " a "):
    print([text.capitalize(), text.casefold(), text.lower(), text.upper(), text.title(), text.swapcase(), text.strip(),
           text.lstrip(), text.rstrip(), text.expandtabs(4), text.split(), text.rsplit(None, 1), text.splitlines()])
    print([text.isalnum(), text.isalpha(), text.isascii(), text.isdecimal(), text.isdigit(), text.isidentifier(),
           text.islower(), text.isnumeric(), text.isprintable(), text.isspace(), text.istitle(), text.isupper()])
    print([text.center(12, "*"), text.ljust(12), text.rjust(12, "é"), text.zfill(6), text.partition(" "),
           text.rpartition(" "), text.removeprefix("h"), text.removesuffix("d"), text.replace("l", "L", 2)])
    print([text.find("o"), text.rfind("o"), text.count("o"), text.startswith(("h", "Ü")), text.endswith("d", 0, 4),
           text.encode(), text.translate({104: "J", 111: None}), text.__len__(), text.__contains__("W"), text.__hash__() == hash(text)])
print("o".join("abc"), "{} {x}".format(1, x=2), "{a}".format_map({"a": 5}), "banana".index("n"), "banana".rindex("n"))
print(str.maketrans("ab", "xy", "c"), str.maketrans({"a": 1}), "abc".translate(str.maketrans("ab", "xy", "c")))
print("a".__add__("b"), "ab".__mul__(2), "ab".__rmul__(2), "%d".__mod__(5), "x".__rmod__("%s"), "abc".__getitem__(1),
      list("ab".__iter__()), "é".__repr__(), "é".__str__(), "ab".__format__(">4"), "ab".__getnewargs__(), "a".__rmod__(5))
for call in (lambda: "abc".index("z"), lambda: "a".center(3, "xx"), lambda: "a".join([1]), lambda: "a".__getitem__(5),
             lambda: "a" + 1, lambda: "abc".replace("a", 1), lambda: "a".split(""), lambda: "abc".rindex("z"),
             lambda: str.maketrans("a", "bc"), lambda: "a".startswith(1), lambda: "a".encode("nope"), lambda: "a".zfill("x")):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, LookupError) as error:
        print(type(error).__name__, error)
