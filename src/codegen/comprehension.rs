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

/// What is made of each element.
#[derive(Clone, Copy)]
struct Element<'e> {
    /// The instruction that begins the collection; none for a generator.
    build: Option<Op>,
    add: Op,
    elt: &'e Expr,
    /// The value of a dict's item.
    value: Option<&'e Expr>,
}

impl Generator<'_> {
    pub fn comprehension(&mut self, expr: &Expr) -> Done {
        let (element, generators, name) = match &expr.kind {
            ExprKind::ListComp { elt, generators } => {
                let (build, add) = (Some(Op::BuildList), Op::ListAppend);
                (Element { build, add, elt, value: None }, generators, "<listcomp>")
            }
            ExprKind::SetComp { elt, generators } => {
                let (build, add) = (Some(Op::BuildSet), Op::SetAdd);
                (Element { build, add, elt, value: None }, generators, "<setcomp>")
            }
            ExprKind::DictComp { key, value, generators } => {
                let (build, add) = (Some(Op::BuildMap), Op::MapAdd);
                (Element { build, add, elt: key, value: Some(value) }, generators, "<dictcomp>")
            }
            ExprKind::GeneratorExp { elt, generators } => {
                (Element { build: None, add: Op::YieldValue, elt, value: None }, generators, "<genexpr>")
            }
            _ => return self.error(expr.at, "a comprehension was expected here"),
        };
        let scope = self.table.scope(Block::Function, expr.at);
        let around = self.unit().kind;
        if scope.inlined {
            self.inlined_comprehension(scope, element, generators, around, expr.at)
        } else {
            self.own_comprehension(scope, element, generators, (around, name), expr.at)
        }
    }

    /// An async comprehension suspends the unit around it, which has to be able to.
    fn check_async(&self, scope: &Scope, element: Element<'_>, around: Kind, at: Location) -> Done {
        let suspends = scope.coroutine && element.build.is_some();
        if suspends && !matches!(around, Kind::AsyncFunction | Kind::Comprehension) {
            return self.error(at, "asynchronous comprehension outside of an asynchronous function");
        }
        Ok(())
    }

    fn inlined_comprehension(
        &mut self,
        scope: &Scope,
        element: Element<'_>,
        generators: &[Comprehension],
        around: Kind,
        at: Location,
    ) -> Done {
        self.outermost_iter(&generators[0], at)?;
        let inlined = self.begin_inlined(scope, at)?;
        self.check_async(scope, element, around, at)?;
        if let Some(build) = element.build {
            self.op_arg(build, 0, at);
            self.op_arg(Op::Swap, 2, at);
        }
        self.generator(generators, 0, 0, element, true, at)?;
        self.end_inlined(&inlined, at);
        Ok(())
    }

    fn own_comprehension(
        &mut self,
        scope: &Scope,
        element: Element<'_>,
        generators: &[Comprehension],
        (around, name): (Kind, &str),
        at: Location,
    ) -> Done {
        self.enter(Kind::Comprehension, name.into(), (Block::Function, at), at.line);
        self.check_async(scope, element, around, at)?;
        if let Some(build) = element.build {
            self.op_arg(build, 0, at);
        }
        self.generator(generators, 0, 0, element, false, at)?;
        match element.build {
            Some(_) => self.op(Op::ReturnValue, at),
            None => self.wrap_in_stopiteration_handler(),
        }
        let code = self.leave(true)?;
        self.make_closure(&code, 0, at)?;
        self.outermost_iter(&generators[0], at)?;
        self.op_arg(Op::Call, 0, at);
        if scope.coroutine && element.build.is_some() {
            self.await_value(0, at);
        }
        Ok(())
    }

    fn outermost_iter(&mut self, outermost: &Comprehension, at: Location) -> Done {
        self.expr(&outermost.iter)?;
        self.op(if outermost.is_async { Op::GetAiter } else { Op::GetIter }, at);
        Ok(())
    }

    /// The loops from the `index`th on. `on_stack`: the outermost iterator lies there already.
    fn generator(
        &mut self,
        generators: &[Comprehension],
        index: usize,
        depth: u32,
        element: Element<'_>,
        on_stack: bool,
        at: Location,
    ) -> Done {
        let part = &generators[index];
        if part.is_async {
            return self.async_generator(generators, index, depth, element, on_stack, at);
        }
        let (start, next, anchor) = (self.label(), self.label(), self.label());
        let mut loops = true;
        if !on_stack {
            if index == 0 {
                self.receive_iter(at);
            } else if let Some(only) = only_element(&part.iter) {
                // `for y in [f(x)]` is an assignment.
                self.expr(only)?;
                loops = false;
            } else {
                self.expr(&part.iter)?;
                self.op(Op::GetIter, at);
            }
        }
        if loops {
            self.place(start);
            self.jump(Op::ForIter, anchor, at);
        }
        let depth = depth + u32::from(loops);
        self.expr(&part.target)?;
        self.inside(generators, index, depth, element, next, at)?;
        self.place(next);
        if loops {
            let end_at = if index + 1 == generators.len() { element_place(element) } else { element.elt.at };
            self.jump(Op::Jump, start, end_at);
            self.place(anchor);
            self.op(Op::EndFor, Location::NONE);
        }
        Ok(())
    }

    fn async_generator(
        &mut self,
        generators: &[Comprehension],
        index: usize,
        depth: u32,
        element: Element<'_>,
        on_stack: bool,
        at: Location,
    ) -> Done {
        let part = &generators[index];
        let (start, except, next) = (self.label(), self.label(), self.label());
        if !on_stack {
            if index == 0 {
                self.receive_iter(at);
            } else {
                self.expr(&part.iter)?;
                self.op(Op::GetAiter, at);
            }
        }
        self.place(start);
        self.push_block(FrameBlock::AsyncComprehension, at)?;
        self.jump(Op::SetupFinally, except, at);
        self.op(Op::GetAnext, at);
        self.load_const(crate::syntax::Constant::None, at);
        self.yield_from(true, at);
        self.op(Op::PopBlock, at);
        self.expr(&part.target)?;
        self.inside(generators, index, depth + 1, element, next, at)?;
        self.place(next);
        let end_at = if index + 1 == generators.len() { element_place(element) } else { element.elt.at };
        self.jump(Op::Jump, start, end_at);
        self.pop_block();
        self.place(except);
        self.op(Op::EndAsyncFor, at);
        Ok(())
    }

    /// The outermost iterator is the unit's only argument.
    fn receive_iter(&mut self, at: Location) {
        self.unit().argcount = 1;
        self.op_arg(Op::LoadFast, 0, at);
    }

    /// The conditions, and then the next loop or the element itself.
    fn inside(
        &mut self,
        generators: &[Comprehension],
        index: usize,
        depth: u32,
        element: Element<'_>,
        next: Label,
        at: Location,
    ) -> Done {
        for condition in &generators[index].ifs {
            self.jump_if(condition, next, false, at)?;
        }
        if index + 1 < generators.len() {
            return self.generator(generators, index + 1, depth, element, false, at);
        }
        self.expr(element.elt)?;
        if let Some(value) = element.value {
            self.expr(value)?;
        }
        let place = element_place(element);
        if element.build.is_some() {
            self.op_arg(element.add, depth + 1, place);
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

/// A dict's item reaches from its key to its value.
fn element_place(element: Element<'_>) -> Location {
    let start = element.elt.at;
    match element.value {
        Some(value) => Location::new(start.line, value.at.end_line, start.col, value.at.end_col),
        None => start,
    }
}
