//! `str.format` and `str.format_map`: replacement fields in text.

use crate::{
    builtins::arguments::{Res, text_of},
    object::{Args, Arity, Heap, Native, Outcome, Value},
    source::Text,
};

use super::this;

/// Where the values of fields come from.
struct Fields<'a> {
    positional: &'a [Value],
    keywords: Vec<(Value, Value)>,
    /// `format_map`'s mapping.
    mapping: Option<Value>,
    /// How fields without a name are numbered; `None` before the first field has said.
    next: Option<Numbering>,
}

#[derive(Clone, Copy)]
enum Numbering {
    Automatic(usize),
    Manual,
}

/// A template being filled in.
struct Filler<'a, 'b> {
    heap: &'a mut Heap,
    fields: Fields<'b>,
}

impl Filler<'_, '_> {
    fn fill(&mut self, points: &[u32], depth: u32) -> Res<Vec<u32>> {
        if depth == 0 {
            return Err(self.heap.value_error("Max string recursion exceeded"));
        }
        let (open, close) = (u32::from('{'), u32::from('}'));
        let (mut out, mut at) = (Vec::new(), 0);
        while at < points.len() {
            let point = points[at];
            at += 1;
            if point != open && point != close {
                out.push(point);
                continue;
            }
            if points.get(at) == Some(&point) {
                out.push(point);
                at += 1;
                continue;
            }
            if point == close {
                return Err(self.heap.value_error("Single '}' encountered in format string"));
            }
            if at == points.len() {
                return Err(self.heap.value_error("Single '{' encountered in format string"));
            }
            let end = self.end_of_field(points, at)?;
            let text = self.field(&points[at..end], depth)?;
            out.extend(text.code_points());
            at = end + 1;
        }
        Ok(out)
    }

    /// Where the closing brace of the field stands.
    fn end_of_field(&mut self, points: &[u32], from: usize) -> Res<usize> {
        let (mut depth, mut in_brackets, mut in_spec) = (1, false, false);
        for (at, &point) in points.iter().enumerate().skip(from) {
            match char::from_u32(point) {
                Some('[') if !in_spec => in_brackets = true,
                Some(']') if !in_spec => in_brackets = false,
                _ if in_brackets => {}
                Some('{') => depth += 1,
                Some('}') => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(at);
                    }
                }
                Some(':' | '!') => in_spec = true,
                _ => {}
            }
        }
        let text = match points.last() {
            _ if !in_spec => "expected '}' before end of string",
            Some(&last)
                if last == u32::from('!')
                    && points.len() > from
                    && !points[from..points.len() - 1]
                        .iter()
                        .any(|&point| point == u32::from(':') || point == last) =>
            {
                "end of string while looking for conversion specifier"
            }
            _ => "unmatched '{' in format spec",
        };
        Err(self.heap.value_error(text))
    }

    fn field(&mut self, points: &[u32], depth: u32) -> Res<Text> {
        let (name, conversion, spec) = self.parts(points)?;
        let value = self.lookup(&name)?;
        let value = match conversion {
            None => value,
            Some('s') => self.heap.str_of(value)?,
            Some('r') => {
                let text = self.heap.repr(value)?;
                self.heap.str(&text)
            }
            Some('a') => {
                let text = crate::literal::ascii_only(&self.heap.repr(value)?);
                self.heap.str(&text)
            }
            Some(other) => {
                let shown = if (33..127).contains(&u32::from(other)) {
                    format!("Unknown conversion specifier {other}")
                } else {
                    format!("Unknown conversion specifier \\x{:x}", u32::from(other))
                };
                return Err(self.heap.value_error(shown));
            }
        };
        let spec = if spec.contains(&u32::from('{')) || spec.contains(&u32::from('}')) {
            self.fill(&spec, depth - 1)?
        } else {
            spec
        };
        let spec = Text::from_code_points(spec).to_lossy();
        let made = self.heap.format(value, &spec)?;
        Ok(self.heap.as_str(made).expect("format gives text").text().clone())
    }

    /// `name!conversion:spec`
    fn parts(&mut self, points: &[u32]) -> Res<(String, Option<char>, Vec<u32>)> {
        let mut in_brackets = false;
        let mut end = points.len();
        for (at, &point) in points.iter().enumerate() {
            match char::from_u32(point) {
                Some('[') => in_brackets = true,
                Some(']') => in_brackets = false,
                Some(':' | '!') if !in_brackets => {
                    end = at;
                    break;
                }
                Some('{') if !in_brackets => {
                    return Err(self.heap.value_error("unexpected '{' in field name"));
                }
                _ => {}
            }
        }
        let name = Text::from_code_points(points[..end].iter().copied()).to_lossy();
        let mut rest = &points[end..];
        let mut conversion = None;
        if rest.first() == Some(&u32::from('!')) {
            let Some(&kind) = rest.get(1) else {
                return Err(self.heap.value_error("unmatched '{' in format spec"));
            };
            conversion = char::from_u32(kind);
            rest = &rest[2..];
            if !rest.is_empty() && rest[0] != u32::from(':') {
                return Err(self.heap.value_error("expected ':' after conversion specifier"));
            }
        }
        let spec = rest.get(1..).unwrap_or(&[]).to_vec();
        Ok((name, conversion, spec))
    }

    fn lookup(&mut self, name: &str) -> Res<Value> {
        let first = name.find(['.', '[']).unwrap_or(name.len());
        let (head, mut rest) = name.split_at(first);
        let mut value = self.first(head)?;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                if end == 0 {
                    return Err(self.heap.value_error("Empty attribute in format string"));
                }
                let name = self.heap.intern(&after[..end]);
                value = match self.heap.get_attribute(value, name.into()) {
                    Err(crate::object::Escape::Call(_)) => return Err(crate::object::Escape::Twin),
                    other => other?,
                };
                rest = &after[end..];
                continue;
            }
            let Some(after) = rest.strip_prefix('[') else {
                let text = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(self.heap.value_error(text));
            };
            let Some(end) = after.find(']') else {
                return Err(self.heap.value_error("Missing ']' in format string"));
            };
            if end == 0 {
                return Err(self.heap.value_error("Empty attribute in format string"));
            }
            let key = match number(self.heap, &after[..end])? {
                Some(number) => Value::Int(number),
                None => self.heap.str(&after[..end]),
            };
            value = match self.heap.get_item(value, key) {
                Err(crate::object::Escape::Call(_)) => return Err(crate::object::Escape::Twin),
                other => other?,
            };
            rest = &after[end + 1..];
        }
        Ok(value)
    }

    /// The value that a field's name or number means.
    fn first(&mut self, name: &str) -> Res<Value> {
        let at = if name.is_empty() {
            Some(self.automatic()?)
        } else {
            number(self.heap, name)?.map(|at| at as usize)
        };
        if !name.is_empty() && at.is_some() {
            if matches!(self.fields.next, Some(Numbering::Automatic(_))) {
                let text = "cannot switch from automatic field numbering to manual field specification";
                return Err(self.heap.value_error(text));
            }
            self.fields.next = Some(Numbering::Manual);
        }
        if let Some(at) = at {
            if self.fields.mapping.is_some() {
                return Err(self.heap.value_error("Format string contains positional fields"));
            }
            return match self.fields.positional.get(at) {
                Some(&value) => Ok(value),
                None => {
                    let text = format!("Replacement index {at} out of range for positional args tuple");
                    Err(self.heap.index_error(text))
                }
            };
        }
        let key = self.heap.str(name);
        if let Some(mapping) = self.fields.mapping {
            return match self.heap.get_item(mapping, key) {
                Err(crate::object::Escape::Call(_)) => Err(crate::object::Escape::Twin),
                other => other,
            };
        }
        let heap = &*self.heap;
        let found = self.fields.keywords.iter().find(|(keyword, _)| heap.lossy(*keyword) == name);
        match found {
            Some(&(_, value)) => Ok(value),
            None => Err(self.heap.key_error(key)),
        }
    }

    fn automatic(&mut self) -> Res<usize> {
        let at = match self.fields.next {
            Some(Numbering::Manual) => {
                let text = "cannot switch from manual field specification to automatic field numbering";
                return Err(self.heap.value_error(text));
            }
            Some(Numbering::Automatic(at)) => at,
            None => 0,
        };
        self.fields.next = Some(Numbering::Automatic(at + 1));
        Ok(at)
    }
}

/// The number that a field's name or index is, if it is one.
fn number(heap: &mut Heap, text: &str) -> Res<Option<i64>> {
    let mut found = None;
    for point in text.chars() {
        let Some(digit) = super::chars::decimal(point.into()) else { return Ok(None) };
        let more = found.unwrap_or(0i64).checked_mul(10).and_then(|tens| tens.checked_add(digit.into()));
        if more.is_none() {
            return Err(heap.value_error("Too many decimal digits in format string"));
        }
        found = more;
    }
    Ok(found)
}

fn run(heap: &mut Heap, args: &Args, fields: Fields) -> Outcome {
    let points: Vec<u32> = this(heap, args).text().code_points().collect();
    let filled = Filler { heap, fields }.fill(&points, 2)?;
    Ok(heap.text(Text::from_code_points(filled)))
}

fn format(heap: &mut Heap, args: &Args) -> Outcome {
    let fields = Fields {
        positional: &args.positional()[1..],
        keywords: args.keywords().collect(),
        mapping: None,
        next: None,
    };
    run(heap, args, fields)
}

fn format_map(heap: &mut Heap, args: &Args) -> Outcome {
    let fields = Fields { positional: &[], keywords: Vec::new(), mapping: Some(args.get(1)), next: None };
    run(heap, args, fields)
}

pub const METHODS: &[Native] = &[
    Native::new("format", Arity::Any, format).twin("_str_format"),
    Native::new("format_map", Arity::One, format_map).twin("_str_format_map"),
];

/// For the prelude: the parts of a template as `(text before, name or None, spec, conversion or None)`.
fn fields(heap: &mut Heap, args: &Args) -> Outcome {
    let template: Vec<u32> = text_of(heap, args.get(0)).expect("text").text().code_points().collect();
    let empty = Fields { positional: &[], keywords: Vec::new(), mapping: None, next: None };
    let mut filler = Filler { heap, fields: empty };
    let (mut found, mut literal, mut at) = (Vec::new(), Vec::new(), 0);
    while at < template.len() {
        let (point, open) = (template[at], u32::from('{'));
        at += 1;
        if point != open || template.get(at) == Some(&open) {
            if point == u32::from('}') && template.get(at) != Some(&point) {
                return Err(filler.heap.value_error("Single '}' encountered in format string"));
            }
            literal.push(point);
            at += usize::from(
                matches!(char::from_u32(point), Some('{' | '}')) && template.get(at) == Some(&point),
            );
            continue;
        }
        let end = filler.end_of_field(&template, at)?;
        let (name, conversion, spec) = filler.parts(&template[at..end])?;
        let before = filler.heap.text(Text::from_code_points(std::mem::take(&mut literal)));
        let conversion = conversion.map_or(Value::None, |kind| filler.heap.str(&kind.to_string()));
        let (name, spec) = (filler.heap.str(&name), filler.heap.text(Text::from_code_points(spec)));
        found.push(filler.heap.tuple(vec![before, name, spec, conversion]));
        at = end + 1;
    }
    let rest = heap.text(Text::from_code_points(literal));
    let last = heap.tuple(vec![rest, Value::None, Value::None, Value::None]);
    found.push(last);
    Ok(heap.list(found))
}

/// For the prelude: a field's name as `(first, [(is an attribute, name or key), ...])`.
fn steps(heap: &mut Heap, args: &Args) -> Outcome {
    let name = heap.lossy(args.get(0)).into_owned();
    let first = name.find(['.', '[']).unwrap_or(name.len());
    let (head, mut rest) = name.split_at(first);
    let mut steps = Vec::new();
    let key = |heap: &mut Heap, text: &str| -> Outcome {
        Ok(number(heap, text)?.map_or_else(|| heap.str(text), Value::Int))
    };
    while !rest.is_empty() {
        let is_attribute = rest.starts_with('.');
        let (step, after) = if is_attribute {
            let end = rest[1..].find(['.', '[']).map_or(rest.len(), |at| at + 1);
            (&rest[1..end], &rest[end..])
        } else {
            let end = rest.find(']').unwrap_or(rest.len());
            (&rest[1..end], rest.get(end + 1..).unwrap_or(""))
        };
        let step = if is_attribute { heap.str(step) } else { key(heap, step)? };
        steps.push(heap.tuple(vec![Value::Bool(is_attribute), step]));
        rest = after;
    }
    let (first, steps) = (key(heap, head)?, heap.list(steps));
    Ok(heap.tuple(vec![first, steps]))
}

pub static HELPERS: &[Native] =
    &[Native::new("_fields", Arity::One, fields), Native::new("_steps", Arity::One, steps)];
