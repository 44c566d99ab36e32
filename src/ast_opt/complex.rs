//! Complex numbers as pairs, with CPython's own formulas: their rounding is part of the result.

type Complex = (f64, f64);

pub fn multiply(left: Complex, right: Complex) -> Complex {
    (left.0 * right.0 - left.1 * right.1, left.0 * right.1 + left.1 * right.0)
}

/// Smith's method; `None` where the divisor is zero.
pub fn divide(left: Complex, right: Complex) -> Option<Complex> {
    let (re, im) = (right.0.abs(), right.1.abs());
    if re >= im {
        if re == 0.0 {
            return None;
        }
        let ratio = right.1 / right.0;
        let scale = right.0 + right.1 * ratio;
        Some(((left.0 + left.1 * ratio) / scale, (left.1 - left.0 * ratio) / scale))
    } else if im >= re {
        let ratio = right.0 / right.1;
        let scale = right.0 * ratio + right.1;
        Some(((left.0 * ratio + left.1) / scale, (left.1 * ratio - left.0) / scale))
    } else {
        Some((f64::NAN, f64::NAN))
    }
}

/// `None` for zero to a negative or complex power and where the result overflows.
pub fn power(base: Complex, exponent: Complex) -> Option<Complex> {
    let small = exponent.1 == 0.0 && exponent.0 == exponent.0.floor() && exponent.0.abs() <= 100.0;
    let (re, im) = if small { whole_power(base, exponent.0 as i32)? } else { general_power(base, exponent)? };
    (!re.is_infinite() && !im.is_infinite()).then_some((re, im))
}

fn whole_power(base: Complex, times: i32) -> Option<Complex> {
    let (mut result, mut square) = ((1.0, 0.0), base);
    let mut rest = times.unsigned_abs();
    while rest > 0 {
        if rest & 1 == 1 {
            result = multiply(result, square);
        }
        square = multiply(square, square);
        rest >>= 1;
    }
    if times > 0 { Some(result) } else { divide((1.0, 0.0), result) }
}

fn general_power(base: Complex, exponent: Complex) -> Option<Complex> {
    if exponent == (0.0, 0.0) {
        return Some((1.0, 0.0));
    }
    if base == (0.0, 0.0) {
        return (exponent.1 == 0.0 && exponent.0 >= 0.0).then_some((0.0, 0.0));
    }
    let size = base.0.hypot(base.1);
    let angle = base.1.atan2(base.0);
    let mut length = size.powf(exponent.0);
    let mut phase = angle * exponent.0;
    if exponent.1 != 0.0 {
        length /= (angle * exponent.1).exp();
        phase += exponent.1 * size.ln();
    }
    // The angle of an infinite turn is a domain error of the C library, which raises.
    (!phase.is_infinite()).then(|| (length * phase.cos(), length * phase.sin()))
}
