//! `with`: its items may stand in parentheses, and then they look like a tuple at first.

use super::super::ast::{StmtKind, WithItem};
use super::{Parser, Read, Refused, Sign};

impl Parser<'_> {
    pub(super) fn with(&mut self, is_async: bool) -> Read<StmtKind> {
        self.at += 1 + usize::from(is_async);
        let mark = self.mark();
        let items = match self.enclosed_items() {
            Ok(items) => items,
            Err(Refused) => {
                self.go_back(mark);
                self.items()?
            }
        };
        let body = self.block()?;
        Ok(if is_async { StmtKind::AsyncWith { items, body } } else { StmtKind::With { items, body } })
    }

    fn items(&mut self) -> Read<Vec<WithItem>> {
        let mut items = vec![self.item()?];
        while self.takes(Sign::Comma) {
            items.push(self.item()?);
        }
        Ok(items)
    }

    /// The same in parentheses, if the statement's colon follows.
    fn enclosed_items(&mut self) -> Read<Vec<WithItem>> {
        self.expect(Sign::LeftParen)?;
        let mut items = vec![self.item()?];
        while self.takes(Sign::Comma) && !self.is(Sign::RightParen) {
            items.push(self.item()?);
        }
        self.expect(Sign::RightParen)?;
        if self.is(Sign::Colon) { Ok(items) } else { Err(Refused) }
    }

    fn item(&mut self) -> Read<WithItem> {
        let context_expr = self.expression()?;
        let optional_vars = if self.takes(Sign::As) { Some(self.star_target()?) } else { None };
        Ok(WithItem { context_expr, optional_vars })
    }
}
