//! What is known of the whole run: how far it goes, and where it calls, returns, raises and prints. Knowledge
//! only grows: it does not depend on where the session stands.

use std::rc::Rc;

/// The run as far as it is known, in steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The oldest step that can still be reached.
    pub oldest: u64,
    /// The last step known.
    pub known: u64,
    /// Whether `known` is where the program ends.
    pub complete: bool,
    /// In order of step. A long run keeps those of its outer calls only.
    pub marks: Vec<Mark>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub step: u64,
    pub kind: MarkKind,
    /// How many visible frames were open; the module's is 1.
    pub depth: u32,
    /// The function that is called or left, or the exception's type.
    pub name: Rc<str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    Call,
    Return,
    Raise,
    Output,
}

/// A screen has a few hundred columns; more marks than this are never told apart.
const MOST_MARKS: usize = 16_384;

/// Gathers a [`Timeline`] from a run that is seen once, in order.
#[derive(Debug)]
pub struct Recorder {
    timeline: Timeline,
    /// Marks of deeper frames are not kept.
    deepest: u32,
}

impl Default for Recorder {
    fn default() -> Self {
        Self { timeline: Timeline::default(), deepest: u32::MAX }
    }
}

impl Recorder {
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The run has been seen up to `step`.
    pub fn reach(&mut self, step: u64) {
        self.timeline.known = self.timeline.known.max(step);
    }

    pub fn finish(&mut self, step: u64) {
        self.reach(step);
        self.timeline.complete = true;
    }

    pub fn mark(&mut self, mark: Mark) {
        if mark.depth > self.deepest {
            return;
        }
        let marks = &mut self.timeline.marks;
        // One instruction may print many times.
        if marks.last().is_some_and(|last| last.step == mark.step && last.kind == mark.kind) {
            return;
        }
        marks.push(mark);
        if marks.len() > MOST_MARKS {
            self.thin();
        }
    }

    /// Gives up the marks of the deepest frames until half are left; a run without depth loses every
    /// other mark.
    fn thin(&mut self) {
        let marks = &mut self.timeline.marks;
        let mut depths: Vec<u32> = marks.iter().map(|mark| mark.depth).collect();
        depths.sort_unstable();
        let median = depths[depths.len() / 2];
        if depths[0] < median {
            self.deepest = median - 1;
            marks.retain(|mark| mark.depth < median);
            return;
        }
        let mut index = 0;
        marks.retain(|_| {
            index += 1;
            index % 2 == 1
        });
    }
}
