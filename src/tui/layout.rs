//! Where everything stands on a screen of a given size. Pure: the same shape gives the same rectangles, so
//! drawing and the mouse agree. Knows nothing of what the panes show.

use ratatui::layout::{Rect, Size};

use super::panes::Pane;

/// What the arrangement depends on, besides the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    pub focus: Pane,
    pub zoom: bool,
    pub explain: bool,
    /// Which of `TABS` was looked at last.
    pub tab: Pane,
    /// Which of `PAIR` was looked at last.
    pub pair: Pane,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// Too small for anything but the size itself.
    pub card: bool,
    pub header: Rect,
    /// Of no width where the header carries it.
    pub timeline: Rect,
    pub panes: Vec<Slot>,
    pub status: Rect,
    pub hints: Rect,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    pub pane: Pane,
    pub area: Rect,
    /// The panes that share the place, `pane` among them; empty where it stands alone.
    pub tabs: &'static [Pane],
    pub frame: Border,
}

/// How a pane is set off from its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    Box,
    /// One rule above, no sides.
    Rule,
}

impl Slot {
    fn boxed(pane: Pane, area: Rect) -> Self {
        Self { pane, area, tabs: &[], frame: Border::Box }
    }

    /// The part inside the border.
    pub fn inner(&self) -> Rect {
        let Rect { x, y, width, height } = self.area;
        match self.frame {
            Border::Box if width < 2 || height < 2 => Rect { width: 0, height: 0, ..self.area },
            Border::Box => Rect { x: x + 1, y: y + 1, width: width - 2, height: height - 2 },
            Border::Rule if height < 1 || width < 2 => Rect { height: 0, ..self.area },
            Border::Rule => Rect { x: x + 1, y: y + 1, width: width - 2, height: height - 1 },
        }
    }
}

impl Layout {
    pub fn slot(&self, pane: Pane) -> Option<&Slot> {
        self.panes.iter().find(|slot| slot.pane == pane)
    }
}

/// Panes that share one place on a small screen.
pub const TABS: &[Pane] = &[Pane::Names, Pane::Frames, Pane::Output, Pane::Breakpoints];

/// Panes that share one place on a screen of middle size.
pub const PAIR: &[Pane] = &[Pane::Frames, Pane::Breakpoints];

/// Least sizes: all panes at once, one pane at a time.
const ALL: Size = Size { width: 80, height: 24 };
const ONE: Size = Size { width: 40, height: 10 };
const MEDIUM: Size = Size { width: 112, height: 34 };
const WIDE: Size = Size { width: 168, height: 44 };

pub fn arrange(size: Size, shape: Shape) -> Layout {
    let fits = |least: Size| size.width >= least.width && size.height >= least.height;
    if !fits(ONE) {
        return Layout { card: true, ..Layout::default() };
    }
    let small = !fits(MEDIUM);
    let bars = if small { (1, 0, 1, 1) } else { (1, 1, 1, 2) };
    let (mut layout, body) = frame(size, bars);
    layout.panes = if !fits(ALL) {
        one(body, shape.focus)
    } else if shape.zoom {
        vec![Slot::boxed(shape.focus, body)]
    } else if small {
        small_panes(body, shape)
    } else if fits(WIDE) {
        wide_panes(body, shape)
    } else {
        medium_panes(body, shape)
    };
    layout
}

/// Header, timeline, status and hints, of the given heights; what is left is the body.
fn frame(size: Size, (header, timeline, status, hints): (u16, u16, u16, u16)) -> (Layout, Rect) {
    let full = Rect::new(0, 0, size.width, size.height);
    let (header, rest) = top(full, header);
    let (timeline, rest) = top(rest, timeline);
    let (rest, hints) = bottom(rest, hints);
    let (body, status) = bottom(rest, status);
    (Layout { card: false, header, timeline, panes: Vec::new(), status, hints }, body)
}

fn one(body: Rect, focus: Pane) -> Vec<Slot> {
    vec![Slot { pane: focus, area: body, tabs: Pane::ALL, frame: Border::Box }]
}

fn small_panes(body: Rect, shape: Shape) -> Vec<Slot> {
    let explain = if shape.explain { 3 + (body.height.saturating_sub(21) / 5).min(5) } else { 0 };
    let (rest, explain_area) = bottom(body, explain);
    let (above, below) = bottom(rest, 5 + rest.height.saturating_sub(18) * 2 / 5);
    let left = share(body.width, 46, 80);
    let (code, stack) = left_of(above, left);
    let (source, tab) = left_of(below, left);
    let mut panes = vec![
        Slot::boxed(Pane::Source, source),
        Slot::boxed(Pane::Bytecode, code),
        Slot::boxed(Pane::Stack, stack),
        Slot { pane: shape.tab, area: tab, tabs: TABS, frame: Border::Box },
    ];
    if shape.explain {
        panes.push(Slot { pane: Pane::Explain, area: explain_area, tabs: &[], frame: Border::Rule });
    }
    panes
}

fn medium_panes(body: Rect, shape: Shape) -> Vec<Slot> {
    let (above, below) = bottom(body, share(body.height, 10, 36));
    let (left, rest) = left_of(above, share(body.width, 38, 120));
    let (middle, stack) = left_of(rest, share(body.width, 52, 120));
    let (source, names) = bottom(left, share(above.height, 9, 27));
    let (code, frames) = bottom(middle, share(above.height, 6, 27));
    let mut panes = vec![
        Slot::boxed(Pane::Source, source),
        Slot::boxed(Pane::Bytecode, code),
        Slot::boxed(Pane::Stack, stack),
        Slot::boxed(Pane::Names, names),
        Slot { pane: shape.pair, area: frames, tabs: PAIR, frame: Border::Box },
    ];
    if shape.explain {
        let (explain, output) = left_of(below, share(body.width, 88, 120));
        panes.push(Slot::boxed(Pane::Output, output));
        panes.push(Slot::boxed(Pane::Explain, explain));
    } else {
        panes.push(Slot::boxed(Pane::Output, below));
    }
    panes
}

fn wide_panes(body: Rect, shape: Shape) -> Vec<Slot> {
    let (left, rest) = left_of(body, share(body.width, 58, 200));
    let (middle, right) = left_of(rest, share(body.width, 84, 200));
    let (left, output) = bottom(left, share(body.height, 10, 55));
    let (source, names) = bottom(left, share(body.height, 15, 55));
    let (stack, below) = bottom(right, share(body.height, 19, 55));
    let (frames, breakpoints) = bottom(below, share(body.height, 8, 55));
    let (code, explain) = bottom(middle, if shape.explain { share(body.height, 19, 55) } else { 0 });
    let mut panes = vec![
        Slot::boxed(Pane::Source, source),
        Slot::boxed(Pane::Bytecode, code),
        Slot::boxed(Pane::Stack, stack),
        Slot::boxed(Pane::Names, names),
        Slot::boxed(Pane::Frames, frames),
        Slot::boxed(Pane::Output, output),
        Slot::boxed(Pane::Breakpoints, breakpoints),
    ];
    if shape.explain {
        panes.push(Slot::boxed(Pane::Explain, explain));
    }
    panes
}

/// `part` of `whole` columns or rows, scaled to `have`.
fn share(have: u16, part: u16, whole: u16) -> u16 {
    u16::try_from(u32::from(have) * u32::from(part) / u32::from(whole)).unwrap_or(have)
}

fn top(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    (Rect { height: rows, ..area }, Rect { y: area.y + rows, height: area.height - rows, ..area })
}

fn bottom(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    top(area, area.height - rows)
}

fn left_of(area: Rect, columns: u16) -> (Rect, Rect) {
    let columns = columns.min(area.width);
    (Rect { width: columns, ..area }, Rect { x: area.x + columns, width: area.width - columns, ..area })
}
