z = 3 - 4j
print(z, abs(z), z.conjugate(), z.real, z.imag, z * 2, z / (1 + 1j), z ** 2, -z, z == 3 - 4j, bool(0j), hash(1 + 0j) == hash(1))
print(complex("1+2j"), complex(" -3j "), complex(1, 2), complex("inf"), complex(1.5), repr(-0j), complex(0, -1.0), 1j * 1j)
print(f"{z:.2f}", f"{z:>12}", f"{1e20 + 1j:g}", f"{z:+.1e}")
for call in (lambda: z < 1, lambda: z // 1, lambda: int(z), lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex("1", 2), lambda: 1j / 0, lambda: 0j ** -1):
    try:
        print(call())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
