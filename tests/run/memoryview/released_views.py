# A released view refuses everything but another release; `with` releases.
with memoryview(b"abc") as view:
    print(view[0])
    part = view[1:]
print(part.tobytes())
view.release()
print(repr(view).split(" at ")[0], repr(part).split(" at ")[0])
attempts = ("len(view)", "view[0]", "view[:]", "view.tobytes()", "view.tolist()", "view.hex()", "view.obj", "view.shape",
            "view.format", "view.readonly", "view.cast('b')", "view.toreadonly()", "bytes(view)",
            "memoryview(view)", "hash(view)", "b''.join([view])", "b'' + view", "view.__enter__()",
            "view.contiguous", "bytearray(view)", "view.nbytes", "bytearray(3).find(view)")
for attempt in attempts:
    try:
        print(attempt, eval(attempt))
    except (ValueError, TypeError) as error:
        print(attempt, type(error).__name__, error)
items = memoryview(b"ab")
walk = iter(items)
print(next(walk))
items.release()
try:
    next(walk)
except ValueError as error:
    print(error)
