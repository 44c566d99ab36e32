//! Puts the picture together from what the session knows of the present moment.

use std::rc::Rc;

use super::{
    BreakpointRow, Explain, FrameRow, Listing, OutputLine, SourceView, Stream, View, explain,
    moment::{Now, Shown},
    names, next, stacks, steps,
};
use crate::{
    debugger::{Session, breakpoint::SpecPlace, highlight::place_on_screen, texts::FileText},
    object,
    source::Location,
};

impl Session {
    /// The picture of this moment, with one of its frames chosen (0: the innermost).
    pub fn view(&mut self, selected: usize) -> Rc<View> {
        let earlier = self.moment_before();
        let moment = self.now();
        let now = Now::new(self, &moment.vm, &moment.track);
        let before = earlier.as_ref().map(|moment| Now::new(self, &moment.vm, &moment.track));
        let selected = selected.min(now.frames.len().saturating_sub(1));
        Rc::new(build(&now, before.as_ref(), selected))
    }
}

fn build(now: &Now, before: Option<&Now>, selected: usize) -> View {
    let session = now.session;
    let shown = now.frames.get(selected);
    View {
        step: now.step(),
        finished: session.finished(),
        frames: now.frames.iter().map(|shown| frame_row(now, shown)).collect(),
        selected,
        program: now.vm.program().code.filename.clone(),
        source: source(now, shown),
        listing: listing(now, before, shown),
        stacks: stacks::stacks(now, selected),
        last: before.and_then(|before| steps::last(now, before)),
        next: next::next(now),
        names: shown.map_or_else(Vec::new, |shown| names::names(now, before, shown)),
        breakpoints: breakpoints(now),
        output: output(now),
        explain: shown.map_or_else(Explain::default, |shown| explain::explain(now, shown)),
    }
}

fn frame_row(now: &Now, shown: &Shown) -> FrameRow {
    let frame = &shown.frame;
    let instruction = &shown.facts.instructions[frame.pc as usize];
    FrameRow {
        title: now.title(shown),
        function: shown.facts.code.qualname.to_string(),
        line: shown.facts.lines.of(frame.pc),
        offset: instruction.start,
        since: now.track.frame(frame.id).map_or(0, |track| track.since),
        resumes_at: frame.waiting.then(|| instruction.end()),
    }
}

/// The file of the frame that is looked at; once the program has ended, the program's own.
fn source(now: &Now, shown: Option<&Shown>) -> SourceView {
    let session = now.session;
    let own = &now.vm.program().code.filename;
    let file = shown.map_or(own, |shown| &shown.facts.code.filename);
    let text = session.text(file);
    let lines = text.as_ref().map_or_else(|| Rc::from([]), |text| text.lines());
    let place = shown.map(|shown| shown.facts.places[shown.frame.pc as usize]);
    SourceView {
        name: text.as_ref().map_or_else(|| file.clone(), |text| text.source.name().clone()),
        hits: hits_of_lines(now, file, text.as_ref(), lines.len()),
        lines,
        missing: text.is_none(),
        lit: place.filter(|place: &Location| place.line > 0).map(|place| match &text {
            Some(text) => place_on_screen(&text.source, place),
            None => place,
        }),
        breakpoints: if file == own { marked_lines(session) } else { Vec::new() },
    }
}

/// How often each line of the file has run.
fn hits_of_lines(now: &Now, file: &Rc<str>, text: Option<&Rc<FileText>>, lines: usize) -> Vec<u64> {
    let mut hits = vec![0; lines];
    // Texts that the program has had compiled may share a name.
    let is_own = text.is_some_and(|text| Rc::ptr_eq(text.source.name(), file));
    let is_it = |other: &Rc<str>| if is_own { Rc::ptr_eq(other, file) } else { other == file };
    for facts in now.session.codes().iter().filter(|facts| is_it(&facts.code.filename)) {
        let Some(counts) = now.track.hits(facts) else { continue };
        for (pc, count) in (0..).zip(&counts.lines) {
            let line = facts.lines.of(pc).and_then(|line| line.checked_sub(1));
            if let Some(hit) = line.and_then(|line| hits.get_mut(line as usize)) {
                *hit += u64::from(*count);
            }
        }
    }
    hits
}

/// The lines of the program with a breakpoint.
fn marked_lines(session: &Session) -> Vec<u32> {
    let line = |each: &crate::debugger::breakpoint::Breakpoint| match each.spec.place {
        SpecPlace::Line { line, .. } => Some(line),
        _ => None,
    };
    let mut marked: Vec<u32> = session.breakpoints().iter().filter_map(line).collect();
    marked.sort_unstable();
    marked.dedup();
    marked
}

fn listing(now: &Now, before: Option<&Now>, shown: Option<&Shown>) -> Listing {
    let session = now.session;
    // Once the program has ended, its own code is still worth looking at.
    let facts = match shown {
        Some(shown) => &shown.facts,
        None => session.codes().facts(0),
    };
    let text = session.text(&facts.code.filename);
    let rows = facts.listing(text.as_ref().map(|text| &text.source));
    let hits = match now.track.hits(facts) {
        Some(counts) => counts.runs.iter().map(|count| u64::from(*count)).collect(),
        None => vec![0; rows.len()],
    };
    let last = before.and_then(Now::top).filter(|ran| ran.facts.number == facts.number);
    let here = |place: &crate::debugger::Place| (place.code == facts.number).then_some(place.offset);
    let mut marked: Vec<u32> =
        session.breakpoints().iter().flat_map(|each| each.places.iter().filter_map(here)).collect();
    marked.sort_unstable();
    marked.dedup();
    Listing {
        code: facts.number,
        title: facts.code.qualname.to_string(),
        max_stack: facts.code.stacksize,
        rows,
        hits,
        next: shown.map(|shown| shown.frame.pc as usize),
        last: last.map(|ran| ran.frame.pc as usize),
        breakpoints: marked,
        exception_table: facts.exception_table().into(),
    }
}

fn breakpoints(now: &Now) -> Vec<BreakpointRow> {
    let session = now.session;
    let here = now.track.arrived();
    let row = |each: &crate::debugger::breakpoint::Breakpoint| {
        let stands_here = here.is_some_and(|here| each.stops_at(&here, session.codes().facts(here.code)));
        BreakpointRow {
            number: each.number,
            spec: each.spec.to_string(),
            hits: each.hits(now.track, session.codes()) + u64::from(stands_here),
            enabled: each.enabled,
        }
    };
    session.breakpoints().iter().map(row).collect()
}

/// More writes than this are more than anybody scrolls through.
const MOST_WRITES: usize = 10_000;

fn output(now: &Now) -> Rc<[OutputLine]> {
    let output = now.vm.output();
    let first = output.len().saturating_sub(MOST_WRITES);
    let mut typed = now.session.typed().filter(|typed| typed.output >= first).peekable();
    let mut lines = Lines::default();
    for (at, (stream, text)) in (first..).zip(output.since(first)) {
        while let Some(line) = typed.next_if(|typed| typed.output <= at) {
            lines.add(Stream::In, &line.text);
        }
        let stream = match stream {
            object::Stream::Out => Stream::Out,
            object::Stream::Err => Stream::Err,
        };
        lines.add(stream, text);
    }
    typed.for_each(|line| lines.add(Stream::In, &line.text));
    lines.all.into()
}

/// Writes, put together to lines.
#[derive(Default)]
struct Lines {
    all: Vec<OutputLine>,
    /// The last line has no end yet.
    open: bool,
}

impl Lines {
    fn add(&mut self, stream: Stream, text: &str) {
        for part in text.split_inclusive('\n') {
            let line = part.strip_suffix('\n').unwrap_or(part);
            match self.all.last_mut() {
                Some(last) if self.open && last.stream == stream => last.text.push_str(line),
                _ => self.all.push(OutputLine { text: line.to_owned(), stream }),
            }
            self.open = part.len() == line.len();
        }
    }
}
