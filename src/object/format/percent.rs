//! `text % values`, as C's `printf` would.

use crate::{literal, source::Text};

use super::{
    super::{Escape, Heap, Type, Value},
    float, pad,
};

/// One `%...` of the format.
#[derive(Clone, Copy, Default)]
struct Unit {
    left: bool,
    plus: bool,
    space: bool,
    alternate: bool,
    zero: bool,
    width: usize,
    precision: Option<usize>,
}

struct Formatter<'a> {
    heap: &'a mut Heap,
    points: Vec<u32>,
    at: usize,
    values: Value,
    /// The values one after another; one that is no tuple stands for itself.
    items: Vec<Value>,
    next: usize,
    out: Vec<u32>,
    used_mapping: bool,
}

impl Heap {
    /// `text % values`
    pub fn percent_format(&mut self, format: Value, values: Value) -> Result<Value, Escape> {
        let Some(text) = self.as_str(format) else { unreachable!("asked of text") };
        let points = text.text().code_points().collect();
        let items = match self.as_tuple(values) {
            Some(items) => items.to_vec(),
            None => vec![values],
        };
        let mut formatter = Formatter {
            heap: self,
            points,
            at: 0,
            values,
            items,
            next: 0,
            out: Vec::new(),
            used_mapping: false,
        };
        formatter.run()?;
        let text = Text::from_code_points(formatter.out);
        Ok(self.text(text))
    }
}

impl Formatter<'_> {
    fn run(&mut self) -> Result<(), Escape> {
        while self.at < self.points.len() {
            let point = self.points[self.at];
            self.at += 1;
            if point != u32::from('%') {
                self.out.push(point);
                continue;
            }
            self.unit()?;
        }
        if self.next < self.items.len() && !self.used_mapping && !self.is_mapping() {
            return Err(self.heap.type_error("not all arguments converted during string formatting"));
        }
        Ok(())
    }

    /// Something with keys: it need not be used up.
    fn is_mapping(&self) -> bool {
        let layout = self.heap.layout(self.values);
        !matches!(layout, Type::Tuple | Type::Str)
            && (matches!(
                layout,
                Type::Dict | Type::List | Type::Range | Type::Bytes | Type::ByteArray | Type::MappingProxy
            ) || self.heap.special(self.values, super::Sym::GetItem).is_some())
    }

    fn peek(&mut self) -> Result<char, Escape> {
        match self.points.get(self.at) {
            Some(&point) => Ok(char::from_u32(point).unwrap_or('\u{FFFD}')),
            None => Err(self.heap.value_error("incomplete format")),
        }
    }

    fn unit(&mut self) -> Result<(), Escape> {
        let mut unit = Unit::default();
        let mut mapped = None;
        if self.peek()? == '(' {
            mapped = Some(self.mapped()?);
        }
        loop {
            match self.peek()? {
                '-' => unit.left = true,
                '+' => unit.plus = true,
                ' ' => unit.space = true,
                '#' => unit.alternate = true,
                '0' => unit.zero = true,
                _ => break,
            }
            self.at += 1;
        }
        if let Some(width) = self.number("width")? {
            unit.left |= width < 0;
            unit.width = width.unsigned_abs() as usize;
        }
        if self.peek()? == '.' {
            self.at += 1;
            unit.precision = Some(self.number("prec")?.unwrap_or(0).max(0) as usize);
        }
        if matches!(self.peek()?, 'h' | 'l' | 'L') {
            self.at += 1;
        }
        let kind = self.peek()?;
        self.at += 1;
        if kind == '%' {
            self.out.push(u32::from('%'));
            return Ok(());
        }
        let value = match mapped {
            Some(value) => value,
            None => self.value()?,
        };
        self.heap.room_for((unit.width + unit.precision.unwrap_or(0)) as u64)?;
        self.convert(kind, &unit, value)
    }

    /// The value under a name in parentheses.
    fn mapped(&mut self) -> Result<Value, Escape> {
        if !self.is_mapping() {
            return Err(self.heap.type_error("format requires a mapping"));
        }
        self.at += 1;
        let start = self.at;
        let mut depth = 1;
        while depth > 0 {
            match self.points.get(self.at) {
                Some(&point) if point == u32::from('(') => depth += 1,
                Some(&point) if point == u32::from(')') => depth -= 1,
                Some(_) => {}
                None => return Err(self.heap.value_error("incomplete format key")),
            }
            self.at += 1;
        }
        let name = Text::from_code_points(self.points[start..self.at - 1].iter().copied());
        let name = self.heap.text(name);
        self.used_mapping = true;
        self.heap.get_item(self.values, name)
    }

    fn value(&mut self) -> Result<Value, Escape> {
        match self.items.get(self.next) {
            Some(&value) if !self.used_mapping => {
                self.next += 1;
                Ok(value)
            }
            _ => Err(self.heap.type_error("not enough arguments for format string")),
        }
    }

    /// A width or precision: digits, or `*` for one of the values.
    fn number(&mut self, what: &str) -> Result<Option<i64>, Escape> {
        if self.peek()? == '*' {
            self.at += 1;
            let value = self.value()?;
            return match self.heap.small_int(value) {
                Some(number) => Ok(Some(number)),
                None if self.heap.is_int(value) => {
                    Err(self.heap.overflow_error("Python int too large to convert to C ssize_t"))
                }
                None => Err(self.heap.type_error("* wants int")),
            };
        }
        let mut found = None;
        while let Some(digit) = self.peek()?.to_digit(10) {
            let number = found.unwrap_or(0i64) * 10 + i64::from(digit);
            if number > i64::from(i32::MAX) {
                let text = if what == "width" { "width too big" } else { "precision too big" };
                return Err(self.heap.value_error(text));
            }
            found = Some(number);
            self.at += 1;
        }
        Ok(found)
    }

    fn convert(&mut self, kind: char, unit: &Unit, value: Value) -> Result<(), Escape> {
        match kind {
            's' => {
                let text = self.heap.str_of(value)?;
                let text = self.heap.as_str(text).expect("str gives text").text().clone();
                self.text(unit, &text);
            }
            'r' => {
                let text = self.heap.repr(value)?.into();
                self.text(unit, &text);
            }
            'a' => {
                let text = self.heap.repr(value)?;
                self.text(unit, &literal_ascii(&text));
            }
            'c' => {
                let text = self.character(value)?;
                self.text(&Unit { precision: None, ..*unit }, &text);
            }
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => self.int(kind, unit, value)?,
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => self.float(kind, unit, value)?,
            _ => {
                let (point, at) = (u32::from(kind), self.at - 1);
                let shown = if (31..=126).contains(&point) { kind } else { '?' };
                return Err(self.heap.value_error(format!(
                    "unsupported format character '{shown}' ({point:#x}) at index {at}"
                )));
            }
        }
        Ok(())
    }

    fn text(&mut self, unit: &Unit, text: &Text) {
        let points: Vec<u32> = text.code_points().take(unit.precision.unwrap_or(usize::MAX)).collect();
        let align = if unit.left { '<' } else { '>' };
        let len = points.len();
        self.out.extend(pad(&Text::from_code_points(points), len, ' ', align, unit.width).code_points());
    }

    fn character(&mut self, value: Value) -> Result<Text, Escape> {
        if let Some(text) = self.heap.as_str(value) {
            let text = text.text().clone();
            return match text.code_points().count() {
                1 => Ok(text),
                _ => Err(self.heap.type_error("%c requires int or char")),
            };
        }
        if !self.heap.is_int(value) {
            return Err(self.heap.type_error("%c requires int or char"));
        }
        match self.heap.small_int(value) {
            Some(point @ 0..=0x10_FFFF) => Ok(Text::from_code_points([point as u32])),
            _ => Err(self.heap.overflow_error("%c arg not in range(0x110000)")),
        }
    }

    fn int(&mut self, kind: char, unit: &Unit, value: Value) -> Result<(), Escape> {
        let int = match (value, kind) {
            (_, _) if self.heap.is_int(value) => value,
            (Value::Float(float), 'd' | 'i' | 'u') => self.heap.float_to_int(float)?,
            _ => {
                let name = self.heap.type_name(value);
                let wanted = if matches!(kind, 'o' | 'x' | 'X') {
                    "an integer is required"
                } else {
                    "a real number is required"
                };
                return Err(self.heap.type_error(format!("%{kind} format: {wanted}, not {name}")));
            }
        };
        let big = self.heap.big_int(int).expect("an int");
        let (digits, prefix) = match kind {
            'o' => (big.magnitude().to_str_radix(8), "0o"),
            'x' => (big.magnitude().to_str_radix(16), "0x"),
            'X' => (big.magnitude().to_str_radix(16).to_uppercase(), "0X"),
            _ => (self.heap.int_text(int)?.trim_start_matches('-').to_owned(), ""),
        };
        let zeros = unit.precision.unwrap_or(0).saturating_sub(digits.len());
        let digits = format!("{}{digits}", "0".repeat(zeros));
        let prefix = if unit.alternate { prefix } else { "" };
        self.number_text(unit, big.sign() == num_bigint::Sign::Minus, prefix, &digits);
        Ok(())
    }

    fn float(&mut self, kind: char, unit: &Unit, value: Value) -> Result<(), Escape> {
        let float = self.heap.to_float(value)?;
        let precision = unit.precision.unwrap_or(6);
        let (size, alternate) = (float.abs(), unit.alternate);
        let digits = match kind.to_ascii_lowercase() {
            _ if float.is_nan() => "nan".to_owned(),
            _ if float.is_infinite() => "inf".to_owned(),
            'e' => float::exponential(size, precision, alternate),
            'f' => float::fixed(size, precision, alternate),
            _ => float::general(size, precision.max(1), alternate, false),
        };
        let digits = if kind.is_ascii_uppercase() { digits.to_uppercase() } else { digits };
        self.number_text(unit, float.is_sign_negative() && !float.is_nan(), "", &digits);
        Ok(())
    }

    fn number_text(&mut self, unit: &Unit, negative: bool, prefix: &str, digits: &str) {
        let sign = match (negative, unit.plus, unit.space) {
            (true, ..) => "-",
            (false, true, _) => "+",
            (false, false, true) => " ",
            _ => "",
        };
        let missing = unit.width.saturating_sub(sign.len() + prefix.len() + digits.len());
        let text = if unit.left {
            format!("{sign}{prefix}{digits}{}", " ".repeat(missing))
        } else if unit.zero {
            format!("{sign}{prefix}{}{digits}", "0".repeat(missing))
        } else {
            format!("{}{sign}{prefix}{digits}", " ".repeat(missing))
        };
        self.out.extend(text.chars().map(u32::from));
    }
}

/// What `ascii()` makes of a `repr`.
fn literal_ascii(text: &str) -> Text {
    literal::ascii_only(text).into()
}
