a, b = 10**40 + 7, -(3**50)
print(a * b, a // b, a % b, divmod(a, b), a >> 70, b >> 5, a & b, a | b, a ^ b, ~a, -b, abs(b))
print(a.bit_length(), b.bit_count(), a.to_bytes(17, "big"), b.to_bytes(11, "little", signed=True), int.from_bytes(b"\xff\x01", "big", signed=True))
print(pow(a, 5, 97), a == float(a), a > 1e40, hash(a), hash(b), int("-0x1F", 0), int("z", 36), int(" 1_000 "), f"{a:,}", f"{b:x}", hex(b))
for call in (lambda: a << -1, lambda: 1 << 10**20, lambda: a / 0, lambda: a.to_bytes(2, "big"), lambda: (-1).to_bytes(2, "big"), lambda: float(10**400)):
    try:
        print(call())
    except (ValueError, ZeroDivisionError, OverflowError, MemoryError) as error:
        print(type(error).__name__, error)
