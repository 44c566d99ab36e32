//! Colours by meaning. The monochrome theme carries the same meanings by weight, underline and reverse.
//! Knows no pane.

use ratatui::style::{Color, Modifier, Style};

use crate::view::Highlight;

/// What `--theme` can ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThemeName {
    /// Mono where `NO_COLOR` is set, else by what the terminal says of its background, else dark.
    #[default]
    Auto,
    Dark,
    Light,
    Mono,
}

impl ThemeName {
    pub const ALL: &'static [(&'static str, ThemeName)] =
        &[("auto", Self::Auto), ("dark", Self::Dark), ("light", Self::Light), ("mono", Self::Mono)];

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|&(_, theme)| theme)
    }

    /// Replaces `Auto` by what the environment asks for.
    fn resolve(self) -> Self {
        if self != Self::Auto {
            return self;
        }
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            return Self::Mono;
        }
        match std::env::var("COLORFGBG").ok().and_then(|value| value.rsplit(';').next()?.parse::<u8>().ok()) {
            Some(7 | 15) => Self::Light,
            _ => Self::Dark,
        }
    }
}

/// One style a meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    pub text: Style,
    /// What is true but not to be looked at first: borders' words, types, hits.
    pub dim: Style,
    pub strong: Style,
    pub border: Style,
    pub border_focus: Style,
    pub title: Style,
    pub title_focus: Style,
    /// The program counter: its sign, and its row.
    pub next: Style,
    pub next_row: Style,
    pub last: Style,
    /// The expression the next instruction belongs to.
    pub lit: Style,
    pub carets: Style,
    pub cursor_row: Style,
    /// What the last instruction pushed or bound.
    pub fresh: Style,
    pub breakpoint: Style,
    /// Names of operands and of keys.
    pub operand: Style,
    pub jump: Style,
    pub found: Style,
    pub error: Style,
    pub header: Style,
    pub past: Style,
    pub future: Style,
    pub you: Style,
    pub mark: Style,
    keyword: Style,
    number: Style,
    string: Style,
    comment: Style,
    builtin: Style,
    definition: Style,
}

impl Theme {
    pub fn named(name: ThemeName) -> Self {
        match name.resolve() {
            ThemeName::Light => Self::coloured(&LIGHT),
            ThemeName::Mono => Self::mono(),
            ThemeName::Auto | ThemeName::Dark => Self::coloured(&DARK),
        }
    }

    pub fn highlight(&self, highlight: Highlight) -> Style {
        match highlight {
            Highlight::Keyword => self.keyword,
            Highlight::Number => self.number,
            Highlight::String => self.string,
            Highlight::Comment => self.comment,
            Highlight::Builtin => self.builtin,
            Highlight::Definition => self.definition,
            Highlight::Name | Highlight::Operator => self.text,
        }
    }

    fn coloured(palette: &Palette) -> Self {
        let fg = |colour: u8| Style::new().fg(Color::Indexed(colour));
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            text: Style::new(),
            dim: fg(palette.dim),
            strong: bold,
            border: fg(palette.border),
            border_focus: fg(palette.focus),
            title: fg(palette.dim),
            title_focus: fg(palette.focus).add_modifier(Modifier::BOLD),
            next: fg(palette.next).add_modifier(Modifier::BOLD),
            next_row: Style::new().bg(Color::Indexed(palette.next_row)),
            last: fg(palette.fresh),
            lit: fg(palette.lit_text).bg(Color::Indexed(palette.lit)).add_modifier(Modifier::BOLD),
            carets: fg(palette.next),
            cursor_row: Style::new().bg(Color::Indexed(palette.cursor_row)),
            fresh: fg(palette.fresh).add_modifier(Modifier::BOLD),
            breakpoint: fg(palette.breakpoint).add_modifier(Modifier::BOLD),
            operand: fg(palette.operand),
            jump: fg(palette.operand),
            found: fg(palette.lit_text).bg(Color::Indexed(palette.found)),
            error: fg(palette.breakpoint),
            header: bold,
            past: fg(palette.focus),
            future: fg(palette.border),
            you: fg(palette.next).add_modifier(Modifier::BOLD),
            mark: fg(palette.fresh).add_modifier(Modifier::BOLD),
            keyword: fg(palette.keyword),
            number: fg(palette.number),
            string: fg(palette.string),
            comment: fg(palette.dim).add_modifier(Modifier::ITALIC),
            builtin: fg(palette.builtin),
            definition: bold,
        }
    }

    fn mono() -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let dim = plain.add_modifier(Modifier::DIM);
        let reverse = plain.add_modifier(Modifier::REVERSED);
        Self {
            text: plain,
            dim,
            strong: bold,
            border: dim,
            border_focus: plain,
            title: plain,
            title_focus: bold,
            next: bold,
            next_row: reverse,
            last: bold,
            lit: bold.add_modifier(Modifier::UNDERLINED),
            carets: bold,
            cursor_row: bold.add_modifier(Modifier::UNDERLINED),
            fresh: bold,
            breakpoint: bold,
            operand: plain.add_modifier(Modifier::ITALIC),
            jump: plain,
            found: reverse,
            error: bold,
            header: bold,
            past: bold,
            future: dim,
            you: reverse,
            mark: bold,
            keyword: bold,
            number: plain,
            string: plain,
            comment: dim,
            builtin: plain,
            definition: bold,
        }
    }
}

/// Numbers of the 256-colour palette.
struct Palette {
    dim: u8,
    border: u8,
    focus: u8,
    next: u8,
    next_row: u8,
    lit: u8,
    lit_text: u8,
    cursor_row: u8,
    fresh: u8,
    breakpoint: u8,
    operand: u8,
    found: u8,
    keyword: u8,
    number: u8,
    string: u8,
    builtin: u8,
}

const DARK: Palette = Palette {
    dim: 246,
    border: 240,
    focus: 110,
    next: 221,
    next_row: 237,
    lit: 58,
    lit_text: 230,
    cursor_row: 239,
    fresh: 114,
    breakpoint: 203,
    operand: 110,
    found: 24,
    keyword: 146,
    number: 180,
    string: 108,
    builtin: 152,
};

const LIGHT: Palette = Palette {
    dim: 241,
    border: 249,
    focus: 25,
    next: 130,
    next_row: 254,
    lit: 223,
    lit_text: 16,
    cursor_row: 252,
    fresh: 28,
    breakpoint: 160,
    operand: 25,
    found: 153,
    keyword: 54,
    number: 94,
    string: 22,
    builtin: 24,
};
