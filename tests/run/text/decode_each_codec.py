# Every codec that needs no module of its own, with every way to treat what it cannot read.
def told(action):
    try:
        return ascii(action())
    except Exception as error:
        return f"{type(error).__name__}: {error} {getattr(error, '__notes__', '')}"


CODECS = ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "ascii", "latin-1", "cp1252",
          "unicode_escape", "raw_unicode_escape"]
HANDLERS = ["ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass", "none of these"]
INPUT = [
    b"abc",
    b"\xff\xfea\x00\x3d\xd8",
    b"\xfe\xff\x00a\xd8\x3d\xde\x00",
    b"\xed\xa0\x80\xff\x81\xe2\x82",
    b"\x00\xd8\x00\x00\x00\x00\x11\x00x",
    b"+AGE-b+-+!+2D3eAA-+AB-+A",
    b"\\x4\\u12\\U00110000\\N{DIGIT ONE}\\N{such}\\N{}\\N\\",
    b"\\101\\u0041\\U0001f600\\ud800\\n",
]
for data in INPUT:
    for codec in CODECS:
        plain = told(lambda: data.decode(codec))
        print(data, codec, plain)
        for handler in HANDLERS:
            answer = told(lambda: data.decode(codec, handler))
            if answer != plain:
                print("   ", handler, answer)
for name in ["hex", "rot-13", "no such thing"]:
    print(told(lambda: b"x".decode(name)))
