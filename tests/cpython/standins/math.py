"""What tests of the builtin types use of `math`."""

pi = 3.141592653589793
e = 2.718281828459045
tau = 2 * pi
inf = float("inf")
nan = float("nan")


def isnan(x):
    x = float(x)
    return x != x


def isinf(x):
    return float(x) in (inf, -inf)


def isfinite(x):
    return not isnan(x) and not isinf(x)


def fabs(x):
    return abs(float(x))


def copysign(x, y):
    """Only its text tells the sign of a zero or of what is not a number."""
    x = abs(float(x))
    return -x if float(y).hex().startswith("-") else x


def sqrt(x):
    if x < 0:
        raise ValueError("math domain error")
    return float(x) ** 0.5


def floor(x):
    special = getattr(type(x), "__floor__", None)
    return special(x) if special is not None else float(x).__floor__()


def ceil(x):
    special = getattr(type(x), "__ceil__", None)
    return special(x) if special is not None else float(x).__ceil__()


def trunc(x):
    special = getattr(type(x), "__trunc__", None)
    if special is None:
        raise TypeError(f"type {type(x).__name__} doesn't define __trunc__ method")
    return special(x)


def ldexp(x, exponent):
    x = float(x)
    if x == 0 or not isfinite(x):
        return x
    numerator, denominator = x.as_integer_ratio()
    try:
        if exponent >= 0:
            return (numerator << exponent) / denominator
        return numerator / (denominator << -exponent)
    except OverflowError:
        raise OverflowError("math range error") from None


def frexp(x):
    x = float(x)
    if x == 0 or not isfinite(x):
        return x, 0
    numerator, denominator = abs(x).as_integer_ratio()
    exponent = numerator.bit_length() - denominator.bit_length()
    fraction = ldexp(x, -exponent)
    if abs(fraction) >= 1:
        return fraction / 2, exponent + 1
    return fraction, exponent


def modf(x):
    whole = float(trunc(x))
    return x - whole, whole


def fmod(x, y):
    x, y = float(x), float(y)
    return copysign(abs(x) % abs(y), x)


def gcd(*numbers):
    result = 0
    for number in numbers:
        number = number.__index__()
        while number:
            result, number = number, result % number
    return abs(result)


def isqrt(n):
    if n < 2:
        return n
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = (guess + n // guess) // 2
        if better >= guess:
            return guess
        guess = better


def comb(n, k):
    result = 1
    for at in range(k):
        result = result * (n - at) // (at + 1)
    return result


def factorial(n):
    return prod(range(1, n + 1))


def prod(numbers, *, start=1):
    for number in numbers:
        start = start * number
    return start


def fsum(numbers):
    total, unit = 0, 1
    for number in numbers:
        numerator, denominator = float(number).as_integer_ratio()
        total, unit = total * denominator + numerator * unit, unit * denominator
    return total / unit


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


def log2(x):
    fraction, exponent = frexp(x)
    if fraction == 0.5:
        return float(exponent - 1)
    return log(x) / log(2)


def log(x, base=e):
    """By the series of the inverse hyperbolic tangent, near one."""
    fraction, exponent = frexp(x)
    t = (fraction - 1) / (fraction + 1)
    total, power, n = 0.0, t, 1
    while abs(power) > 1e-20:
        total += power / n
        power *= t * t
        n += 2
    natural = 2 * total + exponent * 0.6931471805599453
    return natural if base == e else natural / log(base)


def log10(x):
    return log(x) / log(10)


def atan2(y, x):
    """Where the answer is a multiple of a quarter of pi."""
    if isnan(x) or isnan(y):
        return nan
    if x == 0 and y == 0 or isinf(x) and not isinf(y):
        turn = 0.0 if copysign(1, x) > 0 else pi
    elif x == 0 or isinf(y) and not isinf(x):
        turn = pi / 2
    elif y == 0:
        turn = 0.0 if x > 0 else pi
    elif abs(x) == abs(y):
        turn = pi / 4 if x > 0 else 3 * pi / 4
    else:
        from placeholder import NeedsModule

        raise NeedsModule("math.atan2")
    return copysign(turn, y)
