//! The source text, with the expression of the next instruction lit and underlined by carets.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene, Titles};
use crate::source::Location;
use crate::tui::text::{file_name, fit, pad_left, split_at, width};
use crate::view::SourceLine;

/// Breakpoint, mark and line number, each followed by a space where needed: `●▶  12 `.
fn gutter(scene: &Scene) -> usize {
    2 + number_width(scene) + 1
}

fn number_width(scene: &Scene) -> usize {
    scene.view.source.lines.len().to_string().len().max(3)
}

pub(super) fn titles(scene: &Scene) -> Titles {
    let source = &scene.view.source;
    let right = match source.lit {
        Some(at) if !at.is_none() && at.col >= 0 && at.line == at.end_line => {
            format!("{}:{}-{}", at.line, at.col, at.end_col)
        }
        Some(at) if !at.is_none() && at.line < at.end_line => format!("{}-{}", at.line, at.end_line),
        Some(at) if !at.is_none() => at.line.to_string(),
        _ => String::new(),
    };
    Titles { after_name: file_name(&source.name).to_owned(), right, below: String::new() }
}

/// The line (from 1) of the next instruction.
fn current_line(scene: &Scene) -> Option<u32> {
    match scene.view.source.lit {
        Some(at) if at.line > 0 => u32::try_from(at.line).ok(),
        _ => scene.view.frames.get(scene.view.selected).and_then(|frame| frame.line),
    }
}

/// The row (from 0) of that line.
fn current(scene: &Scene) -> Option<usize> {
    let row = usize::try_from(current_line(scene)?.checked_sub(1)?).ok()?;
    (row < scene.view.source.lines.len()).then_some(row)
}

pub(super) fn home(scene: &Scene) -> usize {
    current(scene).unwrap_or(0)
}

/// The line below which carets stand, and their columns.
fn carets(scene: &Scene) -> Option<(usize, usize, usize)> {
    let row = current(scene)?;
    let (from, to) = lit_bytes(scene, row)?;
    let text = &scene.view.source.lines[row].text;
    let (from, to) = (width(&text[..from]), width(&text[..to]));
    (from < to).then_some((row, from, to))
}

/// The lit bytes of a line. Columns that do not fit the text (another file, a wrong table) light nothing.
fn lit_bytes(scene: &Scene, row: usize) -> Option<(usize, usize)> {
    let Location { line, end_line, col, end_col } = scene.view.source.lit?;
    let number = i32::try_from(row + 1).ok()?;
    if line < 1 || number < line || number > end_line.max(line) || col < 0 || end_col < 0 {
        return None;
    }
    let text = scene.view.source.lines.get(row)?.text.as_str();
    let indent = text.len() - text.trim_start().len();
    let from = if number == line { usize::try_from(col).ok()? } else { indent };
    let to = if number == end_line { usize::try_from(end_col).ok()?.min(text.len()) } else { text.len() };
    (from <= to && text.is_char_boundary(from) && text.is_char_boundary(to)).then_some((from, to))
}

pub(super) fn lines(scene: &Scene) -> usize {
    if scene.view.source.missing {
        return 2;
    }
    scene.view.source.lines.len() + usize::from(carets(scene).is_some())
}

pub(super) fn span(scene: &Scene, row: usize) -> (usize, usize) {
    match carets(scene) {
        Some((lit, ..)) if row > lit => (row + 1, 1),
        Some((lit, ..)) if row == lit => (row, 2),
        _ => (row, 1),
    }
}

/// What stands where there is no text: where in it the program is.
fn missing<'a>(scene: &Scene<'a>, columns: usize) -> Vec<Line<'a>> {
    let name = &scene.view.source.name;
    let place = current_line(scene).map_or_else(|| name.to_string(), |line| format!("line {line} of {name}"));
    let said = [" no source to show".to_owned(), format!(" {place}")];
    said.map(|text| Line::styled(fit(&text, columns).into_owned(), scene.theme.dim)).into()
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, focused: bool, inner: Rect) -> Vec<Line<'a>> {
    if scene.view.source.missing {
        return missing(scene, usize::from(inner.width));
    }
    let carets = carets(scene);
    let hits = if state.view == 1 { 6 } else { 0 };
    let columns = usize::from(inner.width).saturating_sub(gutter(scene) + hits);
    let shift = shift(carets, columns);
    let mut out = Vec::with_capacity(usize::from(inner.height));
    let mut line = 0;
    for row in state.top.saturating_sub(1)..scene.view.source.lines.len() {
        if out.len() >= usize::from(inner.height) {
            break;
        }
        line = line.max(span(scene, row).0);
        if line >= state.top {
            out.push(text_line(scene, state, row, focused, shift, columns));
        }
        line += 1;
        if let Some((lit, from, to)) = carets
            && lit == row
        {
            if line >= state.top && out.len() < usize::from(inner.height) {
                let indent = gutter(scene) + hits + from.saturating_sub(shift);
                let marks = "^".repeat(to.min(shift + columns).saturating_sub(from.max(shift)));
                out.push(Line::from(Span::styled(
                    format!("{}{marks}", " ".repeat(indent)),
                    scene.theme.carets,
                )));
            }
            line += 1;
        }
    }
    out
}

/// How many columns a long line is moved to the left so that its lit part is in sight.
fn shift(carets: Option<(usize, usize, usize)>, columns: usize) -> usize {
    match carets {
        Some((_, from, to)) if to > columns => (to + 2 - columns.min(to)).min(from.saturating_sub(4)),
        _ => 0,
    }
}

fn text_line<'a>(
    scene: &Scene<'a>,
    state: PaneState,
    row: usize,
    focused: bool,
    shift: usize,
    columns: usize,
) -> Line<'a> {
    let (theme, source) = (scene.theme, &scene.view.source);
    let is_current = current(scene) == Some(row);
    let has_breakpoint = u32::try_from(row + 1).is_ok_and(|line| source.breakpoints.contains(&line));
    let mut spans = vec![
        Span::styled(if has_breakpoint { "●" } else { " " }, theme.breakpoint),
        Span::styled(if is_current { "▶" } else { " " }, theme.next),
        Span::styled(
            format!("{} ", pad_left(&(row + 1).to_string(), number_width(scene))),
            if is_current { theme.strong } else { theme.dim },
        ),
    ];
    if state.view == 1 {
        let hits = source.hits.get(row).filter(|&&hits| hits > 0).map(|hits| format!("×{hits}"));
        spans.push(Span::styled(format!("{} ", pad_left(&hits.unwrap_or_default(), 5)), theme.dim));
    }
    spans.extend(highlighted(scene, &source.lines[row], row, shift, columns));
    let chosen = focused && state.cursor == Some(row);
    let style = match (chosen, is_current) {
        (true, _) => theme.cursor_row,
        (false, true) => theme.next_row,
        (false, false) => Style::new(),
    };
    Line::from(spans).style(style)
}

/// The text cut into pieces of one style each.
fn highlighted<'a>(
    scene: &Scene<'a>,
    line: &'a SourceLine,
    row: usize,
    shift: usize,
    columns: usize,
) -> Vec<Span<'a>> {
    let text = line.text.as_str();
    let begin = split_at(text, shift);
    let end = begin + split_at(&text[begin..], columns);
    let lit = lit_bytes(scene, row);
    let found = scene.search.map_or_else(Vec::new, |what| matches(text, what));
    let mut cuts = vec![begin, end];
    cuts.extend(line.spans.iter().flat_map(|&(from, to, _)| [from as usize, to as usize]));
    cuts.extend(lit.into_iter().flat_map(|(from, to)| [from, to]));
    cuts.extend(found.iter().flat_map(|&(from, to)| [from, to]));
    cuts.retain(|&at| at >= begin && at <= end && text.is_char_boundary(at));
    cuts.sort_unstable();
    cuts.dedup();
    let inside = |at: usize, (from, to): (usize, usize)| from <= at && at < to;
    cuts.windows(2)
        .map(|piece| {
            let at = piece[0];
            let kind = line.spans.iter().find(|&&(from, to, _)| inside(at, (from as usize, to as usize)));
            let mut style = kind.map_or(scene.theme.text, |&(.., kind)| scene.theme.highlight(kind));
            if lit.is_some_and(|lit| inside(at, lit)) {
                style = style.patch(scene.theme.lit);
            }
            if found.iter().any(|&found| inside(at, found)) {
                style = style.patch(scene.theme.found);
            }
            Span::styled(crate::tui::text::clean(&text[at..piece[1]]), style)
        })
        .collect()
}

/// Where `what` stands in the text, capitals or not.
fn matches(text: &str, what: &str) -> Vec<(usize, usize)> {
    if what.is_empty() {
        return Vec::new();
    }
    let (text, what) = (text.to_ascii_lowercase(), what.to_ascii_lowercase());
    text.match_indices(&what).map(|(at, found)| (at, at + found.len())).collect()
}
