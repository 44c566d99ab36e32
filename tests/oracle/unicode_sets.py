"""Print sets of characters as this CPython sees them, for src/literal/unicode_sets.txt.

    python3.12 tests/oracle/unicode_sets.py > src/literal/unicode_sets.txt

One line a set: its name and, separated by blanks, the code points at which membership changes, each as
the hexadecimal distance from the one before; U+0000 is in no set before the first change.
"""
import sys
import unicodedata


def changes(member):
    inside, last = False, 0
    for point in range(0x110000):
        if member(chr(point)) != inside:
            inside = not inside
            yield "%x" % (point - last)
            last = point


print("#", __doc__.split("\n")[2].strip())
print("# Unicode", unicodedata.unidata_version)
for name, member in (("printable", str.isprintable),
                     ("identifier_start", str.isidentifier),
                     ("identifier_continue", lambda c: ("a" + c).isidentifier()),
                     ("assigned", lambda c: unicodedata.category(c) not in ("Cn", "Co", "Cs"))):
    print(name, *changes(member))
sys.stdout.flush()
