//! A terminal for the real program: a pseudo-terminal, and an emulator that keeps what a user would see.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, PtyPair, PtySize, native_pty_system};

/// No step of a test takes longer, however busy the machine.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Terminal {
    pub pty: PtyPair,
    pub child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    pub emulator: Arc<Mutex<vt100::Parser>>,
    /// The terminal's settings before the program began.
    pub settings: String,
}

fn cells(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).expect("a terminal has at least one cell")
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

impl Terminal {
    /// Starts a program in the package's folder, on a terminal of `size` columns and rows. The environment has
    /// nothing that changes colours but what `environment` adds.
    pub fn start(program: &str, args: &[&str], environment: &[(&str, &str)], size: (u16, u16)) -> Self {
        let pty = native_pty_system().openpty(pty_size(size)).expect("the system has pseudo-terminals");
        let settings = settings(&pty);
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(Path::new(env!("CARGO_MANIFEST_DIR")));
        for name in ["NO_COLOR", "COLORFGBG", "COLORTERM", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("the program starts");
        let emulator = Arc::new(Mutex::new(vt100::Parser::new(cells(size.1), cells(size.0), 0)));
        let mut output = pty.master.try_clone_reader().expect("a pseudo-terminal can be read");
        let shown = Arc::clone(&emulator);
        std::thread::spawn(move || {
            let mut bytes = [0; 1 << 16];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shown.lock().expect("no reader panics").process(&bytes[..count]);
            }
        });
        let keyboard = pty.master.take_writer().expect("taken once");
        Self { pty, child, keyboard, emulator, settings }
    }

    /// Presses keys: text as it is, or the bytes that a terminal sends for a key.
    pub fn keys(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .and_then(|()| self.keyboard.flush())
            .expect("the program reads");
    }

    pub fn text(&self) -> String {
        self.emulator.lock().expect("no reader panics").screen().contents()
    }

    /// Waits until the screen shows `wanted`.
    #[track_caller]
    pub fn wait_for(&self, wanted: &str) {
        self.wait_until(&format!("{wanted:?} on the screen"), |screen| screen.contents().contains(wanted));
    }

    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let begin = Instant::now();
        while !holds(self.emulator.lock().expect("no reader panics").screen()) {
            assert!(begin.elapsed() < PATIENCE, "waited in vain for {what}; the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn resize(&self, size: (u16, u16)) {
        self.emulator.lock().expect("no reader panics").screen_mut().set_size(cells(size.1), cells(size.0));
        self.pty.master.resize(pty_size(size)).expect("a pseudo-terminal can change its size");
    }

    /// Waits for the program's end; its exit status.
    #[track_caller]
    pub fn exit_status(&mut self) -> u32 {
        let begin = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("our own child") {
                return status.exit_code();
            }
            assert!(begin.elapsed() < PATIENCE, "the program does not end; the screen:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

/// The terminal driver's settings: raw or not, echo or not.
pub fn settings(pty: &PtyPair) -> String {
    format!("{:?}", pty.master.get_termios())
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A test that failed leaves no program behind.
        drop(self.child.kill());
    }
}
