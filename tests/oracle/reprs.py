"""Print values and their repr in this CPython, one JSON line each, for tests/literal.rs.

    python3.12 tests/oracle/reprs.py > tests/golden/syntax/reprs.jsonl

Each line is [kind, value, repr]: a float as the hexadecimal digits of its bits, a complex as two of those, bytes as
hexadecimal digits, a str as the list of its code points (with its ascii() as a fourth field).
"""
import json
import random
import struct
import sys

rng = random.Random(312)


def bits(x):
    return struct.pack(">d", x).hex()


def row(*fields):
    print(json.dumps(fields))


floats = [0.0, -0.0, 1.0, -1.5, 0.1, 1e15, 1e16, 1e17, 123456789012345680.0, 1e-4, 1e-5, 1.5e-5, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 9007199254740993.0, 1e22, 1e23, 2.0 ** 70, 1 / 3, float("inf"), float("-inf"), float("nan")]
floats += [struct.unpack(">d", rng.randbytes(8))[0] for _ in range(300)]
floats += [rng.uniform(-1, 1) * 10 ** rng.randint(-8, 20) for _ in range(200)]
floats += [float(rng.randint(0, 10 ** rng.randint(1, 19))) for _ in range(100)]
for x in floats:
    row("float", bits(x), repr(x))
special = [0.0, -0.0, 1.0, -2.5, 1e16, 1e-7, float("inf"), float("-inf"), float("nan")]
for re in special:
    for im in special:
        z = complex(re, im)
        row("complex", [bits(z.real), bits(z.imag)], repr(z))
for data in [b"", b"'", b'"', b"'\"", b"\\", bytes(range(256)), b"a\tb\nc\rd"]:
    row("bytes", data.hex(), repr(data))
texts = ["", "'", '"', "'\"", "\\", "a\tb\nc\rd\x00\x7f\x80\xa0\xad\xe9\u0378\u200b\u2028\ue000\ufeff\U0001f600\U000e0001", "\ud800", "a\udfffb"]
texts += ["".join(map(chr, range(at, at + 256))) for at in range(0, 0x30000, 4096)]
texts += ["".join(chr(rng.randrange(0x110000)) for _ in range(20)) for _ in range(60)]
for text in texts:
    row("str", [ord(c) for c in text], *[r if r.isascii() or not any(0xD800 <= ord(c) < 0xE000 for c in r) else None
                                         for r in (repr(text), ascii(text))])
sys.stdout.flush()
