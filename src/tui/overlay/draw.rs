//! Draws the overlays.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Overlay;
use super::help::{self, HelpLine};
use crate::tui::commands;
use crate::tui::prompt::Prompt;
use crate::tui::text::{fit, pad, width};
use crate::tui::theme::Theme;

/// Draws one overlay; where the terminal's cursor belongs, if it types. `status` is the line for typing.
pub fn draw(
    overlay: &Overlay,
    screen: Rect,
    status: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) -> Option<Position> {
    match overlay {
        Overlay::Help { top } => {
            draw_help(*top, screen, theme, buffer);
            None
        }
        Overlay::Palette { prompt, chosen, .. } => {
            draw_palette(prompt, *chosen, screen, status, theme, buffer);
            Some(draw_prompt(":", prompt, status, theme, buffer))
        }
        Overlay::Search(prompt) => Some(draw_prompt("/", prompt, status, theme, buffer)),
        Overlay::Input(prompt) => Some(draw_prompt(
            "the program reads a line (Enter sends, Ctrl-D ends): ",
            prompt,
            status,
            theme,
            buffer,
        )),
    }
}

fn draw_prompt(label: &str, prompt: &Prompt, area: Rect, theme: &Theme, buffer: &mut Buffer) -> Position {
    clear(area, buffer);
    let columns = usize::from(area.width);
    let label = fit(label, columns / 2);
    let room = columns.saturating_sub(width(&label) + 1).max(1);
    let before = width(prompt.before());
    let hidden = (before + 1).saturating_sub(room);
    let from = crate::tui::text::split_at(prompt.text(), hidden);
    buffer.set_stringn(area.x, area.y, &label, columns, theme.you);
    let x = area.x + u16::try_from(width(&label)).unwrap_or(0);
    buffer.set_stringn(x, area.y, &prompt.text()[from..], room, theme.strong);
    let cursor = before - width(&prompt.text()[..from]).min(before);
    Position { x: (x + u16::try_from(cursor).unwrap_or(0)).min(area.right().saturating_sub(1)), y: area.y }
}

/// The commands that match what is typed, right above the line.
fn draw_palette(
    prompt: &Prompt,
    chosen: usize,
    screen: Rect,
    status: Rect,
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let matches = commands::matching(prompt.text());
    let room = usize::from(status.y.saturating_sub(screen.y + 2));
    let rows = matches.len().min(room).min(12);
    if rows == 0 {
        return;
    }
    let height = u16::try_from(rows).unwrap_or(0) + 1;
    let area = Rect { x: screen.x, y: status.y - height, height, ..screen };
    clear(area, buffer);
    let rule = "─".repeat(usize::from(area.width));
    buffer.set_string(area.x, area.y, rule, theme.border_focus);
    buffer.set_string(area.x + 2, area.y, " commands: ↑↓ Tab Enter ", theme.title_focus);
    let first = chosen.saturating_sub(rows - 1);
    for (index, (y, entry)) in (area.y + 1..area.bottom()).zip(&matches[first..]).enumerate() {
        let style = if first + index == chosen { theme.cursor_row } else { Style::new() };
        buffer.set_style(Rect { y, height: 1, ..area }, style);
        let line = Line::from(vec![
            Span::styled(format!(" {}", pad(&entry.usage, 18)), theme.strong),
            Span::styled(pad(&entry.keys, 20), theme.operand),
            Span::styled(entry.doc, theme.dim),
        ]);
        buffer.set_line(area.x, y, &line, area.width);
    }
}

/// From this width on the help has two columns.
const TWO_COLUMNS: u16 = 118;

fn draw_help(top: usize, screen: Rect, theme: &Theme, buffer: &mut Buffer) {
    let two = screen.width >= TWO_COLUMNS;
    let wanted = screen.width.min(if two { 150 } else { 78 });
    let area = Rect { x: screen.x + (screen.width - wanted) / 2, width: wanted, ..screen };
    clear(area, buffer);
    outline(area, theme, buffer);
    if area.width < 8 || area.height < 3 {
        return;
    }
    let inner = Rect { x: area.x + 2, y: area.y + 1, width: area.width - 4, height: area.height - 2 };
    let (column, count) = if two { ((inner.width - 2) / 2, 2) } else { (inner.width, 1) };
    let lines = help::lines(usize::from(column));
    let room = usize::from(inner.height) * count;
    let top = top.min(lines.len().saturating_sub(room));
    let shown = &lines[top..];
    let in_column = if shown.len() <= room { shown.len().div_ceil(count) } else { usize::from(inner.height) };
    for (index, part) in
        shown.chunks(split(shown, in_column, usize::from(inner.height))).take(count).enumerate()
    {
        let x = inner.x + u16::try_from(index).unwrap_or(0) * (column + 2);
        for (y, line) in (inner.y..inner.bottom()).zip(part) {
            buffer.set_line(x, y, &help_line(line, usize::from(column), theme), column);
        }
    }
    buffer.set_stringn(area.x + 2, area.y, " Keys ", usize::from(inner.width), theme.title_focus);
    let below = shown.len().saturating_sub(room);
    let words =
        if below > 0 { format!(" ↓ {below} more   Esc closes ") } else { " Esc closes ".to_owned() };
    buffer.set_stringn(area.x + 2, area.bottom() - 1, words, usize::from(inner.width), theme.title_focus);
}

/// Where the first column ends: at the first gap from the middle on, if it fits.
fn split(lines: &[HelpLine], middle: usize, height: usize) -> usize {
    let gap = lines.iter().skip(middle).position(|line| *line == HelpLine::Gap).map(|gap| middle + gap + 1);
    gap.filter(|&gap| gap <= height).unwrap_or(middle).max(1)
}

fn help_line<'a>(line: &'a HelpLine, columns: usize, theme: &Theme) -> Line<'a> {
    match line {
        HelpLine::Title(text) => Line::styled(text.as_str(), theme.title_focus),
        HelpLine::Gap => Line::default(),
        HelpLine::Row { keys, doc, name } => {
            let gap = columns.saturating_sub(width(keys) + 2 + width(doc) + width(name));
            Line::from(vec![
                Span::styled(format!("  {keys}"), theme.operand),
                Span::raw(*doc),
                Span::raw(" ".repeat(gap)),
                Span::styled(name.as_str(), theme.dim),
            ])
        }
    }
}

fn clear(area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
    }
}

fn outline(area: Rect, theme: &Theme, buffer: &mut Buffer) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let middle = "━".repeat(usize::from(area.width) - 2);
    buffer.set_string(area.x, area.y, format!("┏{middle}┓"), theme.border_focus);
    buffer.set_string(area.x, area.bottom() - 1, format!("┗{middle}┛"), theme.border_focus);
    for y in area.y + 1..area.bottom() - 1 {
        buffer.set_string(area.x, y, "┃", theme.border_focus);
        buffer.set_string(area.right() - 1, y, "┃", theme.border_focus);
    }
}
