# What cast() says of a shape that does not fit.
m = memoryview(bytes(8))
for cast in ("m.cast('B', [1] * 65)", "m.cast('B', [1] * 63 + [8]).ndim", "m.cast('B', 5)", "m.cast('B', None)", "m.cast('B', [2**70])",
             "m.cast('B', [2**40, 2**40])", "m.cast('B', ['x', 8])", "m.cast('B', [8.0])", "m.cast('B', [-8])", "m.cast('B', [0, 8])",
             "m.cast('B', [3, 3])", "m.cast('H', [2, 4])", "m.cast('H', [2, 2]).tolist()", "m.cast('B', [2, 4]).cast('B', [4, 2])",
             "m.cast('H').cast('I', [2])", "m[::2].cast('B', [2, 2])", "m[:0].cast('B', [1])", "m[:0].cast('I').shape",
             "m.cast('B', [2, 4])[:0].cast('B')", "m.cast('\\xe9', [8])", "m.cast('z', ['x'])", "m.cast('z', 3)",
             "m.cast(shape=(True, 8), format='B').shape", "m.cast('B', [8], 1)"):
    try:
        print(cast, "->", eval(cast))
    except Exception as error:
        print(cast, "->", type(error).__name__, error)
