"""Codecs by name, as the methods of `str` and `bytes` know them; a test's own are registered for nothing."""

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_UTF16_LE = BOM_LE = BOM_UTF16 = BOM = b"\xff\xfe"
BOM_UTF16_BE = BOM_BE = b"\xfe\xff"


def register(search):
    pass


def unregister(search):
    pass


def encode(value, encoding="utf-8", errors="strict"):
    return value.encode(encoding, errors)


def decode(value, encoding="utf-8", errors="strict"):
    return value.decode(encoding, errors)


def __getattr__(name):
    from placeholder import Placeholder

    if name[:2] == "__":
        raise AttributeError(name)
    return Placeholder(f"codecs.{name}")
