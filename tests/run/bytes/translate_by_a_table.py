table = bytes.maketrans(b"abc", b"xyz")
print(len(table), b"aabbccdd".translate(table), bytearray(b"abc").translate(table, b"b"))
print(b"remove vowels".translate(None, b"aeiou"), b"x".translate(None, delete=b"x"))
for call in (lambda: b"x".translate(b"short"), lambda: bytes.maketrans(b"a", b"bc"), lambda: b"x".translate()):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
