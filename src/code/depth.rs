//! How deep the value stack is before each instruction, worked out from the code alone.

use std::collections::HashMap;

use super::{Code, ExceptionEntry, Instruction};
use crate::isa::Op;

/// The offset of an instruction at which the stack cannot be what the code needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unbalanced(pub u32);

impl Code {
    /// The depth before each of these instructions (all of this code object); `None` where nothing leads.
    ///
    /// The END_FOR behind a loop counts as reached with what it would pop, though the loop steps over it.
    pub fn stack_depths(&self, instructions: &[Instruction]) -> Result<Vec<Option<u32>>, Unbalanced> {
        let by_start =
            (0..).zip(instructions).map(|(index, instruction)| (instruction.start, index)).collect();
        let mut walk = Walk {
            instructions,
            by_start,
            handlers: self.exception_entries(),
            limit: self.stacksize,
            depths: vec![None; instructions.len()],
            todo: Vec::new(),
        };
        walk.reach(0, 0)?;
        while let Some(index) = walk.todo.pop() {
            walk.leave(index)?;
        }
        Ok(walk.depths)
    }
}

struct Walk<'a> {
    instructions: &'a [Instruction],
    by_start: HashMap<u32, usize>,
    handlers: Vec<ExceptionEntry>,
    limit: u32,
    depths: Vec<Option<u32>>,
    todo: Vec<usize>,
}

impl Walk<'_> {
    /// All ways to an instruction have to agree.
    fn reach(&mut self, start: u32, depth: u32) -> Result<(), Unbalanced> {
        let index = *self.by_start.get(&start).ok_or(Unbalanced(start))?;
        match self.depths[index] {
            Some(known) if known == depth => {}
            Some(_) => return Err(Unbalanced(start)),
            None => {
                self.depths[index] = Some(depth);
                self.todo.push(index);
            }
        }
        Ok(())
    }

    fn leave(&mut self, index: usize) -> Result<(), Unbalanced> {
        let Instruction { offset, op, arg, .. } = self.instructions[index];
        let depth = self.depths[index].expect("it was reached");
        let limit = self.limit;
        let after = |effect: i32| {
            let known = depth.checked_add_signed(effect);
            known.filter(|&depth| depth <= limit).ok_or(Unbalanced(offset))
        };
        if op.pop_count(arg) > depth {
            return Err(Unbalanced(offset));
        }
        if let Some(target) = self.instructions[index].jump_target() {
            let depth = after(op.stack_effect(arg, true))?;
            self.reach(target, depth)?;
        }
        if !op.is_terminator() {
            // Whoever resumes a generator puts a value on its stack.
            let resumed = i32::from(op == Op::ReturnGenerator);
            let depth = after(op.stack_effect(arg, false) + resumed)?;
            self.reach(self.instructions[index].end(), depth)?;
        }
        if let Some(&entry) = self.handlers.iter().find(|entry| entry.covers(offset)) {
            self.reach(entry.target, entry.depth + u32::from(entry.lasti) + 1)?;
        }
        Ok(())
    }
}
