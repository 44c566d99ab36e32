//! The immutable picture of one moment of a run: all that a screen needs, and nothing that can change.
//!
//! A `View` depends on the moment only: the same step gives an equal view, whichever way it was reached.
//! What the session has learnt meanwhile (how far the run goes, why it stopped) is in [`Timeline`] and `Stop`.

mod build;
mod explain;
mod moment;
mod names;
mod next;
mod stacks;
mod steps;
mod value;

use std::rc::Rc;

pub use crate::debugger::{
    Mark, MarkKind, Timeline,
    highlight::{Highlight, SourceLine},
    listing::ListingRow,
};
use crate::source::Location;

#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub step: u64,
    /// `Some(status)` once the program has ended.
    pub finished: Option<i32>,
    /// Innermost first. The frame whose code, stack and names the view shows is `frames[selected]`.
    pub frames: Vec<FrameRow>,
    pub selected: usize,
    /// The name of the program's own file.
    pub program: Rc<str>,
    /// The file that the selected frame's code comes from.
    pub source: SourceView,
    pub listing: Listing,
    /// The value stack of the selected frame, then those of the frames that wait for it.
    pub stacks: Vec<StackView>,
    pub last: Option<LastStep>,
    pub next: Option<NextStep>,
    pub names: Vec<NameGroup>,
    pub breakpoints: Vec<BreakpointRow>,
    pub output: Rc<[OutputLine]>,
    pub explain: Explain,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FrameRow {
    /// `fact(n=3)`, `<module>`.
    pub title: String,
    pub function: String,
    pub line: Option<u32>,
    /// Offset of the next instruction (innermost) or of the instruction it waits in.
    pub offset: u32,
    /// The step at which the frame was opened.
    pub since: u64,
    /// The offset at which it goes on after the call, for a waiting frame.
    pub resumes_at: Option<u32>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SourceView {
    /// As the user named it: `examples/add.py`.
    pub name: Rc<str>,
    pub lines: Rc<[SourceLine]>,
    /// There is no text: a compiled file without its source.
    pub missing: bool,
    /// The expression of the next instruction.
    pub lit: Option<Location>,
    /// By line (from 0): how often one of its instructions began the line.
    pub hits: Vec<u64>,
    /// Lines (from 1) with a breakpoint.
    pub breakpoints: Vec<u32>,
}

/// The code object of the selected frame, disassembled.
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The session's number for this code object.
    pub code: u32,
    /// Qualified name.
    pub title: String,
    pub max_stack: u32,
    /// What never changes is shared between views.
    pub rows: Rc<[ListingRow]>,
    /// By row: how often it was executed.
    pub hits: Vec<u64>,
    /// Row of the next instruction.
    pub next: Option<usize>,
    /// Row of the instruction that ran last, where it is in this code.
    pub last: Option<usize>,
    /// Offsets with a breakpoint.
    pub breakpoints: Vec<u32>,
    /// In words, one line an entry; empty when the code has no handlers.
    pub exception_table: Rc<[String]>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StackView {
    /// `fact(n=3)`.
    pub title: String,
    /// Offset and name of the instruction the frame waits in: `48 CALL`. Empty for the selected frame.
    pub waiting: String,
    pub max: u32,
    /// Top first: `slots[0]` is `STACK[-1]`.
    pub slots: Vec<StackSlot>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct StackSlot {
    pub value: ValueText,
    /// What the next instruction calls this slot: `callable`, `self_or_null`, `arg 1`; empty if it does not touch it.
    pub operand: String,
    /// Whether the last instruction pushed it.
    pub fresh: bool,
    /// Who pushed it: the step, and the instruction in words.
    pub pushed_by: Option<(u64, String)>,
}

/// A value as a screen shows it, made without running any code of the program.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueText {
    /// Short repr; `NULL` for an empty slot.
    pub text: String,
    /// `int`, `function`; empty for NULL.
    pub kind: String,
    /// `#f1`: the same tag is the same object. Empty for NULL.
    pub tag: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LastStep {
    /// `36 BINARY_OP -`.
    pub instruction: String,
    /// Top first.
    pub popped: Vec<String>,
    /// Bottom first, in the order in which they were pushed.
    pub pushed: Vec<String>,
    /// What else it did: `opened fact(n=2)`, `returned 2 to <module>`, `jumped to L1`, `n = 3`.
    pub effect: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NextStep {
    pub instruction: String,
    pub pops: u32,
    pub pushes: u32,
    /// What is known of what it will do: `opens fact(n=2)`, `jumps to L1`.
    pub effect: String,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NameGroup {
    /// `Locals`, `Cells`, `Free`, `Globals used here`, `Module names`.
    pub title: &'static str,
    pub rows: Vec<NameRow>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct NameRow {
    pub name: String,
    /// `None`: no value yet.
    pub value: Option<ValueText>,
    /// `param`, or empty.
    pub note: &'static str,
    /// Whether the last step bound it.
    pub changed: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BreakpointRow {
    pub number: u32,
    /// As it can be typed: `line 6`, `fact+36`.
    pub spec: String,
    pub hits: u64,
    pub enabled: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OutputLine {
    pub text: String,
    pub stream: Stream,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
    /// What the user typed.
    In,
}

/// The next instruction in words, with its live operands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explain {
    /// `CALL 1`.
    pub title: String,
    /// What the instruction does, from the table: one entry a paragraph.
    pub doc: Vec<String>,
    /// `… callable, self_or_null, arg 1`.
    pub before: String,
    pub after: String,
    /// Operands with their present values: (`callable`, `<function fact>`).
    pub now: Vec<(String, String)>,
    /// Answers to what a learner asks here: (`Why NULL?`, "..."), (`Offsets`, "...").
    pub notes: Vec<(&'static str, String)>,
}
