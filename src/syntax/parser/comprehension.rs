//! The clauses of comprehensions.

use super::super::ast::Comprehension;
use super::{Parser, Read, Sign};

impl Parser<'_> {
    pub(super) fn starts_comprehension(&self) -> bool {
        matches!(self.sign(), Sign::For | Sign::Async)
    }

    pub(super) fn comprehensions(&mut self) -> Read<Vec<Comprehension>> {
        let mut clauses = vec![self.comprehension()?];
        while self.starts_comprehension() {
            clauses.push(self.comprehension()?);
        }
        Ok(clauses)
    }

    fn comprehension(&mut self) -> Read<Comprehension> {
        let is_async = self.takes(Sign::Async);
        self.expect(Sign::For)?;
        let target = self.star_targets()?;
        self.expect(Sign::In)?;
        let iter = self.disjunction()?;
        let mut ifs = Vec::new();
        while self.takes(Sign::If) {
            ifs.push(self.disjunction()?);
        }
        Ok(Comprehension { target, iter, ifs, is_async })
    }
}
