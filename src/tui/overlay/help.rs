//! The help text, made from the key table.

use crate::tui::commands::COMMANDS;
use crate::tui::keymap::{Action, BINDINGS, Section};
use crate::tui::text::{pad, width};

#[derive(Clone, Debug, PartialEq)]
pub(super) enum HelpLine {
    Title(String),
    Row { keys: String, doc: &'static str, name: String },
    Gap,
}

/// The whole help, in lines.
pub(super) fn lines(columns: usize) -> Vec<HelpLine> {
    let mut out = Vec::new();
    for &section in Section::ALL {
        begin(&mut out, section.title());
        let rows = BINDINGS.iter().filter(|binding| binding.section == section);
        for binding in rows.filter(|binding| !matches!(binding.action, Action::Focus(_))) {
            out.push(row(&binding.labels(), binding.doc, format!(":{}", binding.name), columns));
        }
        match section {
            Section::Time => out.push(plain("5 →", "a number before a key: so many times", columns)),
            Section::Panes => out.push(plain(&digits(), "the pane of that number", columns)),
            _ => {}
        }
    }
    begin(&mut out, "Commands with a word after them");
    out.extend(COMMANDS.iter().map(|command| plain(&format!(":{}", command.usage), command.doc, columns)));
    begin(&mut out, "Mouse");
    out.extend(MOUSE.iter().map(|(what, doc)| plain(what, doc, columns)));
    begin(&mut out, "Signs");
    out.extend(SIGNS.iter().map(|(what, doc)| plain(what, doc, columns)));
    out
}

const MOUSE: &[(&str, &str)] = &[
    ("click", "focus a pane, move its cursor"),
    ("on the left edge", "set or clear a breakpoint"),
    ("on the timeline", "go to that step"),
    ("wheel", "scroll; it never steps"),
];

const SIGNS: &[(&str, &str)] = &[
    ("▶ ✓", "runs next, ran last"),
    ("● ○", "breakpoint on, off; ● in time: you"),
    ("• ◆", "pushed or bound just now; your mark"),
];

fn begin(out: &mut Vec<HelpLine>, title: &str) {
    if !out.is_empty() {
        out.push(HelpLine::Gap);
    }
    out.push(HelpLine::Title(title.to_owned()));
}

/// The keys of the panes, which would take a line each.
fn digits() -> String {
    let panes = BINDINGS.iter().filter(|binding| matches!(binding.action, Action::Focus(_)));
    panes.map(crate::tui::keymap::Binding::labels).collect::<Vec<_>>().join(" ")
}

fn plain(keys: &str, doc: &'static str, columns: usize) -> HelpLine {
    row(keys, doc, String::new(), columns)
}

fn row(keys: &str, doc: &'static str, name: String, columns: usize) -> HelpLine {
    let shown = columns >= 66 && columns >= KEYS + 2 + width(doc) + width(&name) + 2;
    HelpLine::Row { keys: pad(keys, KEYS), doc, name: if shown { name } else { String::new() } }
}

/// Columns of the keys.
const KEYS: usize = 17;
