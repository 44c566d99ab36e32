for x in (0.1, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 5e-324, 1.7976931348623157e308, -0.0, float("inf"), float("-inf"), float("nan"), 2.0**70, 1/3):
    print(x, repr(x), f"{x:.3f}" if abs(x) < 1e20 else "", f"{x:g}", f"{x:e}", x.hex())
print(float.fromhex("0x1.8p3"), (2.5).as_integer_ratio(), (0.5).is_integer(), round(2.5), round(3.5), round(2.675, 2), round(-0.5), round(1234.5, -2))
