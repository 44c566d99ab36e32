# A view of several dimensions: its shape, its items by tuples, its rows by slices, and what cannot be done with it.
def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


m = memoryview(bytes(range(24)))
d = m.cast("B", [2, 3, 4])
h = m.cast("H", (3, 4))
show("d.shape, d.strides, d.ndim, d.nbytes, d.itemsize, len(d), d.suboffsets", "d.tolist()", "h.tolist()",
     "h.shape, h.strides, h.format", "d[1, 2, 3]", "d[-1, -1, -1]", "d[0, 3, 0]", "d[2, 9, 0]", "d[0, 0, -5]",
     "d[0, 0]", "d[0, 0, 0, 0]", "d[0]", "d[()]", "d[...]", "d['x']", "d[10**30]", "d[0:1, 0:1, 0:1]", "d[0:1, 0]",
     "d[1:].tolist()", "d[::-1].tolist()", "d[::-1].strides, d[::-1].shape", "d[1:1].tolist(), d[1:1].shape",
     "h[True, False]", "list(d)", "[*d]", "5 in d", "next(reversed(d))", "bool(d)", "d.cast('B').shape",
     "d.cast('B', [24]).shape", "d.cast('B', [4, 6])", "d.cast('B', [])", "h.cast('B').tolist() == m.tolist()",
     "d[1:].obj == bytes(range(24)), d[1:].readonly")


class Two:
    def __index__(self):
        return 2


show("h[Two(), Two()]", "h[Two(), 9]")
