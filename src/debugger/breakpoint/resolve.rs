//! From what a user typed to places in the program, and what to say where there is no such place.

use super::{Breakpoint, Condition, Spec, SpecPlace};
use crate::debugger::{Place, codes::Codes, stops::is_file};

impl Breakpoint {
    /// Finds the places of a breakpoint. `current` is the code object on screen.
    pub fn resolve(number: u32, spec: Spec, codes: &Codes, current: Option<u32>) -> Result<Self, String> {
        let mut spec = spec;
        let condition =
            spec.condition.as_deref().map(|text| Condition::new(text, codes.dialect())).transpose()?;
        let places = match &mut spec.place {
            SpecPlace::Offset { function, offset } => at_offset(function, *offset, codes, current)?,
            SpecPlace::Function(name) => {
                codes.named(name)?.iter().map(|facts| facts.place(facts.entry())).collect()
            }
            SpecPlace::Line { file, line } => {
                check_line(file.as_deref(), *line, codes)?;
                Vec::new()
            }
            SpecPlace::Instruction(_) | SpecPlace::Exception(_) | SpecPlace::Stack(_) => Vec::new(),
        };
        Ok(Self { number, spec, places, condition, enabled: true })
    }
}

/// Names the function too, where the user left it out.
fn at_offset(
    function: &mut Option<String>,
    offset: u32,
    codes: &Codes,
    current: Option<u32>,
) -> Result<Vec<Place>, String> {
    let found = match function {
        Some(name) => codes.named(name)?,
        None => current.and_then(|number| codes.get(number)).into_iter().collect(),
    };
    let Some(first) = found.first() else {
        return Err(format!("+{offset}: no code is on screen; name the function"));
    };
    let places: Vec<Place> =
        found.iter().filter_map(|facts| facts.at_offset(offset).map(|pc| facts.place(pc))).collect();
    if places.is_empty() {
        return Err(first.refuse(offset));
    }
    function.get_or_insert_with(|| first.code.qualname.to_string());
    Ok(places)
}

/// The lines on which something can stop, in order.
pub fn lines_with_code(codes: &Codes, file: Option<&str>) -> Vec<u32> {
    let mut lines: Vec<u32> = Vec::new();
    for facts in codes.iter().filter(|facts| file.is_none_or(|file| is_file(&facts.code.filename, file))) {
        let count = u32::try_from(facts.instructions.len()).expect("fewer instructions than that");
        lines.extend((0..count).filter(|&pc| facts.lines.may_begin(pc)).filter_map(|pc| facts.lines.of(pc)));
    }
    lines.sort_unstable();
    lines.dedup();
    lines
}

fn check_line(file: Option<&str>, line: u32, codes: &Codes) -> Result<(), String> {
    let lines = lines_with_code(codes, file);
    if lines.is_empty() {
        return Err(format!("no code of {} is in this program", file.unwrap_or("any file")));
    }
    let after = lines.partition_point(|&known| known < line);
    if lines.get(after) == Some(&line) {
        return Ok(());
    }
    let near: Vec<String> = [after.checked_sub(1), Some(after)]
        .into_iter()
        .flatten()
        .filter_map(|at| lines.get(at))
        .map(u32::to_string)
        .collect();
    Err(format!("nothing runs on line {line}: the nearest lines are {}", near.join(" and ")))
}
