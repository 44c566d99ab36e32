//! All that can be asked of a session, and all the ways in which it can stop.

/// A bytecode position: a code object (by its number in the session's code list) and an offset in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    pub code: u32,
    pub offset: u32,
}

/// What a user can ask for. Each `...Back` is the same move into the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Step(u64),
    Back(u64),
    /// One instruction, calls included.
    Over,
    OverBack,
    /// Until this frame has returned.
    Out,
    /// To the call that opened this frame.
    OutBack,
    /// To another source line.
    NextLine,
    PreviousLine,
    /// To the next breakpoint, or the end.
    Run,
    RunBack,
    RunTo(Place),
    RunBackTo(Place),
    Goto(u64),
    Start,
    End,
}

/// Why the session stands where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The command did what it was asked.
    Done,
    /// The breakpoint of this number was hit.
    Breakpoint(u32),
    /// Whether the condition of the breakpoint of this number holds cannot be said; the text says why.
    BadCondition(u32, String),
    /// An exception is on its way (its type's name), for breakpoints on exceptions.
    Raised(String),
    /// The program has ended with this exit status.
    Finished(i32),
    /// There is nothing before this.
    AtStart,
    /// Older history was given up: this is the earliest step that can be reached.
    AtOldest(u64),
    /// The user pressed a key while it ran.
    Interrupted,
    /// The program waits for a line of input.
    WantsInput,
    /// A limit was reached; the text names it.
    Limit(String),
}
