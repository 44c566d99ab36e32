# What complex() makes of complex numbers: their zeros keep their signs, a subclass becomes plain.
class Own(complex):
    pass


for value in (complex(0.0, -0.0), complex(-0.0, 0.0), complex(-0.0, -0.0), Own(-0.0, -0.0), complex(float("inf"), -0.0)):
    for made in (complex(value), Own(value), +value, -value, value.conjugate(), complex(value, 0), complex(value, -0.0), complex(0, value)):
        print(type(made).__name__, repr(made), end="; ")
    print()
plain = 3 + 4j
print(complex(plain) is plain, complex(Own(plain)) is plain, type(Own(plain).__pos__()), type(+Own(plain)))
print(round(1e308, -308), round(-1.6e307, -308))
for value in (1.7e308, -1.6e308):
    try:
        print(round(value, -308))
    except OverflowError as error:
        print(error)
    try:
        print(value.__round__(-308))
    except OverflowError as error:
        print(error)
print(round(2.5e15, -16), round(5e15, -16), round(1.5e16, -16), round(123.456, -400), round(123.456, 400))
