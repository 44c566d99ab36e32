"""Numbers as bytes."""

import math

_SIZES = {"b": 1, "B": 1, "?": 1, "c": 1, "x": 1, "s": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8,
          "Q": 8, "n": 8, "N": 8, "P": 8, "e": 2, "f": 4, "d": 8}


class error(Exception):
    pass


def _parts(text):
    order = "little"
    standard = False
    if text[:1] in ("<", ">", "=", "!", "@"):
        order = "big" if text[0] in ">!" else "little"
        standard = text[0] != "@"
        text = text[1:]
    parts, count = [], ""
    for char in text:
        if char.isdigit():
            count += char
            continue
        if char not in _SIZES:
            raise error("bad char in struct format")
        size = 4 if standard and char in "lL" else _SIZES[char]
        number = int(count or 1)
        parts += [(char, size * number)] if char == "s" else [(char, size)] * number
        count = ""
    return order, parts


def calcsize(text):
    return sum([size for _, size in _parts(text)[1]])


def _float_bits(value, size):
    width, bias = {8: (52, 1023), 4: (23, 127), 2: (10, 15)}[size]
    sign = int(math.copysign(1.0, value) < 0)
    top = 2 * bias + 1
    if value != value:
        exponent, fraction = top, 1 << (width - 1)
    elif value in (math.inf, -math.inf):
        exponent, fraction = top, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        fraction, exponent = math.frexp(abs(value))
        exponent = max(exponent - 1 + bias, 0)
        fraction = round(abs(value) * 2.0 ** 500 * 2.0 ** (width - max(exponent, 1) + bias - 500)) if size != 8 else \
            int(math.ldexp(abs(value), width - max(exponent, 1) + bias))
        if fraction >> width and exponent == 0 or fraction >> (width + 1):
            exponent += 1
            fraction >>= int(bool(fraction >> (width + 1)))
        if exponent >= top:
            raise OverflowError("float too large to pack")
        fraction &= (1 << width) - 1
    return (sign << size * 8 - 1) | (exponent << width) | fraction


def _float_of(bits, size):
    width, bias = {8: (52, 1023), 4: (23, 127), 2: (10, 15)}[size]
    sign = -1.0 if bits >> size * 8 - 1 else 1.0
    exponent, fraction = (bits >> width) & (2 * bias + 1), bits & ((1 << width) - 1)
    if exponent == 2 * bias + 1:
        return math.copysign(math.nan if fraction else math.inf, sign)
    if exponent:
        fraction |= 1 << width
    return math.copysign(math.ldexp(fraction, max(exponent, 1) - bias - width), sign)


def pack(text, *values):
    order, parts = _parts(text)
    out, values = b"", list(values)
    for char, size in parts:
        if char == "x":
            out += bytes(1)
            continue
        value = values.pop(0)
        if char in "efd":
            out += _float_bits(float(value), size).to_bytes(size, order)
        elif char in "cs":
            out += value + bytes(size - len(value))
        else:
            try:
                out += int(value).to_bytes(size, order, signed=char.islower())
            except OverflowError:
                raise error("argument out of range") from None
    return out


def unpack(text, data):
    order, parts = _parts(text)
    out, at = [], 0
    if calcsize(text) != len(data):
        raise error(f"unpack requires a buffer of {calcsize(text)} bytes")
    for char, size in parts:
        piece = bytes(data[at:at + size])
        at += size
        if char in "efd":
            out.append(_float_of(int.from_bytes(piece, order), size))
        elif char in "cs":
            out.append(piece)
        elif char != "x":
            number = int.from_bytes(piece, order, signed=char.islower())
            out.append(bool(number) if char == "?" else number)
    return tuple(out)
