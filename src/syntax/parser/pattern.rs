//! `match` and its patterns.

use super::super::Constant;
use super::super::ast::{
    Context, Expr, ExprKind, MatchCase, Name, Operator, Pattern, PatternKind, StmtKind, UnaryOperator,
};
use super::atom::{BRACKET, constant};
use super::{Parser, Read, Refused, Sign, boxed};

impl Parser<'_> {
    /// A `match` statement, or nothing where the word is only a name.
    pub(super) fn match_(&mut self) -> Read<Option<StmtKind>> {
        let mark = self.mark();
        self.bump();
        let subject = match self.subject() {
            Ok(subject) => subject,
            Err(Refused) => {
                self.go_back(mark);
                return Ok(None);
            }
        };
        self.at += 3;
        let mut cases = Vec::new();
        while !self.takes(Sign::Dedent) {
            cases.push(self.case()?);
        }
        Ok(Some(StmtKind::Match { subject, cases }))
    }

    /// What is matched, if an indented block follows.
    fn subject(&mut self) -> Read<Expr> {
        if !self.starts_expression() && !self.is(Sign::Star) {
            return Err(Refused);
        }
        let start = self.at;
        let is_starred = self.is(Sign::Star);
        let first = self.star_named_expression()?;
        let subject = match self.sign() {
            Sign::Comma => self.bare_tuple(start, first, Self::star_named_expression)?,
            _ if is_starred => return Err(Refused),
            _ => first,
        };
        let next = |ahead: usize| self.tokens.get(self.at + ahead).map(|token| token.sign);
        let follows =
            next(0) == Some(Sign::Colon) && next(1) == Some(Sign::Newline) && next(2) == Some(Sign::Indent);
        if follows { Ok(subject) } else { Err(Refused) }
    }

    fn case(&mut self) -> Read<MatchCase> {
        if !self.is_word("case") {
            return Err(Refused);
        }
        self.bump();
        self.tall = 0;
        let start = self.at;
        let is_starred = self.is(Sign::Star);
        let first = self.maybe_star_pattern()?;
        let pattern = match self.is(Sign::Comma) {
            true => {
                let patterns = self.more_patterns(first)?;
                Pattern { at: self.since(start), kind: PatternKind::MatchSequence(patterns) }
            }
            false if is_starred => return Err(Refused),
            false => first,
        };
        let guard = if self.takes(Sign::If) { Some(self.named_expression()?) } else { None };
        Ok(MatchCase { pattern, guard, body: self.block()? })
    }

    /// Patterns with commas between them, behind the first.
    fn more_patterns(&mut self, first: Pattern) -> Read<Vec<Pattern>> {
        let mut patterns = vec![first];
        while self.takes(Sign::Comma) && !self.ends_patterns() {
            patterns.push(self.maybe_star_pattern()?);
        }
        Ok(patterns)
    }

    fn ends_patterns(&self) -> bool {
        matches!(self.sign(), Sign::Colon | Sign::If | Sign::RightParen | Sign::RightBracket)
    }

    fn maybe_star_pattern(&mut self) -> Read<Pattern> {
        if !self.is(Sign::Star) {
            return self.pattern();
        }
        let start = self.at;
        self.bump();
        let name = match self.is_word("_") {
            true => {
                self.bump();
                None
            }
            false => Some(self.captured()?),
        };
        Ok(Pattern { at: self.since(start), kind: PatternKind::MatchStar(name) })
    }

    /// A name that is bound, and so is not the start of anything else.
    fn captured(&mut self) -> Read<Name> {
        let is_wildcard = self.is_word("_");
        let name = self.name()?;
        match is_wildcard || matches!(self.sign(), Sign::Dot | Sign::LeftParen | Sign::Equal) {
            true => Err(Refused),
            false => Ok(name),
        }
    }

    fn pattern(&mut self) -> Read<Pattern> {
        let start = self.at;
        let first = self.closed_pattern()?;
        let mut pattern = first;
        if self.is(Sign::Bar) {
            let mut patterns = vec![pattern];
            while self.takes(Sign::Bar) {
                patterns.push(self.closed_pattern()?);
            }
            pattern = Pattern { at: self.since(start), kind: PatternKind::MatchOr(patterns) };
        }
        if !self.takes(Sign::As) {
            return Ok(pattern);
        }
        let name = Some(self.captured()?);
        let pattern = Some(Box::new(pattern));
        Ok(Pattern { at: self.since(start), kind: PatternKind::MatchAs { pattern, name } })
    }

    fn closed_pattern(&mut self) -> Read<Pattern> {
        let start = self.at;
        let kind = match self.sign() {
            Sign::None | Sign::True | Sign::False => {
                let value = constant(self.sign()).ok_or(Refused)?;
                self.bump();
                PatternKind::MatchSingleton(value)
            }
            Sign::Number | Sign::Minus | Sign::String | Sign::FStringStart => {
                PatternKind::MatchValue(boxed(self.literal()?))
            }
            Sign::Name if self.is_word("_") => {
                self.bump();
                PatternKind::MatchAs { pattern: None, name: None }
            }
            Sign::Name => self.named_pattern()?,
            Sign::LeftParen => return self.deeper(BRACKET, Self::parenthesized_pattern),
            Sign::LeftBracket => self.deeper(BRACKET, Self::list_pattern)?,
            Sign::LeftBrace => self.deeper(BRACKET, Self::mapping_pattern)?,
            _ => return Err(Refused),
        };
        Ok(Pattern { at: self.since(start), kind })
    }

    /// A name to bind, a value with dots in it, or a class.
    fn named_pattern(&mut self) -> Read<PatternKind> {
        let name = self.name_or_attribute()?;
        match (self.sign(), name.kind) {
            (Sign::LeftParen, kind) => {
                let cls = boxed(Expr { at: name.at, kind });
                self.deeper(BRACKET, |this| this.class_pattern(cls))
            }
            (Sign::Equal, _) => Err(Refused),
            (_, ExprKind::Name { id, .. }) => Ok(PatternKind::MatchAs { pattern: None, name: Some(id) }),
            (_, kind) => Ok(PatternKind::MatchValue(boxed(Expr { at: name.at, kind }))),
        }
    }

    fn name_or_attribute(&mut self) -> Read<Expr> {
        let start = self.at;
        let id = self.name()?;
        let mut whole = Expr { at: self.since(start), kind: ExprKind::Name { id, ctx: Context::Load } };
        while self.takes(Sign::Dot) {
            let attr = self.name()?;
            self.grow()?;
            let kind = ExprKind::Attribute { value: boxed(whole), attr, ctx: Context::Load };
            whole = Expr { at: self.since(start), kind };
        }
        Ok(whole)
    }

    /// A group has the place of what is in it.
    fn parenthesized_pattern(&mut self) -> Read<Pattern> {
        let start = self.at;
        self.bump();
        let patterns = if self.is(Sign::RightParen) {
            Vec::new()
        } else {
            let is_starred = self.is(Sign::Star);
            let first = self.maybe_star_pattern()?;
            if !is_starred && self.takes(Sign::RightParen) {
                return Ok(first);
            }
            if !self.is(Sign::Comma) {
                return Err(Refused);
            }
            self.more_patterns(first)?
        };
        self.expect(Sign::RightParen)?;
        Ok(Pattern { at: self.since(start), kind: PatternKind::MatchSequence(patterns) })
    }

    fn list_pattern(&mut self) -> Read<PatternKind> {
        self.bump();
        let patterns = match self.is(Sign::RightBracket) {
            true => Vec::new(),
            false => {
                let first = self.maybe_star_pattern()?;
                self.more_patterns(first)?
            }
        };
        self.expect(Sign::RightBracket)?;
        Ok(PatternKind::MatchSequence(patterns))
    }

    fn mapping_pattern(&mut self) -> Read<PatternKind> {
        self.bump();
        let (mut keys, mut patterns, mut rest) = (Vec::new(), Vec::new(), None);
        while !self.is(Sign::RightBrace) {
            if self.takes(Sign::DoubleStar) {
                rest = Some(self.captured()?);
                self.takes(Sign::Comma);
                break;
            }
            keys.push(self.mapping_key()?);
            self.expect(Sign::Colon)?;
            patterns.push(self.pattern()?);
            if !self.takes(Sign::Comma) {
                break;
            }
        }
        self.expect(Sign::RightBrace)?;
        Ok(PatternKind::MatchMapping { keys, patterns, rest })
    }

    fn mapping_key(&mut self) -> Read<Expr> {
        let start = self.at;
        if let Some(value) = constant(self.sign()).filter(|value| *value != Constant::Ellipsis) {
            self.bump();
            return Ok(Expr { at: self.since(start), kind: ExprKind::Constant { value, kind: None } });
        }
        if !self.is(Sign::Name) {
            return self.literal();
        }
        let key = self.name_or_attribute()?;
        if matches!(key.kind, ExprKind::Attribute { .. }) { Ok(key) } else { Err(Refused) }
    }

    fn class_pattern(&mut self, cls: Box<Expr>) -> Read<PatternKind> {
        self.bump();
        let (mut patterns, mut kwd_attrs, mut kwd_patterns) = (Vec::new(), Vec::new(), Vec::new());
        while !self.is(Sign::RightParen) {
            if self.is(Sign::Name) && self.second() == Sign::Equal {
                kwd_attrs.push(self.name()?);
                self.bump();
                kwd_patterns.push(self.pattern()?);
            } else if kwd_attrs.is_empty() {
                patterns.push(self.pattern()?);
            } else {
                return Err(Refused);
            }
            if !self.takes(Sign::Comma) {
                break;
            }
        }
        self.expect(Sign::RightParen)?;
        Ok(PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns })
    }

    /// A number, perhaps with a sign and an imaginary part, or strings.
    fn literal(&mut self) -> Read<Expr> {
        if matches!(self.sign(), Sign::String | Sign::FStringStart) {
            return self.strings();
        }
        let start = self.at;
        let (left, is_imaginary) = self.signed_number()?;
        let op = match self.sign() {
            Sign::Plus => Operator::Add,
            Sign::Minus => Operator::Sub,
            _ => return Ok(left),
        };
        self.bump();
        if is_imaginary || !self.is(Sign::Number) {
            return Err(Refused);
        }
        let (right, is_imaginary) = self.signed_number()?;
        if !is_imaginary {
            return Err(Refused);
        }
        let kind = ExprKind::BinOp { left: boxed(left), op, right: boxed(right) };
        Ok(Expr { at: self.since(start), kind })
    }

    /// A number that may be negative, and whether it is an imaginary one.
    fn signed_number(&mut self) -> Read<(Expr, bool)> {
        let start = self.at;
        let is_negative = self.takes(Sign::Minus);
        if !self.is(Sign::Number) {
            return Err(Refused);
        }
        let number = self.number()?;
        let is_imaginary = matches!(number.kind, ExprKind::Constant { value: Constant::Complex { .. }, .. });
        if !is_negative {
            return Ok((number, is_imaginary));
        }
        let kind = ExprKind::UnaryOp { op: UnaryOperator::USub, operand: boxed(number) };
        Ok((Expr { at: self.since(start), kind }, is_imaginary))
    }
}
