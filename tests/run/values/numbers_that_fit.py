# Ints and floats at the edge of what stands in a value, by every operator.
big = 2**63
numbers = [0, 1, -1, 7, -7, big - 1, -big, 2**31, 2.5, -0.0, 1e308]
for a in numbers:
    for b in (0, 1, -1, 3, -3, 2.0, -big, big - 1):
        row = []
        for operator in ("+", "-", "*", "//", "%", "/", "<", "==", "!=", ">="):
            try:
                row.append(eval(f"a {operator} b"))
            except (ZeroDivisionError, OverflowError) as error:
                row.append(type(error).__name__)
        print(a, b, row)
for a in (1, -1, 12345, -big, big - 1):
    print([a >> shift for shift in (0, 1, 62, 63, 64)], [a << shift for shift in (0, 1, 62, 63, 64)], a & 6, a | 6, a ^ 6)
    print(a**2, a**0)
nan = float("nan")
print([nan < 1.0, nan == nan, nan != nan, nan >= nan])
count = 0
while count != 3 and not count > 5:
    count += 1
    if count == nan:
        print("never")
print(count, [number for number in (0, 1, None, 2.5, "") if number])
