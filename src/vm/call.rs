//! Calls: from a callable and its arguments on the stack to a new frame, or to a native's result.

use std::rc::Rc;

use crate::object::{
    Args, Callee, Escape, Function, Handle, Native, Obj, Scope, Sym, TailCall, Type, Value, With,
};

use super::{
    Resume, Vm, bind,
    generator::Owed,
    report,
    unwind::{Flow, Leave},
};

/// The names of keyword arguments: a tuple's items.
pub(super) type Names = Option<Rc<[Value]>>;

impl Vm {
    /// Calls what lies at `floor` as CALL has it: a method and its object, or NULL and a callable; arguments up
    /// to the top. Everything from `floor` on is gone when the value is delivered.
    #[inline(always)]
    pub(super) fn call_at(&mut self, floor: usize, names: Names) -> Flow {
        let (callee, first) = match self.stack[floor] {
            Value::Null => (self.stack[floor + 1], floor + 2),
            method => (method, floor + 1),
        };
        self.call(callee, first, floor, names)
    }

    /// Calls with the arguments from `first` up to the top of the stack.
    pub(super) fn call(&mut self, callee: Value, first: usize, floor: usize, names: Names) -> Flow {
        let Value::Ref(handle) = callee else { return Err(self.not_callable(callee)) };
        let Obj::Function(function) = self.heap.obj(handle) else {
            return self.call_object(handle, first, floor, names);
        };
        if names.is_none()
            && function.code.is_positional
            && let Some(missing) = self.heap.last_defaults(function, self.stack.len() - first)
        {
            self.stack.extend_from_slice(missing);
            let (code, code_handle) = (function.code.clone(), function.code_handle);
            let (globals, hidden) = (function.globals, function.hidden);
            return self.open(code, code_handle, globals, callee, hidden, first, floor);
        }
        bind::call(self, handle, first, floor, names.as_deref())
    }

    /// The same for what is not a function in Python.
    fn call_object(&mut self, handle: Handle, first: usize, floor: usize, names: Names) -> Flow {
        let callee = Value::Ref(handle);
        match self.heap.obj(handle) {
            Obj::Native(native, owner) => {
                let (native, owner) = (*native, *owner);
                self.call_native(handle, native, owner, first, floor, names)
            }
            Obj::Method(method) => {
                let (function, this) = (method.function, method.this);
                if first == floor + 1 {
                    // Not where a callable is looked for, but where its method was: `__exit__`.
                    self.called_from_outside();
                }
                let first = self.prepend(this, first, floor);
                self.call_inner(function, first, floor, names)
            }
            Obj::Class(_) => self.construct(handle, first, floor, names),
            Obj::Wrapped(inner) if self.heap.is_exact(callee, Type::StaticMethod) => {
                let inner = *inner;
                self.called_from_outside();
                self.call_inner(inner, first, floor, names)
            }
            _ => match self.heap.special(callee, Sym::Call) {
                Some(method) => {
                    self.called_from_outside();
                    let first = self.prepend(callee, first, floor);
                    if self.is_method(method) {
                        return self.call_inner(method, first, floor, names);
                    }
                    // Any other descriptor is asked first.
                    let first = self.prepend(method, first, floor);
                    let twin = self.prelude("_call_special");
                    self.call_inner(twin, first, floor, names)
                }
                None => Err(self.not_callable(callee)),
            },
        }
    }

    /// In CPython it is not the loop itself that makes the call.
    pub(super) fn called_from_outside(&mut self) {
        if self.current.resume == Resume::Push {
            self.current.resume = Resume::Called;
        }
    }

    /// Calls what a callable stands for, which may again stand for something: not without end.
    fn call_inner(&mut self, callee: Value, first: usize, floor: usize, names: Names) -> Flow {
        self.heap.go_in(" while calling a Python object")?;
        let called = self.call(callee, first, floor, names);
        self.heap.come_out();
        called
    }

    /// Puts a value before the arguments; says where they begin now.
    pub(super) fn prepend(&mut self, value: Value, first: usize, floor: usize) -> usize {
        if first > floor {
            self.stack[first - 1] = value;
            return first - 1;
        }
        self.stack.insert(first, value);
        first
    }

    fn not_callable(&mut self, callee: Value) -> Leave {
        let name = self.heap.type_name(callee);
        let hint = self.callable_of_module(callee).unwrap_or_default();
        self.heap.type_error(format!("'{name}' object is not callable{hint}")).into()
    }

    /// A module may have something of its own name that was meant.
    fn callable_of_module(&mut self, callee: Value) -> Option<String> {
        let handle = callee.handle()?;
        if self.heap.layout(callee) != Type::Module {
            return None;
        }
        let name = self.heap.own(handle, Sym::Name).filter(|&name| self.heap.as_str(name).is_some())?;
        let name = self.heap.lossy(name).into_owned();
        let key = self.heap.intern(&name);
        let meant = self.heap.own(handle, key)?;
        let is_callable = crate::builtins::is_callable(&self.heap, meant);
        is_callable.then(|| format!(". Did you mean: '{name}.{name}(...)'?"))
    }

    fn call_native(
        &mut self,
        callee: Handle,
        native: &'static Native,
        owner: Handle,
        first: usize,
        floor: usize,
        names: Names,
    ) -> Flow {
        let is_method = self.heap.slot(callee).class != Type::BuiltinFunction.handle();
        let given = bind::native(self, native, is_method.then_some(owner), owner, first, names.as_deref())?;
        let names_given = names.as_deref().unwrap_or(&[]);
        let args = match &given {
            Some(values) => Args::new(values, &[]),
            None => Args::new(&self.stack[first..], names_given),
        };
        self.heap.begin_walking();
        match (native.call)(&mut self.heap, &args) {
            Ok(value) => {
                self.stack.truncate(floor);
                self.deliver(value)
            }
            Err(Escape::Twin) => match native.twin {
                Some(twin) => {
                    self.heap.walk_back();
                    self.heap.take_wanted_index();
                    let twin = self.prelude(twin);
                    self.call(twin, first, floor, names)
                }
                // Only an argument's `__index__`, or that it lends its bytes, can be in the way.
                None => {
                    let wanted = self.heap.take_wanted_index().unwrap_or(Value::None);
                    let retry = self.prelude("_retry");
                    let first = self.prepend(wanted, first, floor);
                    let first = self.prepend(callee.into(), first, floor);
                    self.call(retry, first, floor, names)
                }
            },
            Err(Escape::Call(call)) => {
                self.heap.go_in("")?;
                self.called_from_outside();
                let called = self.tail_call(*call, floor);
                self.heap.come_out();
                called
            }
            Err(other) => Err(other.into()),
        }
    }

    /// Makes the call that took another call's place.
    pub(super) fn tail_call(&mut self, call: TailCall, floor: usize) -> Flow {
        let callee = match call.callee {
            Callee::Value(callee) => callee,
            Callee::Prelude(name) => self.prelude(name),
            Callee::Body { function, names } => return self.open_body(function, names, floor),
            Callee::Generator { generator, with } => {
                // The operands stay until the generator gives back.
                let handle = generator.handle().expect("a generator is on the heap");
                let owed = Owed { resume: self.current.resume, floor };
                return match with {
                    With::Value => self.resume_generator(handle, call.args[0], owed),
                    With::Exception => self.throw(handle, &call.args, owed),
                    With::ExceptionHere => self.throw_past_delegate(handle, &call.args, owed),
                };
            }
            Callee::Scope(scope) => {
                self.stack.truncate(floor);
                let answer = self.scope(scope)?;
                return self.deliver(answer);
            }
        };
        self.stack.truncate(floor);
        self.stack.push(Value::Null);
        self.stack.extend(call.args);
        self.call(callee, floor + 1, floor, None)
    }

    /// A class body: a function without parameters whose names live in a dict.
    fn open_body(&mut self, function: Value, names: Value, floor: usize) -> Flow {
        self.stack.truncate(floor);
        let handle = function.handle().expect("a function is on the heap");
        let body = self.function(handle).clone();
        self.open(body.code.clone(), body.code_handle, body.globals, function, body.hidden, floor, floor)?;
        self.current.names = names;
        Ok(())
    }

    /// What only the machine knows of its frames.
    fn scope(&mut self, scope: Scope) -> Result<Value, Leave> {
        let number = self.innermost_visible();
        let frame = self.waiting.get(number).unwrap_or(&self.current);
        Ok(match scope {
            Scope::Globals => frame.globals.into(),
            Scope::Flags => Value::Int(frame.code.flags.into()),
            Scope::Locals => self.open_locals(number),
            Scope::Caller(depth) => return self.caller(depth),
            Scope::Frame(frame, part) => self.frame_part(frame, part),
            Scope::Clear(frame) => return self.clear_frame(frame),
            Scope::SourceLine(file, line) => {
                let file = self.heap.lossy(file.into()).into_owned();
                self.source_line(&file, line).map_or(Value::None, |line| self.heap.str(&line))
            }
            Scope::Report { raised, alone } => {
                let text = if alone { report::text_alone } else { report::text };
                let text = text(self, raised);
                self.heap.str(&text)
            }
            Scope::Collect => self.collect_now(),
            Scope::References(value) => self.count_references(value),
            Scope::Referrers(wanted) => self.referrers(wanted),
            Scope::Handled => self.handled(),
            Scope::Super => return self.frame_super(),
        })
    }

    /// `sys.exc_info()`
    fn handled(&mut self) -> Value {
        let handled = self.handling();
        let (class, traceback) = match handled {
            Value::Ref(raised) => {
                (self.heap.slot(raised).class.into(), self.heap.exception(raised).traceback)
            }
            _ => (Value::None, Value::None),
        };
        self.heap.tuple(vec![class, handled, traceback])
    }

    /// A function of the prelude.
    pub(super) fn prelude(&mut self, name: &'static str) -> Value {
        let name_object = self.heap.intern(name);
        let Value::Ref(prelude) = self.heap.prelude else { panic!("the prelude is loaded") };
        self.heap.own(prelude, name_object).unwrap_or_else(|| panic!("the prelude has {name}"))
    }

    /// Calls a function with these arguments; `resume` says what becomes of its value.
    pub(super) fn call_values(&mut self, callee: Value, args: &[Value], resume: Resume) -> Flow {
        let floor = self.stack.len();
        self.current.resume = resume;
        self.stack.push(Value::Null);
        self.stack.extend_from_slice(args);
        self.call(callee, floor + 1, floor, None)
    }

    /// Whether it takes the object as its first argument. A function of a module does not, wherever it is found.
    fn is_method(&self, found: Value) -> bool {
        found.handle().is_some_and(|handle| match self.heap.obj(handle) {
            Obj::Function(_) => true,
            Obj::Native(..) => self.heap.slot(handle).class != Type::BuiltinFunction.handle(),
            _ => false,
        })
    }

    /// Whether its own `__get__` says what is called.
    pub(super) fn binds_itself(&self, method: Value) -> bool {
        let is_plain = |obj: &Obj| matches!(obj, Obj::Function(_) | Obj::Native(..) | Obj::Wrapped(_));
        !method.handle().is_none_or(|handle| is_plain(self.heap.obj(handle)))
            && self.heap.special(method, Sym::Get).is_some()
    }

    /// Calls a special method that was found on the object's type.
    pub(super) fn call_special(
        &mut self,
        method: Value,
        this: Value,
        args: &[Value],
        resume: Resume,
    ) -> Flow {
        let floor = self.stack.len();
        let bound = match method {
            Value::Ref(handle) => match self.heap.obj(handle) {
                _ if self.is_method(method) => (method, this),
                Obj::Wrapped(inner) if self.heap.is_class_method(method) => {
                    (*inner, self.heap.class_of(this).into())
                }
                Obj::Wrapped(inner) => (*inner, Value::Null),
                _ if self.binds_itself(method) => {
                    let twin = self.prelude("_call_special");
                    return self.call_values(twin, &[&[method, this], args].concat(), resume);
                }
                _ => (method, Value::Null),
            },
            _ => (method, Value::Null),
        };
        self.current.resume = resume;
        self.stack.push(Value::Null);
        let first = self.stack.len();
        if !bound.1.is_null() {
            self.stack.push(bound.1);
        }
        self.stack.extend_from_slice(args);
        self.call(bound.0, first, floor, None)
    }

    pub(super) fn function(&self, handle: Handle) -> &Rc<Function> {
        match self.heap.obj(handle) {
            Obj::Function(function) => function,
            other => panic!("a function is expected, not {other:?}"),
        }
    }
}
