//! What a trace tells of a frame: its variables, what it gives back, where it stands.

use std::path::Path;

use super::json::{Object, Shown};
use crate::{
    code::Instruction,
    debugger::codes::CodeFacts,
    isa::Op,
    object::{Handle, Heap, OPTIMIZED, Type, Value},
    vm::FrameView,
};

pub fn show(heap: &Heap, value: Value) -> Shown {
    (!value.is_null()).then(|| (heap.type_name(value).to_string(), heap.short(value)))
}

/// What the instruction gives back to the caller.
pub fn returned(heap: &Heap, top: &FrameView, instruction: Instruction) -> Option<Shown> {
    match instruction.op {
        Op::ReturnValue | Op::YieldValue => top.stack.last().map(|value| show(heap, *value)),
        Op::ReturnConst => Some(show(heap, top.code.consts[instruction.arg as usize])),
        _ => None,
    }
}

/// END_SEND shows tracers a StopIteration where a generator has ended without one.
pub fn ended(heap: &Heap, top: &FrameView, instruction: Instruction) -> Option<Shown> {
    let [.., receiver, value] = top.stack else { return None };
    let is_generator = [Type::Generator, Type::Coroutine].into_iter().any(|of| heap.is_exact(*receiver, of));
    (instruction.op == Op::EndSend && is_generator)
        .then(|| Some((Type::StopIteration.name().to_owned(), heap.short_end(*value))))
}

/// `sys.exit(status)`.
pub fn exit_code(heap: &Heap, exception: Handle) -> Value {
    let args = heap.exception(exception).args;
    match heap.as_tuple(args).map(|items| &**items) {
        None | Some([]) => Value::None,
        Some([only]) => *only,
        Some(_) => args,
    }
}

/// The variables of a frame: of a module or class body first its names.
pub fn locals(heap: &Heap, top: &FrameView, facts: &CodeFacts) -> Object {
    let mut names: Vec<(String, Shown)> = Vec::new();
    let mut set = |name: &str, value: Shown| match names.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => *old = value,
        None => names.push((name.to_owned(), value)),
    };
    if !top.code.has_flag(OPTIMIZED)
        && heap.is_exact(top.names, Type::Dict)
        && let Some(dict) = heap.as_dict(top.names)
    {
        for entry in dict.iter() {
            let name = heap.lossy(entry.key);
            if heap.as_str(entry.key).is_some() && !name.starts_with("__") {
                set(&name, show(heap, entry.value));
            }
        }
    }
    for ((name, _), value) in facts.code.localsplus.iter().zip(top.slots) {
        set(name, show(heap, *value));
    }
    names.iter().fold(Object::new(), |row, (name, value)| row.value(name, value))
}

/// The path of a file from `root` down, if it lies there.
pub fn below(root: &Path, file: &str) -> Option<String> {
    if file.starts_with('<') {
        return None;
    }
    let file = std::path::absolute(file).ok()?;
    file.strip_prefix(root).ok().map(|path| path.to_string_lossy().into_owned())
}
