//! The code of the selected frame: what can run, not a list of what ran.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene, Titles};
use crate::tui::text::{fit, pad, pad_left, width};
use crate::view::{Listing, ListingRow};

/// How much of a row there is room for.
#[derive(Clone, Copy, PartialEq)]
enum Detail {
    /// The depth before.
    Depth,
    /// And what it does to the depth.
    Effect,
    /// Hits and source text too.
    All,
}

fn detail(columns: u16) -> Detail {
    match columns {
        0..48 => Detail::Depth,
        48..74 => Detail::Effect,
        _ => Detail::All,
    }
}

pub(super) fn titles(scene: &Scene, columns: u16) -> Titles {
    let listing = &scene.view.listing;
    let (ops, max) = (listing.rows.len(), listing.max_stack);
    let (right, below) = match detail(columns) {
        Detail::Depth => (String::new(), "last column: depth before".to_owned()),
        Detail::Effect => (format!("{ops} ops"), format!("max stack {max}")),
        Detail::All => (format!("{ops} ops   max stack {max}"), String::new()),
    };
    Titles { after_name: listing.title.clone(), right, below }
}

/// The names of the columns, where there is room for them.
pub(super) fn heading<'a>(scene: &Scene<'a>, columns: u16) -> Vec<Line<'a>> {
    let right = match detail(columns) {
        Detail::Depth => return Vec::new(),
        Detail::Effect => " in  -/+ ",
        Detail::All => " in   -/+   hits  from source       ",
    };
    let room = usize::from(columns) - width(right);
    let op = op_width(detail(columns));
    let left = pad(&format!("     ln     off {}arg", pad("op", op)), room);
    vec![Line::styled(format!("{left}{right}"), scene.theme.dim)]
}

/// Columns of the instruction's name.
fn op_width(detail: Detail) -> usize {
    if detail == Detail::All { 20 } else { 19 }
}

pub(super) fn home(scene: &Scene) -> usize {
    let listing = &scene.view.listing;
    listing.next.or(listing.last).unwrap_or(0)
}

fn cache_lines(state: PaneState, row: &ListingRow) -> usize {
    if state.view == 1 { row.caches as usize } else { 0 }
}

pub(super) fn span(scene: &Scene, state: PaneState, row: usize) -> (usize, usize) {
    let rows = &scene.view.listing.rows;
    let own = rows.get(row).map_or(1, |at| 1 + cache_lines(state, at));
    if state.view == 0 {
        return (row, own);
    }
    (rows[..row.min(rows.len())].iter().map(|before| 1 + cache_lines(state, before)).sum(), own)
}

pub(super) fn lines(scene: &Scene, state: PaneState) -> usize {
    let listing = &scene.view.listing;
    let (code, _) = span(scene, state, listing.rows.len());
    code + footer(listing, scene, state).len()
}

pub(super) fn row_text(scene: &Scene, row: usize) -> String {
    let row = &scene.view.listing.rows[row];
    format!("{} {} {}", row.offset, row.op, row.arg_text)
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, focused: bool, inner: Rect) -> Vec<Line<'a>> {
    let listing = &scene.view.listing;
    let columns = usize::from(inner.width);
    let mut out = Vec::with_capacity(usize::from(inner.height));
    let arrow = Arrow::of(listing, state, focused);
    let height = usize::from(inner.height);
    let mut line = 0;
    for (index, row) in listing.rows.iter().enumerate() {
        if out.len() >= height {
            return out;
        }
        let own = 1 + cache_lines(state, row);
        if line + own > state.top {
            if line >= state.top {
                out.push(code_line(scene, state, index, focused, &arrow, columns));
            }
            let hidden = state.top.saturating_sub(line + 1);
            out.extend((hidden..own - 1).map(|cache| cache_line(scene, index, cache, &arrow)));
        }
        line += own;
    }
    let skip = state.top.saturating_sub(line);
    out.extend(footer(listing, scene, state).into_iter().skip(skip));
    out.truncate(height);
    out
}

/// What stands below the code: the exception table, and where a jump under the cursor goes.
fn footer<'a>(listing: &'a Listing, scene: &Scene<'a>, state: PaneState) -> Vec<Line<'a>> {
    let dim = scene.theme.dim;
    let mut out = vec![Line::default()];
    if listing.exception_table.is_empty() {
        out.push(Line::styled("   exception table: empty", dim));
    } else {
        out.push(Line::styled("   exception table", dim));
        out.extend(listing.exception_table.iter().map(|entry| Line::styled(format!("     {entry}"), dim)));
    }
    let under = state.cursor.or(listing.next).and_then(|row| listing.rows.get(row));
    if let Some((row, target)) = under.and_then(|row| Some((row, row.target?))) {
        out.push(Line::styled(format!("   jump: {} {} ──▶ {target}", row.offset, row.op), scene.theme.jump));
    }
    out
}

fn code_line<'a>(
    scene: &Scene<'a>,
    state: PaneState,
    index: usize,
    focused: bool,
    arrow: &Arrow,
    columns: usize,
) -> Line<'a> {
    let (theme, listing) = (scene.theme, &scene.view.listing);
    let row = &listing.rows[index];
    let is_next = listing.next == Some(index);
    let (sign, sign_style) = match (is_next, listing.last == Some(index)) {
        (true, _) => ("▶", theme.next),
        (false, true) => ("✓", theme.last),
        (false, false) => (" ", theme.text),
    };
    let stop = listing.breakpoints.contains(&row.offset);
    let line = row.line.map_or_else(String::new, |line| line.to_string());
    let mut spans = vec![
        Span::styled(if stop { "●" } else { " " }, theme.breakpoint),
        Span::styled(sign, sign_style),
        Span::styled(arrow.piece(index), theme.jump),
        Span::styled(format!("{} ", pad_left(&line, 3)), theme.dim),
        Span::styled(pad(row.label.as_deref().unwrap_or(""), 3), theme.operand),
        Span::styled(pad_left(&row.offset.to_string(), 4), theme.dim),
        Span::raw(" "),
    ];
    let room = columns.saturating_sub(GUTTER);
    operation(scene, row, is_next, room, detail(u16::try_from(columns).unwrap_or(u16::MAX)), &mut spans);
    effect(scene, index, columns, &mut spans);
    let chosen = focused && state.cursor == Some(index);
    let style = match (chosen, is_next) {
        (true, _) => theme.cursor_row,
        (false, true) => theme.next_row,
        (false, false) => Style::new(),
    };
    Line::from(spans).style(style)
}

/// Columns of the source text of an instruction.
const SOURCE: usize = 18;

/// Signs, jump, line, label, offset.
const GUTTER: usize = 2 + 2 + 4 + 3 + 4 + 1;

/// Whether the text holds the words searched for, capitals or not.
fn contains(text: &str, what: &str) -> bool {
    !what.is_empty() && text.to_ascii_lowercase().contains(&what.to_ascii_lowercase())
}

/// Columns on the right that `effect` takes.
fn effect_width(detail: Detail) -> usize {
    match detail {
        Detail::Depth => 3,
        Detail::Effect => 9,
        Detail::All => 3 + 6 + 7 + 2 + SOURCE,
    }
}

fn operation<'a>(
    scene: &Scene<'a>,
    row: &'a ListingRow,
    is_next: bool,
    room: usize,
    detail: Detail,
    spans: &mut Vec<Span<'a>>,
) {
    let room = room.saturating_sub(effect_width(detail));
    let op_width = op_width(detail).min(room.saturating_sub(width(&row.arg_text))).max(row.op.len() + 1);
    let op_style = match (is_next, row.depth) {
        (true, _) => scene.theme.strong,
        (false, None) => scene.theme.dim,
        (false, Some(_)) => scene.theme.text,
    };
    let found = |text: &str, style: Style| {
        let found = scene.search.is_some_and(|what| contains(text, what));
        if found { style.patch(scene.theme.found) } else { style }
    };
    let gap = op_width.min(room).saturating_sub(width(row.op));
    spans.push(Span::styled(fit(row.op, room), found(row.op, op_style)));
    spans.push(Span::raw(" ".repeat(gap)));
    let (room, arg) = (room.saturating_sub(op_width), row.arg_text.as_str());
    let gap = room.saturating_sub(width(arg));
    spans.push(Span::styled(fit(arg, room), found(arg, scene.theme.operand)));
    spans.push(Span::raw(" ".repeat(gap)));
}

/// Stack depth before the instruction and what the instruction does to it.
fn effect<'a>(scene: &Scene<'a>, index: usize, columns: usize, spans: &mut Vec<Span<'a>>) {
    let (theme, row) = (scene.theme, &scene.view.listing.rows[index]);
    let depth = row.depth.map_or_else(String::new, |depth| depth.to_string());
    match detail(u16::try_from(columns).unwrap_or(u16::MAX)) {
        Detail::Depth => spans.push(Span::styled(format!("{} ", pad_left(&depth, 2)), theme.dim)),
        Detail::Effect => {
            spans.push(Span::styled(pad_left(&depth, 3), theme.dim));
            spans.push(Span::styled(format!("{} ", pad_left(&change(row), 5)), theme.text));
        }
        Detail::All => {
            spans.push(Span::styled(pad_left(&depth, 3), theme.dim));
            spans.push(Span::styled(pad_left(&change(row), 6), theme.text));
            let hits = scene.view.listing.hits.get(index).copied().unwrap_or(0);
            spans.push(Span::styled(pad_left(&hits.to_string(), 7), theme.dim));
            spans.push(Span::styled(format!("  {}", pad(&row.text, SOURCE)), theme.dim));
        }
    }
}

/// `-2+1`: what it pops and pushes; `0` where it leaves the stack alone.
fn change(row: &ListingRow) -> String {
    match (row.pops, row.pushes) {
        (0, 0) => "0".to_owned(),
        (pops, 0) => format!("-{pops}"),
        (0, pushes) => format!("+{pushes}"),
        (pops, pushes) => format!("-{pops}+{pushes}"),
    }
}

fn cache_line<'a>(scene: &Scene<'a>, index: usize, cache: usize, arrow: &Arrow) -> Line<'a> {
    let row = &scene.view.listing.rows[index];
    let offset = row.offset as usize + 2 * (cache + 1);
    let use_ = if cache == 0 { "  for the specialiser" } else { "" };
    let through = if arrow.passes(index) { "│" } else { " " };
    Line::styled(
        format!("  {through}        {} CACHE{use_}", pad_left(&offset.to_string(), 4)),
        scene.theme.dim,
    )
}

/// The jump of the row under the cursor, drawn in one column.
struct Arrow {
    /// First and last row it touches, and whether it points down.
    rows: Option<(usize, usize, bool)>,
}

impl Arrow {
    fn of(listing: &Listing, state: PaneState, focused: bool) -> Self {
        let from = state.cursor.filter(|_| focused).or(listing.next);
        let rows = from.and_then(|from| {
            let target = listing.rows.get(from)?.target?;
            let to = listing.rows.binary_search_by_key(&target, |row| row.offset).ok()?;
            Some((from.min(to), from.max(to), from <= to))
        });
        Self { rows }
    }

    fn piece(&self, index: usize) -> &'static str {
        match self.rows {
            Some((first, last, _)) if index < first || index > last || first == last => "  ",
            Some((first, _, true)) if index == first => "╭─",
            Some((_, last, true)) if index == last => "╰▸",
            Some((first, _, false)) if index == first => "╭▸",
            Some((_, last, false)) if index == last => "╰─",
            Some(_) => "│ ",
            None => "  ",
        }
    }

    /// Whether it goes on below this row.
    fn passes(&self, index: usize) -> bool {
        self.rows.is_some_and(|(first, last, _)| (first..last).contains(&index))
    }
}
