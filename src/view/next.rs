//! What the next instruction will do, as far as the live stack tells without running anything.

use super::{
    NextStep,
    moment::{Now, Shown, call_title},
    names::lookup,
    steps::assigned_name,
};
use crate::{
    code::Instruction,
    isa::{ArgKind, Op},
    object::{GENERATOR, Handle, Obj, Value},
};

pub fn next(now: &Now) -> Option<NextStep> {
    let shown = now.top()?;
    let each = shown.facts.instructions[shown.frame.pc as usize];
    Some(NextStep {
        instruction: shown.facts.instruction_at(shown.frame.pc),
        pops: each.op.pop_count(each.arg),
        pushes: each.op.push_count(each.arg, false),
        effect: effect(now, shown, each).unwrap_or_default(),
    })
}

fn effect(now: &Now, shown: &Shown, each: Instruction) -> Option<String> {
    let top = shown.frame.stack.last().copied();
    let target = each.jump_target().map(|target| shown.facts.label_or_offset(target));
    let jump = |does: bool| match (&target, does) {
        (Some(target), true) => format!("jumps to {target}"),
        _ => "goes on".to_owned(),
    };
    if let Some(name) = assigned_name(shown, each.op, each.arg) {
        return Some(match each.op.name().starts_with("STORE") {
            true => format!("{name} = {}", now.text(top?)),
            false => format!("del {name}"),
        });
    }
    match each.op {
        Op::Call => call(now, shown, each.arg),
        Op::PopJumpIfFalse => truth(now, top?).map(|truth| jump(!truth)),
        Op::PopJumpIfTrue => truth(now, top?).map(jump),
        Op::PopJumpIfNone => Some(jump(top?.is_none())),
        Op::PopJumpIfNotNone => Some(jump(!top?.is_none())),
        Op::ForIter => iterate(now, top?, target.as_deref()),
        Op::ReturnValue => Some(gives(now, "returns", top?)),
        Op::ReturnConst => {
            let value = shown.frame.code.consts.get(each.arg as usize)?;
            Some(gives(now, "returns", *value))
        }
        Op::YieldValue => Some(gives(now, "yields", top?)),
        Op::RaiseVarargs if each.arg > 0 => Some(format!("raises {}", exception_name(now, top?))),
        Op::Reraise => Some(format!("raises {} again", now.heap().type_name(top?))),
        Op::Resume | Op::Nop => Some("nothing: bookkeeping".to_owned()),
        op if op.is_unconditional_jump() => Some(jump(true)),
        _ => loads(now, shown, each),
    }
}

fn gives(now: &Now, verb: &str, value: Value) -> String {
    let value = now.text(value);
    match now.frames.get(1) {
        Some(caller) => format!("{verb} {value} to {}", caller.facts.code.name),
        None => "ends the program".to_owned(),
    }
}

fn exception_name(now: &Now, value: Value) -> String {
    match now.heap().as_class(value) {
        Some(class) => class.name.to_string(),
        None => now.heap().type_name(value).to_string(),
    }
}

/// Whether the value counts as true; `None` where its class would have to be asked.
fn truth(now: &Now, value: Value) -> Option<bool> {
    let heap = now.heap();
    Some(match value {
        Value::Null => return None,
        Value::None => false,
        Value::Bool(value) => value,
        Value::Int(value) => value != 0,
        Value::Float(value) => value != 0.0,
        Value::Ref(handle) => {
            crate::object::Type::at(heap.slot(handle).class)?;
            match heap.obj(handle) {
                Obj::Str(text) => !text.is_empty(),
                Obj::List(items) => !items.is_empty(),
                Obj::Tuple(items) => !items.is_empty(),
                Obj::Dict(dict) => !dict.is_empty(),
                Obj::Set(set) => !set.is_empty(),
                Obj::Bytes(bytes) => !bytes.is_empty(),
                Obj::Function(_) | Obj::Native(..) | Obj::Method(_) | Obj::Class(_) | Obj::Int(_) => true,
                _ => return None,
            }
        }
    })
}

fn iterate(now: &Now, iterator: Value, target: Option<&str>) -> Option<String> {
    let ends = || Some(format!("ends: jumps past {}", target?));
    match now.heap().obj(iterator.handle()?) {
        Obj::Counter { left: 0, .. } => ends(),
        Obj::Counter { next, .. } => Some(format!("pushes {next}")),
        Obj::Generator(generator) => Some(format!("resumes {}", now.heap().lossy(generator.name))),
        Obj::Iter(iter) => match &**iter {
            crate::object::Iter::Sequence { of: None, .. } => ends(),
            crate::object::Iter::Sequence { of: Some(of), next } => {
                let items = now.heap().as_sequence((*of).into())?;
                items.get(*next).map_or_else(ends, |item| Some(format!("pushes {}", now.text(*item))))
            }
            _ => None,
        },
        _ => None,
    }
}

fn call(now: &Now, shown: &Shown, count: u32) -> Option<String> {
    let stack = shown.frame.stack;
    let base = stack.len().checked_sub(count as usize + 2)?;
    let (callee, arguments) = match stack[base] {
        Value::Null => (stack[base + 1], &stack[base + 2..]),
        method => (method, &stack[base + 1..]),
    };
    opened(now, callee.handle()?, arguments)
}

fn opened(now: &Now, callee: Handle, arguments: &[Value]) -> Option<String> {
    let heap = now.heap();
    Some(match heap.obj(callee) {
        Obj::Function(function) if function.hidden => format!("calls {}", heap.lossy(function.name)),
        Obj::Function(function) if function.code.has_flag(GENERATOR) => {
            format!("makes a generator of {}", heap.lossy(function.name))
        }
        Obj::Function(function) => format!("opens {}", call_title(heap, &function.code.code, arguments)),
        Obj::Native(native, _) => format!("calls {}, in one step", native.name),
        Obj::Method(method) => {
            let mut all = vec![method.this];
            all.extend_from_slice(arguments);
            return opened(now, method.function.handle()?, &all);
        }
        Obj::Class(class) => format!("makes a {}", class.name),
        _ => format!("calls a {}", heap.type_name(callee.into())),
    })
}

/// What a load will push.
fn loads(now: &Now, shown: &Shown, each: Instruction) -> Option<String> {
    let heap = now.heap();
    let frame = &shown.frame;
    let in_dicts = |dicts: &[Value], index: u32| {
        let key = *frame.code.names.get(index as usize)?;
        let builtin = || lookup(heap, heap.builtins, key);
        Some(dicts.iter().find_map(|dict| lookup(heap, *dict, key)).or_else(builtin))
    };
    let globals = Value::from(frame.globals);
    let found = match each.op {
        Op::LoadConst => frame.code.consts.get(each.arg as usize).copied(),
        Op::LoadFast | Op::LoadFastCheck | Op::LoadDeref => {
            frame.slots.get(each.arg as usize).and_then(|slot| now.content(*slot).present())
        }
        Op::LoadName => in_dicts(&[frame.names, globals], each.arg)?,
        Op::LoadGlobal => in_dicts(&[globals], ArgKind::Global.name_index(each.arg)?)?,
        Op::PushNull => return Some("pushes NULL".to_owned()),
        _ => return None,
    };
    Some(match (found, each.op) {
        (Some(value), _) => format!("pushes {}", now.text(value)),
        (None, Op::LoadFast | Op::LoadFastCheck) => "raises UnboundLocalError".to_owned(),
        (None, _) => "raises NameError".to_owned(),
    })
}
