//! The format specification mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

use super::super::{Escape, Heap, Value};

#[derive(Clone, Copy, Debug, Default)]
pub struct Spec {
    pub fill: Option<char>,
    pub align: Option<char>,
    pub sign: Option<char>,
    /// `z`: what rounds to zero has no sign.
    pub no_negative_zero: bool,
    pub alternate: bool,
    pub width: usize,
    /// `,` or `_` between groups of digits.
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    pub kind: Option<char>,
}

impl Spec {
    pub fn parse(heap: &mut Heap, value: Value, text: &str) -> Result<Self, Escape> {
        let chars: Vec<char> = text.chars().collect();
        let mut spec = Self::default();
        let mut at = 0;
        let is_align = |c: Option<&char>| c.is_some_and(|c| matches!(c, '<' | '>' | '=' | '^'));
        if is_align(chars.get(1)) {
            (spec.fill, spec.align) = (Some(chars[0]), Some(chars[1]));
            at = 2;
        } else if is_align(chars.first()) {
            spec.align = Some(chars[0]);
            at = 1;
        }
        let mut take = |wanted: fn(char) -> bool| {
            let found = chars.get(at).copied().filter(|c| wanted(*c));
            at += usize::from(found.is_some());
            found
        };
        spec.sign = take(|c| matches!(c, ' ' | '+' | '-'));
        spec.no_negative_zero = take(|c| c == 'z').is_some();
        spec.alternate = take(|c| c == '#').is_some();
        if spec.fill.is_none() && chars.get(at) == Some(&'0') {
            spec.fill = Some('0');
            spec.align = spec.align.or((!heap.is_text(value)).then_some('='));
            at += 1;
        }
        spec.width = number(heap, &chars, &mut at)?.unwrap_or(0);
        spec.grouping(heap, &chars, &mut at)?;
        if chars.get(at) == Some(&'.') {
            at += 1;
            spec.precision = number(heap, &chars, &mut at)?;
            if spec.precision.is_none() {
                return Err(heap.value_error("Format specifier missing precision"));
            }
        }
        match &chars[at..] {
            [] => {}
            [kind] => spec.kind = Some(*kind),
            _ => {
                let name = heap.type_name(value);
                return Err(heap
                    .value_error(format!("Invalid format specifier '{text}' for object of type '{name}'")));
            }
        }
        spec.check_grouping(heap)?;
        Ok(spec)
    }

    fn grouping(&mut self, heap: &mut Heap, chars: &[char], at: &mut usize) -> Result<(), Escape> {
        if chars.get(*at) == Some(&',') {
            self.grouping = Some(',');
            *at += 1;
        }
        if chars.get(*at) == Some(&'_') {
            if self.grouping.is_some() {
                return Err(heap.value_error("Cannot specify both ',' and '_'."));
            }
            self.grouping = Some('_');
            *at += 1;
        }
        match (self.grouping, chars.get(*at)) {
            (Some('_'), Some(',')) => Err(heap.value_error("Cannot specify both ',' and '_'.")),
            (Some(','), Some(',')) if chars.len() == *at + 1 => {
                Err(heap.value_error("Cannot specify ',' with ','."))
            }
            _ => Ok(()),
        }
    }

    fn check_grouping(&self, heap: &mut Heap) -> Result<(), Escape> {
        let Some(separator) = self.grouping else { return Ok(()) };
        match (separator, self.kind) {
            (_, None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F')) => Ok(()),
            ('_', Some('b' | 'o' | 'x' | 'X')) => Ok(()),
            (_, Some(kind)) if (' '..'\u{80}').contains(&kind) => {
                Err(heap.value_error(format!("Cannot specify '{separator}' with '{kind}'.")))
            }
            (_, Some(kind)) => {
                let point = u32::from(kind);
                Err(heap.value_error(format!("Cannot specify '{separator}' with '\\x{point:x}'.")))
            }
        }
    }
}

fn number(heap: &mut Heap, chars: &[char], at: &mut usize) -> Result<Option<usize>, Escape> {
    let start = *at;
    let mut value = 0usize;
    while let Some(digit) = chars.get(*at).and_then(|c| c.to_digit(10)) {
        value = match value.checked_mul(10).and_then(|value| value.checked_add(digit as usize)) {
            Some(value) if i64::try_from(value).is_ok() => value,
            _ => return Err(heap.value_error("Too many decimal digits in format string")),
        };
        *at += 1;
    }
    Ok((*at > start).then_some(value))
}

pub fn unknown_kind(heap: &mut Heap, kind: char, value: Value) -> Escape {
    let name = heap.type_name(value);
    let point = u32::from(kind);
    if (33..128).contains(&point) {
        return heap.value_error(format!("Unknown format code '{kind}' for object of type '{name}'"));
    }
    heap.value_error(format!("Unknown format code '\\x{point:x}' for object of type '{name}'"))
}

impl Heap {
    fn is_text(&self, value: Value) -> bool {
        self.as_str(value).is_some()
    }
}
