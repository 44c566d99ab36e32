"""Print program bytes and what this CPython makes of them, one JSON line each, for tests/source.rs.

    python3.12 tests/oracle/encodings.py > tests/golden/syntax/encodings.jsonl

Each line is [bytes in hexadecimal, the value of the last statement's string, or [error class, message, line, column]].
"""
import ast
import json
import warnings

warnings.simplefilter("ignore")
BODY = {"utf-8": "é€😀".encode(), "latin-1": b"\xe9\xa4", "iso-8859-15": b"\xe9\xa4", "cp1252": b"\x80\x93", "koi8-r": b"\xd0\xd2",
        "cp437": b"\x82", "mac-roman": b"\x8e", "ascii": b"abc", "us-ascii": b"\xe9", "cp1251": b"\xe9", "greek": b"\xe9",
        "utf8": b"\xe9", "UTF_8": "é".encode(), "Latin_1": b"\xe9", "L1": b"\xe9", "iso_latin_1_x": b"\xe9", "uft-8": b"a",
        "nope": b"a", "cp1252 ": b"\x81", "iso8859-2": b"\xe9", "utf-8-sig": "é".encode(), "u8": "é".encode(), "646": b"a"}
PROGRAMS = []
for name, body in BODY.items():
    for form in ("# coding: %s\n", "# -*- coding: %s -*-\n", "\n#vim: fileencoding=%s :\n", "x = 1\n# coding: %s\n", "\n\n# coding: %s\n",
                 "\t\x0c # coding=%s\n", "# coding : %s\n", "#!x\r\n# encoding: %s\r\n"):
        PROGRAMS.append((form % name).encode() + b"'" + body + b"'\n")
    PROGRAMS.append(b"\xef\xbb\xbf# coding: " + name.encode() + b"\n'" + body + b"'\n")
PROGRAMS += [b"'\xff'\n", b"x\xff\n", b"\xff\n", b"# \xff\n'a'\n", b"'\xe9\xe9'\n", b"'\xe2\x82'\n", b"'\xe2\x82(\n", b"'a\xc0\x80'", b"x = '\xf4\x90\x80\x80'",
             b"'a\x00'", b"\xef\xbb\xbf'\xc3\xa9'", b"\xef\xbb'a'", b"\xfe\xff\x00'", b"'\xed\xa0\x80'", b"f'\xff{x}'\n", b"'a' '\xff'\n", b"b'\xff'\n",
             b"r'\xff'\n", b"'''a\n\xff'''\n", b"x = 1\n\xe9t\xe9 = 2\n", b"'\\\xff'\n", b"'a\rb'", b"'a'\r'b'\r", b"'''a\rb\r\nc'''\r"]


def answer(data):
    try:
        value = ast.literal_eval(ast.unparse(ast.parse(data, "<bytes>").body[-1]))
        return value if isinstance(value, str) else repr(value)
    except SyntaxError as e:
        return [type(e).__name__, e.msg, e.lineno, e.offset]
    except (ValueError, IndexError) as e:
        return None


for data in PROGRAMS:
    result = answer(data)
    if result is not None:
        print(json.dumps([data.hex(), result]))
