//! What the last instruction has done, as the difference of two moments.

use super::{
    LastStep,
    moment::{Now, Shown},
};
use crate::{
    debugger::words::slot_name,
    isa::{ArgKind, Op},
    object::Value,
};

pub fn last(now: &Now, before: &Now) -> Option<LastStep> {
    let ran = before.top()?;
    let each = ran.facts.instructions[ran.frame.pc as usize];
    let touched = ran.facts.effects[ran.frame.pc as usize].touched as usize;
    let kept = ran.frame.stack.len().saturating_sub(touched);
    let popped = ran.frame.stack[kept..].iter().rev().map(|value| before.text(*value)).collect();
    let same = now.top().filter(|top| top.frame.id == ran.frame.id);
    let pushed = same.and_then(|top| {
        let from = ran.cut_by(top).unwrap_or(kept);
        top.frame.stack.get(from..)
    });
    let mut effects = vec![moved(now, before, ran, same)];
    effects.push(bound(before, ran, each.op, each.arg).filter(|_| same.is_some()));
    effects.push(written(now, before));
    Some(LastStep {
        instruction: ran.facts.instruction_at(ran.frame.pc),
        popped,
        pushed: pushed.unwrap_or_default().iter().map(|value| now.text(*value)).collect(),
        effect: effects.into_iter().flatten().collect::<Vec<_>>().join(", "),
    })
}

impl Shown<'_> {
    /// To what depth the stack was cut, if the instruction raised and this is the handler.
    fn cut_by(&self, after: &Shown) -> Option<usize> {
        let cut = after.facts.effects[after.frame.pc as usize].cut_to?;
        (after.frame.pc != self.frame.pc + 1).then_some(cut as usize)
    }
}

/// Where control went, if not simply on.
fn moved(now: &Now, before: &Now, ran: &Shown, same: Option<&Shown>) -> Option<String> {
    let each = ran.facts.instructions[ran.frame.pc as usize];
    let Some(top) = now.top() else {
        return Some("the program ended".to_owned());
    };
    let Some(same) = same else {
        let still_open = now.frame(ran.frame.id).is_some();
        if still_open || before.frame(top.frame.id).is_none() {
            return Some(format!("opened {}", now.title(top)));
        }
        return Some(left(now, before, ran, top));
    };
    if ran.cut_by(same).is_some() {
        let raised = same
            .frame
            .stack
            .last()
            .map_or_else(String::new, |value| now.heap().type_name(*value).to_string());
        return Some(format!(
            "raised {raised}, to {}",
            ran.facts.label_or_offset(same.facts.offset(same.frame.pc))
        ));
    }
    let target = each.jump_target().filter(|_| same.frame.pc != ran.frame.pc + 1);
    match (target, each.op.is_jump() && !each.op.is_unconditional_jump()) {
        (Some(_), _) => {
            let there = ran.facts.offset(same.frame.pc);
            Some(format!("jumped to {}", ran.facts.label_or_offset(there)))
        }
        (None, true) if each.op != Op::ForIter => Some("did not jump".to_owned()),
        _ => None,
    }
}

/// How the frame was left.
fn left(now: &Now, before: &Now, ran: &Shown, to: &Shown) -> String {
    let each = ran.facts.instructions[ran.frame.pc as usize];
    let to = &to.facts.code.name;
    let value = match each.op {
        Op::ReturnValue | Op::YieldValue => ran.frame.stack.last().copied(),
        Op::ReturnConst => ran.frame.code.consts.get(each.arg as usize).copied(),
        Op::ReturnGenerator => return format!("returned a generator to {to}"),
        _ => None,
    };
    match (value, each.op) {
        (Some(value), Op::YieldValue) => format!("yielded {} to {to}", before.text(value)),
        (Some(value), _) => format!("returned {} to {to}", before.text(value)),
        (None, _) => {
            let exception = now.top().and_then(|top| top.frame.stack.last().copied());
            let name =
                exception.map_or_else(String::new, |value| format!(" {}", now.heap().type_name(value)));
            format!("raised{name}, to {to}")
        }
    }
}

/// `n = 3`.
fn bound(before: &Now, ran: &Shown, op: Op, arg: u32) -> Option<String> {
    let name = assigned_name(ran, op, arg)?;
    match op {
        _ if op.name().starts_with("DELETE") => Some(format!("del {name}")),
        _ if op.name().starts_with("STORE") => {
            let value = ran.frame.stack.last().copied().unwrap_or(Value::Null);
            Some(format!("{name} = {}", before.text(value)))
        }
        _ => None,
    }
}

/// The plain name that an instruction binds or unbinds.
pub fn assigned_name<'a>(shown: &'a Shown, op: Op, arg: u32) -> Option<&'a str> {
    let binds = matches!(
        op,
        Op::StoreFast
            | Op::StoreName
            | Op::StoreGlobal
            | Op::StoreDeref
            | Op::DeleteFast
            | Op::DeleteName
            | Op::DeleteGlobal
            | Op::DeleteDeref
    );
    let code = &shown.facts.code;
    match op.arg_kind() {
        ArgKind::Local | ArgKind::Free if binds => Some(slot_name(code, arg)),
        ArgKind::Name if binds => code.names.get(arg as usize).map(|name| &**name),
        _ => None,
    }
}

fn written(now: &Now, before: &Now) -> Option<String> {
    let text: String = now.vm.output().since(before.vm.output().len()).map(|(_, text)| text).collect();
    let text = text.trim_end_matches('\n');
    let first = text.lines().next()?;
    Some(format!("wrote {}", crate::debugger::words::shorten(first)))
}
