b = same = bytearray(b"ab")
b += b"cd"
b *= 2
b.insert(1, 45)
b.insert(-100, 33)
b.insert(100, 63)
b.remove(45)
print(b, same is b, b.__alloc__() >= len(b))
for change in (lambda: b.remove(7), lambda: b.insert(0, 256), lambda: b.__iadd__("x"), lambda: b.extend(3), lambda: b.remove("a")):
    try:
        change()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
