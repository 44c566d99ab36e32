//! The screen drawn into a buffer and driven by keys, without a terminal.

use std::time::Instant;

use crossterm::event::{KeyEvent, KeyModifiers};
use opstep::tui::{App, Options, ThemeName};
use opstep::view::View;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

use tape::{Log, Tape};

#[path = "tui/behaviour.rs"]
mod behaviour;
#[path = "tui/drawing.rs"]
mod drawing;
#[path = "tui/keys.rs"]
mod keys;
#[path = "tui/layouts.rs"]
mod layouts;
#[path = "support/moments.rs"]
mod moments;
#[path = "tui/random.rs"]
mod random;
#[path = "support/tape.rs"]
mod tape;

/// An app over the given moments, on a screen of the given size.
fn app_over(moments: Vec<View>, size: (u16, u16)) -> (App, Log) {
    let (tape, log) = Tape::new(moments, moments::timeline());
    (app_with(tape, size), log)
}

fn app_with(tape: Tape, size: (u16, u16)) -> App {
    let options = Options { theme: ThemeName::Dark, mouse: true, dialect: "CPython 3.12.1".to_owned() };
    App::new(Box::new(tape), &options, Size::from(size))
}

/// Presses a key and lets what it began run to its end.
fn press(app: &mut App, key: KeyEvent) {
    app.on_key(key, Instant::now());
    for _ in 0..100 {
        if !app.is_running() {
            return;
        }
        app.work();
    }
}

fn typed(app: &mut App, text: &str) {
    for c in text.chars() {
        press(app, KeyEvent::new(crossterm::event::KeyCode::Char(c), KeyModifiers::NONE));
    }
}

fn drawn(app: &App, (width, height): (u16, u16)) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    app.draw(&mut buffer);
    buffer
}

/// The buffer's text, line by line, without spaces at the ends of lines.
fn text(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let line: String =
            (buffer.area.left()..buffer.area.right()).map(|x| buffer[(x, y)].symbol()).collect();
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
