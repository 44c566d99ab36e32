//! Patterns with patterns inside: sequences, mappings, classes.

use super::{
    emit::count,
    generator::{Done, Generator},
    pattern::{Matching, is_wildcard},
};
use crate::{
    ast_opt::equal,
    isa::Op,
    source::Location,
    syntax::{
        Constant,
        ast::{CmpOperator, Context, Expr, ExprKind, Name, Operator, Pattern, PatternKind},
    },
};

impl Generator<'_> {
    pub fn sequence_pattern(&mut self, patterns: &[Pattern], matching: &mut Matching, at: Location) -> Done {
        let is_star = |pattern: &Pattern| matches!(pattern.kind, PatternKind::MatchStar(_));
        let is_star_wildcard = |pattern: &Pattern| matches!(pattern.kind, PatternKind::MatchStar(None));
        if patterns.iter().filter(|pattern| is_star(pattern)).count() > 1 {
            return self.error(at, "multiple starred names in sequence pattern");
        }
        let star = patterns.iter().position(is_star);
        matching.on_top += 1;
        self.op(Op::MatchSequence, at);
        self.fail(matching, Op::PopJumpIfFalse, at);
        if star.is_none() {
            self.check_length(patterns.len(), CmpOperator::Eq, matching, at);
        } else if patterns.len() > 1 {
            self.check_length(patterns.len() - 1, CmpOperator::GtE, matching, at);
        }
        matching.on_top -= 1;
        if patterns.iter().all(|pattern| is_wildcard(pattern) || is_star_wildcard(pattern)) {
            self.op(Op::PopTop, at);
            return Ok(());
        }
        match star {
            Some(star) if is_star_wildcard(&patterns[star]) => self.pick_items(patterns, star, matching, at),
            _ => self.unpack_items(patterns, star, matching, at),
        }
    }

    fn check_length(&mut self, length: usize, op: CmpOperator, matching: &mut Matching, at: Location) {
        self.op(Op::GetLen, at);
        self.load_int(length, at);
        self.op_compare(op, at);
        self.fail(matching, Op::PopJumpIfFalse, at);
    }

    fn unpack_items(
        &mut self,
        patterns: &[Pattern],
        star: Option<usize>,
        matching: &mut Matching,
        at: Location,
    ) -> Done {
        match star {
            None => self.op_arg(Op::UnpackSequence, count(patterns.len()), at),
            Some(before) => {
                let after = patterns.len() - before - 1;
                if before >= 1 << 8 || after >= (i32::MAX >> 8) as usize {
                    return self.error(at, "too many expressions in star-unpacking sequence pattern");
                }
                self.op_arg(Op::UnpackEx, count(before | after << 8), at);
            }
        }
        matching.on_top += patterns.len();
        for pattern in patterns {
            matching.on_top -= 1;
            self.subpattern(pattern, matching)?;
        }
        Ok(())
    }

    /// With `*_`, single items are fetched by index and the rest is not touched.
    fn pick_items(
        &mut self,
        patterns: &[Pattern],
        star: usize,
        matching: &mut Matching,
        at: Location,
    ) -> Done {
        matching.on_top += 1;
        for (index, pattern) in patterns.iter().enumerate() {
            if is_wildcard(pattern) || index == star {
                continue;
            }
            self.op_arg(Op::Copy, 1, at);
            if index < star {
                self.load_int(index, at);
            } else {
                // Not every sequence takes negative indices.
                self.op(Op::GetLen, at);
                self.load_int(patterns.len() - index, at);
                self.op_binary(Operator::Sub, false, at);
            }
            self.op(Op::BinarySubscr, at);
            self.subpattern(pattern, matching)?;
        }
        matching.on_top -= 1;
        self.op(Op::PopTop, at);
        Ok(())
    }

    pub fn mapping_pattern(
        &mut self,
        (keys, patterns, rest): (&[Expr], &[Pattern], Option<&Name>),
        matching: &mut Matching,
        at: Location,
    ) -> Done {
        matching.on_top += 1;
        self.op(Op::MatchMapping, at);
        self.fail(matching, Op::PopJumpIfFalse, at);
        if keys.is_empty() && rest.is_none() {
            matching.on_top -= 1;
            self.op(Op::PopTop, at);
            return Ok(());
        }
        if !keys.is_empty() {
            self.check_length(keys.len(), CmpOperator::GtE, matching, at);
        }
        self.mapping_keys(keys, at)?;
        self.op_arg(Op::BuildTuple, count(keys.len()), at);
        self.op(Op::MatchKeys, at);
        // Above the subject lie a tuple of keys and one of values, or None.
        matching.on_top += 2;
        self.fail_if_none(matching, at);
        self.op_arg(Op::UnpackSequence, count(keys.len()), at);
        matching.on_top += keys.len();
        matching.on_top -= 1;
        for pattern in patterns {
            matching.on_top -= 1;
            self.subpattern(pattern, matching)?;
        }
        matching.on_top -= 2;
        match rest {
            Some(rest) => self.mapping_rest(keys.len(), rest, matching, at),
            None => {
                self.op(Op::PopTop, at);
                self.op(Op::PopTop, at);
                Ok(())
            }
        }
    }

    fn fail_if_none(&mut self, matching: &mut Matching, at: Location) {
        self.op_arg(Op::Copy, 1, at);
        self.load_const(Constant::None, at);
        self.op_arg(Op::IsOp, 1, at);
        self.fail(matching, Op::PopJumpIfFalse, at);
    }

    fn mapping_keys(&mut self, keys: &[Expr], at: Location) -> Done {
        let mut seen: Vec<&Constant> = Vec::new();
        for key in keys {
            match &key.kind {
                ExprKind::Constant { value, .. } => {
                    if seen.iter().any(|other| equal(other, value)) {
                        let msg = format!("mapping pattern checks duplicate key ({})", value.repr());
                        return self.error(at, msg);
                    }
                    seen.push(value);
                }
                ExprKind::Attribute { .. } => {}
                _ => {
                    let msg = "mapping pattern keys may only match literals and attribute lookups";
                    return self.error(at, msg);
                }
            }
            self.expr(key)?;
        }
        Ok(())
    }

    /// `**rest`: a copy of the mapping without the keys.
    fn mapping_rest(&mut self, keys: usize, rest: &Name, matching: &mut Matching, at: Location) -> Done {
        self.op_arg(Op::BuildMap, 0, at);
        self.op_arg(Op::Swap, 3, at);
        self.op_arg(Op::DictUpdate, 2, at);
        self.op_arg(Op::UnpackSequence, count(keys), at);
        for left in (1..=keys).rev() {
            self.op_arg(Op::Copy, count(left + 1), at);
            self.op_arg(Op::Swap, 2, at);
            self.op(Op::DeleteSubscr, at);
        }
        self.capture(Some(rest), matching, at)
    }

    pub fn class_pattern(
        &mut self,
        cls: &Expr,
        (patterns, attrs, attr_patterns): (&[Pattern], &[Name], &[Pattern]),
        matching: &mut Matching,
        at: Location,
    ) -> Done {
        for (index, attr) in attrs.iter().enumerate() {
            self.refuse_debug(attr, Context::Store, attr_patterns[index].at)?;
            if let Some(again) = attrs[index + 1..].iter().position(|other| other == attr) {
                let place = attr_patterns[index + 1 + again].at;
                return self.error(place, format!("attribute name repeated in class pattern: {attr}"));
            }
        }
        self.expr(cls)?;
        let names = attrs.iter().map(|attr| Constant::Str(attr.clone().into()));
        self.load_const(Constant::Tuple(names.collect()), at);
        self.op_arg(Op::MatchClass, count(patterns.len()), at);
        // A tuple of attributes, or None.
        matching.on_top += 1;
        self.fail_if_none(matching, at);
        let all = patterns.len() + attrs.len();
        self.op_arg(Op::UnpackSequence, count(all), at);
        matching.on_top += all;
        matching.on_top -= 1;
        for pattern in patterns.iter().chain(attr_patterns) {
            matching.on_top -= 1;
            if is_wildcard(pattern) {
                self.op(Op::PopTop, at);
            } else {
                self.subpattern(pattern, matching)?;
            }
        }
        Ok(())
    }
}
