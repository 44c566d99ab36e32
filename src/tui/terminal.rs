//! The terminal: taken over at the start, given back whole however we leave. Knows nothing of what is drawn.

use std::io::{self, Stdout, Write};
use std::panic;
use std::sync::Arc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::signal::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};

/// Whether the terminal is ours at the moment, for the panic hook.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over; dropping it gives the terminal back.
pub struct Guard {
    mouse: bool,
}

impl Guard {
    pub fn new(mouse: bool) -> io::Result<Self> {
        restore_before_panics();
        let guard = Self { mouse };
        guard.enter()?;
        Ok(guard)
    }

    fn enter(&self) -> io::Result<()> {
        // Set first: what fails half way is taken back too.
        TAKEN.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mut out = io::stdout();
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
        if self.mouse {
            execute!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Gives the terminal back, stops the process, and takes the terminal over again when it goes on.
    pub fn suspend(&self) -> io::Result<()> {
        restore();
        signal_hook::low_level::raise(SIGTSTP)?;
        self.enter()
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back. Goes on after errors: the terminal may be gone, and each part helps by itself.
fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // Mouse reports are turned off whether or not they were on: that is harmless.
    drop(execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show));
    drop(out.flush());
    drop(disable_raw_mode());
}

/// A panic's words must reach a terminal that can show them.
fn restore_before_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            restore();
            before(info);
        }));
    });
}

/// Signals that end the program, noticed between two frames.
pub struct Signals {
    ended: [(i32, Arc<AtomicBool>); 3],
}

impl Signals {
    pub fn listen() -> io::Result<Self> {
        let flag = |signal| -> io::Result<_> {
            let flag = Arc::new(AtomicBool::new(false));
            signal_hook::flag::register(signal, Arc::clone(&flag))?;
            Ok((signal, flag))
        };
        Ok(Self { ended: [flag(SIGTERM)?, flag(SIGHUP)?, flag(SIGINT)?] })
    }

    /// The signal that asks us to end, if one came.
    pub fn ended(&self) -> Option<i32> {
        self.ended.iter().find(|(_, flag)| flag.load(Ordering::Relaxed)).map(|&(signal, _)| signal)
    }
}

pub type Tty = Terminal<CrosstermBackend<Stdout>>;

pub fn open() -> io::Result<Tty> {
    Terminal::new(CrosstermBackend::new(io::stdout()))
}
