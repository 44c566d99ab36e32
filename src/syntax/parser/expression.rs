//! Expressions, from the loosest operators to the tightest.

use super::super::ast::{BoolOperator, CmpOperator, Context, Expr, ExprKind, Operator, UnaryOperator};
use super::{Parser, Read, Sign, boxed};

/// How many levels CPython's parser goes down at most from an operand to what stands for it at the same place.
const OPERAND: u32 = 3;

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Read<Expr> {
        if self.is(Sign::Lambda) {
            return self.lambda();
        }
        let start = self.at;
        let body = self.disjunction()?;
        if !self.takes(Sign::If) {
            return Ok(body);
        }
        let test = boxed(self.disjunction()?);
        self.expect(Sign::Else)?;
        let orelse = boxed(self.deeper(OPERAND, Self::expression)?);
        Ok(Expr { at: self.since(start), kind: ExprKind::IfExp { test, body: boxed(body), orelse } })
    }

    fn lambda(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let args = Box::new(self.parameters(Sign::Colon)?);
        self.expect(Sign::Colon)?;
        let body = boxed(self.deeper(OPERAND, Self::expression)?);
        Ok(Expr { at: self.since(start), kind: ExprKind::Lambda { args, body } })
    }

    /// An expression that may be named: `name := value`.
    pub(super) fn named_expression(&mut self) -> Read<Expr> {
        if !self.is(Sign::Name) || self.second() != Sign::ColonEqual {
            return self.expression();
        }
        let start = self.at;
        let target = boxed(self.stored_name()?);
        self.bump();
        let value = boxed(self.deeper(OPERAND, Self::expression)?);
        Ok(Expr { at: self.since(start), kind: ExprKind::NamedExpr { target, value } })
    }

    /// Whether an expression can start here.
    pub(super) fn starts_expression(&self) -> bool {
        matches!(
            self.sign(),
            Sign::Name
                | Sign::Number
                | Sign::String
                | Sign::FStringStart
                | Sign::LeftParen
                | Sign::LeftBracket
                | Sign::LeftBrace
                | Sign::Minus
                | Sign::Plus
                | Sign::Tilde
                | Sign::Not
                | Sign::Lambda
                | Sign::Await
                | Sign::None
                | Sign::True
                | Sign::False
                | Sign::Ellipsis
        )
    }

    pub(super) fn disjunction(&mut self) -> Read<Expr> {
        let start = self.at;
        let first = self.inversion()?;
        // Mostly it stands alone.
        if self.sign().joins_operands() { self.disjunction_from(start, first) } else { Ok(first) }
    }

    /// What begins with an operand that was read.
    fn disjunction_from(&mut self, start: usize, first: Expr) -> Read<Expr> {
        let first = self.conjunction_from(start, first)?;
        match self.sign() {
            Sign::Or => self.bool_op(start, first, (Sign::Or, BoolOperator::Or), Self::conjunction),
            _ => Ok(first),
        }
    }

    fn conjunction(&mut self) -> Read<Expr> {
        let start = self.at;
        let first = self.inversion()?;
        self.conjunction_from(start, first)
    }

    fn conjunction_from(&mut self, start: usize, first: Expr) -> Read<Expr> {
        let first = self.comparison_from(start, first)?;
        match self.sign() {
            Sign::And => self.bool_op(start, first, (Sign::And, BoolOperator::And), Self::negation),
            _ => Ok(first),
        }
    }

    fn bool_op(
        &mut self,
        start: usize,
        first: Expr,
        (sign, op): (Sign, BoolOperator),
        operand: fn(&mut Self) -> Read<Expr>,
    ) -> Read<Expr> {
        let from = self.elements.len();
        self.elements.push(first);
        while self.takes(sign) {
            let next = operand(self)?;
            self.elements.push(next);
        }
        let values = self.elements_since(from);
        Ok(Expr { at: self.since(start), kind: ExprKind::BoolOp { op, values } })
    }

    fn negation(&mut self) -> Read<Expr> {
        let start = self.at;
        let first = self.inversion()?;
        self.comparison_from(start, first)
    }

    /// Something with `not` before it; of all else only the first operand.
    fn inversion(&mut self) -> Read<Expr> {
        match self.sign() {
            Sign::Not => self.unary(UnaryOperator::Not, Self::negation),
            _ => self.factor(),
        }
    }

    fn unary(&mut self, op: UnaryOperator, operand: fn(&mut Self) -> Read<Expr>) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let operand = boxed(self.deeper(OPERAND, operand)?);
        Ok(Expr { at: self.since(start), kind: ExprKind::UnaryOp { op, operand } })
    }

    fn comparison_from(&mut self, start: usize, left: Expr) -> Read<Expr> {
        let left = self.binary_from(start, left, 0)?;
        let Some(op) = self.comparison_operator() else { return Ok(left) };
        let from = self.elements.len();
        let mut ops = vec![op];
        loop {
            let operand = self.bitwise_or()?;
            self.elements.push(operand);
            match self.comparison_operator() {
                Some(op) => ops.push(op),
                None => break,
            }
        }
        let comparators = self.elements_since(from).into();
        let kind = ExprKind::Compare { left: boxed(left), ops: ops.into(), comparators };
        Ok(Expr { at: self.since(start), kind })
    }

    fn comparison_operator(&mut self) -> Option<CmpOperator> {
        let (op, tokens) = match self.sign() {
            Sign::EqualEqual => (CmpOperator::Eq, 1),
            Sign::NotEqual => (CmpOperator::NotEq, 1),
            Sign::Less => (CmpOperator::Lt, 1),
            Sign::LessEqual => (CmpOperator::LtE, 1),
            Sign::Greater => (CmpOperator::Gt, 1),
            Sign::GreaterEqual => (CmpOperator::GtE, 1),
            Sign::In => (CmpOperator::In, 1),
            Sign::Not if self.second() == Sign::In => (CmpOperator::NotIn, 2),
            Sign::Is if self.second() == Sign::Not => (CmpOperator::IsNot, 2),
            Sign::Is => (CmpOperator::Is, 1),
            _ => return None,
        };
        self.at += tokens;
        Some(op)
    }

    pub(super) fn bitwise_or(&mut self) -> Read<Expr> {
        self.binary(0)
    }

    /// Operands and the operators between them that bind tighter than a number says.
    fn binary(&mut self, loosest: u8) -> Read<Expr> {
        let start = self.at;
        let left = self.factor()?;
        self.binary_from(start, left, loosest)
    }

    fn binary_from(&mut self, start: usize, mut left: Expr, loosest: u8) -> Read<Expr> {
        while let Some((tightness, op)) = binary_operator(self.sign())
            && tightness > loosest
        {
            self.bump();
            self.grow()?;
            let right = boxed(self.binary(tightness)?);
            let kind = ExprKind::BinOp { left: boxed(left), op, right };
            left = Expr { at: self.since(start), kind };
        }
        Ok(left)
    }

    fn factor(&mut self) -> Read<Expr> {
        match self.sign() {
            Sign::Minus => self.unary(UnaryOperator::USub, Self::factor),
            Sign::Plus => self.unary(UnaryOperator::UAdd, Self::factor),
            Sign::Tilde => self.unary(UnaryOperator::Invert, Self::factor),
            _ => self.power(),
        }
    }

    fn power(&mut self) -> Read<Expr> {
        let start = self.at;
        let left = match self.takes(Sign::Await) {
            true => {
                let value = boxed(self.primary()?);
                Expr { at: self.since(start), kind: ExprKind::Await(value) }
            }
            false => self.primary()?,
        };
        if !self.takes(Sign::DoubleStar) {
            return Ok(left);
        }
        let right = boxed(self.deeper(OPERAND, Self::factor)?);
        let kind = ExprKind::BinOp { left: boxed(left), op: Operator::Pow, right };
        Ok(Expr { at: self.since(start), kind })
    }

    /// One expression, or a tuple without parentheses.
    pub(super) fn star_expressions(&mut self) -> Read<Expr> {
        let start = self.at;
        let first = self.star_expression()?;
        match self.sign() {
            Sign::Comma => self.bare_tuple(start, first, Self::star_expression),
            _ => Ok(first),
        }
    }

    /// The rest of a tuple without parentheses; a comma at its end belongs to it.
    pub(super) fn bare_tuple(
        &mut self,
        start: usize,
        first: Expr,
        element: fn(&mut Self) -> Read<Expr>,
    ) -> Read<Expr> {
        let from = self.elements.len();
        self.more_elements(first, element)?;
        let elts = self.elements_since(from);
        let kind = ExprKind::Tuple { elts, ctx: Context::Load };
        Ok(Expr { at: self.since(start), kind })
    }

    /// Elements with commas between them, behind the first, up to what cannot start another.
    pub(super) fn more_elements(&mut self, first: Expr, element: fn(&mut Self) -> Read<Expr>) -> Read<()> {
        self.elements.push(first);
        let mut tallest = std::mem::take(&mut self.tall);
        while self.takes(Sign::Comma) {
            if !self.starts_expression() && !self.is(Sign::Star) {
                break;
            }
            self.tall = 0;
            let next = element(self)?;
            tallest = tallest.max(self.tall);
            self.elements.push(next);
        }
        self.tall = tallest;
        Ok(())
    }

    pub(super) fn star_expression(&mut self) -> Read<Expr> {
        if self.is(Sign::Star) { self.starred(Self::bitwise_or) } else { self.expression() }
    }

    pub(super) fn star_named_expression(&mut self) -> Read<Expr> {
        if self.is(Sign::Star) { self.starred(Self::bitwise_or) } else { self.named_expression() }
    }

    pub(super) fn starred(&mut self, operand: fn(&mut Self) -> Read<Expr>) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let value = boxed(operand(self)?);
        let kind = ExprKind::Starred { value, ctx: Context::Load };
        Ok(Expr { at: self.since(start), kind })
    }

    /// What may be assigned or returned by a field: a `yield`, or expressions.
    pub(super) fn yield_or_expressions(&mut self) -> Read<Expr> {
        if self.is(Sign::Yield) { self.yield_expr() } else { self.star_expressions() }
    }

    pub(super) fn yield_expr(&mut self) -> Read<Expr> {
        let start = self.at;
        self.bump();
        let kind = if self.takes(Sign::From) {
            ExprKind::YieldFrom(boxed(self.expression()?))
        } else if self.starts_expression() || self.is(Sign::Star) {
            ExprKind::Yield(Some(boxed(self.star_expressions()?)))
        } else {
            ExprKind::Yield(None)
        };
        Ok(Expr { at: self.since(start), kind })
    }
}

/// How tight an operator binds that stands between two operands, and which it is.
fn binary_operator(sign: Sign) -> Option<(u8, Operator)> {
    Some(match sign {
        Sign::Bar => (1, Operator::BitOr),
        Sign::Caret => (2, Operator::BitXor),
        Sign::Ampersand => (3, Operator::BitAnd),
        Sign::LeftShift => (4, Operator::LShift),
        Sign::RightShift => (4, Operator::RShift),
        Sign::Plus => (5, Operator::Add),
        Sign::Minus => (5, Operator::Sub),
        Sign::Star => (6, Operator::Mult),
        Sign::Slash => (6, Operator::Div),
        Sign::DoubleSlash => (6, Operator::FloorDiv),
        Sign::Percent => (6, Operator::Mod),
        Sign::At => (6, Operator::MatMult),
        _ => return None,
    })
}
