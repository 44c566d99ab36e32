//! The next instruction in words, with its live operands.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene, Titles};
use crate::tui::text::{fit, pad, width, wrap, wrap_after};
use crate::tui::theme::Theme;

/// Columns of the words at the left: `stack`, `now`, `Why NULL?`.
const LABEL: usize = 11;

pub(super) fn titles(scene: &Scene) -> Titles {
    Titles {
        after_name: scene.view.explain.title.clone(),
        right: "e hides it".to_owned(),
        below: String::new(),
    }
}

pub(super) fn lines(scene: &Scene, viewport: Rect) -> usize {
    text(scene, viewport).len()
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, viewport: Rect) -> Vec<Line<'a>> {
    text(scene, viewport).into_iter().skip(state.top).take(usize::from(viewport.height)).collect()
}

/// Lines being written one below the other.
struct Page<'s> {
    theme: &'s Theme,
    columns: usize,
    lines: Vec<Line<'static>>,
}

fn text(scene: &Scene, viewport: Rect) -> Vec<Line<'static>> {
    let explain = &scene.view.explain;
    let roomy = viewport.height >= 12;
    let mut page = Page { theme: scene.theme, columns: usize::from(viewport.width), lines: Vec::new() };
    if let Some(status) = scene.view.finished {
        page.paragraph(&format!(
            "The program has ended with exit status {status}. `←` goes back into it, `^` to its start."
        ));
    }
    // The first paragraph says it in one sentence; what is true now comes before the details.
    let (summary, details) = explain.doc.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
    if viewport.height <= 3 {
        page.lines.extend(marked([fit(summary, page.columns).into_owned()], page.theme));
    } else {
        page.paragraph(summary);
    }
    page.gap(roomy);
    if !explain.now.is_empty() {
        page.now(&explain.now);
    }
    if viewport.height > 3 && !(explain.before.is_empty() && explain.after.is_empty()) {
        page.labelled("stack", &format!("{}   ──▶   {}", explain.before, explain.after));
    }
    page.gap(roomy && !explain.notes.is_empty());
    for (label, words) in &explain.notes {
        page.labelled(label, words);
    }
    page.gap(roomy && !details.is_empty());
    details.iter().for_each(|paragraph| page.paragraph(paragraph));
    page.lines
}

impl Page<'_> {
    fn paragraph(&mut self, words: &str) {
        self.lines.extend(marked(wrap(words, self.columns), self.theme));
    }

    fn gap(&mut self, wanted: bool) {
        if wanted && !self.lines.is_empty() {
            self.lines.push(Line::default());
        }
    }

    /// Operands with their values.
    fn now(&mut self, operands: &[(String, String)]) {
        let together: usize = operands.iter().map(|(name, value)| width(name) + width(value) + 6).sum();
        let one_line = LABEL + together <= self.columns + 3;
        let mut spans = vec![Span::styled(pad("now", LABEL), self.theme.operand)];
        for (name, value) in operands {
            if !one_line && spans.len() > 1 {
                self.lines.push(Line::from(std::mem::take(&mut spans)));
                spans.push(Span::raw(" ".repeat(LABEL)));
            }
            let room = self.columns.saturating_sub(LABEL + width(name) + 3);
            spans.push(Span::styled(format!("{name} = "), self.theme.dim));
            spans.push(Span::styled(format!("{}   ", fit(value, room)), self.theme.strong));
        }
        self.lines.push(Line::from(spans));
    }

    fn labelled(&mut self, label: &str, words: &str) {
        // A long label pushes the first line's words to the right.
        let label = format!("{}  ", pad(label, width(label).max(LABEL - 2)));
        let wrapped = wrap_after(width(&label) - LABEL, words, self.columns.saturating_sub(LABEL));
        for (index, line) in marked(wrapped, self.theme).into_iter().enumerate() {
            let left = if index == 0 { label.clone() } else { " ".repeat(LABEL) };
            let mut spans = vec![Span::styled(left, self.theme.operand)];
            spans.extend(line.spans);
            self.lines.push(Line::from(spans));
        }
    }
}

/// What stands between backticks is code, and shown as such.
fn marked(lines: impl IntoIterator<Item = String>, theme: &Theme) -> Vec<Line<'static>> {
    let mut code = false;
    let line = |line: String| {
        let mut spans = Vec::new();
        for (index, piece) in line.split('`').enumerate() {
            code ^= index > 0;
            let style = if code { theme.strong } else { theme.text };
            spans.push(Span::styled(piece.to_owned(), style));
        }
        Line::from(spans)
    };
    lines.into_iter().map(line).collect()
}
