//! The screen's state and how keys change it. Knows no terminal: keys and sizes come in, cells go out, so all
//! of it can be tested without one.

mod act;
mod breakpoints;
mod cursor;
mod mouse;
mod moves;
mod overlays;

use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use super::debuggee::Debuggee;
use super::draw::{self, Screen};
use super::keymap::{self, Action};
use super::layout::{self, Layout, Shape};
use super::overlay::Overlay;
use super::panes::{Pane, PaneState, Scene};
use super::theme::{Theme, ThemeName};
use crate::view::{Timeline, View};

use moves::{Autoplay, Running};

/// How the screen begins.
#[derive(Clone, Debug)]
pub struct Options {
    pub theme: ThemeName,
    /// Whether the mouse is asked for.
    pub mouse: bool,
    /// Whose bytecode it is, for the header: `CPython 3.x.y`.
    pub dialect: String,
}

/// What only the owner of the terminal can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    Quit,
    Suspend,
    Redraw,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Message {
    pub text: String,
    pub tone: Tone,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    /// A breakpoint, an exception, the end.
    Stop,
    Problem,
}

/// A number being typed. Its digits focus panes too, until a key that takes a count says what they were.
struct Count {
    number: u64,
    focus_before: Pane,
    typed: Instant,
}

/// A digit that no key has followed for so long was meant for the pane alone.
const COUNT_EXPIRES: Duration = Duration::from_millis(1200);

/// The largest count; more steps than this nobody waits for.
const COUNT_LIMIT: u64 = 1_000_000_000_000;

pub struct App {
    debuggee: Box<dyn Debuggee>,
    view: Rc<View>,
    timeline: Timeline,
    dialect: String,
    theme: Theme,
    size: Size,
    focus: Pane,
    /// Which of the panes that share a place was looked at last, see `layout`.
    tab: Pane,
    pair: Pane,
    zoom: bool,
    explain: bool,
    panes: [PaneState; Pane::ALL.len()],
    /// Panes that the wheel has moved away from what they follow.
    loose: Vec<Pane>,
    overlays: Vec<Overlay>,
    count: Option<Count>,
    running: Option<Running>,
    /// What goes on when the program has got its line of input.
    waiting: Option<Running>,
    autoplay: Option<Autoplay>,
    /// Slices of exploration so far.
    explored: u64,
    /// Index into the speeds.
    speed: usize,
    marks: BTreeSet<u64>,
    search: Option<String>,
    message: Message,
    request: Option<Request>,
    dirty: bool,
}

impl App {
    pub fn new(mut debuggee: Box<dyn Debuggee>, options: &Options, size: Size) -> Self {
        let view = debuggee.view(0);
        let timeline = debuggee.timeline();
        let mut app = Self {
            debuggee,
            view,
            timeline,
            dialect: options.dialect.clone(),
            theme: Theme::named(options.theme),
            size,
            focus: Pane::Bytecode,
            tab: Pane::Names,
            pair: Pane::Frames,
            zoom: false,
            explain: true,
            panes: [PaneState::default(); Pane::ALL.len()],
            loose: Vec::new(),
            overlays: Vec::new(),
            count: None,
            running: None,
            waiting: None,
            autoplay: None,
            explored: 0,
            speed: moves::SPEED_AT_FIRST,
            marks: BTreeSet::new(),
            search: None,
            message: Message {
                text: "→ runs one instruction, ← takes it back".to_owned(),
                tone: Tone::Plain,
            },
            request: None,
            dirty: true,
        };
        app.settle();
        app
    }

    /// Draws the screen; where the terminal's cursor belongs, if something is being typed.
    pub fn draw(&self, buffer: &mut Buffer) -> Option<Position> {
        let layout = layout::arrange(buffer.area.as_size(), self.shape());
        let marks: Vec<u64> = self.marks.iter().copied().collect();
        let screen = Screen {
            scene: self.scene(),
            timeline: &self.timeline,
            layout: &layout,
            focus: self.focus,
            pane: &|pane| self.pane(pane),
            message: &self.message,
            right_words: self.right_words(),
            marks: &marks,
            overlays: &self.overlays,
            dialect: &self.dialect,
        };
        draw::draw(&screen, buffer)
    }

    pub fn on_key(&mut self, key: KeyEvent, now: Instant) {
        if key.kind == KeyEventKind::Release {
            return;
        }
        self.dirty = true;
        if self.running.is_some() {
            self.interrupt();
            return;
        }
        if !self.overlays.is_empty() {
            self.key_to_overlay(key);
            self.settle();
            return;
        }
        if self.autoplay.is_some() && self.key_in_autoplay(key) {
            return;
        }
        if key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char('c') {
            self.say("nothing is running; q quits");
            return;
        }
        if let KeyCode::Char(digit @ '0'..='9') = key.code
            && self.digit(digit, now)
        {
            return;
        }
        let count = self.count.take();
        match keymap::action(key) {
            Some(action) => {
                if let Some(count) = count.as_ref().filter(|_| act::takes_count(action)) {
                    self.look_at(count.focus_before);
                }
                self.act(action, count.map(|count| count.number), now);
            }
            None => self.say(format!("{} is no key here; ? shows them all", keymap::Key::of(key).label())),
        }
        self.settle();
    }

    pub fn on_paste(&mut self, text: &str) {
        if let Some(prompt) = self.overlays.last_mut().and_then(Overlay::prompt_mut) {
            prompt.insert(text);
            self.dirty = true;
        }
    }

    pub fn on_resize(&mut self, size: Size) {
        self.size = size;
        self.dirty = true;
        self.settle();
    }

    /// What the owner of the terminal is to do now.
    pub fn take_request(&mut self) -> Option<Request> {
        self.request.take()
    }

    /// Whether anything has changed since the last call.
    pub fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    pub fn view(&self) -> &View {
        &self.view
    }

    pub fn focus(&self) -> Pane {
        self.focus
    }

    pub fn pane(&self, pane: Pane) -> PaneState {
        self.panes[pane as usize]
    }

    pub fn overlays(&self) -> &[Overlay] {
        &self.overlays
    }

    pub fn message(&self) -> &Message {
        &self.message
    }

    fn pane_mut(&mut self, pane: Pane) -> &mut PaneState {
        &mut self.panes[pane as usize]
    }

    fn scene(&self) -> Scene<'_> {
        Scene { view: &self.view, theme: &self.theme, search: self.search.as_deref() }
    }

    fn shape(&self) -> Shape {
        Shape { focus: self.focus, zoom: self.zoom, explain: self.explain, tab: self.tab, pair: self.pair }
    }

    fn layout(&self) -> Layout {
        layout::arrange(self.size, self.shape())
    }

    fn say(&mut self, text: impl Into<String>) {
        self.message = Message { text: text.into(), tone: Tone::Plain };
    }

    fn complain(&mut self, text: impl Into<String>) {
        self.message = Message { text: text.into(), tone: Tone::Problem };
    }

    /// A digit: the pane of that number, and perhaps the beginning of a count.
    fn digit(&mut self, digit: char, now: Instant) -> bool {
        let value = u64::from(digit.to_digit(10).unwrap_or(0));
        let (number, focus_before) = match &self.count {
            Some(count) => ((count.number * 10 + value).min(COUNT_LIMIT), count.focus_before),
            None => (value, self.focus),
        };
        if let Some(Action::Focus(pane)) = keymap::action(KeyEvent::from(KeyCode::Char(digit))) {
            self.look_at(pane);
        }
        self.count = (number > 0).then_some(Count { number, focus_before, typed: now });
        self.settle();
        true
    }

    fn expire_count(&mut self, now: Instant) {
        if self.count.as_ref().is_some_and(|count| now.saturating_duration_since(count.typed) > COUNT_EXPIRES)
        {
            self.count = None;
            self.dirty = true;
        }
    }

    fn right_words(&self) -> String {
        if let Some(count) = &self.count {
            return format!("{} ×", count.number);
        }
        if let Some(autoplay) = &self.autoplay {
            return autoplay.words(self.speed);
        }
        match &self.search {
            Some(search) => format!("/{search}"),
            None => String::new(),
        }
    }
}
