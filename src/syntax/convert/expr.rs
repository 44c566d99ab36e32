//! Expressions.

use num_bigint::BigInt;
use ruff_python_ast as ruff;
use ruff_text_size::{Ranged, TextRange};

use crate::literal::MOST_DIGITS;

use super::super::Constant;
use super::super::ast::{
    Arg, Arguments, BoolOperator, CmpOperator, Comprehension, Context, Expr, ExprKind, Operator,
    UnaryOperator,
};
use super::{Converted, Converter, Refused};

impl Converter<'_> {
    pub(super) fn exprs(&mut self, exprs: &[ruff::Expr]) -> Converted<Vec<Expr>> {
        let mut out = Vec::with_capacity(exprs.len());
        for expr in exprs {
            out.push(self.expr(expr)?);
        }
        Ok(out)
    }

    pub(super) fn boxed(&mut self, expr: &ruff::Expr) -> Converted<Box<Expr>> {
        Ok(Box::new(self.expr(expr)?))
    }

    pub(super) fn optional(&mut self, expr: Option<&ruff::Expr>) -> Converted<Option<Expr>> {
        expr.map(|expr| self.expr(expr)).transpose()
    }

    pub(super) fn optional_box(&mut self, expr: Option<&ruff::Expr>) -> Converted<Option<Box<Expr>>> {
        expr.map(|expr| self.boxed(expr)).transpose()
    }

    pub(super) fn expr(&mut self, expr: &ruff::Expr) -> Converted<Expr> {
        let start = expr.range().start();
        // The parser crate takes a bare `yield` for an operand, as in `yield , x`.
        if matches!(expr, ruff::Expr::Yield(_) | ruff::Expr::YieldFrom(_)) && self.outer == Some(start) {
            return Err(Refused::Doubtful(start));
        }
        let outer = self.outer.replace(start);
        let converted = self.deeper(|this| {
            let at = this.at(expr.range());
            Ok(Expr { at, kind: this.expr_kind(expr)? })
        });
        self.outer = outer;
        converted
    }

    fn expr_kind(&mut self, expr: &ruff::Expr) -> Converted<ExprKind> {
        Ok(match expr {
            ruff::Expr::Name(node) => ExprKind::Name { id: self.name(&node.id), ctx: context(node.ctx) },
            ruff::Expr::Attribute(node) => ExprKind::Attribute {
                value: self.boxed(&node.value)?,
                attr: self.identifier(&node.attr),
                ctx: context(node.ctx),
            },
            ruff::Expr::Call(node) => self.call(node)?,
            ruff::Expr::StringLiteral(node) => self.string_literal(node),
            ruff::Expr::BytesLiteral(node) => constant(Constant::Bytes(node.value.bytes().collect())),
            ruff::Expr::FString(node) => self.fstring(node)?,
            ruff::Expr::NumberLiteral(node) => constant(self.number(node)?),
            ruff::Expr::BooleanLiteral(node) => constant(Constant::Bool(node.value)),
            ruff::Expr::NoneLiteral(_) => constant(Constant::None),
            ruff::Expr::EllipsisLiteral(_) => constant(Constant::Ellipsis),
            ruff::Expr::BinOp(node) => ExprKind::BinOp {
                left: self.boxed(&node.left)?,
                op: Self::operator(node.op),
                right: self.boxed(&node.right)?,
            },
            ruff::Expr::UnaryOp(node) => {
                ExprKind::UnaryOp { op: unary_operator(node.op), operand: self.boxed(&node.operand)? }
            }
            ruff::Expr::BoolOp(node) => ExprKind::BoolOp {
                op: match node.op {
                    ruff::BoolOp::And => BoolOperator::And,
                    ruff::BoolOp::Or => BoolOperator::Or,
                },
                values: self.exprs(&node.values)?,
            },
            ruff::Expr::Compare(node) => ExprKind::Compare {
                left: self.boxed(&node.left)?,
                ops: node.ops.iter().map(|op| cmp_operator(*op)).collect(),
                comparators: self.exprs(&node.comparators)?,
            },
            ruff::Expr::Subscript(node) => ExprKind::Subscript {
                value: self.boxed(&node.value)?,
                slice: self.boxed(&node.slice)?,
                ctx: context(node.ctx),
            },
            ruff::Expr::Starred(node) => {
                ExprKind::Starred { value: self.boxed(&node.value)?, ctx: context(node.ctx) }
            }
            ruff::Expr::List(node) => {
                ExprKind::List { elts: self.exprs(&node.elts)?, ctx: context(node.ctx) }
            }
            ruff::Expr::Tuple(node) => {
                self.check_first(node)?;
                ExprKind::Tuple { elts: self.exprs(&node.elts)?, ctx: context(node.ctx) }
            }
            _ => self.rarer(expr)?,
        })
    }

    /// The parser crate takes `(yield, x)` for a tuple.
    fn check_first(&self, tuple: &ruff::ExprTuple) -> Converted<()> {
        let first = tuple.elts.first().filter(|_| tuple.parenthesized);
        if let Some(first @ (ruff::Expr::Yield(_) | ruff::Expr::YieldFrom(_))) = first {
            let before = TextRange::new(tuple.range.start(), first.range().start());
            if self.text[before].matches('(').count() == 1 {
                return Err(Refused::Doubtful(first.range().start()));
            }
        }
        Ok(())
    }

    fn rarer(&mut self, expr: &ruff::Expr) -> Converted<ExprKind> {
        Ok(match expr {
            ruff::Expr::Named(node) => {
                ExprKind::NamedExpr { target: self.boxed(&node.target)?, value: self.boxed(&node.value)? }
            }
            ruff::Expr::Lambda(node) => ExprKind::Lambda {
                args: Box::new(match node.parameters.as_deref() {
                    Some(parameters) => self.parameters(parameters)?,
                    None => Arguments::default(),
                }),
                body: self.boxed(&node.body)?,
            },
            ruff::Expr::If(node) => ExprKind::IfExp {
                body: self.boxed(&node.body)?,
                test: self.boxed(&node.test)?,
                orelse: self.boxed(&node.orelse)?,
            },
            ruff::Expr::Dict(node) => ExprKind::Dict {
                keys: node.iter_keys().map(|key| self.optional(key)).collect::<Converted<_>>()?,
                values: node.iter_values().map(|value| self.expr(value)).collect::<Converted<_>>()?,
            },
            ruff::Expr::Set(node) => ExprKind::Set { elts: self.exprs(&node.elts)? },
            ruff::Expr::ListComp(node) => ExprKind::ListComp {
                elt: self.boxed(&node.elt)?,
                generators: self.comprehensions(&node.generators)?,
            },
            ruff::Expr::SetComp(node) => ExprKind::SetComp {
                elt: self.boxed(&node.elt)?,
                generators: self.comprehensions(&node.generators)?,
            },
            ruff::Expr::DictComp(node) => ExprKind::DictComp {
                key: self.boxed(node.key.as_deref().expect("only later versions unpack here"))?,
                value: self.boxed(&node.value)?,
                generators: self.comprehensions(&node.generators)?,
            },
            ruff::Expr::Generator(node) => self.generator(node)?,
            ruff::Expr::Await(node) => ExprKind::Await(self.boxed(&node.value)?),
            ruff::Expr::Yield(node) => ExprKind::Yield(self.optional_box(node.value.as_deref())?),
            ruff::Expr::YieldFrom(node) => ExprKind::YieldFrom(self.boxed(&node.value)?),
            ruff::Expr::Slice(node) => ExprKind::Slice {
                lower: self.optional_box(node.lower.as_deref())?,
                upper: self.optional_box(node.upper.as_deref())?,
                step: self.optional_box(node.step.as_deref())?,
            },
            _ => unreachable!("the target version has no template strings, and there is no IPython here"),
        })
    }

    fn generator(&mut self, node: &ruff::ExprGenerator) -> Converted<ExprKind> {
        Ok(ExprKind::GeneratorExp {
            elt: self.boxed(&node.elt)?,
            generators: self.comprehensions(&node.generators)?,
        })
    }

    /// A generator that is a call's only argument takes the call's parentheses for its own.
    fn call(&mut self, node: &ruff::ExprCall) -> Converted<ExprKind> {
        let func = self.boxed(&node.func)?;
        let mut args = self.exprs(&node.arguments.args)?;
        if let [ruff::Expr::Generator(generator)] = &*node.arguments.args
            && !generator.parenthesized
        {
            args[0].at = self.at(node.arguments.range);
        }
        Ok(ExprKind::Call { func, args, keywords: self.keywords(&node.arguments.keywords)? })
    }

    fn comprehensions(&mut self, generators: &[ruff::Comprehension]) -> Converted<Vec<Comprehension>> {
        let one = |generator: &ruff::Comprehension| {
            Ok(Comprehension {
                target: self.expr(&generator.target)?,
                iter: self.expr(&generator.iter)?,
                ifs: self.exprs(&generator.ifs)?,
                is_async: generator.is_async,
            })
        };
        generators.iter().map(one).collect()
    }

    pub(super) fn parameters(&mut self, parameters: &ruff::Parameters) -> Converted<Arguments> {
        let mut out = Arguments::default();
        for parameter in &parameters.posonlyargs {
            out.posonlyargs.push(self.parameter(&parameter.parameter)?);
            out.defaults.extend(self.optional(parameter.default.as_deref())?);
        }
        for parameter in &parameters.args {
            out.args.push(self.parameter(&parameter.parameter)?);
            out.defaults.extend(self.optional(parameter.default.as_deref())?);
        }
        if let Some(parameter) = &parameters.vararg {
            out.vararg = Some(self.parameter(parameter)?);
        }
        for parameter in &parameters.kwonlyargs {
            out.kwonlyargs.push(self.parameter(&parameter.parameter)?);
            out.kw_defaults.push(self.optional(parameter.default.as_deref())?);
        }
        if let Some(parameter) = &parameters.kwarg {
            out.kwarg = Some(self.parameter(parameter)?);
        }
        Ok(out)
    }

    /// The parser crate's range of `*args` includes the star, CPython's does not.
    fn parameter(&mut self, parameter: &ruff::Parameter) -> Converted<Arg> {
        Ok(Arg {
            at: self.at(TextRange::new(parameter.name.range.start(), parameter.range.end())),
            arg: self.identifier(&parameter.name),
            annotation: self.optional(parameter.annotation.as_deref())?,
        })
    }

    fn number(&mut self, node: &ruff::ExprNumberLiteral) -> Converted<Constant> {
        Ok(match &node.value {
            ruff::Number::Int(int) => match int.as_i64() {
                Some(value) => Constant::Int(value),
                None => big_integer(&self.text[node.range]).ok_or(Refused::Doubtful(node.range.start()))?,
            },
            ruff::Number::Float(value) => Constant::Float(*value),
            ruff::Number::Complex { real, imag } => Constant::Complex { re: *real, im: *imag },
        })
    }

    pub(super) fn operator(op: ruff::Operator) -> Operator {
        match op {
            ruff::Operator::Add => Operator::Add,
            ruff::Operator::Sub => Operator::Sub,
            ruff::Operator::Mult => Operator::Mult,
            ruff::Operator::MatMult => Operator::MatMult,
            ruff::Operator::Div => Operator::Div,
            ruff::Operator::Mod => Operator::Mod,
            ruff::Operator::Pow => Operator::Pow,
            ruff::Operator::LShift => Operator::LShift,
            ruff::Operator::RShift => Operator::RShift,
            ruff::Operator::BitOr => Operator::BitOr,
            ruff::Operator::BitXor => Operator::BitXor,
            ruff::Operator::BitAnd => Operator::BitAnd,
            ruff::Operator::FloorDiv => Operator::FloorDiv,
        }
    }
}

pub(super) fn constant(value: Constant) -> ExprKind {
    ExprKind::Constant { value, kind: None }
}

/// The value of an integer literal that does not fit a machine word, unless it has too many decimal digits.
fn big_integer(written: &str) -> Option<Constant> {
    let digits: Vec<u8> = written.bytes().filter(|byte| *byte != b'_').collect();
    let (radix, digits) = match digits.get(..2) {
        Some(b"0x" | b"0X") => (16, &digits[2..]),
        Some(b"0o" | b"0O") => (8, &digits[2..]),
        Some(b"0b" | b"0B") => (2, &digits[2..]),
        _ if digits.len() > MOST_DIGITS => return None,
        _ => (10, &digits[..]),
    };
    Some(BigInt::parse_bytes(digits, radix).expect("the parser read these digits").into())
}

fn context(ctx: ruff::ExprContext) -> Context {
    match ctx {
        ruff::ExprContext::Store => Context::Store,
        ruff::ExprContext::Del => Context::Del,
        ruff::ExprContext::Load | ruff::ExprContext::Invalid => Context::Load,
    }
}

fn unary_operator(op: ruff::UnaryOp) -> UnaryOperator {
    match op {
        ruff::UnaryOp::Invert => UnaryOperator::Invert,
        ruff::UnaryOp::Not => UnaryOperator::Not,
        ruff::UnaryOp::UAdd => UnaryOperator::UAdd,
        ruff::UnaryOp::USub => UnaryOperator::USub,
    }
}

fn cmp_operator(op: ruff::CmpOp) -> CmpOperator {
    match op {
        ruff::CmpOp::Eq => CmpOperator::Eq,
        ruff::CmpOp::NotEq => CmpOperator::NotEq,
        ruff::CmpOp::Lt => CmpOperator::Lt,
        ruff::CmpOp::LtE => CmpOperator::LtE,
        ruff::CmpOp::Gt => CmpOperator::Gt,
        ruff::CmpOp::GtE => CmpOperator::GtE,
        ruff::CmpOp::Is => CmpOperator::Is,
        ruff::CmpOp::IsNot => CmpOperator::IsNot,
        ruff::CmpOp::In => CmpOperator::In,
        ruff::CmpOp::NotIn => CmpOperator::NotIn,
    }
}
