//! Whether an expression is true where the program stands. It is run on a copy of the machine: nothing of the
//! program changes, whatever the expression does. Does not know who asks.

use std::rc::Rc;

use crate::{
    code::Code,
    object::{Stream, Value},
};

use super::{Event, Frame, Vm, start::module_frame};

/// What the code of an inquiry leaves its answer in: whether the expression is false.
pub const UNMET: &str = "__unmet__";

/// An expression that takes longer is given up.
const MOST_STEPS: u64 = 1_000_000;
const ENDS: &str = "it ends the program";

impl Vm {
    /// Runs the code with the names of the innermost visible frame. Why there is no answer comes in words.
    pub fn inquire(&self, code: &Rc<Code>) -> Result<bool, String> {
        let mut copy = self.clone();
        let names = copy.open_inquiry(code);
        match copy.run(MOST_STEPS) {
            Event::Finished(0) => {}
            Event::Finished(_) => return Err(copy.last_words()),
            Event::Wants(_) => return Err("it asks for something outside the program".to_owned()),
            Event::Limit(limit) => return Err(format!("the limit of {limit} is reached")),
            Event::Ran | Event::Stopped => return Err(format!("it does not end within {MOST_STEPS} steps")),
        }
        let unmet = copy.heap.intern(UNMET);
        let found = copy.heap.as_dict(names).and_then(|dict| copy.heap.find_name(dict, unmet.into()));
        found.map(|entry| entry.value == Value::Bool(false)).ok_or_else(|| ENDS.to_owned())
    }

    /// The inquiry's frame takes the place of all others; gives the names that it works with: the globals and above
    /// them the frame's own, so that functions within the expression see both.
    fn open_inquiry(&mut self, code: &Rc<Code>) -> Value {
        let asking = self.innermost_visible();
        let all = self.heap.as_dict(self.frame_at(asking).globals.into()).cloned().unwrap_or_default();
        let names = self.heap.dict(all);
        let globals = names.handle().expect("a dict is on the heap");
        let own = self.open_locals(asking);
        let own: Vec<_> = self.heap.as_dict(own).map(|own| own.iter().copied().collect()).unwrap_or_default();
        for entry in own {
            if self.heap.as_str(entry.key).is_some() {
                self.heap.dict_set_name(globals, entry.key, entry.value);
            }
        }
        for mortal in self.heap.mortals() {
            self.heap.forget_mortal(mortal);
        }
        self.heap.world = Default::default();
        self.forget_excepthook();
        let code = self.heap.load_code(code, self.heap.dialect);
        self.frames_opened += 1;
        self.current = Frame { id: self.frames_opened, ..module_frame(&self.heap, code, globals, false) };
        self.waiting.clear();
        self.frame_objects.clear();
        self.stack.clear();
        self.stack.resize(self.current.code.nslots as usize, Value::Null);
        (self.kw_names, self.handling) = (Value::Null, Value::None);
        (self.depth, self.reporting, self.hooked, self.ending) = (1, None, false, None);
        names
    }

    /// Exceptions are reported as if the program had nothing of its own for that.
    fn forget_excepthook(&mut self) {
        let Some(Value::Ref(sys)) = self.heap.find_module("sys") else { return };
        let (hook, own) = (self.heap.intern("excepthook"), self.heap.intern("__excepthook__"));
        if let Some(own) = self.heap.own(sys, own) {
            self.heap.set_own(sys, hook, own);
        }
    }

    /// The last line that was written of an exception.
    fn last_words(&self) -> String {
        let errors = self.output().iter().filter(|(stream, _)| *stream == Stream::Err);
        let errors: String = errors.map(|(_, text)| text).collect();
        errors.lines().last().unwrap_or(ENDS).to_owned()
    }
}
