# Methods of a class that derives from str give exact strings; what is not changed is copied too.
class Text(str):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __eq__(self, other):
        return "own" if isinstance(other, Text) else NotImplemented

    __hash__ = str.__hash__


text = Text("abc")
for same in (text.lower(), text[:], text.strip(), text + "", text * 1, str(text), text.replace("x", "y"), text.ljust(1),
             text.zfill(1), "".join([text]), text.expandtabs(), text.partition("x")[0], text.removeprefix("z"),
             text.translate({}), text.encode().decode(), text.casefold(), text.__str__(), text.title().lower()):
    print(type(same).__name__, same is text, end=" ")
print()
print(text == Text("x"), text == "abc", "abc" == text, text in {"abc": 1}, Text(b"b", "ascii"), Text(5) == "5", repr(text))
print(isinstance(text, str), "%s" % text, f"{text!r:>8}", text.join("xy"), type(text.join(["x"])).__name__, len(text))
