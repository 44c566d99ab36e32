//! Atoms, and what follows them at once: attributes, calls, subscripts.

use super::super::Constant;
use super::super::ast::{Context, Expr, ExprKind};
use super::{Parser, Read, Refused, Sign, boxed};

/// How many levels CPython's parser goes down at most from a bracket to what stands in it.
pub(super) const BRACKET: u32 = 60;

impl Parser<'_> {
    pub(super) fn primary(&mut self) -> Read<Expr> {
        let start = self.at;
        let mut value = self.atom()?;
        loop {
            let kind = match self.sign() {
                Sign::Dot => {
                    self.bump();
                    let attr = self.name()?;
                    ExprKind::Attribute { value: boxed(value), attr, ctx: Context::Load }
                }
                Sign::LeftParen => {
                    let func = boxed(value);
                    let (args, keywords) = self.call_arguments()?;
                    ExprKind::Call { func, args: args.into(), keywords: keywords.into() }
                }
                Sign::LeftBracket => {
                    let value = boxed(value);
                    let slice = boxed(self.deeper(BRACKET, Self::subscript)?);
                    ExprKind::Subscript { value, slice, ctx: Context::Load }
                }
                _ => return Ok(value),
            };
            self.grow()?;
            value = Expr { at: self.since(start), kind };
        }
    }

    fn atom(&mut self) -> Read<Expr> {
        let start = self.at;
        let kind = match self.sign() {
            Sign::Name => ExprKind::Name { id: self.name()?, ctx: Context::Load },
            Sign::String | Sign::FStringStart => return self.strings(),
            Sign::Number => return self.number(),
            Sign::LeftParen => return self.deeper(BRACKET, Self::parenthesized),
            Sign::LeftBracket => return self.deeper(BRACKET, Self::list),
            Sign::LeftBrace => return self.deeper(BRACKET, Self::braced),
            sign => {
                let value = constant(sign).ok_or(Refused)?;
                self.bump();
                ExprKind::Constant { value, kind: None }
            }
        };
        Ok(Expr { at: self.since(start), kind })
    }

    /// From bracket to bracket. Several are a tuple, and so is one with a star.
    fn subscript(&mut self) -> Read<Expr> {
        self.bump();
        let start = self.at;
        let is_starred = self.is(Sign::Star);
        let first = self.slice_or_starred()?;
        if !is_starred && self.takes(Sign::RightBracket) {
            return Ok(first);
        }
        let from = self.elements.len();
        self.elements.push(first);
        while self.takes(Sign::Comma) && !self.is(Sign::RightBracket) {
            let next = self.slice_or_starred()?;
            self.elements.push(next);
        }
        let elts = self.elements_since(from);
        let at = self.since(start);
        self.expect(Sign::RightBracket)?;
        Ok(Expr { at, kind: ExprKind::Tuple { elts, ctx: Context::Load } })
    }

    fn slice_or_starred(&mut self) -> Read<Expr> {
        if self.is(Sign::Star) {
            return self.starred(Self::expression);
        }
        let start = self.at;
        let lower = match self.is(Sign::Colon) {
            true => None,
            false => {
                let first = self.named_expression()?;
                if !self.is(Sign::Colon) {
                    return Ok(first);
                }
                // Only a whole subscript can be named.
                if self.tokens[start + 1].sign == Sign::ColonEqual {
                    return Err(Refused);
                }
                Some(boxed(first))
            }
        };
        self.bump();
        let upper = self.bound()?;
        let step = if self.takes(Sign::Colon) { self.bound()? } else { None };
        Ok(Expr { at: self.since(start), kind: ExprKind::Slice { lower, upper, step } })
    }

    fn bound(&mut self) -> Read<Option<Box<Expr>>> {
        match self.sign() {
            Sign::Colon | Sign::Comma | Sign::RightBracket => Ok(None),
            _ => Ok(Some(boxed(self.expression()?))),
        }
    }
}

/// The value of a token that always means the same.
pub(super) fn constant(sign: Sign) -> Option<Constant> {
    match sign {
        Sign::None => Some(Constant::None),
        Sign::True => Some(Constant::Bool(true)),
        Sign::False => Some(Constant::Bool(false)),
        Sign::Ellipsis => Some(Constant::Ellipsis),
        _ => None,
    }
}
