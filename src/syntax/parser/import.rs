//! Imports.

use super::super::ast::{Alias, Name, StmtKind};
use super::{Parser, Read, Refused, Sign};

impl Parser<'_> {
    pub(super) fn import(&mut self) -> Read<StmtKind> {
        self.bump();
        let mut names = Vec::new();
        loop {
            let start = self.at;
            let name = self.dotted_name()?;
            names.push(self.alias(start, name)?);
            if !self.takes(Sign::Comma) {
                return Ok(StmtKind::Import { names });
            }
        }
    }

    pub(super) fn import_from(&mut self) -> Read<StmtKind> {
        self.bump();
        let mut level = 0;
        loop {
            level += match self.sign() {
                Sign::Dot => 1,
                Sign::Ellipsis => 3,
                _ => break,
            };
            self.bump();
        }
        let module = match level > 0 && self.is(Sign::Import) {
            true => None,
            false => Some(self.dotted_name()?),
        };
        self.expect(Sign::Import)?;
        Ok(StmtKind::ImportFrom { module, names: self.imported()?, level })
    }

    fn imported(&mut self) -> Read<Vec<Alias>> {
        let start = self.at;
        if self.takes(Sign::Star) {
            let name = self.names.of("*");
            return Ok(vec![Alias { at: self.since(start), name, asname: None }]);
        }
        let is_enclosed = self.takes(Sign::LeftParen);
        let mut names = Vec::new();
        loop {
            let start = self.at;
            let name = self.name()?;
            names.push(self.alias(start, name)?);
            if !self.takes(Sign::Comma) || is_enclosed && self.is(Sign::RightParen) {
                break;
            }
        }
        if is_enclosed && !self.takes(Sign::RightParen) {
            return Err(Refused);
        }
        Ok(names)
    }

    fn alias(&mut self, start: usize, name: Name) -> Read<Alias> {
        let asname = if self.takes(Sign::As) { Some(self.name()?) } else { None };
        Ok(Alias { at: self.since(start), name, asname })
    }

    fn dotted_name(&mut self) -> Read<Name> {
        let first = self.name()?;
        if !self.is(Sign::Dot) {
            return Ok(first);
        }
        let mut whole = first.to_string();
        while self.takes(Sign::Dot) {
            whole.push('.');
            whole.push_str(&self.name()?);
        }
        Ok(self.names.made(whole))
    }
}
