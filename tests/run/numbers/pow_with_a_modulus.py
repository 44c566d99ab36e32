class Ring:
    def __pow__(self, exponent, modulus=None):
        return f"pow {exponent} {modulus}"


print(pow(3, 200, 13), pow(3, -1, 7), pow(2, 5, -7), pow(Ring(), 2), pow(Ring(), 2, 5), Ring() ** 3)
for args in ((1.0, 2, 3), (1j, 2, 3), ("a", 2, 3), (2, 3, Ring()), (2, -1, 4), (2, 2, 0)):
    try:
        print(pow(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
