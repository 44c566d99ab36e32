//! Simple statements: those that stand in one line.

use super::super::ast::{Context, Expr, ExprKind, Name, Operator, Stmt, StmtKind};
use super::target::{turn, turn_single};
use super::{Parser, Read, Refused, Sign, boxed};

impl Parser<'_> {
    /// A line of them, with its end.
    pub(super) fn simple_line(&mut self) -> Read<()> {
        loop {
            let start = self.at;
            self.tall = 0;
            let kind = self.simple()?;
            let at = self.since(start);
            self.statements.push(Stmt { at, kind });
            let has_more = self.takes(Sign::Semicolon);
            if self.takes(Sign::Newline) {
                return Ok(());
            }
            if !has_more {
                return Err(Refused);
            }
        }
    }

    fn simple(&mut self) -> Read<StmtKind> {
        let sign = self.sign();
        match sign {
            Sign::Import => return self.import(),
            Sign::From => return self.import_from(),
            Sign::Return | Sign::Raise | Sign::Pass | Sign::Del | Sign::Assert => {}
            Sign::Break | Sign::Continue | Sign::Global | Sign::Nonlocal => {}
            Sign::Name if self.second() == Sign::Name && self.is_word("type") => return self.type_alias(),
            _ => return self.assignment_or_expression(),
        }
        self.bump();
        Ok(match sign {
            Sign::Return => StmtKind::Return(self.returned()?),
            Sign::Raise => self.raise()?,
            Sign::Del => StmtKind::Delete(self.del_targets()?),
            Sign::Assert => {
                let test = self.expression()?;
                let msg = if self.takes(Sign::Comma) { Some(boxed(self.expression()?)) } else { None };
                StmtKind::Assert { test, msg }
            }
            Sign::Break => StmtKind::Break,
            Sign::Continue => StmtKind::Continue,
            Sign::Global => StmtKind::Global { names: self.declared()? },
            Sign::Nonlocal => StmtKind::Nonlocal { names: self.declared()? },
            _ => StmtKind::Pass,
        })
    }

    fn ends_statement(&self) -> bool {
        matches!(self.sign(), Sign::Newline | Sign::Semicolon)
    }

    fn returned(&mut self) -> Read<Option<Expr>> {
        if self.ends_statement() { Ok(None) } else { self.star_expressions().map(Some) }
    }

    fn raise(&mut self) -> Read<StmtKind> {
        if self.ends_statement() {
            return Ok(StmtKind::Raise { exc: None, cause: None });
        }
        let exc = Some(self.expression()?);
        let cause = if self.takes(Sign::From) { Some(boxed(self.expression()?)) } else { None };
        Ok(StmtKind::Raise { exc, cause })
    }

    fn del_targets(&mut self) -> Read<Vec<Expr>> {
        let from = self.elements.len();
        loop {
            let target = self.del_target()?;
            self.elements.push(target);
            if !self.takes(Sign::Comma) || self.ends_statement() {
                break;
            }
        }
        Ok(self.elements_since(from))
    }

    fn declared(&mut self) -> Read<Vec<Name>> {
        let mut names = vec![self.name()?];
        while self.takes(Sign::Comma) {
            names.push(self.name()?);
        }
        Ok(names)
    }

    fn assignment_or_expression(&mut self) -> Read<StmtKind> {
        let start = self.at;
        let mut first = self.yield_or_expressions()?;
        match self.sign() {
            Sign::Newline | Sign::Semicolon => Ok(StmtKind::Expr(first)),
            Sign::Equal => self.assignment(first),
            Sign::Colon => {
                self.bump();
                turn_single(&mut first)?;
                let is_name = matches!(first.kind, ExprKind::Name { .. });
                let simple = is_name && self.tokens[start].sign == Sign::Name;
                let annotation = boxed(self.expression()?);
                let value = if self.takes(Sign::Equal) { Some(self.yield_or_expressions()?) } else { None };
                Ok(StmtKind::AnnAssign { target: boxed(first), annotation, value, simple })
            }
            sign => {
                let op = augmented(sign).ok_or(Refused)?;
                self.bump();
                turn_single(&mut first)?;
                Ok(StmtKind::AugAssign { target: boxed(first), op, value: self.yield_or_expressions()? })
            }
        }
    }

    /// The rest of an assignment, from the sign behind its first target.
    fn assignment(&mut self, mut first: Expr) -> Read<StmtKind> {
        turn(&mut first, Context::Store)?;
        let mut targets = vec![first];
        self.bump();
        let mut value = self.yield_or_expressions()?;
        while self.takes(Sign::Equal) {
            turn(&mut value, Context::Store)?;
            targets.push(value);
            value = self.yield_or_expressions()?;
        }
        Ok(StmtKind::Assign { targets, value })
    }
}

/// The operator in front of an equals sign.
fn augmented(sign: Sign) -> Option<Operator> {
    Some(match sign {
        Sign::PlusEqual => Operator::Add,
        Sign::MinusEqual => Operator::Sub,
        Sign::StarEqual => Operator::Mult,
        Sign::AtEqual => Operator::MatMult,
        Sign::SlashEqual => Operator::Div,
        Sign::PercentEqual => Operator::Mod,
        Sign::DoubleStarEqual => Operator::Pow,
        Sign::LeftShiftEqual => Operator::LShift,
        Sign::RightShiftEqual => Operator::RShift,
        Sign::BarEqual => Operator::BitOr,
        Sign::CaretEqual => Operator::BitXor,
        Sign::AmpersandEqual => Operator::BitAnd,
        Sign::DoubleSlashEqual => Operator::FloorDiv,
        _ => return None,
    })
}
