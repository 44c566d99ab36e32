//! Classes: the body is a function without parameters that fills the namespace.

use super::{
    builder::Kind,
    emit::intrinsic1,
    generator::{Done, Generator},
    type_params::unit_name,
};
use crate::{
    isa::Op,
    source::Location,
    symbols::Block,
    syntax::{
        Constant,
        ast::{ClassDef, Context, Expr, ExprKind},
    },
};

impl<'a> Generator<'a> {
    pub fn class(&mut self, def: &'a ClassDef, at: Location) -> Done {
        self.exprs(&def.decorator_list)?;
        let firstlineno = def.decorator_list.first().map_or(at.line, |first| first.at.line);
        if def.type_params.is_empty() {
            self.class_body(def, firstlineno, at)?;
            self.call_with(2, &def.bases, &def.keywords, at)?;
        } else {
            self.generic_class(def, firstlineno, at)?;
        }
        self.apply_decorators(&def.decorator_list);
        self.store_name(&def.name, at)
    }

    /// A generic class is made by a function that holds its type parameters and adds `Generic` to its bases.
    fn generic_class(&mut self, def: &'a ClassDef, firstlineno: i32, at: Location) -> Done {
        // As in CPython, the class's privacy is in force from here to the end of the unit around it.
        self.unit().private = Some(def.name.clone());
        self.op(Op::PushNull, at);
        self.enter(Kind::TypeParams, unit_name(&def.name), (Block::TypeParams, at), firstlineno);
        self.type_params(&def.type_params)?;
        self.store_name(&".type_params".into(), at)?;
        self.class_body(def, firstlineno, at)?;
        self.load_name(&".type_params".into(), at)?;
        self.op_arg(Op::CallIntrinsic1, intrinsic1::SUBSCRIPT_GENERIC, at);
        self.store_name(&".generic_base".into(), at)?;
        let generic = ExprKind::Name { id: ".generic_base".into(), ctx: Context::Load };
        let mut bases = def.bases.clone();
        bases.push(Expr { at, kind: generic });
        self.call_with(2, &bases, &def.keywords, at)?;
        let code = self.leave(false)?;
        self.make_closure(&code, 0, at)?;
        self.op_arg(Op::Call, 0, at);
        Ok(())
    }

    /// Pushes what builds the class: the builder, the body's function, the name.
    fn class_body(&mut self, def: &'a ClassDef, firstlineno: i32, at: Location) -> Done {
        self.enter(Kind::Class, def.name.clone(), (Block::Class, at), firstlineno);
        let first = Location::new(firstlineno, firstlineno, 0, 0);
        self.unit().private = Some(def.name.clone());
        self.load_name(&"__name__".into(), first)?;
        self.store_name(&"__module__".into(), first)?;
        let qualname = self.unit().qualname.clone();
        self.load_text(&qualname, first);
        self.store_name(&"__qualname__".into(), first)?;
        if !def.type_params.is_empty() {
            self.load_name(&".type_params".into(), first)?;
            self.store_name(&"__type_params__".into(), first)?;
        }
        let scope = self.unit().scope;
        if scope.needs_classdict {
            self.op(Op::LoadLocals, first);
            let cell = self.implicit_cell("__classdict__");
            self.op_arg(Op::StoreDeref, cell, first);
        }
        self.body(&def.body, first)?;
        if scope.needs_classdict {
            let cell = self.implicit_cell("__classdict__");
            self.op_arg(Op::LoadClosure, cell, Location::NONE);
            self.store_name(&"__classdictcell__".into(), Location::NONE)?;
        }
        if scope.needs_class_closure {
            let cell = self.implicit_cell("__class__");
            self.op_arg(Op::LoadClosure, cell, Location::NONE);
            self.op_arg(Op::Copy, 1, Location::NONE);
            self.store_name(&"__classcell__".into(), Location::NONE)?;
        } else {
            self.load_const(Constant::None, Location::NONE);
        }
        self.op(Op::ReturnValue, Location::NONE);
        let code = self.leave(true)?;
        // These belong to the class's line, not to a decorator's.
        self.op(Op::PushNull, at);
        self.op(Op::LoadBuildClass, at);
        self.make_closure(&code, 0, at)?;
        self.load_text(&def.name, at);
        Ok(())
    }

    fn implicit_cell(&mut self, name: &str) -> u32 {
        self.unit().cellvars.find(name).expect("the class scope has this cell")
    }
}
