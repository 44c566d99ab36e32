# The operators of int as methods, plain and reflected; strangers get NotImplemented.
names = ("add", "sub", "mul", "floordiv", "mod", "divmod", "pow", "truediv", "lshift", "rshift", "and", "or", "xor")
for name in names:
    plain, reflected = f"__{name}__", f"__r{name}__"
    print(name, getattr(7, plain)(3), getattr(7, reflected)(3), getattr(7, plain)(1.5), getattr(7, reflected)("x"),
          int.__dict__[plain](True, 2))
print((7).__neg__(), (7).__pos__(), (7).__invert__(), (-7).__abs__(), (7).__pow__(3, 5), (7).__rpow__(2, 5))
print(True.__and__(False), True.__or__(False), True.__xor__(True), True.__rand__(True), False.__ror__(1))
print(True.__rxor__(2), True.__and__(3), bool.__repr__(True))
for call in (lambda: (1).__floordiv__(0), lambda: (1).__mod__(0), lambda: (1).__truediv__(0), lambda: (1).__lshift__(-1),
             lambda: (1).__divmod__(0), lambda: (0).__pow__(-1), lambda: (2).__pow__(3, 0), lambda: (0).__rtruediv__(1)):
    try:
        print(call())
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
