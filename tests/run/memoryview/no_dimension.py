# A view of one item and no dimension.
def show(*expressions):
    for text in expressions:
        try:
            print(text, "->", eval(text))
        except Exception as error:
            print(text, "->", type(error).__name__, error)


data = bytearray(b"abcd")
one = memoryview(data).cast("I", ())
show("one.shape, one.strides, one.ndim, one.nbytes, one.format", "one[()]", "one[...] is one", "one[0]", "one[:]",
     "one.tolist()", "len(one)", "bool(one)", "list(one)", "97 in one", "one == memoryview(b'abcd').cast('I', [])",
     "one == memoryview(b'abcd').cast('I')", "bytes(one)", "one.hex()", "b'<' + one", "one.contiguous", "one.cast('B').shape",
     "one.cast('B', [2, 2])", "memoryview(b'abcd').cast('B', [])", "hash(memoryview(b'a').cast('B', [])) == hash(b'a')")
one[()] = 0x64636261 + 1
print(data)
one[...] = 0
print(data)
for key in (0, slice(None), "x", (0,)):
    try:
        one[key] = 1
    except TypeError as error:
        print(error)
if not one:
    print("not reached")
