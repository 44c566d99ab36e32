//! Functions and lambdas.

use super::{
    builder::Kind,
    emit::{count, intrinsic1, intrinsic2},
    generator::{Done, Generator},
    scope::{HAS_ANNOTATIONS, HAS_DEFAULTS, HAS_KWDEFAULTS},
    type_params::unit_name,
};
use crate::{
    ast_opt::docstring,
    isa::Op,
    source::{Location, SyntaxError},
    symbols::{Block, mangle},
    syntax::{
        Constant,
        ast::{Arguments, Context, Expr, FunctionDef},
    },
};

impl<'a> Generator<'a> {
    pub fn function(&mut self, def: &'a FunctionDef, is_async: bool, at: Location) -> Done {
        self.check_parameters(&def.args)?;
        self.exprs(&def.decorator_list)?;
        let firstlineno = def.decorator_list.first().map_or(at.line, |first| first.at.line);
        let generic = !def.type_params.is_empty();
        if generic {
            self.op(Op::PushNull, at);
        }
        let mut flags = self.defaults(&def.args, at)?;
        let outer_args = flags.count_ones();
        if generic {
            if outer_args == 2 {
                self.op_arg(Op::Swap, 2, at);
            }
            self.enter(Kind::TypeParams, unit_name(&def.name), (Block::TypeParams, at), firstlineno);
            self.type_params(&def.type_params)?;
            for slot in 0..outer_args {
                self.op_arg(Op::LoadFast, slot, at);
            }
        }
        if self.signature(&def.args, def.returns.as_ref(), at)? {
            flags |= HAS_ANNOTATIONS;
        }
        self.function_body(def, is_async, flags, firstlineno, at)?;
        if generic {
            self.op_arg(Op::Swap, 2, at);
            self.op_arg(Op::CallIntrinsic2, intrinsic2::SET_FUNCTION_TYPE_PARAMS, at);
            self.unit().argcount = outer_args;
            let code = self.leave(false)?;
            self.make_closure(&code, 0, at)?;
            if outer_args > 0 {
                self.op_arg(Op::Swap, outer_args + 1, at);
            }
            self.op_arg(Op::Call, outer_args, at);
        }
        self.apply_decorators(&def.decorator_list);
        self.store_name(&def.name, at)
    }

    fn function_body(
        &mut self,
        def: &'a FunctionDef,
        is_async: bool,
        flags: u32,
        firstlineno: i32,
        at: Location,
    ) -> Done {
        let kind = if is_async { Kind::AsyncFunction } else { Kind::Function };
        self.enter(kind, def.name.clone(), (Block::Function, at), firstlineno);
        // The first constant is the docstring, or `None`.
        let doc = docstring(&def.body);
        self.add_const(doc.cloned().unwrap_or(Constant::None));
        self.count_parameters(&def.args);
        self.stmts(&def.body[usize::from(doc.is_some())..])?;
        let scope = self.unit().scope;
        if scope.coroutine || scope.generator {
            self.wrap_in_stopiteration_handler();
        }
        let code = self.leave(true)?;
        self.make_closure(&code, flags, at)
    }

    pub fn lambda(&mut self, args: &Arguments, body: &Expr, at: Location) -> Done {
        self.check_parameters(args)?;
        let flags = self.defaults(args, at)?;
        self.enter(Kind::Lambda, "<lambda>".into(), (Block::Function, at), at.line);
        // So that a text is not taken for the docstring.
        self.add_const(Constant::None);
        self.count_parameters(args);
        self.expr(body)?;
        let code = if self.unit().scope.generator {
            self.leave(false)?
        } else {
            self.op(Op::ReturnValue, Location::new(at.line, at.line, 0, 0));
            self.leave(true)?
        };
        self.make_closure(&code, flags, at)
    }

    fn count_parameters(&mut self, args: &Arguments) {
        let unit = self.unit();
        unit.argcount = count(args.args.len());
        unit.posonlyargcount = count(args.posonlyargs.len());
        unit.kwonlyargcount = count(args.kwonlyargs.len());
    }

    fn check_parameters(&self, args: &Arguments) -> Done {
        let all = args.posonlyargs.iter().chain(&args.args).chain(&args.vararg);
        let mut all = all.chain(&args.kwonlyargs).chain(&args.kwarg);
        all.try_for_each(|arg| self.refuse_debug(&arg.arg, Context::Store, arg.at))
    }

    /// Pushes the defaults of the parameters; answers which there are.
    fn defaults(&mut self, args: &Arguments, at: Location) -> Result<u32, SyntaxError> {
        let mut flags = 0;
        if !args.defaults.is_empty() {
            self.exprs(&args.defaults)?;
            self.op_arg(Op::BuildTuple, count(args.defaults.len()), at);
            flags |= HAS_DEFAULTS;
        }
        let mut names = Vec::new();
        for (arg, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
            if let Some(default) = default {
                let mangled = mangle(self.unit().private.as_ref(), &arg.arg);
                names.push(Constant::Str(mangled.into_owned().into()));
                self.expr(default)?;
            }
        }
        if !names.is_empty() {
            let size = count(names.len());
            self.load_const(Constant::Tuple(names.into()), at);
            self.op_arg(Op::BuildConstKeyMap, size, at);
            flags |= HAS_KWDEFAULTS;
        }
        Ok(flags)
    }

    pub fn apply_decorators(&mut self, decorators: &[Expr]) {
        for decorator in decorators.iter().rev() {
            self.op_arg(Op::Call, 0, decorator.at);
        }
    }

    /// A StopIteration that leaves a generator's body would be taken for its end, so it is replaced.
    pub fn wrap_in_stopiteration_handler(&mut self) {
        let handler = self.label();
        self.unit().sequence.insert_first(Op::SetupCleanup, handler.0, Location::NONE);
        self.load_const(Constant::None, Location::NONE);
        self.op(Op::ReturnValue, Location::NONE);
        self.place(handler);
        self.op_arg(Op::CallIntrinsic1, intrinsic1::STOPITERATION_ERROR, Location::NONE);
        self.op_arg(Op::Reraise, 1, Location::NONE);
    }
}
