//! `super()` without arguments: the class and the object that the calling function knows.

use crate::{
    code::LocalKind,
    object::{Obj, Sym, Type, Value},
};

use super::{Vm, unwind::Leave};

impl Vm {
    /// A tuple of both, from the innermost frame of the program.
    pub(super) fn frame_super(&mut self) -> Result<Value, Leave> {
        let frames = std::iter::once(&self.current).chain(self.waiting.iter().rev());
        let frame = frames.into_iter().find(|frame| !frame.hidden).unwrap_or(&self.current);
        let code = frame.code.clone();
        let base = frame.base as usize;
        let content = |value: Value| match value.handle().map(|handle| self.heap.obj(handle)) {
            Some(Obj::Cell(content)) => *content,
            _ => value,
        };
        // A cell that is passed as the first argument is nothing special.
        let first_is_cell = code.code.localsplus.first().is_some_and(|(_, kind)| kind.has(LocalKind::CELL));
        let first = if first_is_cell { content(self.stack[base]) } else { self.stack[base] };
        let first = (code.argcount > 0).then_some(first);
        let slot = code.slots.iter().rposition(|&name| name == Value::from(Sym::Class));
        let class = slot.map(|slot| content(self.stack[base + slot]));
        let text = match (first, class) {
            (None, _) => "super(): no arguments".to_owned(),
            (Some(Value::Null), _) => "super(): arg[0] deleted".to_owned(),
            (_, None) => "super(): __class__ cell not found".to_owned(),
            (_, Some(Value::Null)) => "super(): empty __class__ cell".to_owned(),
            (Some(first), Some(class)) if self.heap.as_class(class).is_some() => {
                return Ok(self.heap.tuple(vec![class, first]));
            }
            (_, Some(class)) => {
                format!("super(): __class__ is not a type ({})", self.heap.type_name(class))
            }
        };
        Err(self.heap.raise(Type::RuntimeError, text).into())
    }
}
