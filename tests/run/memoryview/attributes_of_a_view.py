# What a view says of itself, and what may not be done with the type.
array = bytearray(b"abcdef")
for view in (memoryview(array), memoryview(array)[1::2], memoryview(b"abcdef")[::-1], memoryview(bytes(8)).cast("i"),
             memoryview(array)[3:4:7], memoryview(b"")):
    print(view.obj, view.nbytes, view.readonly, view.itemsize, view.format, view.ndim, view.shape, view.strides,
          view.suboffsets, view.contiguous, view.c_contiguous, view.f_contiguous)
print(memoryview(object=b"x").obj, type(iter(memoryview(b""))).__name__, repr(memoryview(b"")).split(" at ")[0])
for attempt in ("memoryview()", "memoryview(1)", "memoryview('a')", "memoryview([1])", "memoryview(b'', b'')", "memoryview(b=1)",
                "type('C', (memoryview,), {})", "memoryview.__new__(int, b'')"):
    try:
        eval(attempt)
    except TypeError as error:
        print(attempt, error)
for attempt in ("view.obj = 1", "view.other = 1", "del view.shape", "view.missing"):
    try:
        exec(attempt)
    except AttributeError as error:
        print(attempt, error)
