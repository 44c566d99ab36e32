# Items are ints, slices are views again, with steps and from the end.
data = b"abcdefgh"
view = memoryview(data)
print(len(view), view[0], view[-1], view[2:5].tobytes(), view[::2].tobytes(), view[::-3].tobytes())
print(view[1:][1:][1:3].tobytes(), view[::2][::-1].tobytes(), view[5:2].tobytes(), len(view[5:2]))
print(view[1:4].obj is data, view[(2,)], view[True], bool(view), bool(view[:0]))
print(list(view[:3]), [*reversed(view)], 98 in view, 200 in view, "a" in view)
first, *rest = view[:3]
print(first, rest)


class Two:
    def __index__(self):
        return 2


print(view[Two()], view[Two():].tobytes())
for key in (8, -9, 1 << 70, "x", 1.5, None, (0, 1), (), (slice(1), slice(2)), (1, "a")):
    try:
        print(view[key])
    except (IndexError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
try:
    view[::0]
except ValueError as error:
    print(error)
