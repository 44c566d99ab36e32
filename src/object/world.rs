//! Where the machine meets the world: what it has written, and what it was told. Does no reading or
//! writing itself.

use std::{cell::RefCell, rc::Rc};

use super::{Answer, Escape, Want, module_file::ModuleFile};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    Out,
    Err,
}

type Write = (Stream, Rc<str>);

/// All that a program has written, in order. It only grows; clones share what they have in common.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// Full ones first; only the last is written to.
    chunks: Vec<Rc<Vec<Write>>>,
    /// How many writes there were before them, which nobody will look at again.
    forgotten: usize,
    /// How much memory the writes take that are not forgotten.
    bytes: u64,
    /// How much has been written since the world was last asked to take it.
    waiting: u64,
}

const CHUNK: usize = 256;
/// The world is asked to take what has been written before there is more of it than this.
const MOST_WAITING: u64 = 16 << 20;

impl Output {
    pub fn write(&mut self, stream: Stream, text: &str) {
        if text.is_empty() {
            return;
        }
        let size = (text.len() + size_of::<Write>()) as u64;
        self.bytes += size;
        self.waiting += size;
        match self.chunks.last_mut() {
            Some(last) if last.len() < CHUNK => Rc::make_mut(last).push((stream, text.into())),
            _ => self.chunks.push(Rc::new(vec![(stream, text.into())])),
        }
    }

    /// How many writes there were.
    pub fn len(&self) -> usize {
        self.forgotten + self.chunks.last().map_or(0, |last| (self.chunks.len() - 1) * CHUNK + last.len())
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The writes from number `first` on.
    pub fn since(&self, first: usize) -> impl Iterator<Item = (Stream, &str)> {
        let first = first.saturating_sub(self.forgotten);
        self.chunks
            .iter()
            .skip(first / CHUNK)
            .flat_map(|chunk| chunk.iter())
            .skip(first % CHUNK)
            .map(|(stream, text)| (*stream, &**text))
    }

    pub fn iter(&self) -> impl Iterator<Item = (Stream, &str)> {
        self.since(0)
    }

    /// The memory that it takes.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Lets go of all that has been written.
    fn forget(&mut self) {
        *self = Self { forgotten: self.len(), waiting: self.waiting, ..Self::default() };
    }
}

/// What came from outside, in order. A clone shares it and has its own place in it.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    answers: Rc<RefCell<Vec<Answer>>>,
    /// Moments (in ticks) at which the user interrupted.
    interrupts: Rc<RefCell<Vec<u64>>>,
}

/// So many used answers are kept though nobody goes back.
const MOST_ANSWERS: usize = 1000;

#[derive(Clone, Debug, Default)]
pub struct World {
    pub output: Output,
    journal: Journal,
    /// How many answers have been used.
    position: usize,
}

impl World {
    /// The next answer, or the need for one.
    pub fn ask(&mut self, want: Want) -> Result<Answer, Escape> {
        let answer = self.journal.answers.borrow().get(self.position).cloned();
        self.position += usize::from(answer.is_some());
        answer.ok_or(Escape::Wants(want))
    }

    /// To be asked first of all by what writes: much that has been written must be taken before there is more.
    pub fn ask_for_room(&mut self) -> Result<(), Escape> {
        if self.output.waiting > MOST_WAITING {
            self.ask(Want::Room)?;
            self.output.waiting = 0;
        }
        Ok(())
    }

    /// Lets go of what has been written, and of the answers that have been used: nobody will go back. Files of
    /// modules may still be asked for their text.
    pub fn forget(&mut self) {
        self.output.forget();
        if self.position >= MOST_ANSWERS {
            let mut answers = self.journal.answers.borrow_mut();
            let used: Vec<_> = answers.drain(..self.position).collect();
            let kept: Vec<_> =
                used.into_iter().filter(|each| matches!(each, Answer::Module(Some(_)))).collect();
            self.position = kept.len();
            answers.splice(..0, kept);
        }
    }

    /// The module that was loaded from this file.
    pub fn module(&self, path: &str) -> Option<Rc<ModuleFile>> {
        self.journal.answers.borrow()[..self.position].iter().rev().find_map(|answer| match answer {
            Answer::Module(Some(found)) if &*found.path == path => Some(found.clone()),
            _ => None,
        })
    }

    pub fn answer(&self, answer: Answer) {
        self.journal.answers.borrow_mut().push(answer);
    }

    /// How many answers have been used, to be given back where an instruction starts over.
    pub fn position(&self) -> usize {
        self.position
    }

    pub fn interrupt(&self, tick: u64) {
        let mut moments = self.journal.interrupts.borrow_mut();
        if !moments.contains(&tick) {
            moments.push(tick);
            moments.sort_unstable();
        }
    }

    /// The first interrupt at this moment or later.
    pub fn next_interrupt(&self, from: u64) -> Option<u64> {
        self.journal.interrupts.borrow().iter().copied().find(|&tick| tick >= from)
    }
}
