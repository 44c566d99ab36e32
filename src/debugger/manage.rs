//! Setting, removing and finding breakpoints in a session.

use super::{
    Place,
    breakpoint::{Breakpoint, Spec, SpecPlace},
    session::Session,
    stops::Stops,
};

impl Session {
    /// Sets a breakpoint; gives its number, or says what is wrong with the text.
    pub fn add_breakpoint(&mut self, text: &str) -> Result<u32, String> {
        let number = self.breakpoints.iter().map(|each| each.number).max().unwrap_or(0) + 1;
        let current = self.now.vm.frames().find(|frame| !frame.hidden).map(|frame| frame.code.code.clone());
        let current = current.map(|code| self.codes.number_of(&code));
        let breakpoint = Breakpoint::resolve(number, Spec::parse(text)?, &self.codes, current)?;
        self.breakpoints.push(breakpoint);
        self.spread();
        Ok(number)
    }

    /// False if there is none of this number.
    pub fn remove_breakpoint(&mut self, number: u32) -> bool {
        let before = self.breakpoints.len();
        self.breakpoints.retain(|each| each.number != number);
        self.spread();
        self.breakpoints.len() < before
    }

    /// False if there is none of this number.
    pub fn enable_breakpoint(&mut self, number: u32, enabled: bool) -> bool {
        let found = self.breakpoints.iter_mut().find(|each| each.number == number);
        let known = found.is_some();
        if let Some(breakpoint) = found {
            breakpoint.enabled = enabled;
        }
        self.spread();
        known
    }

    /// Sets or removes a breakpoint on an offset. Gives whether one stands there now.
    pub fn toggle_breakpoint(&mut self, place: Place) -> Result<bool, String> {
        let facts = self.codes.get(place.code).ok_or("there is no such code object")?.clone();
        let pc = facts.at_offset(place.offset).ok_or_else(|| facts.refuse(place.offset))?;
        let here = facts.place(pc);
        let on = |each: &Breakpoint| {
            matches!(each.spec.place, SpecPlace::Offset { .. }) && each.places.contains(&here)
        };
        if self.breakpoints.iter().any(on) {
            self.breakpoints.retain(|each| !on(each));
            self.spread();
            return Ok(false);
        }
        self.add_breakpoint(&format!("{}+{}", facts.code.qualname, here.offset)).map(|_| true)
    }

    /// Sets or removes a breakpoint on a line of the program's file. Gives whether one stands there now.
    pub fn toggle_line(&mut self, line: u32) -> Result<bool, String> {
        let on =
            |each: &Breakpoint| matches!(each.spec.place, SpecPlace::Line { line: at, .. } if at == line);
        if self.breakpoints.iter().any(on) {
            self.breakpoints.retain(|each| !on(each));
            self.spread();
            return Ok(false);
        }
        self.add_breakpoint(&line.to_string()).map(|_| true)
    }

    /// Where a source line's code begins.
    pub fn place_of_line(&self, line: u32) -> Option<Place> {
        self.codes.iter().find_map(|facts| {
            let count = u32::try_from(facts.instructions.len()).ok()?;
            let begins = |&pc: &u32| facts.lines.may_begin(pc) && facts.lines.of(pc) == Some(line);
            (0..count).find(begins).map(|pc| facts.place(pc))
        })
    }

    fn spread(&mut self) {
        self.stops = Stops::new(&self.breakpoints, &self.codes);
    }
}
