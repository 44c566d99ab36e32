//! Payloads of what can be called or stands between a name and a call: functions, methods, properties, modules.

use std::rc::Rc;

use super::{EMPTY_TUPLE, Handle, Heap, Sym, Value, code::CodeObject};

#[derive(Clone, Debug)]
pub struct Function {
    pub code: Rc<CodeObject>,
    /// The code object's own place on the heap.
    pub code_handle: Handle,
    pub globals: Handle,
    pub name: Value,
    pub qualname: Value,
    pub module: Value,
    pub doc: Value,
    /// A tuple, or `None`.
    pub defaults: Value,
    /// A dict, or `None`.
    pub kwdefaults: Value,
    /// A tuple of cells, or `None`.
    pub closure: Value,
    /// A dict, or `Null` until somebody asks.
    pub annotations: Value,
    /// A tuple.
    pub type_params: Value,
    /// Whether its frames are the machine's own: not shown, not counted, not in tracebacks.
    pub hidden: bool,
}

impl Function {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        self.visit_own(see);
        self.code.visit(see);
    }

    /// The same without what its code holds.
    pub fn visit_own(&self, see: &mut impl FnMut(Value)) {
        see(self.code_handle.into());
        see(self.globals.into());
        for value in [
            self.name,
            self.qualname,
            self.module,
            self.doc,
            self.defaults,
            self.kwdefaults,
            self.closure,
            self.annotations,
            self.type_params,
        ] {
            see(value);
        }
    }
}

/// A function with its first argument.
#[derive(Clone, Debug)]
pub struct Method {
    pub function: Value,
    pub this: Value,
}

impl Method {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        see(self.function);
        see(self.this);
    }
}

#[derive(Clone, Debug)]
pub struct Property {
    pub get: Value,
    pub set: Value,
    pub delete: Value,
    pub doc: Value,
    /// Whether the getter's text is its own.
    pub getter_doc: bool,
    /// What it is called in the class whose body made it; `Null` while nobody has said.
    pub name: Value,
}

impl Property {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        [self.get, self.set, self.delete, self.doc, self.name].into_iter().for_each(see);
    }
}

/// `super(class, object)`.
#[derive(Clone, Debug)]
pub struct Super {
    pub class: Value,
    pub object: Value,
    /// The type whose MRO is searched.
    pub object_class: Value,
}

impl Super {
    pub fn visit(&self, see: &mut impl FnMut(Value)) {
        [self.class, self.object, self.object_class].into_iter().for_each(see);
    }
}

#[derive(Clone, Debug)]
pub struct Module {
    pub name: Value,
}

impl Heap {
    /// What a code object and the names it runs among make: all that a statement adds is missing.
    pub fn function_of(&self, code_handle: Handle, code: Rc<CodeObject>, globals: Handle) -> Function {
        let names = self.as_dict(globals.into());
        let module = names.and_then(|names| self.find_name(names, Sym::Name.into()));
        let doc = code.consts.first().copied().filter(|&doc| self.as_str(doc).is_some());
        Function {
            code_handle,
            globals,
            name: code.name,
            qualname: code.qualname,
            module: module.map_or(Value::None, |entry| entry.value),
            doc: doc.unwrap_or(Value::None),
            defaults: Value::None,
            kwdefaults: Value::None,
            closure: Value::None,
            annotations: Value::Null,
            type_params: EMPTY_TUPLE.into(),
            hidden: false,
            code,
        }
    }

    /// What the last parameters are where only so many arguments are given, all by position; `None` where they do
    /// not fit.
    #[inline(always)]
    pub fn last_defaults(&self, function: &Function, given: usize) -> Option<&[Value]> {
        let missing = (function.code.argcount as usize).checked_sub(given)?;
        if missing == 0 {
            return Some(&[]);
        }
        let defaults = self.as_tuple(function.defaults)?;
        defaults.len().checked_sub(missing).map(|from| &defaults[from..])
    }
}
