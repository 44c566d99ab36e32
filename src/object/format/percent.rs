//! `text % values` and `bytes % values`: the format is taken apart. `printf` makes the text of each value.

use crate::source::Text;

use super::{
    super::{Escape, Heap, Type, Value},
    printf::{Unit, convert, convert_bytes},
};

/// What stands between the text of a format: a `%` and what belongs to it.
struct Piece {
    unit: Unit,
    kind: char,
    value: Value,
}

struct Formatter<'a> {
    heap: &'a mut Heap,
    /// The format's characters, or its bytes.
    points: Vec<u32>,
    is_bytes: bool,
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
        let (points, is_bytes) = match (self.as_str(format), self.as_bytes(format)) {
            (Some(text), _) => (text.text().code_points().collect(), false),
            (_, Some(bytes)) => (bytes.iter().map(|&byte| byte.into()).collect(), true),
            _ => unreachable!("asked of text"),
        };
        let items = match self.as_tuple(values) {
            Some(items) => items.to_vec(),
            None => vec![values],
        };
        let out = Vec::new();
        let mut formatter = Formatter {
            heap: self,
            points,
            is_bytes,
            at: 0,
            values,
            items,
            next: 0,
            out,
            used_mapping: false,
        };
        formatter.run()?;
        let out = formatter.out;
        Ok(match is_bytes {
            true => self.bytes_like(format, out.into_iter().map(|byte| byte as u8).collect()),
            false => self.text(Text::from_code_points(out)),
        })
    }

    /// See [`next_piece`].
    pub fn next_percent_piece(&mut self, format: Value, from: usize) -> Result<[Value; 6], Escape> {
        next_piece(self, format, from)
    }

    /// Whether `%` takes values out of it by name: it need not be used up.
    pub fn is_percent_mapping(&self, values: Value, of_bytes: bool) -> bool {
        let layout = self.layout(values);
        if of_bytes && matches!(layout, Type::Bytes | Type::ByteArray) {
            return false;
        }
        !matches!(layout, Type::Tuple | Type::Str)
            && (matches!(
                layout,
                Type::Dict | Type::List | Type::Range | Type::Bytes | Type::ByteArray | Type::MappingProxy
            ) || self.special(values, super::Sym::GetItem).is_some())
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
            if self.points.get(self.at) == Some(&u32::from('%')) {
                self.out.push(point);
                self.at += 1;
                continue;
            }
            let piece = self.piece()?;
            let at = self.at - 1;
            let made = match self.is_bytes {
                true => convert_bytes(self.heap, &piece.unit, piece.kind, piece.value, at)?,
                false => convert(self.heap, &piece.unit, piece.kind, piece.value, at)?,
            };
            self.out.extend(made);
        }
        if self.next < self.items.len() && !self.used_mapping && !self.is_mapping() {
            let what = if self.is_bytes { "bytes" } else { "string" };
            return Err(self
                .heap
                .type_error(format!("not all arguments converted during {what} formatting")));
        }
        Ok(())
    }

    fn is_mapping(&self) -> bool {
        self.heap.is_percent_mapping(self.values, self.is_bytes)
    }

    fn peek(&mut self) -> Result<char, Escape> {
        match self.points.get(self.at) {
            Some(&point) => Ok(char::from_u32(point).unwrap_or('\u{FFFD}')),
            None => Err(self.heap.value_error("incomplete format")),
        }
    }

    fn piece(&mut self) -> Result<Piece, Escape> {
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
        let value = match mapped {
            Some(value) => value,
            None => self.value()?,
        };
        Ok(Piece { unit, kind, value })
    }

    /// The value under a name in parentheses.
    fn mapped(&mut self) -> Result<Value, Escape> {
        if !self.is_mapping() {
            return Err(self.heap.type_error("format requires a mapping"));
        }
        let (start, end) = self.name()?;
        let name = self.points[start..end].iter().copied();
        let name = match self.is_bytes {
            true => self.heap.bytes(name.map(|byte| byte as u8).collect::<Vec<u8>>()),
            false => self.heap.text(Text::from_code_points(name)),
        };
        self.used_mapping = true;
        match self.heap.get_item(self.values, name) {
            Err(Escape::Call(_)) => Err(Escape::Twin),
            other => other,
        }
    }

    /// From where to where the name in parentheses goes.
    fn name(&mut self) -> Result<(usize, usize), Escape> {
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
        Ok((start, self.at - 1))
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
                    let of = if what == "width" { "ssize_t" } else { "int" };
                    Err(self.heap.overflow_error(format!("Python int too large to convert to C {of}")))
                }
                None => Err(self.heap.type_error("* wants int")),
            };
        }
        let mut found = None;
        while let Some(digit) = self.peek()?.to_digit(10) {
            let number = found.unwrap_or(0i64).checked_mul(10).and_then(|all| all.checked_add(digit.into()));
            let most = if what == "width" { i64::MAX } else { i32::MAX.into() };
            let Some(number) = number.filter(|number| *number <= most) else {
                let text = if what == "width" { "width too big" } else { "precision too big" };
                return Err(self.heap.value_error(text));
            };
            found = Some(number);
            self.at += 1;
        }
        Ok(found)
    }
}

/// For the prelude, which walks a format that only Python code can fill: the text up to the next `%`, and what
/// follows it, as `(text, unit or None, name or None, number of stars, kind, where to go on)`.
fn next_piece(heap: &mut Heap, format: Value, from: usize) -> Result<[Value; 6], Escape> {
    let (points, is_bytes): (Vec<u32>, bool) = match (heap.as_str(format), heap.as_bytes(format)) {
        (Some(text), _) => (text.text().code_points().collect(), false),
        (_, bytes) => (bytes.unwrap_or_default().iter().map(|&byte| byte.into()).collect(), true),
    };
    let make = |heap: &mut Heap, points: &[u32]| match is_bytes {
        true => heap.bytes(points.iter().map(|&byte| byte as u8).collect::<Vec<u8>>()),
        false => heap.text(Text::from_code_points(points.iter().copied())),
    };
    let percent = u32::from('%');
    let mut at = from;
    let mut text = Vec::new();
    while at < points.len() && (points[at] != percent || points.get(at + 1) == Some(&percent)) {
        text.push(points[at]);
        at += 1 + usize::from(points[at] == percent);
    }
    let before = make(heap, &text);
    if at >= points.len() {
        return Ok([before, Value::None, Value::None, Value::Int(0), Value::None, Value::Int(at as i64)]);
    }
    // Every value fits here: only the places in the format are looked for.
    let table = heap.dict(super::super::Dict::default());
    let mut walk = Formatter {
        heap,
        points,
        is_bytes,
        at: at + 1,
        values: table,
        items: vec![Value::Int(0); 3],
        next: 0,
        out: Vec::new(),
        used_mapping: false,
    };
    let name = walk.skip_name()?;
    let rest = walk.at;
    let piece = walk.piece()?;
    let (end, taken) = (walk.at, walk.next);
    let unit: Vec<u32> = [&[percent], &walk.points[rest..end]].concat();
    let unit = make(walk.heap, &unit);
    let name = name.map_or(Value::None, |name| make(walk.heap, &name));
    let kind = walk.heap.str(&piece.kind.to_string());
    Ok([before, unit, name, Value::Int(taken as i64 - 1), kind, Value::Int(end as i64)])
}

impl Formatter<'_> {
    /// The name in parentheses, if there is one.
    fn skip_name(&mut self) -> Result<Option<Vec<u32>>, Escape> {
        if self.peek()? != '(' {
            return Ok(None);
        }
        let (start, end) = self.name()?;
        Ok(Some(self.points[start..end].to_vec()))
    }
}
