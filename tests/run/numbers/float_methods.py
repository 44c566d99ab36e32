# Every method of float.
class Own(float):
    pass


for number in (0.0, -0.0, 1.5, -2.5, 1e300, 0.1):
    print(number.as_integer_ratio(), number.hex(), number.is_integer(), number.conjugate(), number.real, number.imag,
          number.__trunc__(), number.__floor__(), number.__ceil__(), number.__int__(), number.__float__(),
          number.__getnewargs__(), number.__bool__(), number.__hash__())
print(float.fromhex("0x1.8p1"), float.fromhex(" -inf "), float.fromhex("1"), Own.fromhex("0x.8").__class__.__name__)
print((2.675).__round__(2), (2.5).__round__(), (1234.5).__round__(-2), (1.5).__repr__(), (1.5).__str__(), (1.5).__format__("08.3f"))
print(float.__getformat__("double"), float.__getformat__("float"))
for name in ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow"):
    print(name, getattr(7.5, f"__{name}__")(2), getattr(7.5, f"__r{name}__")(2.0), getattr(7.5, f"__{name}__")("x"))
print((1.5).__neg__(), (-1.5).__pos__(), (-1.5).__abs__(), Own(2.5).__add__(1).__class__.__name__)
nan, inf = float("nan"), float("inf")
for call in (lambda: nan.as_integer_ratio(), lambda: inf.__int__(), lambda: nan.__floor__(), lambda: inf.__round__(),
             lambda: float.fromhex("xyz"), lambda: (1.0).__truediv__(0), lambda: (1.0).__mod__(0.0), lambda: (0.0).__pow__(-1),
             lambda: float.__getformat__("half"), lambda: (10.0).__pow__(400), lambda: float.fromhex("0x1p5000"),
             lambda: (1.0).__divmod__(0)):
    try:
        print(call())
    except (OverflowError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
