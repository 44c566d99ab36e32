# While a view is not released, a bytearray may change but neither grow nor shrink. Views that are gone do not count.
array = bytearray(b"abcd")
view = memoryview(array)
half = view[2:]
changes = ("array.append(1)", "array.extend(b'x')", "array.pop()", "array.insert(0, 1)", "array.remove(97)", "array.clear()",
           "del array[0]", "del array[::2]", "array[1:2] = b'xyz'", "array[1:2] = b''", "array.__init__(b'abcd')")
for change in changes:
    try:
        exec(change)
    except BufferError as error:
        print(change, error)
for change in ("array += b'1'", "array *= 2"):
    try:
        exec(change)
    except BufferError as error:
        print(change, error)
array[0] = 120
array[1:3] = b"yz"
array += b""
array *= 1
array.reverse()
array[::2] = b"12"
array.extend(())
print(array, view.tobytes(), half.tobytes())
view.release()
try:
    array.append(1)
except BufferError as error:
    print("half", error)
half.release()
array.append(49)
print(array)


def look(array):
    view = memoryview(array)
    return view[0]


print(look(array), bytes(memoryview(array)), memoryview(array)[1:3].tolist())
array.append(50)
view = memoryview(array)
walk = iter(view)
del view
try:
    array.append(51)
except BufferError as error:
    print("iterator", error)
del walk
array.append(51)
view = memoryview(array)
view = None
array.clear()
print(array)
