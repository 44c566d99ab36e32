//! THE key table: key, action, name, what it does. The help overlay, the hint bar and the `:` palette are
//! made from it. Knows no state.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::panes::Pane;

/// What a key (or a command behind `:`) can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Step,
    Back,
    Over,
    OverBack,
    Out,
    OutBack,
    NextLine,
    PreviousLine,
    Run,
    RunBack,
    ToCursor,
    BackToCursor,
    Goto,
    Start,
    End,
    Autoplay,
    AutoplayBack,
    Faster,
    Slower,
    SetMark,
    NextMark,
    PreviousMark,
    ToggleBreakpoint,
    EditBreakpoint,
    Focus(Pane),
    NextPane,
    PreviousPane,
    CursorUp,
    CursorDown,
    PageUp,
    PageDown,
    First,
    Last,
    FrameUp,
    FrameDown,
    Search,
    NextMatch,
    PreviousMatch,
    Zoom,
    Explain,
    NextView,
    Palette,
    Help,
    Close,
    Redraw,
    Suspend,
    Quit,
}

/// One row of the table.
pub struct Binding {
    pub keys: &'static [Key],
    pub action: Action,
    /// The command's name behind `:`.
    pub name: &'static str,
    pub doc: &'static str,
    /// The word in the hint bar, and how soon it is given up when room is short (0: last).
    pub hint: Option<(u8, &'static str)>,
    pub section: Section,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    Time,
    Breakpoints,
    Cursor,
    Panes,
    Screen,
}

impl Section {
    pub const ALL: &'static [Section] =
        &[Self::Time, Self::Breakpoints, Self::Cursor, Self::Panes, Self::Screen];

    pub const fn title(self) -> &'static str {
        match self {
            Self::Time => "Time: a capital is the same move backwards",
            Self::Breakpoints => "Breakpoints",
            Self::Cursor => "Cursor: vertical keys",
            Self::Panes => "Panes",
            Self::Screen => "Screen",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    pub code: KeyCode,
    pub modifiers: KeyModifiers,
}

impl Key {
    const fn plain(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::NONE }
    }

    const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), modifiers: KeyModifiers::CONTROL }
    }

    const fn shift(code: KeyCode) -> Self {
        Self { code, modifiers: KeyModifiers::SHIFT }
    }

    /// What was pressed, without what says nothing: a capital letter is a capital with or without Shift.
    pub fn of(event: KeyEvent) -> Self {
        let used = event.modifiers & (KeyModifiers::SHIFT | KeyModifiers::CONTROL | KeyModifiers::ALT);
        let modifiers = match event.code {
            KeyCode::Char(_) | KeyCode::BackTab => used - KeyModifiers::SHIFT,
            _ => used,
        };
        Self { code: event.code, modifiers }
    }

    /// As it is printed on the screen.
    pub fn label(self) -> String {
        let name = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                c.to_ascii_uppercase().to_string()
            }
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::F(n) => format!("F{n}"),
            other => format!("{other:?}"),
        };
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            return format!("Ctrl-{name}");
        }
        if self.modifiers.contains(KeyModifiers::ALT) {
            return format!("Alt-{name}");
        }
        if self.modifiers.contains(KeyModifiers::SHIFT) {
            return format!("Shift-{name}");
        }
        name
    }
}

/// The action of a key, if it has one.
pub fn action(event: KeyEvent) -> Option<Action> {
    let key = Key::of(event);
    BINDINGS.iter().find(|binding| binding.keys.contains(&key)).map(|binding| binding.action)
}

impl Binding {
    /// All its keys, for the help overlay: `→ Space s F11`.
    pub fn labels(&self) -> String {
        self.keys.iter().map(|key| key.label()).collect::<Vec<_>>().join(" ")
    }
}

const fn row(
    keys: &'static [Key],
    action: Action,
    name: &'static str,
    doc: &'static str,
    hint: Option<(u8, &'static str)>,
    section: Section,
) -> Binding {
    Binding { keys, action, name, doc, hint, section }
}

use Action as A;
use KeyCode as K;
use Section::{Breakpoints, Cursor, Panes, Screen, Time};

#[rustfmt::skip]
pub static BINDINGS: &[Binding] = &[
    row(&[Key::plain(K::Right), Key::char(' '), Key::char('s'), Key::plain(K::F(11))],
        A::Step, "step", "one instruction on", Some((0, "step")), Time),
    row(&[Key::plain(K::Left), Key::plain(K::Backspace), Key::char('S')],
        A::Back, "back", "one instruction back", Some((0, "back")), Time),
    row(&[Key::char('n'), Key::plain(K::F(10))],
        A::Over, "over", "over a call", Some((1, "over")), Time),
    row(&[Key::char('N')],
        A::OverBack, "over-back", "back over a call", Some((7, "over")), Time),
    row(&[Key::char('o'), Key::shift(K::F(11))],
        A::Out, "out", "until this function has returned", Some((2, "out")), Time),
    row(&[Key::char('O')],
        A::OutBack, "out-back", "back to the call of this function", Some((7, "out")), Time),
    row(&[Key::char(']')],
        A::NextLine, "line", "to the next source line", Some((5, "line")), Time),
    row(&[Key::char('[')],
        A::PreviousLine, "line-back", "to the previous source line", Some((7, "line")), Time),
    row(&[Key::char('c'), Key::plain(K::F(5))],
        A::Run, "run", "run to the next breakpoint", Some((1, "run")), Time),
    row(&[Key::char('C')],
        A::RunBack, "run-back", "run back to the previous breakpoint", Some((7, "run")), Time),
    row(&[Key::char('t')],
        A::ToCursor, "to-cursor", "run to the cursor", Some((5, "to cursor")), Time),
    row(&[Key::char('T')],
        A::BackToCursor, "to-cursor-back", "back to the last time at the cursor", Some((8, "to cursor")), Time),
    row(&[Key::char('g')],
        A::Goto, "goto", "go to a step", Some((6, "go to step")), Time),
    row(&[Key::char('^')],
        A::Start, "start", "to the start of the program", Some((7, "start")), Time),
    row(&[Key::char('$')],
        A::End, "end", "to the end of the program", Some((7, "end")), Time),
    row(&[Key::char('a')],
        A::Autoplay, "autoplay", "step by itself; any key stops it", Some((6, "autoplay")), Time),
    row(&[Key::char('A')],
        A::AutoplayBack, "autoplay-back", "step back by itself", None, Time),
    row(&[Key::char('+')],
        A::Faster, "faster", "autoplay faster", None, Time),
    row(&[Key::char('-')],
        A::Slower, "slower", "autoplay slower", None, Time),
    row(&[Key::char('m')],
        A::SetMark, "mark", "set or clear a mark at this step", Some((8, "mark")), Time),
    row(&[Key::char('\'')],
        A::NextMark, "next-mark", "go to the next mark", Some((8, "to mark")), Time),
    row(&[Key::char('"')],
        A::PreviousMark, "previous-mark", "go to the previous mark", None, Time),

    row(&[Key::char('b'), Key::plain(K::F(9))],
        A::ToggleBreakpoint, "toggle", "breakpoint at the cursor, on or off", Some((2, "break")), Breakpoints),
    row(&[Key::char('B')],
        A::EditBreakpoint, "edit", "edit the breakpoint at the cursor", Some((8, "edit break")), Breakpoints),

    row(&[Key::plain(K::Up), Key::char('k')],
        A::CursorUp, "up", "cursor up", Some((6, "cursor")), Cursor),
    row(&[Key::plain(K::Down), Key::char('j')],
        A::CursorDown, "down", "cursor down", Some((6, "cursor")), Cursor),
    row(&[Key::plain(K::PageUp)],
        A::PageUp, "page-up", "a page up", None, Cursor),
    row(&[Key::plain(K::PageDown)],
        A::PageDown, "page-down", "a page down", None, Cursor),
    row(&[Key::plain(K::Home)],
        A::First, "first", "first row", None, Cursor),
    row(&[Key::plain(K::End)],
        A::Last, "last", "last row", None, Cursor),
    row(&[Key::char('u')],
        A::FrameUp, "frame-up", "look at the caller's frame", Some((7, "frame")), Cursor),
    row(&[Key::char('d')],
        A::FrameDown, "frame-down", "look at the called frame", Some((7, "frame")), Cursor),
    row(&[Key::char('/')],
        A::Search, "search", "find text in the pane", Some((5, "find")), Cursor),
    row(&[Key::char('.')],
        A::NextMatch, "next-match", "next match", None, Cursor),
    row(&[Key::char(',')],
        A::PreviousMatch, "previous-match", "previous match", None, Cursor),

    row(&[Key::plain(K::Tab)],
        A::NextPane, "next-pane", "next pane", Some((4, "pane")), Panes),
    row(&[Key::plain(K::BackTab)],
        A::PreviousPane, "previous-pane", "previous pane", None, Panes),
    row(&[Key::char('1')],
        A::Focus(Pane::Source), "source", "source", None, Panes),
    row(&[Key::char('2')],
        A::Focus(Pane::Bytecode), "bytecode", "bytecode", None, Panes),
    row(&[Key::char('3')],
        A::Focus(Pane::Stack), "stack", "value stack", None, Panes),
    row(&[Key::char('4')],
        A::Focus(Pane::Names), "names", "names", None, Panes),
    row(&[Key::char('5')],
        A::Focus(Pane::Frames), "frames", "frames", None, Panes),
    row(&[Key::char('6')],
        A::Focus(Pane::Output), "output", "output", None, Panes),
    row(&[Key::char('9')],
        A::Focus(Pane::Breakpoints), "breakpoints", "breakpoints", None, Panes),
    row(&[Key::char('0')],
        A::Focus(Pane::Explain), "explanation", "explanation", None, Panes),
    row(&[Key::char('z')],
        A::Zoom, "zoom", "the pane alone on the screen, and back", Some((4, "zoom")), Panes),
    row(&[Key::char('v')],
        A::NextView, "view", "another view (bytecode: caches)", Some((6, "view")), Panes),
    row(&[Key::char('e')],
        A::Explain, "explain", "explanation on, off", Some((6, "explain")), Panes),

    row(&[Key::char(':')],
        A::Palette, "palette", "any command by its name", Some((3, "command")), Screen),
    row(&[Key::char('?'), Key::plain(K::F(1))],
        A::Help, "help", "this help", Some((0, "help")), Screen),
    row(&[Key::plain(K::Esc)],
        A::Close, "close", "close; follow the program again", None, Screen),
    row(&[Key::char('q')],
        A::Quit, "quit", "quit", Some((3, "quit")), Screen),
    row(&[Key::ctrl('l')],
        A::Redraw, "redraw", "draw the screen anew", None, Screen),
    row(&[Key::ctrl('z')],
        A::Suspend, "suspend", "back to the shell for a while", None, Screen),
];
