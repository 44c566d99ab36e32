//! The keys worth knowing now, made from the key table: as many as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::keymap::{BINDINGS, Binding};
use crate::tui::text::width;
use crate::tui::theme::Theme;

/// The keys of neighbouring rows with the same word, and that word.
struct Hint {
    rank: u8,
    keys: String,
    word: &'static str,
}

impl Hint {
    fn width(&self) -> usize {
        width(&self.keys) + 1 + width(self.word)
    }
}

pub fn draw(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    let rows = usize::from(area.height);
    let columns = usize::from(area.width).saturating_sub(2);
    let mut highest = 8;
    let hints = loop {
        let hints = upto(highest);
        if highest == 0 || lay_out(&hints, columns).len() <= rows {
            break hints;
        }
        highest -= 1;
    };
    for (y, line) in (area.y..area.bottom()).zip(lay_out(&hints, columns)) {
        let spans: Vec<Span> = line
            .iter()
            .flat_map(|hint| {
                [
                    Span::styled(hint.keys.as_str(), theme.operand),
                    Span::styled(format!(" {}  ", hint.word), theme.dim),
                ]
            })
            .collect();
        buffer.set_line(area.x + 1, y, &Line::from(spans), area.width.saturating_sub(2));
    }
}

/// The rows of the table with a hint of at most this rank.
fn upto(highest: u8) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for binding in BINDINGS {
        let Some((rank, word)) = binding.hint.filter(|&(rank, _)| rank <= highest) else { continue };
        match hints.last_mut().filter(|last| last.word == word) {
            Some(last) => last.keys = format!("{}/{}", last.keys, key(binding)),
            None => hints.push(Hint { rank, keys: key(binding), word }),
        }
    }
    hints.retain(|hint| hint.rank <= highest);
    hints
}

fn key(binding: &Binding) -> String {
    binding.keys[0].label()
}

/// Greedy: line after line, two columns between the hints.
fn lay_out(hints: &[Hint], columns: usize) -> Vec<Vec<&Hint>> {
    let mut lines: Vec<Vec<&Hint>> = vec![Vec::new()];
    let mut used = 0;
    for hint in hints {
        if used > 0 && used + hint.width() > columns {
            lines.push(Vec::new());
            used = 0;
        }
        used += hint.width() + 2;
        lines.last_mut().expect("begins with one line").push(hint);
    }
    lines
}
