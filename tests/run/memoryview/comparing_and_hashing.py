# Views are equal if their items are; only read-only ones have a hash, that of the bytes.
view = memoryview(b"abc")
print(view == b"abc", b"abc" == view, view == bytearray(b"abc"), bytearray(b"abc") == view, view != b"abd")
print(view == memoryview(b"xabcx")[1:4], view == b"ab", view == "abc", view == [97, 98, 99], view == None)
print(bytearray(b"a") < view, view > bytearray(b"abcd"), view[::2] == b"ac", bytearray(b"ac") == view[::2])
numbers = memoryview(bytearray(8)).cast("H")
print(numbers == memoryview(bytes(4)), numbers == memoryview(bytes(32)).cast("d"), numbers == bytes(8))
print(bytearray(8) == numbers, memoryview(b"a").cast("c") == b"a", memoryview(b"\xff").cast("b") == b"\xff")
nan = memoryview(bytes.fromhex("000000000000f87f")).cast("d")
print(nan == nan, nan in [nan], nan[0])
print(hash(view) == hash(b"abc"), hash(view[1:]) == hash(b"bc"), hash(view[::2]) == hash(b"ac"), {view: 1}[b"abc"])
for bad in (memoryview(bytearray(2)), memoryview(bytearray(2)).toreadonly(), memoryview(bytes(4)).cast("i")):
    try:
        hash(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
for compare in ("view < view", "view >= b'a'", "b'a' < view", "view + b'a'", "view * 2"):
    try:
        eval(compare)
    except TypeError as error:
        print(error)
kept = memoryview(b"q")
before = hash(kept)
kept.release()
print(hash(kept) == before, kept == kept, kept == b"q", kept != memoryview(b"q"))
