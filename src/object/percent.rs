//! `text % values`: printf's way of formatting.

use super::{
    Escape, Heap, Type, Value,
    format::{Spec, float_body},
};

struct Scanner {
    chars: Vec<char>,
    at: usize,
    args: Vec<Value>,
    next: usize,
    mapping: Option<Value>,
}

impl Heap {
    /// `text % values`.
    pub(super) fn percent_format(&mut self, text: Value, values: Value) -> Result<Value, Escape> {
        let args = match self.as_tuple(values) {
            Some(items) => items.to_vec(),
            None => vec![values],
        };
        let is_mapping = self.as_dict(values).is_some();
        let chars = self.lossy(text).chars().collect();
        let mapping = is_mapping.then_some(values);
        let mut scanner = Scanner { chars, at: 0, args, next: 0, mapping };
        let mut out = String::new();
        while scanner.at < scanner.chars.len() {
            let char = scanner.chars[scanner.at];
            scanner.at += 1;
            if char == '%' {
                scanner.conversion(self, &mut out)?;
            } else {
                out.push(char);
            }
        }
        if scanner.next < scanner.args.len() && scanner.mapping.is_none() {
            return Err(self.type_error("not all arguments converted during string formatting"));
        }
        Ok(self.str(&out))
    }
}

impl Scanner {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn argument(&mut self, heap: &mut Heap) -> Result<Value, Escape> {
        match self.args.get(self.next) {
            Some(&value) => {
                self.next += 1;
                Ok(value)
            }
            None => Err(heap.type_error("not enough arguments for format string")),
        }
    }

    fn number(&mut self, heap: &mut Heap) -> Result<Option<i64>, Escape> {
        if self.peek() == Some('*') {
            self.at += 1;
            let value = self.argument(heap)?;
            return match heap.small_int(value) {
                Some(number) => Ok(Some(number)),
                None => Err(heap.type_error("* wants int")),
            };
        }
        let from = self.at;
        while self.peek().is_some_and(|char| char.is_ascii_digit()) {
            self.at += 1;
        }
        let digits: String = self.chars[from..self.at].iter().collect();
        Ok(digits.parse().ok())
    }

    fn conversion(&mut self, heap: &mut Heap, out: &mut String) -> Result<(), Escape> {
        let mut keyed = None;
        if self.peek() == Some('(') {
            let from = self.at + 1;
            let Some(len) = self.chars[from..].iter().position(|&char| char == ')') else {
                return Err(heap.value_error("incomplete format key"));
            };
            let key: String = self.chars[from..from + len].iter().collect();
            self.at = from + len + 1;
            let Some(mapping) = self.mapping else {
                return Err(heap.type_error("format requires a mapping"));
            };
            let key = heap.str(&key);
            keyed = Some(heap.get_item(mapping, key)?);
        }
        let mut spec = Spec::default();
        while let Some(flag @ ('-' | '+' | ' ' | '#' | '0')) = self.peek() {
            match flag {
                '-' => spec.align = Some('<'),
                '+' => spec.sign = Some('+'),
                ' ' if spec.sign.is_none() => spec.sign = Some(' '),
                '#' => spec.alternate = true,
                '0' => spec.zero = true,
                _ => {}
            }
            self.at += 1;
        }
        if let Some(width) = self.number(heap)? {
            if width < 0 {
                spec.align = Some('<');
            }
            spec.width = width.unsigned_abs() as usize;
        }
        if self.peek() == Some('.') {
            self.at += 1;
            spec.precision = Some(self.number(heap)?.unwrap_or(0).max(0) as usize);
        }
        while let Some('h' | 'l' | 'L') = self.peek() {
            self.at += 1;
        }
        let Some(kind) = self.peek() else { return Err(heap.value_error("incomplete format")) };
        self.at += 1;
        if kind == '%' {
            out.push('%');
            return Ok(());
        }
        heap.room_for(spec.width.max(spec.precision.unwrap_or(0)) as u64)?;
        let value = match keyed {
            Some(value) => value,
            None => self.argument(heap)?,
        };
        out.push_str(&self.convert(heap, kind, value, &spec)?);
        Ok(())
    }

    fn convert(&self, heap: &mut Heap, kind: char, value: Value, spec: &Spec) -> Result<String, Escape> {
        // Padding with zeros goes behind the sign, and not where the field is left-adjusted.
        let numeric = Spec { zero: spec.zero && spec.align.is_none(), precision: None, ..spec.clone() };
        let textual = Spec { zero: false, ..spec.clone() };
        match kind {
            's' | 'r' | 'a' => {
                let text = match kind {
                    's' => {
                        let text = heap.str_of(value)?;
                        heap.lossy(text).into_owned()
                    }
                    'r' => heap.repr(value)?,
                    _ => {
                        let text = heap.ascii(value)?;
                        heap.lossy(text).into_owned()
                    }
                };
                let cut = match spec.precision {
                    Some(precision) => text.chars().take(precision).collect(),
                    None => text,
                };
                Ok(textual.pad("", &cut, '>'))
            }
            'c' => {
                if let Some(text) = heap.as_str(value) {
                    let text = text.text().to_lossy();
                    if text.chars().count() == 1 {
                        return Ok(textual.pad("", &text, '>'));
                    }
                }
                match heap.small_int(value).map(|int| u32::try_from(int).ok().and_then(char::from_u32)) {
                    Some(Some(char)) => Ok(textual.pad("", &char.to_string(), '>')),
                    Some(None) => Err(heap.overflow_error("%c arg not in range(0x110000)")),
                    None => Err(heap.type_error("%c requires int or char")),
                }
            }
            'd' | 'i' | 'u' | 'x' | 'X' | 'o' => integer(heap, kind, value, spec, &numeric),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let float = match heap.real(value) {
                    Some(_) => heap.to_float(value)?,
                    None => {
                        let class = heap.type_name(value);
                        return Err(heap.type_error(format!("must be real number, not {class}")));
                    }
                };
                let body = float_body(float, kind, spec.precision.unwrap_or(6), spec.alternate);
                Ok(numeric.pad(sign(float.is_sign_negative() && !float.is_nan(), spec), &body, '>'))
            }
            _ => {
                let at = self.at - 1;
                let text =
                    format!("unsupported format character '{kind}' ({:#x}) at index {at}", kind as u32);
                Err(heap.value_error(text))
            }
        }
    }
}

fn sign(negative: bool, spec: &Spec) -> &'static str {
    match (negative, spec.sign) {
        (true, _) => "-",
        (false, Some('+')) => "+",
        (false, Some(_)) => " ",
        (false, None) => "",
    }
}

fn integer(heap: &mut Heap, kind: char, value: Value, spec: &Spec, field: &Spec) -> Result<String, Escape> {
    let value = match (heap.big_int(value), heap.real(value), kind) {
        (Some(_), ..) => value,
        (None, Some(_), 'd' | 'i' | 'u') => {
            let float = heap.to_float(value)?;
            heap.float_to_int(float)?
        }
        _ => {
            let class = heap.type_name(value);
            let wanted = if matches!(kind, 'd' | 'i' | 'u') { "a real number" } else { "an integer" };
            return Err(
                heap.raise(Type::TypeError, format!("%{kind} format: {wanted} is required, not {class}"))
            );
        }
    };
    let int = heap.big_int(value).expect("an int now");
    let (digits, prefix) = match kind {
        'x' => (int.magnitude().to_str_radix(16), "0x"),
        'X' => (int.magnitude().to_str_radix(16).to_uppercase(), "0X"),
        'o' => (int.magnitude().to_str_radix(8), "0o"),
        _ => (heap.int_text(value)?.trim_start_matches('-').to_owned(), ""),
    };
    let missing = spec.precision.unwrap_or(0).saturating_sub(digits.len());
    let digits = format!("{}{digits}", "0".repeat(missing));
    let negative = int.sign() == num_bigint::Sign::Minus;
    let sign = format!("{}{}", sign(negative, spec), if spec.alternate { prefix } else { "" });
    Ok(field.pad(&sign, &digits, '>'))
}
