//! What lies over the panes: help, the command line, questions. A stack: the topmost gets the keys.

mod draw;
mod help;

pub use draw::draw;

use super::prompt::Prompt;

#[derive(Clone, Debug, PartialEq)]
pub enum Overlay {
    Help {
        top: usize,
    },
    /// The `:` line, with the command chosen in the list above it, and the breakpoint being edited.
    Palette {
        prompt: Prompt,
        chosen: usize,
        replaces: Option<u32>,
    },
    /// The `/` line.
    Search(Prompt),
    /// The program waits for a line.
    Input(Prompt),
}

impl Overlay {
    /// The line being typed, if it has one.
    pub fn prompt_mut(&mut self) -> Option<&mut Prompt> {
        match self {
            Self::Help { .. } => None,
            Self::Palette { prompt, .. } | Self::Search(prompt) | Self::Input(prompt) => Some(prompt),
        }
    }

    /// How many lines the help has, for scrolling.
    pub fn help_lines() -> usize {
        help::lines(60).len()
    }
}
