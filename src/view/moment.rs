//! What the builders of a view look at: one moment, the one before it, and the facts of the code.

use std::rc::Rc;

use super::{ValueText, value};
use crate::{
    debugger::{Session, codes::CodeFacts, track::Track},
    object::{Heap, Obj, Value},
    vm::{FrameView, Vm},
};

/// A visible frame with the facts of its code.
#[derive(Clone)]
pub struct Shown<'a> {
    pub frame: FrameView<'a>,
    pub facts: Rc<CodeFacts>,
}

pub struct Now<'a> {
    pub session: &'a Session,
    pub vm: &'a Vm,
    pub track: &'a Track,
    /// Innermost first.
    pub frames: Vec<Shown<'a>>,
}

impl<'a> Now<'a> {
    pub fn new(session: &'a Session, vm: &'a Vm, track: &'a Track) -> Self {
        let visible = vm.frames().filter(|frame| !frame.hidden);
        let shown = |frame: FrameView<'a>| {
            let facts = session.codes().find(&frame.code.code)?.clone();
            Some(Shown { frame, facts })
        };
        Self { session, vm, track, frames: visible.filter_map(shown).collect() }
    }

    pub fn heap(&self) -> &'a Heap {
        self.vm.heap()
    }

    pub fn step(&self) -> u64 {
        self.vm.steps()
    }

    pub fn top(&self) -> Option<&Shown<'a>> {
        self.frames.first()
    }

    pub fn frame(&self, id: u64) -> Option<&Shown<'a>> {
        self.frames.iter().find(|shown| shown.frame.id == id)
    }

    pub fn describe(&self, value: Value) -> ValueText {
        // What the program itself has made comes after its module's names.
        let first = self.frames.last().map_or(0, |outermost| outermost.frame.globals.0);
        value::describe(self.heap(), value, first)
    }

    pub fn text(&self, value: Value) -> String {
        value::text(self.heap(), value)
    }

    /// `fact(n=3)`, `<module>`.
    pub fn title(&self, shown: &Shown) -> String {
        let code = &shown.facts.code;
        let values: Vec<Value> = shown.frame.slots.iter().map(|slot| self.content(*slot)).collect();
        call_title(self.heap(), code, &values)
    }

    /// A variable's value; that in the cell, if it is one.
    pub fn content(&self, slot: Value) -> Value {
        match slot.handle().map(|handle| self.heap().obj(handle)) {
            Some(Obj::Cell(content)) => *content,
            _ => slot,
        }
    }
}

/// A call with its arguments, as far as there is room.
pub fn call_title(heap: &Heap, code: &crate::code::Code, values: &[Value]) -> String {
    const ROOM: usize = 28;
    if &*code.name == "<module>" {
        return code.name.to_string();
    }
    let parameters = (code.argcount + code.kwonlyargcount) as usize;
    let mut title = format!("{}(", code.name);
    for (at, ((name, _), value)) in code.localsplus.iter().zip(values).take(parameters).enumerate() {
        let argument = match value.present() {
            Some(value) => format!("{name}={}", value::text(heap, value)),
            None => name.to_string(),
        };
        let comma = if at == 0 { "" } else { ", " };
        if title.chars().count() + comma.len() + argument.chars().count() > ROOM {
            title.push_str(comma);
            title.push('…');
            break;
        }
        title.push_str(comma);
        title.push_str(&argument);
    }
    title.push(')');
    title
}
