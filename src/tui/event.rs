//! The loop: keys and signals in, frames out, the session's work in between. Decides nothing about what a key
//! means.

use std::io;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};

use ratatui::layout::{Position, Rect};

use super::app::{App, Request};
use super::terminal::{Guard, Signals, Tty};

/// Between two frames of something that moves by itself.
const FRAME: Duration = Duration::from_millis(16);
/// Between two looks at a long run.
const GLANCE: Duration = Duration::from_millis(100);
/// How long to sleep when nothing is to do; signals are noticed this often.
const IDLE: Duration = Duration::from_millis(80);

/// Runs until the user quits (0) or a signal ends the program (128 and its number).
pub fn run(app: &mut App, terminal: &mut Tty, guard: &Guard, signals: &Signals) -> io::Result<i32> {
    let mut exploring = true;
    let mut drawn = Instant::now();
    let mut glanced = Instant::now();
    draw(app, terminal)?;
    loop {
        if let Some(signal) = signals.ended() {
            return Ok(128 + signal);
        }
        let now = Instant::now();
        let due = app.tick(now);
        let busy = app.is_running() || exploring;
        let wait = if busy { Duration::ZERO } else { due.unwrap_or(IDLE).min(IDLE) };
        if event::poll(wait)? {
            take(app, &event::read()?, Instant::now());
        }
        match app.take_request() {
            Some(Request::Quit) => return Ok(0),
            Some(Request::Redraw) => wipe(terminal)?,
            Some(Request::Suspend) => {
                guard.suspend()?;
                come_back(app, terminal, guard)?;
            }
            None if signals.continued() => come_back(app, terminal, guard)?,
            None => {}
        }
        if app.is_running() {
            app.work();
            exploring = true;
            if app.is_running() && glanced.elapsed() > GLANCE {
                app.glance();
                glanced = Instant::now();
            }
        } else {
            glanced = Instant::now();
            exploring = exploring && app.explore();
        }
        // Keys that are waiting already come first, but never for longer than a frame.
        let pending = event::poll(Duration::ZERO)?;
        if (!pending && !app.is_running() || drawn.elapsed() > FRAME) && app.take_dirty() {
            draw(app, terminal)?;
            drawn = Instant::now();
        }
    }
}

/// After having been stopped: the terminal and the window may have changed.
fn come_back(app: &mut App, terminal: &mut Tty, guard: &Guard) -> io::Result<()> {
    guard.enter()?;
    wipe(terminal)?;
    app.on_resize(terminal.size()?);
    Ok(())
}

/// Makes the next frame a whole one. (`Terminal::clear` would ask the terminal for its cursor, and some never
/// answer.)
fn wipe(terminal: &mut Tty) -> io::Result<()> {
    let size = terminal.size()?;
    terminal.resize(Rect::from((Position::ORIGIN, size)))
}

fn take(app: &mut App, event: &Event, now: Instant) {
    match event {
        Event::Key(key) => {
            provoked_panic();
            app.on_key(*key, now);
        }
        Event::Mouse(mouse) => app.on_mouse(*mouse),
        Event::Paste(text) => app.on_paste(text),
        Event::Resize(width, height) => app.on_resize((*width, *height).into()),
        Event::FocusGained | Event::FocusLost => {}
    }
}

/// Debug builds panic at the first key when `OPSTEP_TEST_PANIC` is set, so that a test can see that the
/// terminal is given back.
fn provoked_panic() {
    if cfg!(debug_assertions) && std::env::var_os("OPSTEP_TEST_PANIC").is_some() {
        panic!("asked for by OPSTEP_TEST_PANIC");
    }
}

/// One frame, shown at once by terminals that can.
fn draw(app: &App, terminal: &mut Tty) -> io::Result<()> {
    queue!(terminal.backend_mut(), BeginSynchronizedUpdate)?;
    terminal.draw(|frame| {
        if let Some(cursor) = app.draw(frame.buffer_mut()) {
            frame.set_cursor_position(cursor);
        }
    })?;
    execute!(terminal.backend_mut(), EndSynchronizedUpdate)
}
