# Every method of int that is no operator.
class Own(int):
    pass


for number in (0, 1, -1, 255, -256, 10 ** 20, -(2 ** 64)):
    print(number.bit_length(), number.bit_count(), number.as_integer_ratio(), number.conjugate(), number.real,
          number.imag, number.numerator, number.denominator, number.is_integer(), number.__trunc__(), number.__floor__(),
          number.__ceil__(), number.__index__(), number.__int__(), number.__float__(), number.__getnewargs__())
print((1234).__round__(-2), (1250).__round__(-2), (1350).__round__(-2), (5).__round__(), (-15).__round__(-1))
print((255).to_bytes(2), (255).to_bytes(2, "little"), (-2).to_bytes(2, signed=True), (0).to_bytes(0), (1).to_bytes())
print(int.from_bytes(b"\x01\x00"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes([255, 254], signed=True))
print(int.from_bytes(b""), Own.from_bytes(b"\x05").__class__.__name__, Own(7).conjugate().__class__.__name__)
print((5).__format__("+06d"), (5).__str__(), (5).__repr__(), (5).__hash__(), (5).__bool__(), (0).__bool__())
for call in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(1, "x"),
             lambda: int.from_bytes("ab"), lambda: int.from_bytes(b"a", "middle"), lambda: (1).__round__(1.5),
             lambda: int.from_bytes([256]), lambda: (1).to_bytes("a")):
    try:
        print(call())
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
