//! The payload of generators and coroutines: a frame that is not running, put away.

use std::rc::Rc;

use super::{Handle, Value, code::CodeObject};

#[derive(Clone, Debug)]
pub struct Generator {
    pub state: State,
    pub code: Rc<CodeObject>,
    pub code_handle: Handle,
    pub globals: Handle,
    pub function: Value,
    /// The instruction it goes on with.
    pub pc: u32,
    /// Its variables and its part of the value stack; empty while it runs or once it has ended.
    pub values: Vec<Value>,
    pub name: Value,
    pub qualname: Value,
    /// The exception that was being handled when it was left.
    pub handling: Value,
    pub hidden: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Created,
    Suspended,
    Running,
    Finished,
}

impl Generator {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.code.visit(see);
        see(self.code_handle.into());
        see(self.globals.into());
        [self.function, self.name, self.qualname, self.handling].into_iter().for_each(&mut *see);
        self.values.iter().copied().for_each(see);
    }
}
