//! A machine before its first instruction: heap, builtins, prelude, the module to run.

use std::{cell::RefCell, rc::Rc};

use crate::{
    builtins,
    code::Code,
    dialect::Dialect,
    modules,
    object::{CodeObject, Handle, Heap, Obj, Sym, Value},
    prelude,
};

use super::{Event, Frame, Limits, Program, Resume, Vm};

thread_local! {
    /// A machine with its prelude loaded, for each dialect that was asked for: the start of every program.
    static BOOTED: RefCell<Vec<(&'static str, Vm)>> = const { RefCell::new(Vec::new()) };
}

impl Vm {
    /// A machine about to execute the first instruction of the program.
    pub fn new(program: Program) -> Self {
        let mut vm = Self::booted(program.dialect);
        vm.heap.forget_shared(program.limits.memory);
        vm.heap.world = Default::default();
        vm.heap.compilations = Default::default();
        let code_handle = vm.heap.load_code(&program.code, program.dialect);
        let main = vm.heap.module("__main__", Value::None);
        vm.heap.register_module("__main__", main);
        let globals = vm.heap.give_attributes(main);
        let loader = vm.main_loader(&program);
        vm.heap.set_own(main, Sym::Loader, loader);
        let annotations = vm.heap.dict(crate::object::Dict::default());
        vm.heap.set_own(main, Sym::Annotations, annotations);
        let builtins = vm.heap.find_module("builtins").unwrap_or(Value::None);
        vm.heap.set_own(main, Sym::Builtins, builtins);
        let file = vm.heap.str(program.file.as_deref().unwrap_or(&program.code.filename));
        vm.heap.set_own(main, Sym::File, file);
        let cached = vm.heap.intern("__cached__");
        vm.heap.set_own(main, cached, Value::None);
        modules::set_argv(&mut vm.heap, &program.argv);
        modules::set_path(&mut vm.heap, &program.path);
        vm.main_module = main.into();
        (vm.ticks, vm.hidden_ticks, vm.finished, vm.depth) = (0, 0, None, 1);
        vm.frames_opened = 1;
        vm.current = module_frame(&vm.heap, code_handle, globals, false);
        vm.stack.clear();
        vm.stack.resize(vm.current.code.nslots as usize, Value::Null);
        vm.program = Rc::new(program);
        vm
    }

    /// Who has loaded the program: from its source, from compiled code, or, where there is no file, the interpreter.
    fn main_loader(&mut self, program: &Program) -> Value {
        let class = match &program.file {
            Some(_) => "SourcelessFileLoader",
            None if program.code.filename.starts_with('<') => return self.prelude("BuiltinImporter"),
            None => "SourceFileLoader",
        };
        let Value::Ref(class) = self.prelude(class) else { unreachable!("a class is on the heap") };
        let loader = self.heap.alloc_handle(class, Obj::Plain);
        let path = program.file.as_deref().unwrap_or(&program.code.filename);
        for (name, text) in [("name", "__main__"), ("path", path)] {
            let (name, text) = (self.heap.intern(name), self.heap.str(text));
            self.heap.set_own(loader, name, text);
        }
        loader.into()
    }

    /// The same, for somebody who looks at each instruction: those are executed too that nothing else can tell, whatever
    /// it costs.
    pub fn watched(program: Program) -> Self {
        Self { watched: true, ..Self::new(program) }
    }

    fn booted(dialect: &'static Dialect) -> Self {
        let known = BOOTED.with_borrow(|booted| {
            booted.iter().find(|(name, _)| *name == dialect.name).map(|(_, vm)| vm.clone())
        });
        known.unwrap_or_else(|| {
            let vm = Self::boot(dialect);
            BOOTED.with_borrow_mut(|booted| booted.push((dialect.name, vm.clone())));
            vm
        })
    }

    /// Fills a heap and runs the prelude's definitions.
    fn boot(dialect: &'static Dialect) -> Self {
        let limits = Limits::default();
        let mut heap = Heap::new(limits.memory, dialect);
        builtins::install(&mut heap);
        modules::install(&mut heap, dialect);
        let code: Rc<Code> = prelude::compiled(dialect);
        let module = heap.module("_prelude", Value::None);
        heap.prelude = module.into();
        prelude::equip(&mut heap);
        let code_handle = heap.load_code(&code, dialect);
        let globals = heap.give_attributes(module);
        let current = module_frame(&heap, code_handle, globals, true);
        let program =
            Program { code, dialect, argv: Vec::new(), path: Vec::new(), file: None, source: None, limits };
        let mut vm = Self {
            heap,
            stack: vec![Value::Null; current.code.nslots as usize],
            current,
            waiting: Vec::new(),
            ticks: 0,
            hidden_ticks: 0,
            handling: Value::None,
            kw_names: Value::Null,
            main_module: Value::Null,
            depth: 0,
            frames_opened: 0,
            frame_objects: Vec::new(),
            raised_at: None,
            reporting: None,
            hooked: false,
            ending: None,
            sources_closed: false,
            finished: None,
            watched: false,
            program: Rc::new(program),
        };
        let event = vm.run(u64::MAX);
        let errors: String = vm.output().iter().map(|(_, text)| text).collect();
        assert_eq!(event, Event::Finished(0), "the prelude only defines: {errors}");
        vm
    }
}

pub(super) fn module_frame(heap: &Heap, code_handle: Handle, globals: Handle, hidden: bool) -> Frame {
    let Obj::Code(code) = heap.obj(code_handle) else { panic!("a code object is expected") };
    let code: Rc<CodeObject> = code.clone();
    Frame {
        code,
        code_handle,
        pc: 0,
        base: 0,
        floor: 0,
        globals,
        names: globals.into(),
        function: Value::Null,
        resume: Resume::Push,
        hidden,
        generator: None,
        id: 1,
    }
}
