//! The value stack, top first, as `STACK[-1]` counts it. A heavy wall is the frame that runs; thin ones are
//! the frames that wait for it.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{PaneState, Scene, Titles};
use crate::tui::text::{fit, pad, pad_left, width};
use crate::view::{StackSlot, StackView};

pub(super) fn titles(scene: &Scene) -> Titles {
    let right = scene
        .view
        .stacks
        .first()
        .map_or_else(String::new, |stack| format!("{} of {}", stack.slots.len(), stack.max));
    Titles { right, ..Titles::default() }
}

/// How a slot is drawn.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// One line a slot.
    Row,
    /// Two lines and a rule: easier to read from afar.
    Card,
}

/// Cards where the deepest stack of this code fits; so the form does not change
/// while the stack grows.
fn form(scene: &Scene, viewport: Rect) -> Form {
    let deepest = scene.view.stacks.first().map_or(0, |stack| stack.max as usize);
    if deepest * 3 + 2 <= usize::from(viewport.height) { Form::Card } else { Form::Row }
}

fn shown<'a>(scene: &Scene<'a>, state: PaneState) -> &'a [StackView] {
    let stacks = &scene.view.stacks;
    if state.view == 1 { &stacks[..stacks.len().min(1)] } else { stacks }
}

/// Rows of the slots that the next instruction does not take are set off by a rule.
fn pops(scene: &Scene) -> usize {
    scene.view.next.as_ref().map_or(0, |next| next.pops as usize)
}

fn height(scene: &Scene, index: usize, stack: &StackView, form: Form) -> usize {
    let slots = stack.slots.len();
    if index > 0 {
        return 2 + slots + usize::from(slots == 0);
    }
    match form {
        Form::Card => (slots * 3).max(1),
        Form::Row => slots + 1 + usize::from(rule_after(scene, stack).is_some()),
    }
}

/// The slot below which the rule stands.
fn rule_after(scene: &Scene, stack: &StackView) -> Option<usize> {
    let pops = pops(scene);
    (pops < stack.slots.len()).then(|| pops.checked_sub(1))?
}

pub(super) fn lines(scene: &Scene, state: PaneState, viewport: Rect) -> usize {
    let form = form(scene, viewport);
    shown(scene, state).iter().enumerate().map(|(index, stack)| height(scene, index, stack, form)).sum()
}

pub(super) fn window<'a>(scene: &Scene<'a>, state: PaneState, viewport: Rect) -> Vec<Line<'a>> {
    let (form, columns) = (form(scene, viewport), usize::from(viewport.width));
    let mut skip = state.top;
    let mut out = Vec::new();
    for (index, stack) in shown(scene, state).iter().enumerate() {
        if out.len() >= usize::from(viewport.height) {
            break;
        }
        let height = height(scene, index, stack, form);
        if skip >= height {
            skip -= height;
            continue;
        }
        let lines = match (index, form) {
            (0, Form::Card) => cards(scene, stack, columns),
            (0, Form::Row) => rows(scene, stack, columns),
            _ => waiting(scene, stack, columns),
        };
        out.extend(lines.into_iter().skip(std::mem::take(&mut skip)));
    }
    out.truncate(usize::from(viewport.height));
    out
}

fn number<'a>(scene: &Scene, index: usize, slot: &StackSlot) -> Span<'a> {
    let style = if slot.fresh { scene.theme.fresh } else { scene.theme.dim };
    Span::styled(pad_left(&format!("-{}", index + 1), 3) + " ", style)
}

/// So that what is new reads without colour too.
fn fresh_sign<'a>(scene: &Scene, slot: &StackSlot) -> Span<'a> {
    Span::styled(if slot.fresh { "•" } else { " " }, scene.theme.fresh)
}

fn wall<'a>(scene: &Scene, taken: bool, text: &'static str) -> Span<'a> {
    Span::styled(text, if taken { scene.theme.next } else { scene.theme.border_focus })
}

fn cards<'a>(scene: &Scene<'a>, stack: &'a StackView, columns: usize) -> Vec<Line<'a>> {
    let theme = scene.theme;
    let pops = pops(scene);
    let mut out = Vec::with_capacity(stack.slots.len() * 3);
    let room = columns.saturating_sub(6);
    for (index, slot) in stack.slots.iter().enumerate() {
        let (value, taken) = (&slot.value, index < pops);
        let style = if slot.fresh { theme.fresh } else { theme.strong };
        let left = room.saturating_sub(width(&value.tag) + 1);
        out.push(Line::from(vec![
            number(scene, index, slot),
            wall(scene, taken, "┃"),
            fresh_sign(scene, slot),
            Span::styled(pad(&value.text, left), style),
            Span::styled(format!(" {}", value.tag), theme.dim),
        ]));
        let by = slot.pushed_by.as_ref().filter(|_| columns >= 44);
        let by = by.map_or_else(String::new, |(step, instruction)| format!("  @{step} {instruction}"));
        let by = if by.is_empty() { by } else { pad(&by, room / 2) };
        let gap = usize::from(!slot.operand.is_empty());
        let left = room.saturating_sub(width(&slot.operand) + gap + width(&by));
        out.push(Line::from(vec![
            Span::raw("    "),
            wall(scene, taken, "┃ "),
            Span::styled(pad(&value.kind, left), theme.dim),
            Span::raw(" ".repeat(gap)),
            Span::styled(slot.operand.as_str(), theme.operand),
            Span::styled(by, theme.dim),
        ]));
        let last = index + 1 == stack.slots.len();
        let corner = if last { "┗" } else { "┣" };
        let rule = if last || index + 1 == pops { "━" } else { "╌" };
        let style = if taken { theme.next } else { theme.border_focus };
        out.push(Line::from(vec![
            Span::raw("    "),
            Span::styled(format!("{corner}{}", rule.repeat(columns.saturating_sub(5))), style),
        ]));
    }
    if out.is_empty() {
        out.push(bottom(scene, stack));
    }
    out
}

fn bottom<'a>(scene: &Scene, stack: &StackView) -> Line<'a> {
    let words =
        if stack.slots.is_empty() { "empty".to_owned() } else { format!("bottom of {}", stack.title) };
    Line::from(vec![Span::styled("    ┗━ ", scene.theme.border_focus), Span::styled(words, scene.theme.dim)])
}

fn rows<'a>(scene: &Scene<'a>, stack: &'a StackView, columns: usize) -> Vec<Line<'a>> {
    let pops = pops(scene);
    let rule = rule_after(scene, stack);
    let mut out = Vec::with_capacity(stack.slots.len() + 2);
    for (index, slot) in stack.slots.iter().enumerate() {
        let mut spans =
            vec![number(scene, index, slot), wall(scene, index < pops, "┃"), fresh_sign(scene, slot)];
        values(scene, slot, columns.saturating_sub(6), true, &mut spans);
        out.push(Line::from(spans));
        if rule == Some(index) {
            let dashes = "╌".repeat(columns.saturating_sub(5));
            out.push(Line::from(vec![
                Span::raw("    "),
                Span::styled(format!("┣{dashes}"), scene.theme.border),
            ]));
        }
    }
    out.push(bottom(scene, stack));
    out
}

/// Value, type, tag, operand name, who pushed it: as much of it as there is room for, the value first.
fn values<'a>(scene: &Scene<'a>, slot: &'a StackSlot, room: usize, live: bool, spans: &mut Vec<Span<'a>>) {
    let (theme, value) = (scene.theme, &slot.value);
    let style = match (live, slot.fresh) {
        (false, _) => theme.dim,
        (true, true) => theme.fresh,
        (true, false) => theme.strong,
    };
    let by_width = if room >= 46 { room / 3 } else { 0 };
    let operand = if live && !slot.operand.is_empty() { format!(" {}", slot.operand) } else { String::new() };
    let left = room.saturating_sub(by_width + width(&operand));
    let facts =
        [format!(" {} {}", value.kind, pad(&value.tag, 4)), format!(" {}", value.kind), String::new()];
    let fits = |fact: &&String| width(&value.text) + width(fact) < left;
    let fact = facts.iter().find(fits).map_or("", String::as_str).to_owned();
    spans.push(Span::styled(pad(&value.text, left.saturating_sub(width(&fact))), style));
    spans.push(Span::styled(fact, theme.dim));
    spans.push(Span::styled(operand, theme.operand));
    if let Some((step, instruction)) = slot.pushed_by.as_ref().filter(|_| by_width > 0) {
        let by = format!("  @{step} {instruction}");
        spans.push(Span::styled(fit(&by, by_width).into_owned(), theme.dim));
    }
}

fn waiting<'a>(scene: &Scene<'a>, stack: &'a StackView, columns: usize) -> Vec<Line<'a>> {
    let theme = scene.theme;
    let head = if stack.waiting.is_empty() {
        stack.title.clone()
    } else {
        format!("{} waits in {}", stack.title, stack.waiting)
    };
    let mut out = vec![Line::styled(fit(&head, columns).into_owned(), theme.title)];
    if stack.slots.is_empty() {
        out.push(Line::styled("    │ empty", theme.dim));
    }
    for (index, slot) in stack.slots.iter().enumerate() {
        let mut spans = vec![
            Span::styled(pad_left(&format!("-{}", index + 1), 3), theme.dim),
            Span::styled(" │ ", theme.border),
        ];
        values(scene, slot, columns.saturating_sub(6), false, &mut spans);
        out.push(Line::from(spans));
    }
    out.push(Line::styled("    └───", theme.border));
    out
}

/// What the last instruction did and what the next one will do.
pub(super) fn summary<'a>(scene: &Scene<'a>, inner: Rect) -> Vec<Line<'a>> {
    let (columns, theme) = (usize::from(inner.width), scene.theme);
    if inner.height < 8 {
        return Vec::new();
    }
    let mut out = Vec::new();
    if inner.height >= 14 {
        out.push(Line::styled("╌".repeat(columns), theme.border));
    }
    let mut part = |word: &'static str, instruction: &'a str, facts: &[String]| {
        let instruction = fit(instruction, columns.saturating_sub(5));
        out.push(Line::from(vec![Span::styled(word, theme.dim), Span::styled(instruction, theme.strong)]));
        let facts: Vec<&str> = facts.iter().map(String::as_str).filter(|fact| !fact.is_empty()).collect();
        out.push(Line::from(fit(&format!("     {}", facts.join("  ")), columns).into_owned()));
    };
    if let Some(last) = &scene.view.last {
        let mut exchanged = exchange(&last.popped, &last.pushed);
        if last.popped.is_empty() && last.pushed.is_empty() && !last.effect.is_empty() {
            exchanged.clear();
        }
        part("last ", &last.instruction, &[exchanged, last.effect.clone()]);
    }
    if let Some(next) = &scene.view.next {
        let (mut pops, mut pushes) = (counted("pops", next.pops), counted("pushes", next.pushes));
        if !next.effect.is_empty() {
            // The effect says what is pushed, better than a number.
            pushes.clear();
            if next.pops == 0 {
                pops.clear();
            }
        }
        part("next ", &next.instruction, &[pops, pushes, next.effect.clone()]);
    }
    out
}

/// `popped 3, 2 → pushed 5`.
fn exchange(popped: &[String], pushed: &[String]) -> String {
    match (popped.is_empty(), pushed.is_empty()) {
        (true, true) => "the stack is unchanged".to_owned(),
        (true, false) => format!("pushed {}", pushed.join(", ")),
        (false, true) => format!("popped {}", popped.join(", ")),
        (false, false) => format!("popped {} → pushed {}", popped.join(", "), pushed.join(", ")),
    }
}

fn counted(word: &str, count: u32) -> String {
    if count == 0 { format!("{word} nothing") } else { format!("{word} {count}") }
}
