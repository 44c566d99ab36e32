//! Functions, classes, type aliases, and their type parameters.

use super::super::ast::{ClassDef, Expr, FunctionDef, Stmt, StmtKind, TypeParam, TypeParamKind};
use super::{Parser, Read, Refused, Sign, boxed};

impl Parser<'_> {
    /// A definition starts behind its decorators.
    pub(super) fn decorated(&mut self) -> Read<()> {
        let from = self.elements.len();
        while self.takes(Sign::At) {
            let decorator = self.named_expression()?;
            self.elements.push(decorator);
            self.expect(Sign::Newline)?;
        }
        let decorators = self.elements_since(from);
        let start = self.at;
        let kind = match (self.sign(), self.second()) {
            (Sign::Def, _) => self.function_def(false, decorators)?,
            (Sign::Async, Sign::Def) => self.function_def(true, decorators)?,
            (Sign::Class, _) => self.class_def(decorators)?,
            _ => return Err(Refused),
        };
        let at = self.block_since(start);
        self.statements.push(Stmt { at, kind });
        Ok(())
    }

    pub(super) fn function_def(&mut self, is_async: bool, decorator_list: Vec<Expr>) -> Read<StmtKind> {
        self.at += 1 + usize::from(is_async);
        let name = self.name()?;
        let type_params = self.type_params()?;
        self.expect(Sign::LeftParen)?;
        let args = self.parameters(Sign::RightParen)?;
        self.expect(Sign::RightParen)?;
        let returns = if self.takes(Sign::Arrow) { Some(self.expression()?) } else { None };
        let body = self.block()?;
        let parts = Box::new(FunctionDef { name, args, body, decorator_list, returns, type_params });
        Ok(if is_async { StmtKind::AsyncFunctionDef(parts) } else { StmtKind::FunctionDef(parts) })
    }

    pub(super) fn class_def(&mut self, decorator_list: Vec<Expr>) -> Read<StmtKind> {
        self.bump();
        let name = self.name()?;
        let type_params = self.type_params()?;
        let (bases, keywords) = match self.takes(Sign::LeftParen) {
            true => self.arguments()?,
            false => (Vec::new(), Vec::new()),
        };
        let body = self.block()?;
        let parts = ClassDef { name, bases, keywords, body, decorator_list, type_params };
        Ok(StmtKind::ClassDef(Box::new(parts)))
    }

    pub(super) fn type_alias(&mut self) -> Read<StmtKind> {
        self.bump();
        let name = boxed(self.stored_name()?);
        let type_params = self.type_params()?;
        self.expect(Sign::Equal)?;
        Ok(StmtKind::TypeAlias { name, type_params, value: boxed(self.expression()?) })
    }

    /// Type parameters in brackets, if there are any.
    fn type_params(&mut self) -> Read<Vec<TypeParam>> {
        let mut params = Vec::new();
        if !self.takes(Sign::LeftBracket) {
            return Ok(params);
        }
        loop {
            params.push(self.type_param()?);
            if !self.takes(Sign::Comma) || self.is(Sign::RightBracket) {
                break;
            }
        }
        self.expect(Sign::RightBracket)?;
        Ok(params)
    }

    fn type_param(&mut self) -> Read<TypeParam> {
        let start = self.at;
        let kind = if self.takes(Sign::Star) {
            TypeParamKind::TypeVarTuple { name: self.name()? }
        } else if self.takes(Sign::DoubleStar) {
            TypeParamKind::ParamSpec { name: self.name()? }
        } else {
            let name = self.name()?;
            let bound = if self.takes(Sign::Colon) { Some(boxed(self.expression()?)) } else { None };
            TypeParamKind::TypeVar { name, bound }
        };
        Ok(TypeParam { at: self.since(start), kind })
    }
}
