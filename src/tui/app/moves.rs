//! Moves in time: beginning commands, doing them in slices, saying why they stopped; autoplay and marks.

use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;

use super::{App, Message, Tone};
use crate::debugger::{Command, Place, Stop};
use crate::tui::keymap::{self, Action};
use crate::tui::overlay::Overlay;
use crate::tui::panes::Pane;
use crate::tui::prompt::Prompt;

/// Instructions between two looks at the keyboard.
const SLICE: u64 = 20_000;

/// Slices of exploration between two looks at what they have found.
const SLICES_A_LOOK: u64 = 8;

/// A command on its way.
#[derive(Clone, Debug)]
pub(super) struct Running {
    command: Command,
    /// How many times more after this one.
    again: u64,
}

pub(super) struct Autoplay {
    back: bool,
    due: Instant,
}

/// Milliseconds between two steps.
const SPEEDS: &[u64] = &[2000, 1000, 500, 250, 125, 60, 30, 15];
pub(super) const SPEED_AT_FIRST: usize = 2;

impl Autoplay {
    pub(super) fn words(&self, speed: usize) -> String {
        let arrow = if self.back { "◂◂" } else { "▸▸" };
        format!("{arrow} autoplay {}", pace(speed))
    }
}

fn pace(speed: usize) -> String {
    match SPEEDS[speed] {
        slow if slow >= 1000 => format!("one step in {} s", slow / 1000),
        fast => format!("{} steps a second", 1000 / fast),
    }
}

pub(super) fn as_index(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

impl App {
    pub(super) fn begin(&mut self, command: Command, times: u64) {
        if times == 0 {
            return;
        }
        self.debuggee.begin(command.clone());
        self.running = Some(Running { command, again: times - 1 });
    }

    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Works on the command that is going on, for one slice. Call it again while `is_running`.
    pub fn work(&mut self) {
        let Some(running) = self.running.clone() else { return };
        let Some(stop) = self.debuggee.work(SLICE) else { return };
        let worked = matches!(stop, Stop::Done)
            || matches!(stop, Stop::Breakpoint(_))
                && matches!(running.command, Command::Run | Command::RunBack);
        if worked && running.again > 0 {
            self.debuggee.begin(running.command.clone());
            self.running = Some(Running { again: running.again - 1, ..running });
            return;
        }
        self.running = None;
        if !matches!(stop, Stop::Done) {
            self.autoplay = None;
        }
        self.arrive();
        if stop == Stop::WantsInput {
            self.ask_for_input(running);
        } else {
            self.message = self.describe(&stop, &running.command);
        }
    }

    /// For a look at a long run while it goes on.
    pub fn glance(&mut self) {
        self.arrive();
        self.say(format!("running … step {}   any key stops it", self.view.step));
    }

    /// Finds out more about what will happen; `true` while there is more to find out.
    pub fn explore(&mut self) -> bool {
        let more = self.debuggee.explore(SLICE);
        self.explored += 1;
        if !more || self.explored.is_multiple_of(SLICES_A_LOOK) {
            let timeline = self.debuggee.timeline();
            self.dirty |= timeline != self.timeline;
            self.timeline = timeline;
        }
        more
    }

    pub(super) fn interrupt(&mut self) {
        self.debuggee.interrupt();
        self.running = None;
        self.autoplay = None;
        self.arrive();
        self.message = Message { text: format!("interrupted at step {}", self.view.step), tone: Tone::Stop };
        self.settle();
    }

    /// Takes over the picture of where the session stands now.
    fn arrive(&mut self) {
        self.view = self.debuggee.view(0);
        self.timeline = self.debuggee.timeline();
        for state in &mut self.panes {
            state.cursor = None;
        }
        self.loose.clear();
        self.pane_mut(Pane::Stack).top = 0;
        self.pane_mut(Pane::Explain).top = 0;
        self.dirty = true;
        self.settle();
    }

    fn describe(&self, stop: &Stop, command: &Command) -> Message {
        let breakpoint = |number: u32| {
            let row = self.view.breakpoints.iter().find(|row| row.number == number);
            row.map_or_else(String::new, |row| format!(": {}, hit {}", row.spec, row.hits))
        };
        let (text, tone) = match stop {
            Stop::Done => (format!("stopped: {}", done(command)), Tone::Plain),
            Stop::Breakpoint(number) => (format!("● breakpoint {number}{}", breakpoint(*number)), Tone::Stop),
            Stop::BadCondition(number, why) => {
                (format!("● breakpoint {number}: its condition has no answer: {why}"), Tone::Problem)
            }
            Stop::Raised(kind) => (format!("raised: {kind}"), Tone::Stop),
            Stop::Finished(status) => {
                (format!("the program has ended, exit status {status}; ← goes back into it"), Tone::Stop)
            }
            Stop::AtStart => ("this is the start of the program".to_owned(), Tone::Stop),
            Stop::AtOldest(step) => (format!("step {step} is the oldest that is still kept"), Tone::Stop),
            Stop::Interrupted => (format!("interrupted at step {}", self.view.step), Tone::Stop),
            Stop::WantsInput => ("the program waits for a line of input".to_owned(), Tone::Stop),
            Stop::Limit(text) => (text.clone(), Tone::Problem),
        };
        Message { text, tone }
    }

    fn ask_for_input(&mut self, running: Running) {
        self.message = Message { text: "the program waits for a line of input".to_owned(), tone: Tone::Stop };
        self.waiting = Some(running);
        self.overlays.push(Overlay::Input(Prompt::default()));
    }

    /// Hands over a typed line (`None`: the end of the input) and goes on with what was going on.
    pub(super) fn answer_input(&mut self, line: Option<&str>) {
        self.debuggee.feed_input(line);
        // The session goes on where it was when it is given the same command again.
        if let Some(Running { command, again }) = self.waiting.take() {
            self.begin(command, again + 1);
        }
    }

    pub(super) fn run_to_cursor(&mut self, command: fn(Place) -> Command, times: u64) {
        let listing = &self.view.listing;
        let place = if self.focus == Pane::Source {
            let row = self.cursor_row(Pane::Source);
            let line = u32::try_from(row + 1).unwrap_or(u32::MAX);
            match self.debuggee.place_of_line(line) {
                Some(place) => place,
                None => return self.complain(format!("line {line} has no code")),
            }
        } else {
            match listing.rows.get(self.cursor_row(Pane::Bytecode)) {
                Some(row) => Place { code: listing.code, offset: row.offset },
                None => return self.complain("no instruction at the cursor"),
            }
        };
        self.begin(command(place), times);
    }

    pub(super) fn start_autoplay(&mut self, back: bool, now: Instant) {
        self.autoplay = Some(Autoplay { back, due: now });
        self.say("autoplay; + faster, - slower, any other key stops it");
    }

    pub(super) fn change_speed(&mut self, by: isize) {
        self.speed = self.speed.saturating_add_signed(by).min(SPEEDS.len() - 1);
        self.say(format!("autoplay: {}", pace(self.speed)));
    }

    /// Whether the key is spent on autoplay.
    pub(super) fn key_in_autoplay(&mut self, key: KeyEvent) -> bool {
        match keymap::action(key) {
            Some(Action::Faster) => self.change_speed(1),
            Some(Action::Slower) => self.change_speed(-1),
            action => {
                self.autoplay = None;
                self.say(format!("autoplay stopped at step {}", self.view.step));
                return matches!(
                    action,
                    None | Some(
                        Action::Autoplay | Action::AutoplayBack | Action::Close | Action::Step | Action::Back
                    )
                );
            }
        }
        true
    }

    /// What is due by the clock. Afterwards, when the next tick is due, if one is.
    pub fn tick(&mut self, now: Instant) -> Option<Duration> {
        self.expire_count(now);
        let idle = self.running.is_none() && self.overlays.is_empty();
        let pause = Duration::from_millis(SPEEDS[self.speed]);
        let autoplay = self.autoplay.as_mut()?;
        let command = if autoplay.back { Command::Back(1) } else { Command::Step(1) };
        let due = idle && now >= autoplay.due;
        if due {
            autoplay.due = now + pause;
        }
        let wait = autoplay.due.saturating_duration_since(now);
        if due {
            self.begin(command, 1);
        }
        Some(wait)
    }

    pub(super) fn toggle_mark(&mut self) {
        let step = self.view.step;
        if self.marks.remove(&step) {
            self.say(format!("mark at step {step} cleared"));
        } else {
            self.marks.insert(step);
            self.say(format!("mark set at step {step}; ' comes back here"));
        }
    }

    /// The next (or previous) mark in time, round and round.
    pub(super) fn goto_mark(&mut self, next: bool, times: u64) {
        let step = self.view.step;
        let mut order: Vec<u64> = if next {
            self.marks.range(step + 1..).chain(self.marks.range(..=step)).copied().collect()
        } else {
            self.marks.range(..step).rev().chain(self.marks.range(step..).rev()).copied().collect()
        };
        if order.is_empty() {
            return self.complain("no mark is set; m sets one here");
        }
        let index = as_index(times - 1) % order.len();
        self.begin(Command::Goto(order.swap_remove(index)), 1);
    }
}

fn done(command: &Command) -> String {
    match command {
        Command::Step(1) => "step".to_owned(),
        Command::Step(count) => format!("{count} steps"),
        Command::Back(1) => "back".to_owned(),
        Command::Back(count) => format!("{count} back"),
        Command::Over => "over".to_owned(),
        Command::OverBack => "back over".to_owned(),
        Command::Out => "out of the function".to_owned(),
        Command::OutBack => "at the call".to_owned(),
        Command::NextLine => "next line".to_owned(),
        Command::PreviousLine => "previous line".to_owned(),
        Command::Run | Command::RunBack => "run".to_owned(),
        Command::RunTo(_) => "at the cursor".to_owned(),
        Command::RunBackTo(_) => "at the cursor, the last time before".to_owned(),
        Command::Goto(step) => format!("step {step}"),
        Command::Start => "the start".to_owned(),
        Command::End => "the end".to_owned(),
    }
}
