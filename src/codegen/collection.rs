//! Displays of tuples, lists, sets and dicts, and unpacking into targets.

use super::{
    emit::{count, intrinsic1},
    generator::{Done, Generator},
};
use crate::{
    ast_opt::distinct,
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{Context, Expr, ExprKind},
    },
};

/// How many values a display may put on the stack before it is built piece by piece.
pub const STACK_USE_GUIDELINE: usize = 30;

/// How a display is built: all at once, an element at a time, or from another collection.
#[derive(Clone, Copy)]
pub struct Build {
    build: Op,
    add: Op,
    extend: Op,
    /// The end is a tuple, made from a list where it has to grow.
    tuple: bool,
}

const LIST: Build = Build { build: Op::BuildList, add: Op::ListAppend, extend: Op::ListExtend, tuple: false };
const SET: Build = Build { build: Op::BuildSet, add: Op::SetAdd, extend: Op::SetUpdate, tuple: false };
pub const TUPLE: Build = Build { tuple: true, ..LIST };

impl Generator<'_> {
    pub fn list(&mut self, elts: &[Expr], ctx: Context, at: Location) -> Done {
        match ctx {
            Context::Load => self.display(elts, 0, LIST, at),
            Context::Store => self.unpack(elts, at),
            Context::Del => self.exprs(elts),
        }
    }

    pub fn tuple(&mut self, elts: &[Expr], ctx: Context, at: Location) -> Done {
        match ctx {
            Context::Load => self.display(elts, 0, TUPLE, at),
            Context::Store => self.unpack(elts, at),
            Context::Del => self.exprs(elts),
        }
    }

    pub fn set(&mut self, elts: &[Expr], at: Location) -> Done {
        self.display(elts, 0, SET, at)
    }

    /// Builds a display; `pushed` of its elements lie on the stack already.
    pub fn display(&mut self, elts: &[Expr], pushed: usize, how: Build, at: Location) -> Done {
        if elts.len() > 2
            && let Some(items) = constants(elts)
        {
            self.constant_display(&items, pushed, how, at);
            return Ok(());
        }
        let big = elts.len() + pushed > STACK_USE_GUIDELINE;
        let starred = elts.iter().any(|elt| matches!(elt.kind, ExprKind::Starred { .. }));
        if !starred && !big {
            self.exprs(elts)?;
            let op = if how.tuple { Op::BuildTuple } else { how.build };
            self.op_arg(op, count(elts.len() + pushed), at);
            return Ok(());
        }
        let mut built = big;
        if big {
            self.op_arg(how.build, count(pushed), at);
        }
        for (index, elt) in elts.iter().enumerate() {
            if let ExprKind::Starred { value, .. } = &elt.kind {
                if !built {
                    self.op_arg(how.build, count(index + pushed), at);
                    built = true;
                }
                self.expr(value)?;
                self.op_arg(how.extend, 1, at);
            } else {
                self.expr(elt)?;
                if built {
                    self.op_arg(how.add, 1, at);
                }
            }
        }
        if how.tuple {
            self.op_arg(Op::CallIntrinsic1, intrinsic1::LIST_TO_TUPLE, at);
        }
        Ok(())
    }

    fn constant_display(&mut self, items: &[Constant], pushed: usize, how: Build, at: Location) {
        if how.tuple && pushed == 0 {
            self.load_const(Constant::Tuple(items.into()), at);
            return;
        }
        let whole = match how.add {
            Op::SetAdd => Constant::FrozenSet(distinct(items)),
            _ => Constant::Tuple(items.into()),
        };
        self.op_arg(how.build, count(pushed), at);
        self.load_const(whole, at);
        self.op_arg(how.extend, 1, at);
        if how.tuple {
            self.op_arg(Op::CallIntrinsic1, intrinsic1::LIST_TO_TUPLE, at);
        }
    }

    /// Takes a value apart and stores each part.
    fn unpack(&mut self, targets: &[Expr], at: Location) -> Done {
        let is_starred = |target: &&Expr| matches!(target.kind, ExprKind::Starred { .. });
        let before = targets.iter().take_while(|target| !is_starred(target)).count();
        if before == targets.len() {
            self.op_arg(Op::UnpackSequence, count(before), at);
        } else {
            let after = targets.len() - before - 1;
            if before >= 1 << 8 || after >= (i32::MAX >> 8) as usize {
                return self.error(at, "too many expressions in star-unpacking assignment");
            }
            self.op_arg(Op::UnpackEx, count(before | after << 8), at);
            if targets[before + 1..].iter().any(|target| is_starred(&target)) {
                return self.error(at, "multiple starred expressions in assignment");
            }
        }
        targets.iter().try_for_each(|target| match &target.kind {
            ExprKind::Starred { value, .. } => self.expr(value),
            _ => self.expr(target),
        })
    }

    pub fn dict(&mut self, keys: &[Option<Expr>], values: &[Expr], at: Location) -> Done {
        // Runs of plain items are built as dicts of their own and merged.
        let (mut have_dict, mut run) = (false, 0);
        for (index, key) in keys.iter().enumerate() {
            if key.is_some() {
                // A run that has grown too long ends with the item that is one too many.
                if run * 2 > STACK_USE_GUIDELINE {
                    self.sub_dict(&keys[index - run..=index], &values[index - run..=index], have_dict, at)?;
                    (have_dict, run) = (true, 0);
                } else {
                    run += 1;
                }
                continue;
            }
            if run > 0 {
                self.sub_dict(&keys[index - run..index], &values[index - run..index], have_dict, at)?;
                (have_dict, run) = (true, 0);
            }
            if !have_dict {
                self.op_arg(Op::BuildMap, 0, at);
                have_dict = true;
            }
            self.expr(&values[index])?;
            self.op_arg(Op::DictUpdate, 1, at);
        }
        let start = keys.len() - run;
        if run > 0 {
            self.sub_dict(&keys[start..], &values[start..], have_dict, at)?;
        } else if !have_dict {
            self.op_arg(Op::BuildMap, 0, at);
        }
        Ok(())
    }

    /// Builds a dict of plain items and merges it into the one below, if there is one.
    fn sub_dict(&mut self, keys: &[Option<Expr>], values: &[Expr], merge: bool, at: Location) -> Done {
        let keys: Vec<&Expr> = keys.iter().flatten().collect();
        self.plain_dict(&keys, values, at)?;
        if merge {
            self.op_arg(Op::DictUpdate, 1, at);
        }
        Ok(())
    }

    fn plain_dict(&mut self, keys: &[&Expr], values: &[Expr], at: Location) -> Done {
        let big = keys.len() * 2 > STACK_USE_GUIDELINE;
        if keys.len() > 1
            && !big
            && let Some(keys) = keys.iter().map(|key| constant(key)).collect::<Option<Vec<_>>>()
        {
            self.exprs(values)?;
            let size = count(keys.len());
            self.load_const(Constant::Tuple(keys.into()), at);
            self.op_arg(Op::BuildConstKeyMap, size, at);
            return Ok(());
        }
        if big {
            self.op_arg(Op::BuildMap, 0, at);
        }
        for (key, value) in keys.iter().zip(values) {
            self.expr(key)?;
            self.expr(value)?;
            if big {
                self.op_arg(Op::MapAdd, 1, at);
            }
        }
        if !big {
            self.op_arg(Op::BuildMap, count(keys.len()), at);
        }
        Ok(())
    }
}

fn constant(expr: &Expr) -> Option<Constant> {
    match &expr.kind {
        ExprKind::Constant { value, .. } => Some(value.clone()),
        _ => None,
    }
}

fn constants(elts: &[Expr]) -> Option<Vec<Constant>> {
    elts.iter().map(constant).collect()
}
