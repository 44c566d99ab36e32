//! A session that is a list of moments: it moves over them and writes down what it was asked.

use std::cell::RefCell;
use std::rc::Rc;

use opstep::debugger::{Command, Place, Stop};
use opstep::tui::Debuggee;
use opstep::view::{BreakpointRow, Timeline, View};

/// What a tape was asked, shared with the test.
pub type Log = Rc<RefCell<Vec<String>>>;

pub struct Tape {
    moments: Vec<View>,
    at: usize,
    timeline: Timeline,
    /// What `work` answers next; commands put their answer here.
    stop: Option<Stop>,
    /// Commands stay unfinished until interrupted.
    pub endless: bool,
    /// The next command stops because the program wants input.
    pub thirsty: bool,
    breakpoints: Vec<BreakpointRow>,
    log: Log,
}

impl Tape {
    pub fn new(moments: Vec<View>, timeline: Timeline) -> (Self, Log) {
        let log = Log::default();
        let breakpoints = moments[0].breakpoints.clone();
        let tape = Self {
            moments,
            at: 0,
            timeline,
            stop: None,
            endless: false,
            thirsty: false,
            breakpoints,
            log: Rc::clone(&log),
        };
        (tape, log)
    }

    fn note(&self, text: String) {
        self.log.borrow_mut().push(text);
    }

    fn go(&mut self, to: Option<usize>) -> Stop {
        match to {
            None => Stop::AtStart,
            Some(to) if to >= self.moments.len() => Stop::Finished(0),
            Some(to) => {
                self.at = to;
                Stop::Done
            }
        }
    }

    fn toggle(&mut self, spec: String) -> bool {
        let had = self.breakpoints.len();
        self.breakpoints.retain(|row| row.spec != spec);
        let set = self.breakpoints.len() == had;
        if set {
            let number = self.breakpoints.iter().map(|row| row.number).max().unwrap_or(0) + 1;
            self.breakpoints.push(BreakpointRow { number, spec, hits: 0, enabled: true });
        }
        set
    }
}

impl Debuggee for Tape {
    fn begin(&mut self, command: Command) {
        self.note(format!("{command:?}"));
        let steps = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        let stop = match command {
            _ if std::mem::take(&mut self.thirsty) => Stop::WantsInput,
            Command::Step(count) => self.go(self.at.checked_add(steps(count))),
            Command::Back(count) => self.go(self.at.checked_sub(steps(count))),
            Command::Over | Command::Out | Command::NextLine => self.go(Some(self.at + 1)),
            Command::OverBack | Command::OutBack | Command::PreviousLine => self.go(self.at.checked_sub(1)),
            Command::Run | Command::RunTo(_) | Command::End => Stop::Finished(0),
            Command::RunBack | Command::RunBackTo(_) | Command::Start => self.go(Some(0)),
            Command::Goto(step) => self.go(self.moments.iter().position(|view| view.step == step)),
        };
        self.stop = Some(stop);
    }

    fn work(&mut self, _budget: u64) -> Option<Stop> {
        if self.endless { None } else { self.stop.take() }
    }

    fn interrupt(&mut self) {
        self.note("interrupt".to_owned());
        self.stop = None;
    }

    fn view(&mut self, frame: usize) -> Rc<View> {
        let mut view = self.moments[self.at].clone();
        view.selected = frame;
        view.breakpoints = self.breakpoints.clone();
        Rc::new(view)
    }

    fn timeline(&mut self) -> Timeline {
        self.timeline.clone()
    }

    fn explore(&mut self, _budget: u64) -> bool {
        false
    }

    fn add_breakpoint(&mut self, spec: &str) -> Result<u32, String> {
        self.note(format!("break {spec}"));
        if spec.contains('?') {
            return Err(format!("`{spec}` is not a breakpoint"));
        }
        self.toggle(spec.to_owned());
        Ok(self.breakpoints.last().map_or(0, |row| row.number))
    }

    fn remove_breakpoint(&mut self, number: u32) -> bool {
        self.note(format!("delete {number}"));
        let had = self.breakpoints.len();
        self.breakpoints.retain(|row| row.number != number);
        self.breakpoints.len() < had
    }

    fn enable_breakpoint(&mut self, number: u32, enabled: bool) -> bool {
        self.note(format!("{} {number}", if enabled { "enable" } else { "disable" }));
        let row = self.breakpoints.iter_mut().find(|row| row.number == number);
        row.map(|row| row.enabled = enabled).is_some()
    }

    fn toggle_breakpoint(&mut self, place: Place) -> Result<bool, String> {
        self.note(format!("toggle {}+{}", place.code, place.offset));
        Ok(self.toggle(format!("{}+{}", place.code, place.offset)))
    }

    fn toggle_line(&mut self, line: u32) -> Result<bool, String> {
        self.note(format!("toggle line {line}"));
        Ok(self.toggle(format!("line {line}")))
    }

    fn place_of_line(&mut self, line: u32) -> Option<Place> {
        (line < 9).then_some(Place { code: 1, offset: line * 2 })
    }

    fn feed_input(&mut self, line: Option<&str>) {
        self.note(format!("input {line:?}"));
    }
}
