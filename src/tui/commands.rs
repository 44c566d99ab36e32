//! The `:` command line: every action of the key table by its name, and the commands that take a word more.
//! Text in, request out.

use super::keymap::{Action, BINDINGS};
use super::theme::ThemeName;

/// What a line behind `:` asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    Act(Action, Option<u64>),
    Goto(u64),
    Break(String),
    Delete(u32),
    Toggle(u32),
    Find(String),
    Theme(ThemeName),
}

/// A command with a word after it.
pub struct Command {
    names: &'static [&'static str],
    pub usage: &'static str,
    pub doc: &'static str,
    parse: fn(&str) -> Result<Request, String>,
}

pub static COMMANDS: &[Command] = &[
    Command {
        names: &["b", "break"],
        usage: "b SPEC",
        doc: "break: 12 add+6 op:CALL exc if n > 3",
        parse: |word| match word {
            "" => Err("b needs a place: 12, add+6, +6, op:CALL, fn:add, exc, stack>5".to_owned()),
            spec => Ok(Request::Break(spec.to_owned())),
        },
    },
    Command {
        names: &["delete"],
        usage: "delete N",
        doc: "remove breakpoint N",
        parse: |word| number(word, "delete needs a breakpoint's number").map(Request::Delete),
    },
    Command {
        names: &["toggle"],
        usage: "toggle N",
        doc: "breakpoint N off, or on again",
        parse: |word| number(word, "toggle needs a breakpoint's number").map(Request::Toggle),
    },
    Command {
        names: &["goto"],
        usage: "goto N",
        doc: "go to step N; :N does the same",
        parse: |word| number(word, "goto needs a step's number").map(Request::Goto),
    },
    Command {
        names: &["find"],
        usage: "find TEXT",
        doc: "find text in the pane",
        parse: |word| match word {
            "" => Err("find needs a text".to_owned()),
            text => Ok(Request::Find(text.to_owned())),
        },
    },
    Command {
        names: &["theme"],
        usage: "theme NAME",
        doc: "dark, light, mono, auto",
        parse: |word| {
            ThemeName::parse(word)
                .map(Request::Theme)
                .ok_or_else(|| "themes: dark, light, mono, auto".to_owned())
        },
    },
];

fn number<N: std::str::FromStr>(word: &str, else_: &str) -> Result<N, String> {
    word.parse().map_err(|_| else_.to_owned())
}

/// What the line asks for; `None` for an empty line, the error in words where it asks for nothing known.
pub fn parse(line: &str) -> Result<Option<Request>, String> {
    let line = line.trim();
    if line.is_empty() {
        return Ok(None);
    }
    if let Ok(step) = line.parse() {
        return Ok(Some(Request::Goto(step)));
    }
    let (name, word) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let word = word.trim();
    let by_name = BINDINGS.iter().find(|binding| binding.name == name);
    if let Some(command) = COMMANDS.iter().find(|command| command.names.contains(&name))
        && (!word.is_empty() || by_name.is_none())
    {
        return (command.parse)(word).map(Some);
    }
    let Some(binding) = by_name else {
        return Err(format!("no command {name:?}; ? shows them all"));
    };
    if word.is_empty() {
        return Ok(Some(Request::Act(binding.action, None)));
    }
    let times = number(word, &format!("{name} takes a count, not {word:?}"))?;
    Ok(Some(Request::Act(binding.action, Some(times))))
}

/// A line of the palette's list.
pub struct Entry {
    /// What Enter runs, or Tab puts on the line when it wants a word more.
    pub name: &'static str,
    pub usage: String,
    pub keys: String,
    pub doc: &'static str,
    pub wants_word: bool,
}

/// The commands whose name or description holds what is typed; names that begin with it come first.
pub fn matching(typed: &str) -> Vec<Entry> {
    let typed = typed.trim_start().to_lowercase();
    if typed.contains(char::is_whitespace) {
        return Vec::new();
    }
    let with_word = COMMANDS.iter().map(|command| Entry {
        name: command.names[command.names.len() - 1],
        usage: command.usage.to_owned(),
        keys: String::new(),
        doc: command.doc,
        wants_word: true,
    });
    let by_key = BINDINGS.iter().map(|binding| Entry {
        name: binding.name,
        usage: binding.name.to_owned(),
        keys: binding.labels(),
        doc: binding.doc,
        wants_word: false,
    });
    let mut entries: Vec<Entry> = with_word.chain(by_key).collect();
    entries.retain(|entry| entry.name.contains(&typed) || entry.doc.to_lowercase().contains(&typed));
    entries.sort_by_key(|entry| (!entry.name.starts_with(&typed), !entry.name.contains(&typed)));
    entries
}
