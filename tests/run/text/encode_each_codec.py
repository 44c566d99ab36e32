# Every codec that needs no module of its own, with every way to treat what it cannot say.
def told(action):
    try:
        return ascii(action())
    except Exception as error:
        return f"{type(error).__name__}: {error!s:.90} {getattr(error, '__notes__', '')}".encode("ascii", "backslashreplace").decode()


CODECS = ["utf-8", "UTF 16", "utf_16_le", "UTF-16BE", "utf32", "utf-32-be", "utf-7", "us-ascii", "Latin 1", "cp1252",
          "unicode_escape", "raw-unicode-escape"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape",
            "surrogatepass", "none of these"]
for text in ["h\xe9 +~-", "\u20ac\U0001f600x", "a\udc80\udcff\ud800b", "\\\n\x00\t'"]:
    for codec in CODECS:
        plain = told(lambda: text.encode(codec))
        print(ascii(text), codec, plain)
        for handler in HANDLERS:
            answer = told(lambda: text.encode(codec, handler))
            if answer != plain:
                print("   ", handler, answer)
for name in ["hex", "rot-13", "no such thing"]:
    print(told(lambda: "".encode(name)))
    print(told(lambda: "x".encode(name)))
