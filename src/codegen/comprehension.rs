//! Comprehensions: those of lists, sets and dicts are compiled into the unit around them, generator
//! expressions into a unit of their own.

use super::{
    Label,
    block::FrameBlock,
    builder::Kind,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    symbols::{Block, Scope},
    syntax::ast::{Comprehension, Expr, ExprKind},
};

/// A comprehension taken apart.
#[derive(Clone, Copy)]
struct Parts<'e> {
    at: Location,
    scope: &'e Scope,
    /// The instruction that begins the collection; none for a generator.
    build: Option<Op>,
    add: Op,
    elt: &'e Expr,
    /// The value of a dict's item.
    value: Option<&'e Expr>,
    generators: &'e [Comprehension],
}

impl Parts<'_> {
    /// Where the end of a loop belongs: to what is made in it, and a dict's item reaches from its key to its value.
    fn end_place(&self, index: usize) -> Location {
        let start = self.elt.at;
        match self.value {
            Some(value) if index + 1 == self.generators.len() => {
                Location::new(start.line, value.at.end_line, start.col, value.at.end_col)
            }
            _ => start,
        }
    }
}

impl Generator<'_> {
    pub fn comprehension(&mut self, expr: &Expr) -> Done {
        let (build, add, elt, value, generators, name) = match &expr.kind {
            ExprKind::ListComp { elt, generators } => {
                (Some(Op::BuildList), Op::ListAppend, elt, None, generators, "<listcomp>")
            }
            ExprKind::SetComp { elt, generators } => {
                (Some(Op::BuildSet), Op::SetAdd, elt, None, generators, "<setcomp>")
            }
            ExprKind::DictComp { key, value, generators } => {
                (Some(Op::BuildMap), Op::MapAdd, key, Some(&**value), generators, "<dictcomp>")
            }
            ExprKind::GeneratorExp { elt, generators } => {
                (None, Op::YieldValue, elt, None, generators, "<genexpr>")
            }
            _ => return self.error(expr.at, "a comprehension was expected here"),
        };
        let scope = self.table.scope(Block::Function, expr.at);
        let parts = Parts { at: expr.at, scope, build, add, elt, value, generators };
        if scope.inlined { self.inlined_comprehension(parts) } else { self.own_comprehension(parts, name) }
    }

    /// An async comprehension suspends the unit around it, which has to be able to.
    fn check_async(&self, parts: Parts<'_>, around: Kind) -> Done {
        let suspends = parts.scope.coroutine && parts.build.is_some();
        if suspends && !matches!(around, Kind::AsyncFunction | Kind::Comprehension) {
            return self.error(parts.at, "asynchronous comprehension outside of an asynchronous function");
        }
        Ok(())
    }

    fn inlined_comprehension(&mut self, parts: Parts<'_>) -> Done {
        let at = parts.at;
        let around = self.unit().kind;
        self.outermost_iter(&parts.generators[0], at)?;
        let inlined = self.begin_inlined(parts.scope, at)?;
        self.check_async(parts, around)?;
        if let Some(build) = parts.build {
            self.op_arg(build, 0, at);
            self.op_arg(Op::Swap, 2, at);
        }
        self.generator(parts, 0, 0)?;
        self.end_inlined(&inlined, at);
        Ok(())
    }

    fn own_comprehension(&mut self, parts: Parts<'_>, name: &str) -> Done {
        let at = parts.at;
        let around = self.unit().kind;
        self.enter(Kind::Comprehension, name.into(), (Block::Function, at), at.line);
        self.check_async(parts, around)?;
        if let Some(build) = parts.build {
            self.op_arg(build, 0, at);
        }
        self.generator(parts, 0, 0)?;
        match parts.build {
            Some(_) => self.op(Op::ReturnValue, at),
            None => self.wrap_in_stopiteration_handler(),
        }
        let code = self.leave(true)?;
        self.make_closure(&code, 0, at)?;
        self.outermost_iter(&parts.generators[0], at)?;
        self.op_arg(Op::Call, 0, at);
        if parts.scope.coroutine && parts.build.is_some() {
            self.await_value(0, at);
        }
        Ok(())
    }

    fn outermost_iter(&mut self, outermost: &Comprehension, at: Location) -> Done {
        self.expr(&outermost.iter)?;
        self.op(if outermost.is_async { Op::GetAiter } else { Op::GetIter }, at);
        Ok(())
    }

    /// The loops from the `index`th on.
    fn generator(&mut self, parts: Parts<'_>, index: usize, depth: u32) -> Done {
        let (part, at) = (&parts.generators[index], parts.at);
        if part.is_async {
            return self.async_generator(parts, index, depth);
        }
        let (start, next, anchor) = (self.label(), self.label(), self.label());
        // `for y in [f(x)]` is an assignment.
        let only = only_element(&part.iter).filter(|_| index > 0);
        match only {
            Some(only) => self.expr(only)?,
            None => self.iterator(parts, index, Op::GetIter)?,
        }
        if only.is_none() {
            self.place(start);
            self.jump(Op::ForIter, anchor, at);
        }
        self.expr(&part.target)?;
        self.inside(parts, index, depth + u32::from(only.is_none()), next)?;
        self.place(next);
        if only.is_none() {
            self.jump(Op::Jump, start, parts.end_place(index));
            self.place(anchor);
            self.op(Op::EndFor, Location::NONE);
        }
        Ok(())
    }

    fn async_generator(&mut self, parts: Parts<'_>, index: usize, depth: u32) -> Done {
        let (part, at) = (&parts.generators[index], parts.at);
        let (start, except, next) = (self.label(), self.label(), self.label());
        self.iterator(parts, index, Op::GetAiter)?;
        self.place(start);
        self.push_block(FrameBlock::AsyncComprehension, at)?;
        self.jump(Op::SetupFinally, except, at);
        self.op(Op::GetAnext, at);
        self.load_const(crate::syntax::Constant::None, at);
        self.yield_from(true, at);
        self.op(Op::PopBlock, at);
        self.expr(&part.target)?;
        self.inside(parts, index, depth + 1, next)?;
        self.place(next);
        self.jump(Op::Jump, start, parts.end_place(index));
        self.pop_block();
        self.place(except);
        self.op(Op::EndAsyncFor, at);
        Ok(())
    }

    /// The outermost iterator was made outside: it lies on the stack, or is the unit's only argument.
    fn iterator(&mut self, parts: Parts<'_>, index: usize, get: Op) -> Done {
        if index > 0 {
            self.expr(&parts.generators[index].iter)?;
            self.op(get, parts.at);
        } else if !parts.scope.inlined {
            self.unit().argcount = 1;
            self.op_arg(Op::LoadFast, 0, parts.at);
        }
        Ok(())
    }

    /// The conditions, and then the next loop or the element itself.
    fn inside(&mut self, parts: Parts<'_>, index: usize, depth: u32, next: Label) -> Done {
        for condition in &parts.generators[index].ifs {
            self.jump_if(condition, next, false, parts.at)?;
        }
        if index + 1 < parts.generators.len() {
            return self.generator(parts, index + 1, depth);
        }
        self.expr(parts.elt)?;
        if let Some(value) = parts.value {
            self.expr(value)?;
        }
        let place = parts.end_place(index);
        if parts.build.is_some() {
            self.op_arg(parts.add, depth + 1, place);
        } else {
            self.yield_value(place);
            self.op(Op::PopTop, place);
        }
        Ok(())
    }
}

/// The single element of a list or tuple that is written out.
fn only_element(iter: &Expr) -> Option<&Expr> {
    match &iter.kind {
        ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => match &elts[..] {
            [only] if !matches!(only.kind, ExprKind::Starred { .. }) => Some(only),
            _ => None,
        },
        _ => None,
    }
}
