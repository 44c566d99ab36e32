//! What stands in brackets: groups, tuples, lists, sets, dicts, and the comprehensions that look like them.

use super::super::ast::{Context, Expr, ExprKind};
use super::{Parser, Read, Refused, Sign, boxed};

impl Parser<'_> {
    /// A group has the place of what is in it.
    pub(super) fn parenthesized(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        if self.is(Sign::Yield) {
            let value = self.yield_expr()?;
            self.expect(Sign::RightParen)?;
            return Ok(value);
        }
        if self.takes(Sign::RightParen) {
            return Ok(self.tuple(start, Vec::new()));
        }
        let is_starred = self.is(Sign::Star);
        let first = self.star_named_expression()?;
        if !is_starred && self.takes(Sign::RightParen) {
            return Ok(first);
        }
        if self.is(Sign::Comma) {
            let from = self.elements.len();
            self.more_elements(first, Self::star_named_expression)?;
            let elts = self.elements_since(from);
            self.expect(Sign::RightParen)?;
            return Ok(self.tuple(start, elts));
        }
        if is_starred {
            return Err(Refused);
        }
        self.generator(start, first)
    }

    fn tuple(&self, start: usize, elts: Vec<Expr>) -> Expr {
        Expr { at: self.since(start), kind: ExprKind::Tuple { elts, ctx: Context::Load } }
    }

    /// The rest of a generator, whose parenthesis and first expression were read.
    pub(super) fn generator(&mut self, start: usize, elt: Expr) -> Read<Expr> {
        let generators = self.comprehensions()?;
        self.expect(Sign::RightParen)?;
        let kind = ExprKind::GeneratorExp { elt: boxed(elt), generators };
        Ok(Expr { at: self.since(start), kind })
    }

    pub(super) fn list(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let kind = if self.takes(Sign::RightBracket) {
            ExprKind::List { elts: Vec::new(), ctx: Context::Load }
        } else {
            let is_starred = self.is(Sign::Star);
            let first = self.star_named_expression()?;
            let kind = if !is_starred && self.starts_comprehension() {
                ExprKind::ListComp { elt: boxed(first), generators: self.comprehensions()? }
            } else {
                let from = self.elements.len();
                self.more_elements(first, Self::star_named_expression)?;
                ExprKind::List { elts: self.elements_since(from), ctx: Context::Load }
            };
            self.expect(Sign::RightBracket)?;
            kind
        };
        Ok(Expr { at: self.since(start), kind })
    }

    /// A dict or a set.
    pub(super) fn braced(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let kind = match self.sign() {
            Sign::RightBrace => ExprKind::Dict { keys: [].into(), values: [].into() },
            Sign::DoubleStar => self.dict(None)?,
            Sign::Star => {
                let first = self.star_named_expression()?;
                self.set(first)?
            }
            _ => {
                let first = self.named_expression()?;
                let is_named = self.tokens[start + 2].sign == Sign::ColonEqual;
                match self.sign() {
                    Sign::Colon if !is_named => self.dict(Some(first))?,
                    Sign::For | Sign::Async => {
                        ExprKind::SetComp { elt: boxed(first), generators: self.comprehensions()? }
                    }
                    _ => self.set(first)?,
                }
            }
        };
        self.expect(Sign::RightBrace)?;
        Ok(Expr { at: self.since(start), kind })
    }

    fn set(&mut self, first: Expr) -> Read<ExprKind> {
        let from = self.elements.len();
        self.more_elements(first, Self::star_named_expression)?;
        Ok(ExprKind::Set { elts: self.elements_since(from) })
    }

    /// The items of a dict; the first key may have been read.
    fn dict(&mut self, mut key: Option<Expr>) -> Read<ExprKind> {
        let (mut keys, from) = (Vec::new(), self.elements.len());
        let mut tallest = self.tall;
        loop {
            let value = match (key.take(), self.takes(Sign::DoubleStar)) {
                (None, true) => {
                    keys.push(None);
                    self.bitwise_or()?
                }
                (read, _) => {
                    let key = match read {
                        Some(key) => key,
                        None => self.expression()?,
                    };
                    self.expect(Sign::Colon)?;
                    let value = self.expression()?;
                    if keys.is_empty() && self.starts_comprehension() {
                        let (key, value) = (boxed(key), boxed(value));
                        return Ok(ExprKind::DictComp { key, value, generators: self.comprehensions()? });
                    }
                    keys.push(Some(key));
                    value
                }
            };
            self.elements.push(value);
            tallest = tallest.max(std::mem::take(&mut self.tall));
            if !self.takes(Sign::Comma) || self.is(Sign::RightBrace) {
                break;
            }
        }
        self.tall = tallest;
        Ok(ExprKind::Dict { keys: keys.into(), values: self.elements_since(from).into() })
    }
}
