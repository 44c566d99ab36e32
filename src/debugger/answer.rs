//! What the operating system answers a program. Each answer goes into the machine's journal, so it is asked
//! once and every replay hears the same.

use std::{
    io::BufRead,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use crate::object::{Answer, Clock};

/// The clocks of one session.
#[derive(Clone, Debug)]
pub struct Clocks {
    started: Instant,
}

impl Default for Clocks {
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clocks {
    pub fn read(&self, clock: Clock) -> Answer {
        let elapsed = match clock {
            Clock::Wall => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            // Safe Rust has no clock of processor time; the program has the processor most of the time.
            Clock::Monotonic | Clock::Process => self.started.elapsed(),
        };
        Answer::Nanoseconds(i64::try_from(elapsed.as_nanos()).unwrap_or(i64::MAX))
    }
}

/// A line from the program's standard input.
pub fn read_line(input: &mut dyn BufRead) -> Answer {
    let mut bytes = Vec::new();
    match input.read_until(b'\n', &mut bytes) {
        Ok(_) => Answer::Line(String::from_utf8_lossy(&bytes).into()),
        Err(error) => Answer::Failed(error.to_string().into()),
    }
}
