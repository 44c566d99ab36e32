//! Keys while something lies over the panes.

use std::time::Instant;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::App;
use crate::debugger::Command;
use crate::tui::commands::{self, Request};
use crate::tui::keymap::{self, Action};
use crate::tui::overlay::Overlay;
use crate::tui::prompt::Prompt;
use crate::tui::theme::Theme;

impl App {
    pub(super) fn open_palette(&mut self, text: &str, replaces: Option<u32>) {
        self.overlays.push(Overlay::Palette { prompt: Prompt::new(text), chosen: 0, replaces });
    }

    pub(super) fn key_to_overlay(&mut self, key: KeyEvent) {
        let ctrl_c = key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c');
        if key.code == KeyCode::Esc || ctrl_c {
            self.leave_overlay();
            return;
        }
        // The screen can be redrawn and left whatever lies over it.
        if let Some(action @ (Action::Redraw | Action::Suspend)) = keymap::action(key) {
            return self.act(action, None, Instant::now());
        }
        let Some(top) = self.overlays.pop() else { return };
        match top {
            Overlay::Help { top } => self.key_in_help(top, key),
            Overlay::Palette { prompt, chosen, replaces } => {
                self.key_in_palette(prompt, chosen, replaces, key);
            }
            Overlay::Search(prompt) => self.key_in_search(prompt, key),
            Overlay::Input(prompt) => self.key_in_input(prompt, key),
        }
    }

    fn leave_overlay(&mut self) {
        match self.overlays.pop() {
            Some(Overlay::Search(_)) => self.search = None,
            Some(Overlay::Input(_)) => {
                self.say("the program still waits for a line; the next step asks again");
            }
            _ => {}
        }
    }

    fn key_in_help(&mut self, top: usize, key: KeyEvent) {
        let page = usize::from(self.size.height.saturating_sub(6)).max(1);
        let last = Overlay::help_lines().saturating_sub(page);
        let top = match keymap::action(key) {
            Some(Action::CursorUp) => top.saturating_sub(1),
            Some(Action::CursorDown) => top + 1,
            Some(Action::PageUp) => top.saturating_sub(page),
            Some(Action::PageDown | Action::Step) => top + page,
            Some(Action::First) => 0,
            Some(Action::Last) => last,
            // `?` again, `q`, or any other key: away with it.
            _ => return,
        };
        self.overlays.push(Overlay::Help { top: top.min(last) });
    }

    fn key_in_palette(
        &mut self,
        mut prompt: Prompt,
        mut chosen: usize,
        replaces: Option<u32>,
        key: KeyEvent,
    ) {
        let matches = commands::matching(prompt.text());
        match key.code {
            KeyCode::Enter => {
                // A line that is no command yet runs the one chosen in the list.
                let line = match matches.get(chosen) {
                    Some(entry) if commands::parse(prompt.text()).is_err() || chosen > 0 => {
                        if entry.wants_word {
                            self.open_palette(&format!("{} ", entry.name), replaces);
                            return;
                        }
                        entry.name.to_owned()
                    }
                    _ => prompt.text().to_owned(),
                };
                return self.run_line(&line, replaces);
            }
            KeyCode::Tab => {
                if let Some(entry) = matches.get(chosen) {
                    let space = if entry.wants_word { " " } else { "" };
                    prompt.set(format!("{}{space}", entry.name));
                    chosen = 0;
                }
            }
            KeyCode::Up => chosen = chosen.saturating_sub(1),
            KeyCode::Down => chosen = (chosen + 1).min(matches.len().saturating_sub(1)),
            KeyCode::Backspace if prompt.text().is_empty() => return,
            _ => {
                prompt.on_key(key);
                chosen = 0;
            }
        }
        self.overlays.push(Overlay::Palette { prompt, chosen, replaces });
    }

    fn run_line(&mut self, line: &str, replaces: Option<u32>) {
        match commands::parse(line) {
            Ok(None) => {}
            Ok(Some(Request::Act(action, times))) => self.act(action, times, Instant::now()),
            Ok(Some(Request::Goto(step))) => self.begin(Command::Goto(step), 1),
            Ok(Some(Request::Break(spec))) => self.add_breakpoint(&spec, replaces),
            Ok(Some(Request::Delete(number))) => self.remove_breakpoint(number),
            Ok(Some(Request::Toggle(number))) => self.toggle_number(number),
            Ok(Some(Request::Find(text))) => {
                self.search = Some(text);
                self.find(true, 1);
            }
            Ok(Some(Request::Theme(name))) => self.theme = Theme::named(name),
            Err(problem) => self.complain(problem),
        }
    }

    fn key_in_search(&mut self, mut prompt: Prompt, key: KeyEvent) {
        match key.code {
            KeyCode::Enter if prompt.text().is_empty() => self.find(true, 1),
            KeyCode::Enter => {
                self.search = Some(prompt.text().to_owned());
                self.find(true, 1);
            }
            KeyCode::Backspace if prompt.text().is_empty() => self.search = None,
            _ => {
                prompt.on_key(key);
                self.search = (!prompt.text().is_empty()).then(|| prompt.text().to_owned());
                self.overlays.push(Overlay::Search(prompt));
            }
        }
    }

    fn key_in_input(&mut self, mut prompt: Prompt, key: KeyEvent) {
        let ctrl_d = key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('d');
        if key.code == KeyCode::Enter {
            return self.answer_input(Some(prompt.text()));
        }
        if ctrl_d && prompt.text().is_empty() {
            return self.answer_input(None);
        }
        prompt.on_key(key);
        self.overlays.push(Overlay::Input(prompt));
    }
}
