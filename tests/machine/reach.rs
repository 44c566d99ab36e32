//! Which methods and attributes of builtin types a program reaches: looks on at every instruction, and says what
//! it calls or reads. Counts too little rather than too much: a name counts when an instruction, or the builtin function
//! it calls, has to go to it.

use std::collections::{BTreeSet, HashMap};

use opstep::{
    isa::Op,
    object::{Handle, Heap, Obj, Type, Value},
    vm::{FrameView, Vm, Watch},
};

/// (type, name), as `type.__name__` and the names in its `__dict__` have it.
pub type Reached = BTreeSet<(String, String)>;

pub struct Reach {
    /// Every class that is there before the program.
    classes: HashMap<Handle, String>,
    /// What stands among the names of those classes, where that is on the heap.
    values: HashMap<Handle, (String, String)>,
    pub reached: Reached,
}

/// The names of binary operators, by the argument of `BINARY_OP`.
const OPERATORS: [&str; 13] = [
    "add", "and", "floordiv", "lshift", "matmul", "mul", "mod", "or", "pow", "rshift", "sub", "truediv",
    "xor",
];
const COMPARISONS: [&str; 6] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"];

/// What builtin functions and types ask of their first argument.
const ASKS: &[(&str, &[&str])] = &[
    ("abs", &["__abs__"]),
    ("aiter", &["__aiter__"]),
    ("anext", &["__anext__"]),
    ("ascii", &["__repr__"]),
    ("bin", &["__index__"]),
    ("bool", &["__bool__"]),
    ("bytes", &["__bytes__", "__buffer__"]),
    ("complex", &["__complex__"]),
    ("dir", &["__dir__"]),
    ("divmod", &["__divmod__"]),
    ("float", &["__float__"]),
    ("format", &["__format__"]),
    ("frozenset", &["__iter__"]),
    ("hash", &["__hash__"]),
    ("hex", &["__index__"]),
    ("int", &["__int__"]),
    ("iter", &["__iter__"]),
    ("len", &["__len__"]),
    ("list", &["__iter__"]),
    ("memoryview", &["__buffer__"]),
    ("next", &["__next__"]),
    ("oct", &["__index__"]),
    ("pow", &["__pow__"]),
    ("print", &["__str__"]),
    ("repr", &["__repr__"]),
    ("reversed", &["__reversed__"]),
    ("round", &["__round__"]),
    ("set", &["__iter__"]),
    ("str", &["__str__"]),
    ("tuple", &["__iter__"]),
];

impl Reach {
    pub fn new(vm: &Vm) -> Self {
        let heap = vm.heap();
        let mut found = Self { classes: HashMap::new(), values: HashMap::new(), reached: Reached::new() };
        let mut waiting = vec![Type::Object.handle()];
        while let Some(class) = waiting.pop() {
            let of = heap.class(class);
            if found.classes.insert(class, of.name.to_string()).is_some() {
                continue;
            }
            waiting.extend(&of.subclasses);
            for entry in heap.attributes(class).into_iter().flat_map(opstep::object::Dict::iter) {
                if let Value::Ref(value) = entry.value {
                    let name = (of.name.to_string(), heap.lossy(entry.key).into_owned());
                    let inner = match heap.obj(value) {
                        Obj::Wrapped(Value::Ref(inner)) => *inner,
                        _ => value,
                    };
                    found.values.insert(inner, name.clone());
                    found.values.insert(value, name);
                }
            }
        }
        found
    }

    fn find(&self, heap: &Heap, class: Handle, name: &str) -> Option<(Handle, Value)> {
        let mro = heap.class(class).mro.iter();
        mro.filter_map(|&each| {
            let names = heap.attributes(each)?.iter();
            let mut named = names.filter(|entry| heap.as_str(entry.key).is_some());
            named.find(|entry| heap.lossy(entry.key) == name).map(|entry| (each, entry.value))
        })
        .next()
    }

    fn note(&mut self, owner: Handle, name: &str) {
        if let Some(class) = self.classes.get(&owner) {
            self.reached.insert((class.clone(), name.to_owned()));
        }
    }

    /// The type of the value is asked for a special method; false if it has none.
    fn special(&mut self, heap: &Heap, value: Value, name: &str) -> bool {
        let found = self.find(heap, heap.class_of(value), name);
        if let Some((owner, _)) = found.filter(|(_, value)| !value.is_none()) {
            self.note(owner, name);
        }
        found.is_some()
    }

    fn first_of(&mut self, heap: &Heap, value: Value, names: &[&str]) {
        for name in names {
            if self.special(heap, value, name) {
                return;
            }
        }
    }

    /// `object.name`: what is found in a class counts if reading is all that is done with it.
    fn read(&mut self, heap: &Heap, object: Value, name: &str) {
        self.special(heap, object, "__getattribute__");
        let is_data = |value: Value| match value {
            Value::Ref(handle) => {
                matches!(heap.obj(handle), Obj::GetSet(..) | Obj::Member(..) | Obj::Property(_) | Obj::Str(_))
                    || matches!(heap.obj(handle), Obj::Tuple(_))
            }
            _ => true,
        };
        let mut found = vec![self.find(heap, heap.class_of(object), name)];
        if let Some(class) = object.handle().filter(|_| heap.as_class(object).is_some()) {
            found.push(self.find(heap, class, name));
        }
        for (owner, value) in found.into_iter().flatten() {
            if is_data(value) {
                self.note(owner, name);
            }
        }
    }

    fn called(&mut self, heap: &Heap, callee: Value, args: &[Value]) {
        let Value::Ref(handle) = callee else { return };
        self.special(heap, callee, "__call__");
        if let Some((class, name)) = self.values.get(&handle).cloned() {
            self.reached.insert((class, name));
        }
        match heap.obj(handle) {
            Obj::Method(method) => {
                let (function, this) = (method.function, method.this);
                self.called(heap, function, &[&[this], args].concat());
            }
            Obj::Class(class) => {
                let name = class.name.clone();
                for special in ["__new__", "__init__"] {
                    if let Some((owner, _)) = self.find(heap, handle, special) {
                        self.note(owner, special);
                    }
                }
                self.asked(heap, &name, args);
            }
            Obj::Native(native, home) if matches!(heap.obj(*home), Obj::Module(_)) => {
                let name = native.name;
                self.asked(heap, name, args);
            }
            _ => {}
        }
    }

    /// What a builtin function or type does with its arguments.
    fn asked(&mut self, heap: &Heap, function: &str, args: &[Value]) {
        let [first, rest @ ..] = args else { return };
        if let Some((_, names)) = ASKS.iter().find(|(name, _)| *name == function) {
            self.first_of(heap, *first, names);
        }
        match (function, rest) {
            ("print", rest) => rest.iter().for_each(|&each| self.first_of(heap, each, &["__str__"])),
            ("isinstance", &[class, ..]) => self.first_of(heap, class, &["__instancecheck__"]),
            ("issubclass", &[class, ..]) => self.first_of(heap, class, &["__subclasscheck__"]),
            ("getattr" | "hasattr", &[name, ..]) => {
                let name = heap.lossy(name).into_owned();
                self.read(heap, *first, &name);
            }
            ("setattr", &[name, ..]) => {
                let name = heap.lossy(name).into_owned();
                self.special(heap, *first, "__setattr__");
                self.read(heap, *first, &name);
            }
            ("delattr", _) => self.first_of(heap, *first, &["__delattr__"]),
            _ => {}
        }
    }

    fn operate(&mut self, heap: &Heap, arg: u32, left: Value, right: Value) {
        let name = OPERATORS[arg as usize % 13];
        let in_place = arg >= 13 && self.special(heap, left, &format!("__i{name}__"));
        if !in_place && !self.special(heap, left, &format!("__{name}__")) {
            self.special(heap, right, &format!("__r{name}__"));
        }
    }

    fn look(&mut self, heap: &Heap, frame: &FrameView<'_>) {
        let instr = frame.code.instrs[frame.pc as usize];
        let (stack, arg) = (frame.stack, instr.arg as usize);
        let top = |depth: usize| stack.len().checked_sub(depth).map_or(Value::Null, |at| stack[at]);
        let name = |at: usize| heap.lossy(frame.code.names[at]).into_owned();
        match instr.op {
            Op::Call => {
                let args = &stack[stack.len() - arg..];
                match top(arg + 2) {
                    Value::Null => self.called(heap, top(arg + 1), args),
                    method => self.called(heap, method, &stack[stack.len() - arg - 1..]),
                }
            }
            Op::CallFunctionEx => {
                let args = heap.as_sequence(top(1 + (arg & 1))).unwrap_or_default().to_vec();
                self.called(heap, top(2 + (arg & 1)), &args);
            }
            Op::BinaryOp => self.operate(heap, instr.arg, top(2), top(1)),
            Op::CompareOp => self.first_of(heap, top(2), &[COMPARISONS[(arg >> 4) % 6]]),
            Op::ContainsOp => self.first_of(heap, top(1), &["__contains__", "__iter__"]),
            Op::BinarySubscr if heap.as_class(top(2)).is_some() => {
                self.special(heap, top(2), "__getitem__");
                if let Some((owner, _)) =
                    self.find(heap, top(2).handle().expect("a class is on the heap"), "__class_getitem__")
                {
                    self.note(owner, "__class_getitem__");
                }
            }
            Op::BinarySubscr => self.first_of(heap, top(2), &["__getitem__"]),
            Op::BinarySlice => self.first_of(heap, top(3), &["__getitem__"]),
            Op::StoreSubscr => self.first_of(heap, top(2), &["__setitem__"]),
            Op::StoreSlice => self.first_of(heap, top(3), &["__setitem__"]),
            Op::DeleteSubscr => self.first_of(heap, top(2), &["__delitem__"]),
            Op::UnaryNegative => self.first_of(heap, top(1), &["__neg__"]),
            Op::UnaryInvert => self.first_of(heap, top(1), &["__invert__"]),
            Op::UnaryNot | Op::PopJumpIfTrue | Op::PopJumpIfFalse => {
                self.first_of(heap, top(1), &["__bool__", "__len__"]);
            }
            Op::GetIter | Op::UnpackSequence | Op::ListExtend | Op::SetUpdate => {
                self.first_of(heap, top(1), &["__iter__"]);
            }
            Op::ForIter => self.first_of(heap, top(1), &["__next__"]),
            Op::FormatValue => {
                let value = top(1 + (arg >> 2 & 1));
                self.first_of(
                    heap,
                    value,
                    [&["__format__"], &["__str__"], &["__repr__"], &["__repr__"]][arg & 3],
                );
            }
            Op::LoadAttr => self.read(heap, top(1), &name(arg >> 1)),
            Op::LoadSuperAttr => {
                self.reached.insert(("super".to_owned(), "__getattribute__".to_owned()));
            }
            Op::StoreAttr | Op::DeleteAttr => {
                let special = if instr.op == Op::StoreAttr { "__setattr__" } else { "__delattr__" };
                self.special(heap, top(1), special);
                self.read(heap, top(1), &name(arg));
            }
            Op::BeforeWith => {
                self.special(heap, top(1), "__enter__");
                self.special(heap, top(1), "__exit__");
            }
            Op::GetAwaitable => self.first_of(heap, top(1), &["__await__"]),
            Op::GetAiter => self.first_of(heap, top(1), &["__aiter__"]),
            Op::GetAnext => self.first_of(heap, top(1), &["__anext__"]),
            Op::Send if top(1).is_none() => self.first_of(heap, top(2), &["__next__", "send"]),
            Op::Send => self.first_of(heap, top(2), &["send"]),
            Op::RaiseVarargs if arg > 0 && heap.as_class(top(arg)).is_some() => {
                self.called(heap, top(arg), &[]);
            }
            Op::CallIntrinsic1 if arg == 5 => self.first_of(heap, top(1), &["__pos__"]),
            _ => {}
        }
    }
}

impl Watch for Reach {
    fn before(&mut self, vm: &Vm) -> bool {
        if let Some(frame) = vm.top() {
            self.look(vm.heap(), &frame);
        }
        false
    }
}
