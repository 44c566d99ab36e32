//! The next instruction in words, with its live operands.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene, Titles};
use crate::tui::text::{fit, width, wrap};

/// Columns of the words at the left: `before`, `after`, `now`, `Why NULL?`.
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

fn text<'a>(scene: &Scene, viewport: Rect) -> Vec<Line<'a>> {
    let (explain, theme) = (&scene.view.explain, scene.theme);
    let columns = usize::from(viewport.width);
    let roomy = viewport.height >= 10;
    let mut out = Vec::new();
    if let Some(status) = scene.view.finished {
        let words =
            format!("The program has ended with exit status {status}. ← goes back into it, ^ to its start.");
        out.extend(wrap(&words, columns).into_iter().map(Line::from));
    }
    if viewport.height <= 3 {
        // The live operands, which come next, must stay in sight.
        out.extend(explain.doc.first().map(|first| Line::from(fit(first, columns).into_owned())));
    } else {
        out.extend(explain.doc.iter().flat_map(|paragraph| wrap(paragraph, columns)).map(Line::from));
    }
    let gap = |out: &mut Vec<Line>| {
        if roomy && !out.is_empty() {
            out.push(Line::default());
        }
    };
    gap(&mut out);
    let effect = [("before", &explain.before), ("after", &explain.after)];
    // Where there are two lines only, the live operands are worth more than the general picture.
    let effect = effect.into_iter().filter(|(_, words)| !words.is_empty() && viewport.height > 3);
    for (label, words) in effect {
        labelled(label, words, columns, scene, &mut out);
    }
    if !explain.now.is_empty() {
        let now: Vec<String> = explain.now.iter().map(|(name, value)| format!("{name} = {value}")).collect();
        let joined = now.join("   ");
        let mut spans = vec![Span::styled(format!("{:LABEL$}", "now"), theme.operand)];
        if LABEL + width(&joined) <= columns {
            for (name, value) in &explain.now {
                spans.push(Span::styled(format!("{name} = "), theme.dim));
                spans.push(Span::styled(format!("{}   ", crate::tui::text::clean(value)), theme.strong));
            }
            out.push(Line::from(spans));
        } else {
            labelled("now", &joined, columns, scene, &mut out);
        }
    }
    if !explain.notes.is_empty() {
        gap(&mut out);
    }
    for (label, words) in &explain.notes {
        labelled(label, words, columns, scene, &mut out);
    }
    out
}

fn labelled(label: &str, words: &str, columns: usize, scene: &Scene, out: &mut Vec<Line>) {
    let mut label = format!("{label:LABEL$}");
    for line in wrap(words, columns.saturating_sub(LABEL)) {
        out.push(Line::from(vec![
            Span::styled(std::mem::take(&mut label), scene.theme.operand),
            Span::raw(line),
        ]));
        label = " ".repeat(LABEL);
    }
}
