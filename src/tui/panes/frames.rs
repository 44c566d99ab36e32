//! The call stack, innermost first: which functions are at work, and where the waiting ones go on.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene};
use crate::tui::text::pad;
use crate::view::FrameRow;

pub(super) fn window<'a>(
    scene: &Scene<'a>,
    state: PaneState,
    focused: bool,
    viewport: Rect,
) -> Vec<Line<'a>> {
    let frames = scene.view.frames.iter().enumerate();
    let columns = usize::from(viewport.width);
    let in_sight = frames.skip(state.top).take(usize::from(viewport.height));
    in_sight
        .map(|(index, frame)| {
            let chosen = focused && state.cursor == Some(index);
            frame_line(scene, index, frame, columns).style(if chosen {
                scene.theme.cursor_row
            } else {
                Style::new()
            })
        })
        .collect()
}

fn frame_line<'a>(scene: &Scene<'a>, index: usize, frame: &'a FrameRow, columns: usize) -> Line<'a> {
    let theme = scene.theme;
    let selected = index == scene.view.selected;
    let line = frame.line.map_or_else(String::new, |line| format!("line {line}"));
    let since = match frame.resumes_at {
        Some(offset) => format!("resumes at {offset}"),
        None => format!("since step {}", frame.since),
    };
    let facts = [(pad(&line, 8), 26), (pad(&format!("+{}", frame.offset), 5), 34), (pad(&since, 13), 46)];
    let mut right = String::new();
    for (fact, needs) in facts {
        if columns >= needs {
            right.push(' ');
            right.push_str(&fact);
        }
    }
    let title = pad(&frame.title, columns.saturating_sub(2 + right.chars().count()));
    let (sign, style) = if selected { ("▶ ", theme.strong) } else { ("  ", theme.text) };
    Line::from(vec![
        Span::styled(sign, theme.next),
        Span::styled(title, style),
        Span::styled(right, theme.dim),
    ])
}
