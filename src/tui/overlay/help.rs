//! The help text, made from the key table.

use crate::tui::commands::COMMANDS;
use crate::tui::keymap::{BINDINGS, Section};
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
        if !out.is_empty() {
            out.push(HelpLine::Gap);
        }
        out.push(HelpLine::Title(section.title().to_owned()));
        let rows = BINDINGS.iter().filter(|binding| binding.section == section);
        out.extend(
            rows.map(|binding| row(&binding.labels(), binding.doc, format!(":{}", binding.name), columns)),
        );
        if section == Section::Time {
            out.push(row("5 →", "a number before a key: so many times", String::new(), columns));
        }
    }
    out.push(HelpLine::Gap);
    out.push(HelpLine::Title("Commands with a word after them".to_owned()));
    out.extend(
        COMMANDS
            .iter()
            .map(|command| row(&format!(":{}", command.usage), command.doc, String::new(), columns)),
    );
    out.push(HelpLine::Gap);
    out.push(HelpLine::Title("Mouse".to_owned()));
    for (what, doc) in MOUSE {
        out.push(row(what, doc, String::new(), columns));
    }
    out
}

const MOUSE: &[(&str, &str)] = &[
    ("click", "focus a pane, move its cursor"),
    ("on the left edge", "set or clear a breakpoint"),
    ("on the timeline", "go to that step"),
    ("wheel", "scroll; it never steps"),
];

fn row(keys: &str, doc: &'static str, name: String, columns: usize) -> HelpLine {
    let shown = columns >= 22 + width(doc) + width(&name) + 2;
    HelpLine::Row { keys: pad(keys, 20), doc, name: if shown { name } else { String::new() } }
}
