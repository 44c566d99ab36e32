# What only a bytearray can do: it is changed in place.
class At:
    def __init__(self, at):
        self.at = at

    def __index__(self):
        return self.at


array = bytearray(b"abc")
array.append(100)
array.append(At(101))
array.extend(b"fg")
array.extend([104, At(105)])
array.insert(0, 64)
array.insert(At(-1), At(33))
print(array, array.pop(), array.pop(0), array.pop(At(1)), array)
array.remove(33)
array.reverse()
print(array, array.copy(), array.copy() is array, array.__alloc__() > len(array))
array.__setitem__(0, 90)
array.__setitem__(slice(1, 3), b"..")
array.__delitem__(-1)
del array[At(0)]
print(array, array.__iadd__(b"x") is array, array.__imul__(2) is array, array)
array += bytearray(b"1")
array *= At(1)
array[::2] = bytes(len(array[::2]))
print(array, array.__init__(b"new"), array, array.__reduce__()[0] is bytearray, array.__reduce_ex__(4)[1:])
array.clear()
print(array, bytearray(3), bytearray([At(5)]), bytearray("é", "utf-8"), bytearray(At(2)))
for call in (lambda: array.pop(), lambda: array.remove(1), lambda: array.append(256), lambda: array.append("x"),
             lambda: array.extend(5), lambda: array.extend("ab"), lambda: array.insert(0, -1), lambda: array.__setitem__(0, 1),
             lambda: bytearray("x"), lambda: array.extend([300]), lambda: array.__delitem__(5), lambda: array.__imul__("x"),
             lambda: array.__iadd__(5), lambda: array.__setitem__(slice(0, 0), 5)):
    try:
        print(call())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
