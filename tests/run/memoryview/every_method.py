# Every method and attribute of a memoryview that has one dimension.
array = bytearray(range(8))
with memoryview(array) as view:
    print(view.format, view.itemsize, view.nbytes, view.ndim, view.shape, view.strides, view.suboffsets, view.readonly,
          view.c_contiguous, view.f_contiguous, view.contiguous, view.obj is array, len(view), view.__len__())
    print(view.tobytes(), view.tobytes(order="F"), view.tolist(), view.hex(), view.hex("-", 2), view.toreadonly().readonly)
    print(view.cast("H").tolist(), view.cast("i")[1], view[::2].contiguous, view[::-1].tolist(), view.__getitem__(1))
    view.__setitem__(0, 9)
    view[1:3] = b"xy"
    print(array, view == array, view.__eq__(b"x"), view.__ne__(array), view.__lt__(array), view.__le__(1), view.__gt__(1), view.__ge__(1))
    print(list(view.__iter__())[:2], repr(view)[:10], view.__repr__()[:10], hash(memoryview(b"ab")) == hash(b"ab"))
    print(memoryview(b"ab").__hash__() == hash(b"ab"), view.__class_getitem__ if hasattr(view, "__class_getitem__") else "no parameters")
    print(view.__enter__() is view)
print(repr(view)[:17], view.release())
other = memoryview(b"abc")
print(other.__exit__(None, None, None))
for call in (lambda: view[0], lambda: len(view), lambda: hash(memoryview(array)), lambda: memoryview("x"), lambda: memoryview(),
             lambda: memoryview(b"abc").cast("I"), lambda: memoryview(b"a").cast("zz"), lambda: memoryview(b"a").__delitem__(0),
             lambda: memoryview(b"a").__setitem__(0, 1), lambda: memoryview(array).__setitem__(0, 300), lambda: memoryview(array).__delitem__(0),
             lambda: memoryview(array).__setitem__(0, "x"), lambda: other.tolist(), lambda: memoryview(b"a")[5]):
    try:
        print(call())
    except (ValueError, TypeError, IndexError, NotImplementedError) as error:
        print(type(error).__name__, error)
