//! Frames as objects of the program: made when somebody asks for one or an exception goes through it, told
//! apart by number while they live, and left with their variables when they end.

use std::rc::Rc;

use crate::{
    code::LocalKind,
    object::{Dict, FrameObject, FramePart, Handle, Life, Obj, State, Type, Value},
};

use super::{Frame, Vm, unwind::Leave};

/// Where the variables of a frame lie just now.
#[derive(Clone, Copy)]
enum Place {
    /// On the value stack from here on.
    Stack(usize),
    /// In the generator that is put away.
    Generator(Handle),
    /// In the frame object.
    Kept(Handle),
}

impl Vm {
    /// The open frames, innermost first: their numbers among the waiting ones, that of the running one last.
    fn open_frames(&self) -> impl Iterator<Item = (usize, &Frame)> {
        let count = self.waiting.len();
        std::iter::once((count, &self.current)).chain(self.waiting.iter().enumerate().rev())
    }

    pub(super) fn frame_at(&self, number: usize) -> &Frame {
        self.waiting.get(number).unwrap_or(&self.current)
    }

    /// The number of the innermost frame of the program itself.
    pub(super) fn innermost_visible(&self) -> usize {
        let found = self.open_frames().find(|(_, frame)| !frame.hidden);
        found.map_or(self.waiting.len(), |(number, _)| number)
    }

    /// The object of an open frame, made if there was none.
    pub(super) fn frame_object(&mut self, number: usize, seen: bool) -> Handle {
        let frame = self.frame_at(number);
        let (id, generator) = (frame.id, frame.generator);
        let known = match generator {
            Some(generator) => self.heap.generator(generator).frame,
            None => self.frame_objects.iter().rev().find(|(each, _)| *each == id).map(|(_, handle)| *handle),
        };
        if let Some(known) = known {
            if seen && !self.heap.frame(known).seen {
                self.heap.frame_mut(known).seen = true;
            }
            return known;
        }
        let made = FrameObject {
            code: frame.code.clone(),
            code_handle: frame.code_handle,
            globals: frame.globals,
            names: frame.names,
            life: generator.map_or(Life::Open(id), Life::Generator),
            back: Value::None,
            pc: 0,
            values: Vec::new(),
            seen,
            trace: Value::None,
        };
        let made = self.heap.alloc_handle(Type::Frame.handle(), Obj::Frame(Rc::new(made)));
        match generator {
            Some(generator) => self.heap.generator_mut(generator).frame = Some(made),
            None => self.frame_objects.push((id, made)),
        }
        made
    }

    /// The running frame is about to be left for good: its object keeps what it was.
    #[cold]
    pub(super) fn end_frame_object(&mut self) {
        let (id, generator) = (self.current.id, self.current.generator);
        let object = match generator {
            Some(generator) => self.heap.generator_mut(generator).frame.take(),
            None => {
                let at = self.frame_objects.iter().rposition(|(each, _)| *each == id);
                at.map(|at| self.frame_objects.remove(at).1)
            }
        };
        let Some(object) = object.filter(|&object| self.heap.frame(object).seen) else { return };
        let slots = self.current.base as usize..self.current.stack_base();
        let values = self.stack[slots].to_vec();
        let back = self.back(self.waiting.len());
        let pc = self.current.pc.saturating_sub(1);
        let frame = self.heap.frame_mut(object);
        (frame.life, frame.values, frame.back, frame.pc) = (Life::Ended, values, back, pc);
    }

    /// The object of the frame that waits for an open one, hidden ones left out.
    fn back(&mut self, number: usize) -> Value {
        match self.waiting[..number].iter().rposition(|frame| !frame.hidden) {
            Some(caller) => self.frame_object(caller, true).into(),
            None => Value::None,
        }
    }

    /// `sys._getframe(depth)`.
    pub(super) fn caller(&mut self, depth: u32) -> Result<Value, Leave> {
        let mut visible = self.open_frames().filter(|(_, frame)| !frame.hidden).map(|(number, _)| number);
        let found = visible.nth(depth as usize);
        drop(visible);
        match found {
            Some(number) => Ok(self.frame_object(number, true).into()),
            None => Err(self.heap.value_error("call stack is not deep enough").into()),
        }
    }

    /// The number of the open frame that an object stands for.
    fn find_open(&self, life: Life) -> Option<usize> {
        let is_it = |frame: &Frame| match life {
            Life::Open(id) => frame.id == id && frame.generator.is_none(),
            Life::Generator(generator) => frame.generator == Some(generator),
            Life::Ended => false,
        };
        self.open_frames().find(|(_, frame)| is_it(frame)).map(|(number, _)| number)
    }

    pub(super) fn frame_part(&mut self, handle: Handle, part: FramePart) -> Value {
        let frame = self.heap.frame(handle);
        let (life, code, kept) = (frame.life, frame.code.clone(), frame.pc);
        let open = self.find_open(life);
        let suspended = match life {
            Life::Generator(generator) if open.is_none() => Some(generator),
            _ => None,
        };
        let pc = match (open, suspended) {
            (Some(number), _) => self.frame_at(number).stands(),
            (None, Some(generator)) => self.heap.generator(generator).pc.saturating_sub(1),
            (None, None) => kept,
        };
        match part {
            FramePart::Line => code.line_at(pc).map_or(Value::None, |line| Value::Int(line.into())),
            FramePart::LastInstruction => Value::Int(i64::from(code.unit_of_op(pc)) * 2),
            FramePart::Back => match open {
                Some(number) => self.back(number),
                None => self.heap.frame(handle).back,
            },
            FramePart::Locals => match (open, suspended) {
                (Some(number), _) => {
                    self.locals_of(handle, Place::Stack(self.frame_at(number).base as usize))
                }
                (None, Some(generator)) => self.locals_of(handle, Place::Generator(generator)),
                (None, None) => self.locals_of(handle, Place::Kept(handle)),
            },
        }
    }

    /// `locals()` of an open frame.
    pub(super) fn open_locals(&mut self, number: usize) -> Value {
        let frame = self.frame_at(number);
        let hides =
            |frame: &Frame| frame.code.code.localsplus.iter().any(|(_, kind)| kind.has(LocalKind::HIDDEN));
        if !frame.names.is_null() && !hides(frame) {
            return frame.names;
        }
        let base = frame.base as usize;
        let object = self.frame_object(number, false);
        self.locals_of(object, Place::Stack(base))
    }

    /// The dict of a frame's variables, brought up to date. What a comprehension in a module or class binds counts
    /// while it runs, and hides names of the namespace: there it is another dict.
    fn locals_of(&mut self, handle: Handle, place: Place) -> Value {
        let frame = self.heap.frame(handle);
        let (code, names) = (frame.code.clone(), frame.names);
        let count = code.nslots as usize;
        let values: Vec<Value> = match place {
            Place::Stack(base) => self.stack[base..base + count].to_vec(),
            Place::Generator(generator) => {
                self.heap.generator(generator).values.iter().copied().take(count).collect()
            }
            Place::Kept(frame) => self.heap.frame(frame).values.clone(),
        };
        let content = |value: Value| match value {
            Value::Ref(cell) => match self.heap.obj(cell) {
                Obj::Cell(content) => *content,
                _ => value,
            },
            _ => value,
        };
        let kinds = code.code.localsplus.iter().map(|(_, kind)| kind.has(LocalKind::HIDDEN));
        let all = code.slots.iter().copied().zip(values.into_iter().map(content)).zip(kinds);
        let (hidden, plain): (Vec<_>, Vec<_>) = all.partition(|&(_, hidden)| hidden);
        let is_function = code.has_flag(crate::object::OPTIMIZED);
        let names = if is_function { self.function_locals(handle, names, &plain) } else { names };
        if hidden.iter().all(|((_, value), _)| value.is_null()) {
            return names;
        }
        let merged = self.heap.as_dict(names).cloned().unwrap_or_default();
        let merged = self.heap.dict(merged);
        for ((name, value), _) in hidden {
            if let (false, Value::Ref(dict)) = (value.is_null(), merged) {
                self.heap.dict_set_name(dict, name, value);
            }
        }
        merged
    }

    fn function_locals(&mut self, frame: Handle, known: Value, pairs: &[((Value, Value), bool)]) -> Value {
        let dict = match known {
            Value::Ref(dict) => dict,
            _ => {
                let made = self.heap.dict(Dict::default());
                self.heap.frame_mut(frame).names = made;
                made.handle().expect("a dict is on the heap")
            }
        };
        for &((name, value), _) in pairs {
            if !value.is_null() {
                self.heap.dict_set_name(dict, name, value);
                continue;
            }
            let at = self.heap.as_dict(dict.into()).and_then(|names| self.heap.find_name_at(names, name));
            if let Some(at) = at {
                self.heap.remove_entry(dict, at);
            }
        }
        dict.into()
    }

    /// `frame.clear()`: drops the variables of a frame that does not run. Of a suspended generator's, the prelude
    /// closes the generator.
    pub(super) fn clear_frame(&mut self, handle: Handle) -> Result<Value, Leave> {
        match self.heap.frame(handle).life {
            Life::Ended => {
                self.heap.frame_mut(handle).values.fill(Value::Null);
                Ok(Value::None)
            }
            Life::Generator(generator) if self.heap.generator(generator).state != State::Running => {
                Ok(generator.into())
            }
            Life::Open(_) | Life::Generator(_) => {
                Err(self.heap.raise(Type::RuntimeError, "cannot clear an executing frame").into())
            }
        }
    }
}
