//! What the selected frame's names are bound to, group by group.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene};
use crate::tui::text::{pad, width};
use crate::view::{NameGroup, NameRow};

/// Groups follow each other with an empty line between.
pub(super) fn lines(scene: &Scene) -> usize {
    let rows: usize = scene.view.names.iter().map(|group| group.rows.len() + 2).sum();
    rows.saturating_sub(1)
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, viewport: Rect) -> Vec<Line<'a>> {
    let groups = &scene.view.names;
    let longest = groups.iter().flat_map(|group| &group.rows).map(|row| width(&row.name)).max().unwrap_or(0);
    let columns = usize::from(viewport.width);
    let name_width = longest.clamp(4, (columns / 3).max(4));
    groups
        .iter()
        .enumerate()
        .flat_map(|(index, group)| {
            let gap = (index > 0).then(Line::default);
            let title = Line::styled(title(group), scene.theme.title);
            let rows = group.rows.iter().map(move |row| name_line(scene, row, name_width, columns));
            gap.into_iter().chain(std::iter::once(title)).chain(rows)
        })
        .skip(state.top)
        .take(usize::from(viewport.height))
        .collect()
}

fn title(group: &NameGroup) -> String {
    if group.rows.is_empty() { format!("{}: none", group.title) } else { group.title.to_owned() }
}

fn name_line<'a>(scene: &Scene<'a>, row: &'a NameRow, name_width: usize, columns: usize) -> Line<'a> {
    let theme = scene.theme;
    let sign = if row.changed { "•" } else { " " };
    let mut spans = vec![
        Span::styled(sign, theme.fresh),
        Span::styled(pad(&row.name, name_width), if row.changed { theme.fresh } else { theme.text }),
    ];
    let Some(value) = &row.value else {
        spans.push(Span::styled("  no value yet", theme.dim));
        return Line::from(spans);
    };
    let room = columns.saturating_sub(name_width + 3);
    let note = if row.note.is_empty() { String::new() } else { format!(" {}", row.note) };
    let kind = format!(" {} {}", pad(&value.kind, 8), pad(&value.tag, 4));
    let mut right = String::new();
    for part in [kind, note] {
        if width(&value.text).min(room / 2) + width(&right) + width(&part) <= room {
            right.push_str(&part);
        }
    }
    let style = if row.changed { theme.fresh } else { theme.strong };
    spans.push(Span::styled(format!("  {}", pad(&value.text, room - width(&right))), style));
    spans.push(Span::styled(right, theme.dim));
    Line::from(spans)
}
