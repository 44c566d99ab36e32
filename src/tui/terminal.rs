//! The terminal: taken over at the start, given back whole however we leave. Knows nothing of what is drawn.

use std::io::{self, Stdout, Write};
use std::panic;
use std::process;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::sync::{Arc, Once};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Handle;

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

    /// Takes the terminal over, or over again.
    pub fn enter(&self) -> io::Result<()> {
        // Set first: what fails half way is taken back too.
        TAKEN.store(true, Ordering::SeqCst);
        // A shell that we come back from has its own settings, whatever was noted before.
        disable_raw_mode()?;
        enable_raw_mode()?;
        let mut out = io::stdout();
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, cursor::Hide)?;
        if self.mouse {
            execute!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Gives the terminal back and stops the process; returns when it goes on.
    pub fn suspend(&self) -> io::Result<()> {
        restore();
        signal_hook::low_level::raise(SIGTSTP)
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

/// Signals that end the program, and the one that says that it goes on after having been stopped. The loop notices them between two frames; where it does not (reading from a
/// terminal that has gone away can hang), the program ends all the same.
pub struct Signals {
    /// The signal that came, or 0.
    ended: Arc<AtomicI32>,
    continued: Arc<AtomicBool>,
    handle: Handle,
}

/// How long the loop has to end by itself.
const GRACE: Duration = Duration::from_millis(700);

impl Signals {
    pub fn listen() -> io::Result<Self> {
        let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
        let (ended, handle) = (Arc::new(AtomicI32::new(0)), signals.handle());
        let shared = Arc::clone(&ended);
        let watch = move || {
            if let Some(signal) = signals.forever().next() {
                shared.store(signal, Ordering::SeqCst);
                thread::sleep(GRACE);
                restore();
                process::exit(128 + signal);
            }
        };
        thread::Builder::new().name("signals".into()).spawn(watch)?;
        let continued = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(SIGCONT, Arc::clone(&continued))?;
        Ok(Self { ended, continued, handle })
    }

    /// Whether the program was stopped since the last call, by whomever.
    pub fn continued(&self) -> bool {
        self.continued.swap(false, Ordering::SeqCst)
    }

    /// The signal that asks us to end, if one came.
    pub fn ended(&self) -> Option<i32> {
        Some(self.ended.load(Ordering::SeqCst)).filter(|&signal| signal != 0)
    }
}

impl Drop for Signals {
    fn drop(&mut self) {
        self.handle.close();
    }
}

pub type Tty = Terminal<CrosstermBackend<Stdout>>;

pub fn open() -> io::Result<Tty> {
    Terminal::new(CrosstermBackend::new(io::stdout()))
}
