# How the items of several dimensions lie, and in which order tobytes() takes them.
d = memoryview(bytes(range(97, 121))).cast("B", [4, 3, 2])
for view in (d, d[::2], d[::-1], d[:1], d[1:1], d[3:], d.cast("B")[::5], d.cast("B")[:1]):
    print(view.shape, view.strides, view.c_contiguous, view.f_contiguous, view.contiguous)
    for order in (None, "C", "F", "A"):
        print(order, view.tobytes(order))
    print(view.hex("-", 4), bytes(view), bytearray(view))
    try:
        print(b"+" + view)
    except (TypeError, BufferError) as error:
        print(error)
    try:
        print(view.cast("B").shape)
    except TypeError as error:
        print(error)
for order in ("Q", "c", "", "F\0", 3, b"C"):
    try:
        d.tobytes(order)
    except (TypeError, ValueError) as error:
        print(error)
