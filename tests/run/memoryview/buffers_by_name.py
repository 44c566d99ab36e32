# __buffer__ and __release_buffer__ as methods: a view is made and let go of.
array = bytearray(b"abc")
view = array.__buffer__(1)
print(bytes(view), view.readonly, view.obj is array, b"xy".__buffer__(0).readonly)
try:
    array.append(1)
except BufferError as error:
    print(error)
view[0] = 65
print(array.__release_buffer__(view), repr(view)[:9])
other = memoryview(array)
print(memoryview._from_flags(array, 0).tolist(), memoryview._from_flags(flags=1, object=array).readonly)
for call in (lambda: view.tolist(), lambda: array.__release_buffer__(view), lambda: b"x".__buffer__(1), lambda: memoryview(b"x").__buffer__(1),
             lambda: array.__release_buffer__(5), lambda: bytearray().__release_buffer__(other), lambda: array.__buffer__("x"),
             lambda: memoryview._from_flags(5, 0), lambda: other.__release_buffer__(other)):
    try:
        print(call())
    except (ValueError, TypeError, BufferError) as error:
        print(type(error).__name__, error)
