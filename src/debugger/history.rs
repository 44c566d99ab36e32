//! Which moments of the past are kept, so that going back is a short way forward from one of them. Knows
//! nothing of what a moment is.
//!
//! Moments are kept densely near the present and ever more sparsely away from it, within a fixed number and
//! a fixed amount of memory. The first moment is never given up, so every step can be reached again.

/// Bounds of what is kept.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub moments: usize,
    pub bytes: u64,
    /// Steps between two moments that are kept while the program runs on.
    pub interval: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { moments: 256, bytes: 256 << 20, interval: 1 << 15 }
    }
}

/// What a step writes anew, in the mean and at most.
const BYTES_PER_STEP: u64 = 64;
/// After a moment, so many steps are run for each byte that it made the program copy before the next is kept: a byte
/// is copied in about a tenth of the time that a step takes, so keeping moments costs about a twentieth of the run.
const STEPS_PER_BYTE_COPIED: u64 = 2;

#[derive(Debug)]
struct Kept<T> {
    step: u64,
    /// What keeping this one costs beyond the one before it.
    bytes: u64,
    moment: T,
}

/// The kept moments, in order of step.
#[derive(Debug)]
pub struct History<T> {
    kept: Vec<Kept<T>>,
    bytes: u64,
    limits: Limits,
    /// Where a moment was kept last, if only for a short time.
    latest: u64,
    /// How many bytes had been copied for the sake of kept moments when the last one was kept.
    copied: u64,
}

/// On the way to a step, moments are kept this many times closer each time the rest of the way is this many
/// times shorter: so that the next steps back are short ways.
const FINER: u64 = 16;

impl<T> History<T> {
    /// A history that begins with `first`.
    pub fn new(step: u64, first: T, limits: Limits) -> Self {
        assert!(limits.moments >= 3, "thinning needs an inner moment to give up");
        Self { kept: vec![Kept { step, bytes: 0, moment: first }], bytes: 0, limits, latest: step, copied: 0 }
    }

    pub fn oldest(&self) -> u64 {
        self.kept[0].step
    }

    pub fn len(&self) -> usize {
        self.kept.len()
    }

    pub fn is_empty(&self) -> bool {
        false
    }

    /// The estimated memory that the kept moments hold beyond the first.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// The nearest kept moment at `step` or before it.
    pub fn at_or_before(&self, step: u64) -> Option<(u64, &T)> {
        let after = self.kept.partition_point(|kept| kept.step <= step);
        let kept = self.kept.get(after.checked_sub(1)?)?;
        Some((kept.step, &kept.moment))
    }

    /// Whether a run that has come to `step` should keep a moment. `copied` counts the bytes that kept moments
    /// have made the program copy.
    pub fn is_due(&self, step: u64, copied: u64) -> bool {
        let nearest = self.at_or_before(step).map_or(0, |(step, _)| step);
        step >= nearest.max(self.latest) + self.interval(copied)
    }

    fn interval(&self, copied: u64) -> u64 {
        self.limits.interval.max(copied.saturating_sub(self.copied).saturating_mul(STEPS_PER_BYTE_COPIED))
    }

    /// Running on from `from`: the next step at which a moment is worth keeping. `target` is where the run
    /// is to end, if that is known. `copied` is as in [`Self::is_due`]; to be asked again when it has grown.
    pub fn next_due(&self, from: u64, target: Option<u64>, copied: u64) -> u64 {
        let nearest = self.at_or_before(from).map_or(from, |(step, _)| step);
        let latest = if self.latest <= from { self.latest } else { nearest };
        let regular = (nearest.max(latest) + self.interval(copied)).max(from + 1);
        let Some(rest) = target.and_then(|target| target.checked_sub(from)) else { return regular };
        let mut finer = FINER;
        if rest <= finer {
            return regular;
        }
        while finer * FINER < rest {
            finer *= FINER;
        }
        regular.min(from + rest - finer)
    }

    /// Whether a moment at `step` would make any way shorter.
    pub fn wants(&self, step: u64) -> bool {
        self.at_or_before(step).is_none_or(|(nearest, _)| nearest < step)
    }

    /// Keeps a moment. `whole` is how many bytes it holds, what it shares with others included; `copied` is as
    /// in [`Self::is_due`]; `now` is the present, around which the history is dense.
    pub fn keep(&mut self, step: u64, moment: T, whole: u64, copied: u64, now: u64) {
        self.latest = step;
        let copies = copied - std::mem::replace(&mut self.copied, copied);
        let steps = self.at_or_before(step).map_or(0, |(nearest, _)| step - nearest);
        let place = self.kept.partition_point(|kept| kept.step < step);
        if self.kept.get(place).is_some_and(|kept| kept.step == step) {
            return;
        }
        let bytes = copies.saturating_add(steps.saturating_mul(BYTES_PER_STEP)).min(whole);
        self.bytes += bytes;
        self.kept.insert(place, Kept { step, bytes, moment });
        while self.kept.len() > self.limits.moments || (self.bytes > self.limits.bytes && self.kept.len() > 2)
        {
            self.give_up_one(now, whole);
        }
    }

    /// Gives up the inner moment whose loss lengthens the ways least, seen from the present.
    fn give_up_one(&mut self, now: u64, whole: u64) {
        let loss = |at: usize| {
            let gap = self.kept[at + 1].step - self.kept[at - 1].step;
            gap as f64 / (now.abs_diff(self.kept[at].step) + 1) as f64
        };
        let inner = 1..self.kept.len() - 1;
        let Some(least) = inner.min_by(|&a, &b| loss(a).total_cmp(&loss(b))) else { return };
        let gone = self.kept.remove(least);
        // What the lost moment held and a later one still shares is now the later one's.
        let heir = &mut self.kept[least];
        let inherited = (heir.bytes + gone.bytes).min(whole.max(heir.bytes));
        self.bytes = self.bytes - heir.bytes - gone.bytes + inherited;
        heir.bytes = inherited;
    }
}
