//! The panes, one file each. A pane turns a view into lines; it never changes anything and never sees the
//! session.

mod border;
mod breakpoints;
mod bytecode;
mod explain;
mod frames;
mod names;
mod output;
mod source;
mod stack;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::layout::Slot;
use super::theme::Theme;
use crate::view::View;

pub use border::tab_at;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    Source,
    Bytecode,
    Stack,
    Names,
    Frames,
    Output,
    Breakpoints,
    Explain,
}

impl Pane {
    pub const ALL: &'static [Pane] = &[
        Self::Source,
        Self::Bytecode,
        Self::Stack,
        Self::Names,
        Self::Frames,
        Self::Output,
        Self::Breakpoints,
        Self::Explain,
    ];

    /// The key that focuses it.
    pub const fn digit(self) -> char {
        match self {
            Self::Source => '1',
            Self::Bytecode => '2',
            Self::Stack => '3',
            Self::Names => '4',
            Self::Frames => '5',
            Self::Output => '6',
            Self::Breakpoints => '9',
            Self::Explain => '0',
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "Source",
            Self::Bytecode => "Bytecode",
            Self::Stack => "Value stack",
            Self::Names => "Names",
            Self::Frames => "Frames",
            Self::Output => "Output",
            Self::Breakpoints => "Breakpoints",
            Self::Explain => "Explain",
        }
    }

    const fn short_name(self) -> &'static str {
        match self {
            Self::Bytecode => "Code",
            Self::Stack => "Stack",
            Self::Output => "Out",
            Self::Breakpoints => "Brk",
            other => other.name(),
        }
    }

    /// The views that `v` goes round.
    pub const fn views(self) -> &'static [&'static str] {
        match self {
            Self::Bytecode => &["caches hidden", "caches shown"],
            Self::Source => &["plain", "hits per line"],
            Self::Stack => &["all frames", "this frame alone"],
            Self::Output => &["all output", "stdout alone", "stderr alone"],
            Self::Names | Self::Frames | Self::Breakpoints | Self::Explain => &[],
        }
    }
}

/// What the user has set in one pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneState {
    /// The row the user chose; without one the pane follows the program counter.
    pub cursor: Option<usize>,
    /// The first display line in sight.
    pub top: usize,
    /// Which of `Pane::views`.
    pub view: usize,
}

/// All that a pane draws from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub view: &'a View,
    pub theme: &'a Theme,
    /// What was searched for last.
    pub search: Option<&'a str>,
}

/// The words in a pane's border.
#[derive(Debug, Default)]
struct Titles {
    after_name: String,
    right: String,
    below: String,
}

/// Lines that stand still above and below what scrolls.
#[derive(Default)]
struct Fixed<'a> {
    above: Vec<Line<'a>>,
    below: Vec<Line<'a>>,
}

// What a pane must answer. `rows` are what the cursor goes over, `lines` what stands on the screen.
impl Pane {
    fn titles(self, scene: &Scene, state: PaneState, inner: Rect) -> Titles {
        match self {
            Self::Source => source::titles(scene),
            Self::Bytecode => bytecode::titles(scene, inner.width),
            Self::Stack => stack::titles(scene),
            Self::Output => output::titles(scene, state),
            Self::Explain => explain::titles(scene),
            Self::Names | Self::Frames | Self::Breakpoints => Titles::default(),
        }
    }

    /// What does not scroll: headings above, a summary below.
    fn fixed<'a>(self, scene: &Scene<'a>, inner: Rect) -> Fixed<'a> {
        match self {
            Self::Bytecode => Fixed { above: bytecode::heading(scene, inner.width), below: Vec::new() },
            Self::Stack => Fixed { above: Vec::new(), below: stack::summary(scene, inner) },
            _ => Fixed::default(),
        }
    }

    /// The part of the pane that scrolls.
    pub fn viewport(self, scene: &Scene, inner: Rect) -> Rect {
        let fixed = self.fixed(scene, inner);
        let above = u16::try_from(fixed.above.len()).unwrap_or(u16::MAX).min(inner.height);
        let below = u16::try_from(fixed.below.len()).unwrap_or(u16::MAX).min(inner.height - above);
        Rect { y: inner.y + above, height: inner.height - above - below, ..inner }
    }

    /// The lines in sight, from `state.top` on, for the part that scrolls.
    fn window<'a>(self, scene: &Scene<'a>, state: PaneState, focused: bool, inner: Rect) -> Vec<Line<'a>> {
        match self {
            Self::Source => source::window(scene, state, focused, inner),
            Self::Bytecode => bytecode::window(scene, state, focused, inner),
            Self::Stack => stack::window(scene, state, inner),
            Self::Names => names::window(scene, state, inner),
            Self::Frames => frames::window(scene, state, focused, inner),
            Self::Output => output::window(scene, state, inner),
            Self::Breakpoints => breakpoints::window(scene, state, focused, inner),
            Self::Explain => explain::window(scene, state, inner),
        }
    }

    /// How many rows the cursor can stand on; 0 for a pane that only scrolls.
    pub fn rows(self, scene: &Scene) -> usize {
        match self {
            Self::Source => scene.view.source.lines.len(),
            Self::Bytecode => scene.view.listing.rows.len(),
            Self::Frames => scene.view.frames.len(),
            Self::Breakpoints => scene.view.breakpoints.len(),
            _ => 0,
        }
    }

    /// The row that is followed while the user has not chosen one.
    pub fn home(self, scene: &Scene) -> usize {
        match self {
            Self::Source => source::home(scene),
            Self::Bytecode => bytecode::home(scene),
            Self::Frames => scene.view.selected,
            _ => 0,
        }
    }

    /// How many display lines there are in all.
    pub fn lines(self, scene: &Scene, state: PaneState, inner: Rect) -> usize {
        match self {
            Self::Source => source::lines(scene),
            Self::Bytecode => bytecode::lines(scene, state),
            Self::Stack => stack::lines(scene, state, inner),
            Self::Names => names::lines(scene),
            Self::Frames => scene.view.frames.len(),
            Self::Breakpoints => scene.view.breakpoints.len(),
            Self::Output => output::lines(scene, state),
            Self::Explain => explain::lines(scene, inner),
        }
    }

    /// The lines that a row takes: the first, and how many.
    pub fn span(self, scene: &Scene, state: PaneState, row: usize) -> (usize, usize) {
        match self {
            Self::Source => source::span(scene, row),
            Self::Bytecode => bytecode::span(scene, state, row),
            _ => (row, 1),
        }
    }

    /// The row that stands on a display line.
    pub fn row_at(self, scene: &Scene, state: PaneState, line: usize) -> Option<usize> {
        let row = partition(self.rows(scene), |row| self.span(scene, state, row).0 <= line).checked_sub(1)?;
        let (first, height) = self.span(scene, state, row);
        (line < first + height).then_some(row)
    }

    /// The text of a row, for the search.
    pub fn row_text(self, scene: &Scene, row: usize) -> String {
        match self {
            Self::Source => scene.view.source.lines[row].text.clone(),
            Self::Bytecode => bytecode::row_text(scene, row),
            Self::Frames => scene.view.frames[row].title.clone(),
            Self::Breakpoints => scene.view.breakpoints[row].spec.clone(),
            Self::Stack | Self::Names | Self::Output | Self::Explain => String::new(),
        }
    }
}

/// The number of rows, of `rows` in all, for which `before` holds; it holds for none after the first where it does not.
fn partition(rows: usize, before: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, rows);
    while low < high {
        let middle = low.midpoint(high);
        if before(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Draws one pane with its border.
pub fn draw(slot: &Slot, scene: &Scene, state: PaneState, focused: bool, buffer: &mut Buffer) {
    let inner = slot.inner();
    border::draw(slot, &slot.pane.titles(scene, state, inner), focused, scene.theme, buffer);
    let viewport = slot.pane.viewport(scene, inner);
    let fixed = slot.pane.fixed(scene, inner);
    put(&fixed.above, Rect { height: viewport.y - inner.y, ..inner }, buffer);
    put(&slot.pane.window(scene, state, focused, viewport), viewport, buffer);
    put(
        &fixed.below,
        Rect { y: viewport.bottom(), height: inner.bottom() - viewport.bottom(), ..inner },
        buffer,
    );
    let total = slot.pane.lines(scene, state, viewport);
    border::more(slot, usize::from(viewport.height), state.top, total, scene.theme, buffer);
}

/// Writes lines one below the other; a line's own style fills its whole row.
fn put(lines: &[Line], area: Rect, buffer: &mut Buffer) {
    for (y, line) in (area.y..area.bottom()).zip(lines) {
        buffer.set_style(Rect { y, height: 1, ..area }, line.style);
        buffer.set_line(area.x, y, line, area.width);
    }
}
