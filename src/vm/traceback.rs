//! The lines of a traceback: where each frame stood, its source, and the marks below it.

use crate::{
    object::{Handle, Heap, Obj, Traceback, Value},
    source::{Location, Source},
    syntax::{
        self,
        ast::{ExprKind, StmtKind},
    },
};

use super::Vm;

/// How often the same line is shown before its repetitions are only counted.
const REPEATS: usize = 3;
/// The innermost lines that are shown at most.
const MOST_LINES: usize = 1000;

/// All lines of the exception's traceback.
pub(super) fn text(vm: &Vm, raised: Handle) -> String {
    let lines = lines(&vm.heap, raised);
    let skipped = lines.len().saturating_sub(MOST_LINES);
    let mut out = String::new();
    let mut last: Option<(Value, Option<u32>, Value)> = None;
    let mut count = 0;
    for line in &lines[skipped..] {
        let key = (line.code.filename, line.lineno, line.code.name);
        if last != Some(key) {
            repeated(count, &mut out);
            (last, count) = (Some(key), 0);
        }
        count += 1;
        if count <= REPEATS {
            show_line(vm, line, &mut out);
        }
    }
    repeated(count, &mut out);
    out
}

/// The tracebacks' entries, outermost first.
pub(super) fn lines(heap: &Heap, raised: Handle) -> Vec<Traceback> {
    let mut lines = Vec::new();
    let mut at = heap.exception(raised).traceback;
    while let Value::Ref(handle) = at {
        let Obj::Traceback(traceback) = heap.obj(handle) else { break };
        lines.push((**traceback).clone());
        at = traceback.next;
    }
    lines
}

fn repeated(count: usize, out: &mut String) {
    if count > REPEATS {
        let more = count - REPEATS;
        let s = if more > 1 { "s" } else { "" };
        out.push_str(&format!("  [Previous line repeated {more} more time{s}]\n"));
    }
}

fn show_line(vm: &Vm, line: &Traceback, out: &mut String) {
    let (file, name) = (vm.heap.lossy(line.code.filename), vm.heap.lossy(line.code.name));
    let number = line.lineno.map_or(-1, i64::from);
    out.push_str(&format!("  File \"{file}\", line {number}, in {name}\n"));
    let source = line.lineno.filter(|_| !vm.sources_closed).and_then(|number| vm.source_line(&file, number));
    let Some(text) = source else { return };
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    out.push_str(&format!("    {}\n", stripped.trim_end_matches('\n')));
    if let Some(carets) = carets(&text, line.code.position(line.pc)) {
        out.push_str(&carets);
        out.push('\n');
    }
}

impl Vm {
    /// A line of the program's source.
    pub(super) fn source_line(&self, file: &str, number: u32) -> Option<String> {
        let at = (number as usize).checked_sub(1)?;
        if file == &*self.program.code.filename {
            return self.program.source.as_deref()?.split('\n').nth(at).map(str::to_owned);
        }
        let source = self.heap.world.module(file)?.source().ok()?;
        source.text().split('\n').nth(at).map(str::to_owned)
    }
}

/// What of the line is to be marked, in characters: all of it, and within it the operator or the brackets.
struct Marks {
    start: usize,
    end: usize,
    anchors: Option<(usize, usize)>,
}

/// The line of `^` and `~` under a source line, unless it would mark all of it.
fn carets(text: &str, at: Location) -> Option<String> {
    if at.line < 0 || at.end_line < 0 || at.col < 0 || at.end_col < 0 {
        return None;
    }
    let chars = |bytes: i32| text.get(..bytes as usize).map(|part| part.chars().count());
    let start = chars(at.col)?;
    let marks = if at.line == at.end_line {
        let end = chars(at.end_col)?;
        let segment = text.get(at.col as usize..at.end_col as usize)?;
        let anchors = anchors(segment).map(|(left, right)| (left + start, right + start));
        Marks { start, end, anchors }
    } else {
        Marks { start, end: text.trim_end_matches([' ', '\t', '\x0c']).chars().count(), anchors: None }
    };
    let indent = text.chars().take_while(|char| matches!(char, ' ' | '\t' | '\x0c')).count();
    if marks.anchors.is_none() && marks.end.checked_sub(marks.start)? == text.chars().count() - indent {
        return None;
    }
    let width = |count: usize| text.chars().take(count).map(width).sum::<usize>();
    let (start, end) = (width(marks.start), width(marks.end));
    let anchors = marks.anchors.map(|(left, right)| (width(left), width(right)));
    let mut line = "    ".to_owned();
    // `indent` characters of the line are not shown.
    for column in indent + 1..=end {
        line.push(match anchors {
            _ if column <= start => ' ',
            None => '^',
            Some((left, right)) if left < column && column <= right => '^',
            Some(_) => '~',
        });
    }
    Some(line)
}

/// Columns that a character takes.
fn width(char: char) -> usize {
    let point = char as u32;
    let wide = matches!(point,
        0x1100..=0x115F | 0x231A..=0x231B | 0x2E80..=0x303E | 0x3041..=0xA4CF | 0xA960..=0xA97C
        | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFE10..=0xFE19 | 0xFE30..=0xFE6F | 0xFF01..=0xFF60
        | 0xFFE0..=0xFFE6 | 0x1F300..=0x1F64F | 0x1F900..=0x1F9FF | 0x20000..=0x3FFFD);
    if wide { 2 } else { 1 }
}

/// Where in an expression the operator or the subscript stands, in characters.
fn anchors(segment: &str) -> Option<(usize, usize)> {
    let module = syntax::parse(&Source::from_text("<segment>", segment)).ok()?;
    let [statement] = module.body.as_slice() else { return None };
    let StmtKind::Expr(expr) = &statement.kind else { return None };
    let bytes = segment.as_bytes();
    let (left, right) = match &expr.kind {
        ExprKind::BinOp { left, right, .. } => {
            operator(bytes, left.at.end_col as usize, right.at.col as usize)?
        }
        ExprKind::Subscript { value, slice, .. } => {
            brackets(bytes, value.at.end_col as usize, slice.at.end_col as usize)
        }
        _ => return None,
    };
    let chars = |bytes: usize| segment.get(..bytes).map(|part| part.chars().count());
    Some((chars(left)?, chars(right)?))
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\x0c')
}

fn operator(bytes: &[u8], from: usize, to: usize) -> Option<(usize, usize)> {
    let mut found = None;
    for at in from..to {
        if is_space(*bytes.get(at)?) {
            continue;
        }
        let two = at + 1 < to && !is_space(bytes[at + 1]);
        found = Some((at, at + 1 + usize::from(two)));
        // A closing parenthesis of the left operand is not the operator.
        if at + 1 < to && bytes[at] == b')' {
            continue;
        }
        break;
    }
    found
}

fn brackets(bytes: &[u8], value_end: usize, slice_end: usize) -> (usize, usize) {
    let mut left = value_end;
    while left < bytes.len() && bytes[left] != b'[' {
        left += 1;
    }
    let mut right = slice_end + 1;
    while right < bytes.len() && bytes[right] != b']' {
        right += 1;
    }
    (left, if right < bytes.len() { right + 1 } else { right })
}
