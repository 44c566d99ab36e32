"""Print the 8-bit encodings that a Python source file may be written in, for src/source/charmaps.txt.

    python3.12 tests/oracle/charmaps.py > src/source/charmaps.txt

One line each: the codec's name, a tab, what bytes 0x80 to 0xFF mean (U+FFFD: nothing), a tab, the
names that Python knows it by.  Only encodings that leave ASCII alone are listed.
"""
import encodings.aliases
import sys

names = {}
for alias, name in encodings.aliases.aliases.items():
    names.setdefault(name, {name}).add(alias)
for name in """cp1006 cp720 cp737 cp856 cp874 cp875 koi8_t koi8_u koi8_r mac_arabic mac_croatian mac_farsi
        mac_romanian""".split():
    names.setdefault(name, {name})

sys.stdout.reconfigure(encoding="utf-8", newline="\n")
for name in sorted(names):
    try:
        if b"a\x7f".decode(name) != "a\x7f" or bytes(range(128)).decode(name) != "".join(map(chr, range(128))):
            continue
        high = "".join(bytes([b]).decode(name, "replace") for b in range(128, 256))
        ascii_only = set(high) == {"\ufffd"} and name != "ascii"
    except Exception:
        continue
    if len(high) == 128 and not ascii_only and not name.startswith("utf"):
        if any(ord(c) < 128 for c in high) or any(len(bytes([b, 65]).decode(name, "replace")) != 2 for b in range(128, 256)):
            continue
        print(name, high.replace("\n", "\ufffd").replace("\t", "\ufffd"), " ".join(sorted(names[name])), sep="\t")
