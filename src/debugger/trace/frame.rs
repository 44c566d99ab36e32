//! What a trace tells of a frame: its variables, what it gives back, where it stands.

use std::path::Path;

use super::json::{Object, Shown};
use crate::{
    code::Instruction,
    debugger::codes::CodeFacts,
    isa::Op,
    object::{Handle, Heap, OPTIMIZED, Obj, Type, Value},
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

/// RERAISE puts the frame back to where the exception came from.
pub fn set_back(top: &FrameView, instruction: Instruction) -> Option<u32> {
    if instruction.op != Op::Reraise || instruction.arg == 0 {
        return None;
    }
    let slot = top.stack.len().checked_sub(instruction.arg as usize + 1)?;
    match top.stack[slot] {
        Value::Int(unit) => u32::try_from(unit * 2).ok(),
        _ => None,
    }
}

/// Whether the interpreter runs the callee without leaving its loop: then the caller waits behind the caches of
/// the call.
pub fn opens_frame(heap: &Heap, top: &FrameView, instruction: Instruction) -> bool {
    let slot = |depth: usize| top.stack.len().checked_sub(depth).map_or(Value::Null, |at| top.stack[at]);
    let obj = |value: Value| value.handle().map(|handle| heap.obj(handle));
    match instruction.op {
        Op::Call => {
            let arguments = instruction.arg as usize;
            let (callee, is_method) = match slot(arguments + 2) {
                Value::Null => (slot(arguments + 1), false),
                method => (method, true),
            };
            match obj(callee) {
                Some(Obj::Function(function)) => !function.hidden,
                // It lies in a method's place where it is an `__exit__`.
                Some(Obj::Method(method)) if !is_method => {
                    matches!(obj(method.function), Some(Obj::Function(function)) if !function.hidden)
                }
                _ => false,
            }
        }
        Op::Send => matches!(obj(slot(2)), Some(Obj::Generator(_))),
        _ => false,
    }
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
