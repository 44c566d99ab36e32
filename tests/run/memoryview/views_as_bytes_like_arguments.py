# Wherever bytes are taken, a view in one piece is.
view = memoryview(bytearray(b"hello world"))
print(bytes(view), bytearray(view[:5]), bytes(view[::2]), b"-".join([view[:2], b"x", view[3:4]]))
print(b"say " + view[:5], bytearray(b"a") + view[6:], view[4:5] in b"hello", b"a world".find(view[6:]))
array = bytearray(b">")
array += view[:3]
array.extend(view[3:5])
array[:1] = view[6:8]
print(array, str(view[:5], "ascii"), int(memoryview(b"42")), float(memoryview(b"1.5")), b"hello world".startswith(view[:2]))
print(view.hex(), view[:4].hex("-"), view[:4].hex(":", 2), view[::5].hex(), view.tobytes("C"), view[:2].tobytes(order=None))
print(b"a,b".split(memoryview(b",")), b"xax".replace(memoryview(b"a"), memoryview(b"--")), int.from_bytes(view[:2], "big"))
array[1:4] = view[::4]
print(array)
for attempt in ("b''.join([view[::2]])", "b'' + view[::2]", "view.tobytes('X')", "view.tobytes(1)", "view[::2] in b'abc'",
                "b'abc'.find(view[::2])", "b'a'.join([1])"):
    try:
        print(eval(attempt))
    except (TypeError, ValueError, BufferError) as error:
        print(attempt, type(error).__name__, error)
