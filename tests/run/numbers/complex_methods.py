# Every method of complex.
class Own(complex):
    pass


z = 3 - 4j
print(z.real, z.imag, z.conjugate(), z.__abs__(), z.__bool__(), z.__hash__(), z.__neg__(), z.__pos__(), z.__complex__())
print(z.__repr__(), z.__str__() if "__str__" in dir(z) else "", z.__format__(".1f"), z.__getnewargs__(), (0j).__bool__())
for name in ("add", "sub", "mul", "truediv", "pow"):
    print(name, getattr(z, f"__{name}__")(2), getattr(z, f"__r{name}__")(1j), getattr(z, f"__{name}__")("x"))
print(z.__eq__(3 - 4j), z.__ne__(1), z.__lt__(1), z.__le__(1), z.__gt__(1), z.__ge__(1), (2 + 0j).__eq__(2.0))
print(complex("1+2j"), complex(1, 2), complex(real=5), complex(imag=1), Own(1, 1).__add__(1).__class__.__name__, complex())
for call in (lambda: z.__truediv__(0), lambda: z.__format__("d"), lambda: complex("x"), lambda: complex("1", 2),
             lambda: (0j).__pow__(-1), lambda: z < 1, lambda: complex([]), lambda: setattr(z, "real", 1), lambda: z.__pow__(1, 2)):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError, AttributeError) as error:
        print(type(error).__name__, error)
