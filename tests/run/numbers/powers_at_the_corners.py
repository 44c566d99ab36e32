# Powers of zeros, of what is too large, and of complex numbers that leave the range of floats.
for text in ("0.0 ** -1", "(-0.0) ** -1.5", "0.0 ** -float('inf')", "(-0.0) ** -float('inf')", "0.0 ** float('-inf') == float('inf')",
             "1.0 ** float('nan')", "float('nan') ** 0", "(-1.0) ** float('inf')", "(-2.0) ** 0.5", "10.0 ** 400", "(-10.0) ** 401",
             "0j ** -1", "0j ** 1j", "0j ** 0", "(1e300+1j) ** 2", "(1e200+1j) ** (1e200+1j)", "pow(1e150j, 3)", "(1+10j) ** 50",
             "pow(2, 3, 5)", "pow(2, -1, 5)", "0 ** -1"):
    try:
        print(text, "->", eval(text))
    except (ZeroDivisionError, OverflowError, ValueError) as error:
        print(text, "->", type(error).__name__, error)


class Number(int):
    def __pow__(self, other, modulus=None):
        return f"power of {int(self)}, {other!r}, {modulus!r}"

    def __rpow__(self, other, modulus=None):
        return f"reflected {other!r}, {modulus!r}"


print(pow(Number(2), 3), pow(Number(2), 3, 5), pow(2, Number(3)), pow(2, Number(3), 5), pow(2, 3, Number(5)), pow(2.0, Number(3)))
