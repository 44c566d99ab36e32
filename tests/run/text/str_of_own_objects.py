class Text:
    def __str__(self):
        print("str")
        return "text"


class Repr:
    def __repr__(self):
        print("repr")
        return "Repr(\xe9)"


class Wrong:
    def __str__(self):
        return 5

    def __repr__(self):
        return None

    def __format__(self, spec):
        return b"x"


class Sub(str):
    def __str__(self):
        return "own"


print(str(Text()), f"{Text()}", "%s" % Text(), str(Repr()), ascii(Repr()), f"{Repr()!r:>12}", print(Text(), Repr()))
print(str(Sub("kept")), f"{Sub('kept')}", "".join([Sub("kept")]), Sub("kept") + "!", repr(Sub("kept")))
for call in (lambda: str(Wrong()), lambda: repr(Wrong()), lambda: format(Wrong()), lambda: ascii(Wrong()), lambda: f"{Wrong()}", lambda: print(Wrong())):
    try:
        call()
    except TypeError as error:
        print(error)
