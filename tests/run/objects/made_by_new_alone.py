# __new__ without __init__: empty containers, numbers and texts that are whole at once.
for kind, args in ((list, ([1],)), (dict, ({1: 2},)), (set, ([1],)), (bytearray, (b"x",)), (tuple, ([1],)), (frozenset, ([1],)), (int, ("7",)), (float, ("1.5",)),
                   (complex, ("1j",)), (str, (5,)), (bytes, (b"x",)), (bool, (5,)), (range, (3,)), (slice, (1, 2)), (enumerate, ("a",)), (zip, ("a",)), (map, (len, [])),
                   (filter, (None, [])), (reversed, ([1],)), (memoryview, (b"x",)), (property, (len,)), (type, ("T", (), {})), (object, ()), (Exception, (1,))):
    made = kind.__new__(kind, *args)
    print(kind.__name__, made if not repr(made).startswith("<") else type(made).__name__, kind.__init__(made, *args) if kind in (list, dict, set, bytearray, property) else "")
for call in (lambda: list.__new__(), lambda: list.__new__(5), lambda: list.__new__(tuple), lambda: int.__new__(bool, 5), lambda: str.__new__(int), lambda: dict.__new__(list)):
    try:
        print(call())
    except TypeError as error:
        print(error)
