"""Writes the character tables of src/builtins/text: run with the reproduced CPython, from the repository's root.

    python3.12 tests/golden/natives/make_unicode.py
"""
import sys


def changes(test):
    out, last, inside = [], 0, False
    for point in range(sys.maxunicode + 2):
        now = point <= sys.maxunicode and test(chr(point))
        if now != inside:
            out.append(f"{point - last:x}")
            last, inside = point, now
    return " ".join(out)


SETS = {
    "alpha": str.isalpha,
    "decimal": str.isdecimal,
    "digit": str.isdigit,
    "numeric": str.isnumeric,
    "lower": str.islower,
    "upper": str.isupper,
    "title": lambda c: c.istitle() and not c.isupper(),
    "space": str.isspace,
    "lowers": lambda c: c.lower() != c,
    "uppers": lambda c: c.upper() != c,
    # Seen through the rule for a final sigma, the only place where case is ignored.
    "cased": lambda c: ("A" + "\u03a3" + c).lower()[1] != "\u03c2" and ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and ("\u03a3" + c).lower()[0] == "\u03c3" and (c + "\u03a3").lower()[-1] == "\u03c2",
    "case_ignorable": lambda c: ("A" + c + "\u03a3").lower()[-1] == "\u03c2" and (c + "\u03a3").lower()[-1] != "\u03c2",
}


def mapping(one, other):
    pairs = []
    for point in range(sys.maxunicode + 1):
        c = chr(point)
        if 0xD800 <= point < 0xE000:
            continue
        if one(c) != other(c):
            pairs.append(f"{point:x}=" + ".".join(f"{ord(to):x}" for to in one(c)))
    return " ".join(pairs)


with open("src/builtins/text/unicode.txt", "w") as out:
    for name, test in SETS.items():
        print(name, changes(test), file=out)
    print("titles", mapping(str.title, str.upper), file=out)
    print("folds", mapping(str.casefold, str.lower), file=out)
