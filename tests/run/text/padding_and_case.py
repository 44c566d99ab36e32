for text in ("hello World", "\u01c6x \xdfy", "\u03a3\u0391\u03a3", "a\tb\nc\td", ""):
    print([text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold()])
    print([text.center(15, "*"), text.ljust(13), text.rjust(13, "."), text.zfill(14), text.expandtabs(4)])
print("-7".zfill(5), "+".zfill(3), "abc".center(6, "-"), "abcd".center(7, "-"))
for call in (lambda: "a".center(5, "xx"), lambda: "a".center("5"), lambda: "a".ljust(), lambda: "a".zfill(1.5), lambda: "a".expandtabs("x")):
    try:
        call()
    except TypeError as error:
        print(error)
