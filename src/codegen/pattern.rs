//! `match`: each pattern takes its subject from the stack and either falls through or jumps to where as many
//! values are dropped as it has left there. Names are bound only when the whole pattern has matched.

use super::{
    Label,
    emit::count,
    generator::{Done, Generator},
};
use crate::{
    isa::Op,
    source::{Location, SyntaxError},
    syntax::ast::{CmpOperator, Expr, ExprKind, MatchCase, Name, Pattern, PatternKind},
};

/// What is known while one pattern is compiled.
#[derive(Clone, Debug, Default)]
pub struct Matching {
    /// The names captured so far; their values wait on the stack.
    pub stores: Vec<Name>,
    /// Whether a pattern may match everything: only where nothing comes after it.
    pub allow_irrefutable: bool,
    /// By number of values to drop: where a failure jumps.
    fail_pop: Vec<Label>,
    /// Values on the stack that must stay above the captured ones.
    pub on_top: usize,
}

impl Matching {
    /// The label behind which `drops` values are dropped.
    pub fn fail_label(&mut self, generator: &mut Generator<'_>, drops: usize) -> Label {
        while self.fail_pop.len() <= drops {
            let label = generator.label();
            self.fail_pop.push(label);
        }
        self.fail_pop[drops]
    }
}

impl<'a> Generator<'a> {
    pub fn match_stmt(&mut self, subject: &Expr, cases: &'a [MatchCase]) -> Done {
        self.expr(subject)?;
        let end = self.label();
        // A final `case _` needs no copy of the subject.
        let (default, tested) = match cases.split_last() {
            Some((last, tested)) if !tested.is_empty() && is_wildcard(&last.pattern) => (Some(last), tested),
            _ => (None, cases),
        };
        for (index, case) in tested.iter().enumerate() {
            let at = case.pattern.at;
            let is_last = index + 1 == tested.len();
            if !is_last {
                self.op_arg(Op::Copy, 1, at);
            }
            let allow_irrefutable = case.guard.is_some() || index + 1 == cases.len();
            let mut matching = Matching { allow_irrefutable, ..Matching::default() };
            self.pattern(&case.pattern, &mut matching)?;
            for name in matching.stores.clone() {
                self.store_name(&name, at)?;
            }
            if let Some(guard) = &case.guard {
                let fail = matching.fail_label(self, 0);
                self.jump_if(guard, fail, false, at)?;
            }
            if !is_last {
                self.op(Op::PopTop, at);
            }
            self.stmts(&case.body)?;
            self.jump(Op::Jump, end, Location::NONE);
            self.place_failures(&mut matching, at);
        }
        if let Some(case) = default {
            // The line stays, so that it can be stepped on.
            self.op(Op::Nop, case.pattern.at);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, end, false, case.pattern.at)?;
            }
            self.stmts(&case.body)?;
        }
        self.place(end);
        Ok(())
    }

    pub fn pattern(&mut self, pattern: &Pattern, matching: &mut Matching) -> Done {
        let at = pattern.at;
        match &pattern.kind {
            PatternKind::MatchValue(value) => {
                if !matches!(value.kind, ExprKind::Constant { .. } | ExprKind::Attribute { .. }) {
                    return self.error(at, "patterns may only match literals and attribute lookups");
                }
                self.expr(value)?;
                self.op_compare(CmpOperator::Eq, at);
                self.fail(matching, Op::PopJumpIfFalse, at);
                Ok(())
            }
            PatternKind::MatchSingleton(value) => {
                self.load_const(value.clone(), at);
                self.op_compare(CmpOperator::Is, at);
                self.fail(matching, Op::PopJumpIfFalse, at);
                Ok(())
            }
            PatternKind::MatchSequence(patterns) => self.sequence_pattern(patterns, matching, at),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.mapping_pattern((keys, patterns, rest.as_ref()), matching, at)
            }
            PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns } => {
                self.class_pattern(cls, (patterns, kwd_attrs, kwd_patterns), matching, at)
            }
            PatternKind::MatchStar(name) => self.capture(name.as_ref(), matching, at),
            PatternKind::MatchAs { pattern: Some(inner), name } => {
                matching.on_top += 1;
                self.op_arg(Op::Copy, 1, at);
                self.pattern(inner, matching)?;
                matching.on_top -= 1;
                self.capture(name.as_ref(), matching, at)
            }
            PatternKind::MatchAs { pattern: None, name } => {
                if !matching.allow_irrefutable {
                    let what = match name {
                        Some(name) => format!("name capture '{name}'"),
                        None => "wildcard".to_string(),
                    };
                    return self.error(at, format!("{what} makes remaining patterns unreachable"));
                }
                self.capture(name.as_ref(), matching, at)
            }
            PatternKind::MatchOr(alternatives) => self.or_pattern(alternatives, matching, at),
        }
    }

    /// A pattern inside another one may match everything.
    pub fn subpattern(&mut self, pattern: &Pattern, matching: &mut Matching) -> Done {
        let outer = std::mem::replace(&mut matching.allow_irrefutable, true);
        self.pattern(pattern, matching)?;
        matching.allow_irrefutable = outer;
        Ok(())
    }

    /// Jumps to where everything is dropped that the pattern has on the stack.
    pub fn fail(&mut self, matching: &mut Matching, op: Op, at: Location) {
        let drops = matching.on_top + matching.stores.len();
        let label = matching.fail_label(self, drops);
        self.jump(op, label, at);
    }

    /// Writes what failures jump to, one value dropped after another.
    fn place_failures(&mut self, matching: &mut Matching, at: Location) {
        let labels = std::mem::take(&mut matching.fail_pop);
        for (drops, label) in labels.into_iter().enumerate().rev() {
            self.place(label);
            if drops > 0 {
                self.op(Op::PopTop, at);
            }
        }
    }

    /// Binds the value on top of the stack to a name later on; drops it where there is none.
    pub fn capture(&mut self, name: Option<&Name>, matching: &mut Matching, at: Location) -> Done {
        let Some(name) = name else {
            self.op(Op::PopTop, at);
            return Ok(());
        };
        self.refuse_debug(name, crate::syntax::ast::Context::Store, at)?;
        if matching.stores.contains(name) {
            return Err(self.duplicate_capture(name, at));
        }
        self.rotate(matching.on_top + matching.stores.len() + 1, at);
        matching.stores.push(name.clone());
        Ok(())
    }

    fn duplicate_capture(&self, name: &Name, at: Location) -> SyntaxError {
        SyntaxError::at(self.source, at, format!("multiple assignments to name '{name}' in pattern"))
    }

    /// Moves the top of the stack below `places - 1` others.
    fn rotate(&mut self, places: usize, at: Location) {
        for depth in (2..=places).rev() {
            self.op_arg(Op::Swap, count(depth), at);
        }
    }

    fn or_pattern(&mut self, alternatives: &[Pattern], matching: &mut Matching, at: Location) -> Done {
        let end = self.label();
        // The first alternative says which names are bound and in which order.
        let mut control: Option<Vec<Name>> = None;
        for (index, alternative) in alternatives.iter().enumerate() {
            let place = alternative.at;
            let allow_irrefutable = index + 1 == alternatives.len() && matching.allow_irrefutable;
            let mut inner = Matching { allow_irrefutable, ..Matching::default() };
            self.op_arg(Op::Copy, 1, place);
            self.pattern(alternative, &mut inner)?;
            match &control {
                None => control = Some(inner.stores.clone()),
                Some(control) => self.reorder(control, &mut inner.stores, place, at)?,
            }
            self.jump(Op::Jump, end, place);
            self.place_failures(&mut inner, place);
        }
        self.op(Op::PopTop, at);
        self.fail(matching, Op::Jump, at);
        self.place(end);
        let control = control.unwrap_or_default();
        // Below the new captures lie a copy of the subject, what has to stay on top, and earlier captures.
        let rotations = control.len() + 1 + matching.on_top + matching.stores.len();
        for name in control {
            self.rotate(rotations, at);
            if matching.stores.contains(&name) {
                return Err(self.duplicate_capture(&name, at));
            }
            matching.stores.push(name);
        }
        self.op(Op::PopTop, at);
        Ok(())
    }

    /// Brings the captures of an alternative into the order of the first one's.
    fn reorder(&mut self, control: &[Name], stores: &mut Vec<Name>, place: Location, at: Location) -> Done {
        let differ = "alternative patterns bind different names";
        if stores.len() != control.len() {
            return self.error(at, differ);
        }
        for target in (0..control.len()).rev() {
            let Some(found) = stores.iter().position(|name| *name == control[target]) else {
                return self.error(at, differ);
            };
            if found == target {
                continue;
            }
            // All up to the name go behind it, on the stack and in the list.
            let rotated: Vec<Name> = stores.drain(..=found).collect();
            let gap = target - found;
            stores.splice(gap..gap, rotated);
            for _ in 0..=found {
                self.rotate(target + 1, place);
            }
        }
        Ok(())
    }
}

/// `_`
pub fn is_wildcard(pattern: &Pattern) -> bool {
    matches!(pattern.kind, PatternKind::MatchAs { name: None, .. })
}
