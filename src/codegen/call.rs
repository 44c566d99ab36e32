//! Calls: of functions, of methods, with and without `*` and `**`.

use super::{
    collection::{STACK_USE_GUIDELINE, TUPLE},
    emit::count,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::Location,
    symbols::Use,
    syntax::{
        Constant,
        ast::{Context, Expr, ExprKind, Keyword, Name},
    },
};

impl Generator<'_> {
    pub fn call(&mut self, func: &Expr, args: &[Expr], keywords: &[Keyword], at: Location) -> Done {
        self.check_keywords(keywords)?;
        if let ExprKind::Attribute { value, attr, ctx: Context::Load } = &func.kind
            && !self.is_imported(value)
            && is_simple(args, keywords)
        {
            return self.method_call((func, value, attr), args, keywords, at);
        }
        self.check_callee(func);
        self.op(Op::PushNull, func.at);
        self.expr(func)?;
        self.call_with(0, args, keywords, at)
    }

    /// Whether the expression is a name that the module imports: its attributes are functions, not methods.
    fn is_imported(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Name { id, .. } => self.units[0].symbols.get(id).uses.any(Use::IMPORT),
            _ => false,
        }
    }

    fn method_call(
        &mut self,
        (func, value, attr): (&Expr, &Expr, &Name),
        args: &[Expr],
        keywords: &[Keyword],
        at: Location,
    ) -> Done {
        let name_at = at_attribute(func.at, func, attr);
        if let Some(super_args) = self.super_call(value, attr) {
            let op = if super_args.is_empty() { Op::LoadZeroSuperMethod } else { Op::LoadSuperMethod };
            self.load_super_parts(value, super_args)?;
            self.op_name(op, attr, func.at);
            self.op(Op::Nop, name_at);
        } else {
            self.expr(value)?;
            self.op_name(Op::LoadMethod, attr, name_at);
        }
        self.exprs(args)?;
        self.keyword_values(keywords, name_at)?;
        self.op_arg(Op::Call, count(args.len() + keywords.len()), at_attribute(at, func, attr));
        Ok(())
    }

    /// The values of keyword arguments, and their names for the call that follows.
    fn keyword_values(&mut self, keywords: &[Keyword], at: Location) -> Done {
        if keywords.is_empty() {
            return Ok(());
        }
        keywords.iter().try_for_each(|keyword| self.expr(&keyword.value))?;
        let names = names_of(keywords);
        let index = self.add_const(names);
        self.op_arg(Op::KwNames, index, at);
        Ok(())
    }

    fn check_keywords(&self, keywords: &[Keyword]) -> Done {
        for (index, keyword) in keywords.iter().enumerate() {
            let Some(name) = &keyword.arg else { continue };
            self.refuse_debug(name, Context::Store, keyword.at)?;
            if let Some(other) = keywords[index + 1..].iter().find(|other| other.arg.as_ref() == Some(name)) {
                return self.error(other.at, format!("keyword argument repeated: {name}"));
            }
        }
        Ok(())
    }

    /// The arguments and the call itself; the callee and `pushed` arguments lie on the stack.
    pub fn call_with(&mut self, pushed: usize, args: &[Expr], keywords: &[Keyword], at: Location) -> Done {
        self.check_keywords(keywords)?;
        let many = args.len() + keywords.len() * 2 > STACK_USE_GUIDELINE;
        if many || has_star(args, keywords) {
            return self.call_ex(pushed, args, keywords, at);
        }
        self.exprs(args)?;
        self.keyword_values(keywords, at)?;
        self.op_arg(Op::Call, count(pushed + args.len() + keywords.len()), at);
        Ok(())
    }

    /// A call with one tuple of positional and one dict of keyword arguments.
    fn call_ex(&mut self, pushed: usize, args: &[Expr], keywords: &[Keyword], at: Location) -> Done {
        match args {
            [Expr { kind: ExprKind::Starred { value, .. }, .. }] if pushed == 0 => self.expr(value)?,
            _ => self.display(args, pushed, TUPLE, at)?,
        }
        let (mut have_dict, mut run) = (false, 0);
        for (index, keyword) in keywords.iter().enumerate() {
            if keyword.arg.is_some() {
                run += 1;
                continue;
            }
            if run > 0 {
                self.sub_keywords(&keywords[index - run..index], have_dict, at)?;
                (have_dict, run) = (true, 0);
            }
            if !have_dict {
                self.op_arg(Op::BuildMap, 0, at);
                have_dict = true;
            }
            self.expr(&keyword.value)?;
            self.op_arg(Op::DictMerge, 1, at);
        }
        if run > 0 {
            self.sub_keywords(&keywords[keywords.len() - run..], have_dict, at)?;
        }
        self.op_arg(Op::CallFunctionEx, u32::from(!keywords.is_empty()), at);
        Ok(())
    }

    /// A dict of plain keyword arguments, merged into the one below if there is one.
    fn sub_keywords(&mut self, keywords: &[Keyword], merge: bool, at: Location) -> Done {
        let big = keywords.len() * 2 > STACK_USE_GUIDELINE;
        if keywords.len() > 1 && !big {
            keywords.iter().try_for_each(|keyword| self.expr(&keyword.value))?;
            self.load_const(names_of(keywords), at);
            self.op_arg(Op::BuildConstKeyMap, count(keywords.len()), at);
        } else {
            if big {
                self.op_arg(Op::BuildMap, 0, Location::NONE);
            }
            for keyword in keywords {
                let name = keyword.arg.as_ref().expect("a run holds named arguments only");
                self.load_text(name, at);
                self.expr(&keyword.value)?;
                if big {
                    self.op_arg(Op::MapAdd, 1, Location::NONE);
                }
            }
            if !big {
                self.op_arg(Op::BuildMap, count(keywords.len()), at);
            }
        }
        if merge {
            self.op_arg(Op::DictMerge, 1, at);
        }
        Ok(())
    }
}

fn names_of(keywords: &[Keyword]) -> Constant {
    let names = keywords.iter().flat_map(|keyword| &keyword.arg);
    Constant::Tuple(names.map(|name| Constant::Str(name.clone().into())).collect())
}

fn has_star(args: &[Expr], keywords: &[Keyword]) -> bool {
    args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred { .. }))
        || keywords.iter().any(|keyword| keyword.arg.is_none())
}

/// Whether a method call fits the short form.
fn is_simple(args: &[Expr], keywords: &[Keyword]) -> bool {
    let values = args.len() + keywords.len() + usize::from(!keywords.is_empty());
    values < STACK_USE_GUIDELINE && !has_star(args, keywords)
}

/// Where an instruction belongs that works on an attribute: where the access spans lines, it starts at
/// the attribute's name.
pub fn at_attribute(mut at: Location, attribute: &Expr, name: &Name) -> Location {
    let end = attribute.at;
    if at.line != end.end_line {
        let length = i32::try_from(name.chars().count()).unwrap_or(i32::MAX);
        at.line = end.end_line;
        if length <= end.end_col {
            at.col = end.end_col - length;
        } else {
            (at.col, at.end_col) = (-1, -1);
        }
        at.end_line = at.end_line.max(at.line);
        if at.line == at.end_line {
            at.end_col = at.end_col.max(at.col);
        }
    }
    at
}
