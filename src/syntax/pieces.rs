//! The texts that an f-string is made of, told from its tokens: what stands between the fields, and what
//! `{x=}` repeats of the program. Knows no escapes.

use super::lexer::{Kind, Lexer, Sign};

/// One piece of text, as written.
pub(super) struct Piece {
    pub text: String,
    /// Whether it belongs to the format of a field: that is never raw.
    pub in_format: bool,
}

/// What CPython 3.12.1 repeats of a field's text before its value: it takes the first `!=` for the end of the
/// expression, and leaves out what it takes for comments.
pub(super) fn repeated(field: &str) -> String {
    let end = field.contains("!=").then(|| not_equal(field)).flatten().unwrap_or(field.len());
    let mut shown = String::with_capacity(end);
    for line in field[..end].split_inclusive('\n') {
        match line.find('#') {
            Some(at) => {
                shown.push_str(&line[..at]);
                shown.push_str(if line.ends_with('\n') { "\n" } else { "" });
            }
            None => shown.push_str(line),
        }
    }
    shown
}

/// Where the first `!=` outside brackets and strings stands.
fn not_equal(text: &str) -> Option<usize> {
    let name = "".into();
    let enclosed = format!("({text})");
    let mut lexer = Lexer::for_piece(&name, &enclosed);
    while let Ok(token) = lexer.next() {
        match token.kind {
            Kind::EndMarker => break,
            Kind::Op if token.level == 1 && token.sign == Sign::NotEqual => {
                return Some(token.start as usize - 1);
            }
            _ => {}
        }
    }
    None
}

/// A field whose closing brace has not come yet.
struct Field {
    /// Where its text starts, and how many brackets are open in it.
    start: usize,
    level: usize,
    in_format: bool,
    after_equals: bool,
}

/// The open f-strings among tokens that are read one by one.
#[derive(Default)]
pub(super) struct Reader {
    open: Vec<FString>,
}

/// An f-string and its pieces so far.
pub(super) struct FString {
    pub raw: bool,
    pub pieces: Vec<Piece>,
    fields: Vec<Field>,
}

impl FString {
    /// Whether it is text that is being read, and not an expression.
    fn in_text(&self) -> bool {
        self.fields.last().is_none_or(|field| field.in_format)
    }

    fn operator(&mut self, text: &str, start: usize, level: usize, written: impl Fn(usize, usize) -> String) {
        if text == "{" && self.in_text() {
            self.fields.push(Field { start: start + 1, level, in_format: false, after_equals: false });
            return;
        }
        let in_format = self.fields.len() > 1;
        let Some(field) = self.fields.last_mut() else { return };
        let closes = text == "}" && level + 1 == field.level;
        let ends = closes || matches!(text, ":" | "!") && level == field.level && !field.in_format;
        if ends && field.after_equals {
            let text = repeated(&written(field.start, start));
            self.pieces.push(Piece { text, in_format });
        }
        field.after_equals = text == "=" && level == field.level;
        field.in_format |= ends && text == ":";
        if closes {
            self.fields.pop();
        }
    }
}

impl Reader {
    /// Takes the next token; gives an f-string whose end it is, without the pieces that were taken already.
    pub fn token(
        &mut self,
        kind: Kind,
        (text, start, level): (&str, usize, usize),
        written: impl Fn(usize, usize) -> String,
    ) -> Option<FString> {
        if kind == Kind::FStringStart {
            let raw = text.contains(['r', 'R']);
            self.open.push(FString { raw, pieces: Vec::new(), fields: Vec::new() });
            return None;
        }
        let fstring = self.open.last_mut()?;
        match kind {
            Kind::FStringEnd => return self.open.pop(),
            Kind::FStringMiddle => {
                let in_format = !fstring.fields.is_empty();
                fstring.pieces.push(Piece { text: text.to_string(), in_format });
            }
            Kind::Op => fstring.operator(text, start, level, written),
            _ => {
                if let Some(field) = fstring.fields.last_mut() {
                    field.after_equals = false;
                }
            }
        }
        None
    }
}
