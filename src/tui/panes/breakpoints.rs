//! The list of breakpoints.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene};
use crate::tui::text::{pad, pad_left};

pub(super) fn window<'a>(
    scene: &Scene<'a>,
    state: PaneState,
    focused: bool,
    viewport: Rect,
) -> Vec<Line<'a>> {
    let theme = scene.theme;
    if scene.view.breakpoints.is_empty() {
        let words = ["none", "b sets one at the cursor,", ":b SPEC anywhere"];
        return words.into_iter().map(|line| Line::styled(format!(" {line}"), theme.dim)).collect();
    }
    let rows = scene.view.breakpoints.iter().enumerate();
    let in_sight = rows.skip(state.top).take(usize::from(viewport.height));
    in_sight
        .map(|(index, breakpoint)| {
            let chosen = focused && state.cursor == Some(index);
            let hits = format!("hit {}", breakpoint.hits);
            let room = usize::from(viewport.width).saturating_sub(7 + hits.len());
            Line::from(vec![
                Span::styled(if breakpoint.enabled { "● " } else { "○ " }, theme.breakpoint),
                Span::styled(format!("{} ", pad_left(&breakpoint.number.to_string(), 2)), theme.dim),
                Span::styled(pad(&breakpoint.spec, room), theme.strong),
                Span::styled(format!(" {hits}"), theme.dim),
            ])
            .style(if chosen { theme.cursor_row } else { Style::new() })
        })
        .collect()
}
