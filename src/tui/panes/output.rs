//! What the program has written so far, and what was typed for it. Going back takes it back.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Pane, PaneState, Scene, Titles};
use crate::tui::text::fit;
use crate::view::{OutputLine, Stream};

pub(super) fn titles(_: &Scene, state: PaneState) -> Titles {
    Titles { right: Pane::Output.views()[state.view].to_owned(), ..Titles::default() }
}

fn shown<'a>(scene: &Scene<'a>, state: PaneState) -> impl Iterator<Item = &'a OutputLine> {
    let view = state.view;
    scene.view.output.iter().filter(move |line| match view {
        0 => true,
        1 => line.stream == Stream::Out,
        _ => line.stream == Stream::Err,
    })
}

pub(super) fn lines(scene: &Scene, state: PaneState) -> usize {
    if state.view == 0 { scene.view.output.len() } else { shown(scene, state).count() }
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, viewport: Rect) -> Vec<Line<'a>> {
    let theme = scene.theme;
    if scene.view.output.is_empty() {
        return vec![Line::styled(" nothing written yet", theme.dim)];
    }
    let in_sight = shown(scene, state).skip(state.top).take(usize::from(viewport.height));
    let columns = usize::from(viewport.width).saturating_sub(1);
    in_sight
        .map(|line| {
            let (sign, style) = match line.stream {
                Stream::Out => (" ", theme.text),
                Stream::Err => ("!", theme.error),
                Stream::In => (">", theme.operand),
            };
            Line::from(vec![Span::styled(sign, style), Span::styled(fit(&line.text, columns), style)])
        })
        .collect()
}
