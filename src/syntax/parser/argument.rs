//! Arguments of calls and of classes.

use super::super::ast::{Expr, Keyword};
use super::atom::BRACKET;
use super::{Parser, Read, Refused, Sign};

/// What may still come.
#[derive(Clone, Copy, PartialEq)]
enum After {
    Positional,
    /// No more positional ones, but for those with a star.
    Keyword,
    /// Only keywords.
    Mapping,
}

impl Parser<'_> {
    /// From parenthesis to parenthesis. A generator that is the only argument needs none of its own, and takes these.
    pub(super) fn call_arguments(&mut self) -> Read<(Vec<Expr>, Vec<Keyword>)> {
        self.deeper(BRACKET, |this| {
            let start = this.at;
            this.bump();
            this.arguments_from(Some(start))
        })
    }

    /// The arguments behind a parenthesis, and the one that closes them.
    pub(super) fn arguments(&mut self) -> Read<(Vec<Expr>, Vec<Keyword>)> {
        self.deeper(BRACKET, |this| this.arguments_from(None))
    }

    fn arguments_from(&mut self, call: Option<usize>) -> Read<(Vec<Expr>, Vec<Keyword>)> {
        let from = self.elements.len();
        let mut keywords = Vec::new();
        let mut after = After::Positional;
        let mut tallest = std::mem::take(&mut self.tall);
        while !self.takes(Sign::RightParen) {
            let start = self.at;
            match self.sign() {
                Sign::Name if self.second() == Sign::Equal => {
                    let arg = Some(self.name()?);
                    self.bump();
                    let value = self.expression()?;
                    keywords.push(Keyword { at: self.since(start), arg, value });
                    after = if after == After::Positional { After::Keyword } else { after };
                }
                Sign::DoubleStar => {
                    self.bump();
                    let value = self.expression()?;
                    keywords.push(Keyword { at: self.since(start), arg: None, value });
                    after = After::Mapping;
                }
                Sign::Star if after != After::Mapping => {
                    let value = self.starred(Self::expression)?;
                    self.elements.push(value);
                }
                _ if after == After::Positional => {
                    let value = self.named_expression()?;
                    if let Some(call) = call.filter(|_| self.starts_comprehension())
                        && start == call + 1
                    {
                        return Ok((vec![self.generator(call, value)?], keywords));
                    }
                    self.elements.push(value);
                }
                _ => return Err(Refused),
            }
            tallest = tallest.max(std::mem::take(&mut self.tall));
            if !self.takes(Sign::Comma) {
                self.expect(Sign::RightParen)?;
                break;
            }
        }
        self.tall = tallest;
        Ok((self.elements_since(from), keywords))
    }
}
