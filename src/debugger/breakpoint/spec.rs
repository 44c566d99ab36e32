//! The text of a breakpoint, as it is typed on the command line and behind `:b`. Knows no program: whether
//! there is such a line or function is asked elsewhere.

use std::fmt;

use crate::isa::Op;

/// A breakpoint as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub place: SpecPlace,
    /// Stop only where this Python expression is true.
    pub condition: Option<String>,
    /// Stop from this hit on.
    pub from_hit: u64,
}

/// Where, or at what, a breakpoint stops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpecPlace {
    Line {
        file: Option<String>,
        line: u32,
    },
    /// A bytecode offset; without a function, in the code on screen.
    Offset {
        function: Option<String>,
        offset: u32,
    },
    Instruction(Op),
    /// On entry to a function.
    Function(String),
    /// When an exception is raised; `None`: any.
    Exception(Option<String>),
    /// When the value stack of a frame grows above this.
    Stack(u32),
}

const FORMS: &str =
    "12, file.py:12, fact+36, +36, op:CALL, fn:fact, exc, exc:ValueError, stack>5; then: if EXPR, #N";

impl Spec {
    pub fn parse(text: &str) -> Result<Self, String> {
        let (rest, last_hit) = split_hit(text.trim())?;
        let (place, condition) = match split_condition(rest) {
            Some((place, condition)) => (place, Some(condition)),
            None => (rest, None),
        };
        if condition.is_some_and(str::is_empty) {
            return Err("an expression is missing after `if`".to_owned());
        }
        let (place, first_hit) = split_hit(place.trim())?;
        Ok(Self {
            place: SpecPlace::parse(place)?,
            condition: condition.map(str::to_owned),
            from_hit: first_hit.or(last_hit).unwrap_or(1),
        })
    }
}

/// Takes `#N` off the end.
fn split_hit(text: &str) -> Result<(&str, Option<u64>), String> {
    let Some((before, digits)) = text.rsplit_once('#') else { return Ok((text, None)) };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok((text, None));
    }
    match digits.parse() {
        Ok(0) | Err(_) => Err(format!("#{digits}: hits are counted from 1")),
        Ok(hit) => Ok((before.trim_end(), Some(hit))),
    }
}

/// Splits at the first word `if`.
fn split_condition(text: &str) -> Option<(&str, &str)> {
    let at = text.match_indices("if").map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + 2..].chars().next();
        before.is_some_and(char::is_whitespace) && after.is_none_or(|c| c.is_whitespace() || c == '(')
    })?;
    Some((text[..at].trim_end(), text[at + 2..].trim()))
}

impl SpecPlace {
    fn parse(text: &str) -> Result<Self, String> {
        let unknown = || format!("`{text}` is not a breakpoint; the forms are {FORMS}");
        if let Some(number) = text.strip_prefix("line ").or(Some(text)).and_then(number) {
            return line(None, number);
        }
        if text == "exc" {
            return Ok(Self::Exception(None));
        }
        if let Some(depth) = text.strip_prefix("stack").and_then(|rest| rest.trim_start().strip_prefix('>')) {
            return number(depth).map(Self::Stack).ok_or_else(unknown);
        }
        if let Some((kind, name)) = text.split_once(':') {
            let name = name.trim();
            return match kind.trim() {
                _ if name.is_empty() => Err(unknown()),
                "op" => instruction(name),
                "fn" => Ok(Self::Function(name.to_owned())),
                "exc" => Ok(Self::Exception(Some(name.to_owned()))),
                file => {
                    number(name).ok_or_else(unknown).and_then(|number| line(Some(file.to_owned()), number))
                }
            };
        }
        if let Some((function, offset)) = text.rsplit_once('+') {
            let offset = number(offset).ok_or_else(unknown)?;
            let function = Some(function.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
            return Ok(Self::Offset { function, offset });
        }
        let is_name = text.chars().all(|c| c.is_alphanumeric() || "_.<>".contains(c));
        if is_name && text.starts_with(|c: char| !c.is_ascii_digit()) {
            return Err(format!("`{text}`: write fn:{text} for its entry, {text}+OFFSET for a place in it"));
        }
        Err(unknown())
    }
}

fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

fn line(file: Option<String>, line: u32) -> Result<SpecPlace, String> {
    if line == 0 {
        return Err("lines are counted from 1".to_owned());
    }
    Ok(SpecPlace::Line { file, line })
}

fn instruction(name: &str) -> Result<SpecPlace, String> {
    let wanted = name.to_ascii_uppercase();
    if let Some(op) = Op::ALL.iter().find(|op| op.name() == wanted) {
        return Ok(SpecPlace::Instruction(*op));
    }
    let alike: Vec<_> =
        Op::ALL.iter().map(|op| op.name()).filter(|known| known.contains(&wanted)).take(5).collect();
    let hint = if alike.is_empty() { String::new() } else { format!("; there are {}", alike.join(", ")) };
    Err(format!("there is no instruction {wanted}{hint}"))
}

impl fmt::Display for Spec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.place)?;
        if let Some(condition) = &self.condition {
            write!(f, " if {condition}")?;
        }
        if self.from_hit > 1 {
            write!(f, " #{}", self.from_hit)?;
        }
        Ok(())
    }
}

impl fmt::Display for SpecPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { file: None, line } => write!(f, "line {line}"),
            Self::Line { file: Some(file), line } => write!(f, "{file}:{line}"),
            Self::Offset { function, offset } => {
                write!(f, "{}+{offset}", function.as_deref().unwrap_or_default())
            }
            Self::Instruction(op) => write!(f, "op:{}", op.name()),
            Self::Function(name) => write!(f, "fn:{name}"),
            Self::Exception(None) => write!(f, "exc"),
            Self::Exception(Some(name)) => write!(f, "exc:{name}"),
            Self::Stack(depth) => write!(f, "stack>{depth}"),
        }
    }
}
