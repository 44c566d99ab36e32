print((7).__abs__(), (-7.5).__abs__(), (3 - 4j).__abs__(), True.__abs__())
print((7).__divmod__(2), (7).__rdivmod__(100), (7.5).__divmod__(2), (7).__divmod__("x"), (7).__rdivmod__(2.5))
print((5).__getnewargs__(), (1.5).__getnewargs__(), (1 + 2j).__getnewargs__(), (1, 2).__getnewargs__(), "ab".__getnewargs__(), b"ab".__getnewargs__())
print("ab".__rmul__(2), [1].__rmul__(2), (1,).__mul__(2), "%s".__mod__(5), "x".__rmod__("%s"))
print(True.__and__(False), True.__xor__(True), True.__or__(2), True.__rand__(1), int.__or__(True, 4))
print(type.__or__(int, str), int.__ror__(1, 2) if hasattr(int, "__ror__") else None)
for value in (0, 1, -1, 10**9, 2**30, 2**60, 10**100, 1.5, 1j, "", "abc", "\u20ac", "\U0001f600", b"", b"abc", (), (1, 2), None, object()):
    print(repr(value)[:12] if type(value) is not object else "object", value.__sizeof__())
print((1).__add__(2.5), (1.5).__add__(2), (1).__lt__(2.5), (1.5).__lt__(2), (1).__eq__(1.0), (1j).__add__(1), (1).__add__(1j), (2).__pow__(0.5), (2).__rpow__(3), (1).__truediv__(2))
