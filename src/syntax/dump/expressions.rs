//! Expressions, with the field names of Python's `ast`.

use super::super::ast::{
    Arg, Arguments, BoolOperator, CmpOperator, Comprehension, Context, Expr, ExprKind, Keyword, Operator,
    UnaryOperator,
};
use super::statements::optional;
use super::{Field, Node};

type Fields = Vec<(&'static str, Field)>;

pub(super) fn exprs(items: &[Expr]) -> Field {
    Field::list(items, expr)
}

pub(super) fn boxed(inner: &Expr) -> Field {
    expr(inner)
}

pub(super) fn expr(node: &Expr) -> Field {
    let (name, fields) = match &node.kind {
        ExprKind::Constant { value, kind } => {
            let mut fields = vec![("value", Field::Value(value.repr()))];
            fields.extend(kind.iter().map(|kind| ("kind", Field::Value(crate::literal::str_repr(kind)))));
            ("Constant", fields)
        }
        ExprKind::Attribute { value, attr, ctx } => {
            ("Attribute", vec![("value", expr(value)), ("attr", Field::name(attr)), ("ctx", context(*ctx))])
        }
        ExprKind::Subscript { value, slice, ctx } => {
            ("Subscript", vec![("value", expr(value)), ("slice", expr(slice)), ("ctx", context(*ctx))])
        }
        ExprKind::Starred { value, ctx } => ("Starred", vec![("value", expr(value)), ("ctx", context(*ctx))]),
        ExprKind::Name { id, ctx } => ("Name", vec![("id", Field::name(id)), ("ctx", context(*ctx))]),
        ExprKind::List { elts, ctx } => ("List", vec![("elts", exprs(elts)), ("ctx", context(*ctx))]),
        ExprKind::Tuple { elts, ctx } => ("Tuple", vec![("elts", exprs(elts)), ("ctx", context(*ctx))]),
        ExprKind::Slice { lower, upper, step } => (
            "Slice",
            [
                optional("lower", lower.as_deref()),
                optional("upper", upper.as_deref()),
                optional("step", step.as_deref()),
            ]
            .concat(),
        ),
        ExprKind::Call { func, args, keywords } => (
            "Call",
            vec![("func", expr(func)), ("args", exprs(args)), ("keywords", Field::list(keywords, keyword))],
        ),
        ExprKind::FormattedValue { value, conversion, format_spec } => {
            let mut fields =
                vec![("value", expr(value)), ("conversion", Field::Value(conversion.to_string()))];
            fields.extend(optional("format_spec", format_spec.as_deref()));
            ("FormattedValue", fields)
        }
        ExprKind::JoinedStr { values } => ("JoinedStr", vec![("values", exprs(values))]),
        other => operation(other),
    };
    Node::new(name, fields).at(node.at)
}

fn operation(kind: &ExprKind) -> (&'static str, Fields) {
    match kind {
        ExprKind::BoolOp { op, values } => {
            let op = match op {
                BoolOperator::And => "And",
                BoolOperator::Or => "Or",
            };
            ("BoolOp", vec![("op", Field::mark(op)), ("values", exprs(values))])
        }
        ExprKind::NamedExpr { target, value } => {
            ("NamedExpr", vec![("target", expr(target)), ("value", expr(value))])
        }
        ExprKind::BinOp { left, op, right } => {
            ("BinOp", vec![("left", expr(left)), ("op", operator(*op)), ("right", expr(right))])
        }
        ExprKind::UnaryOp { op, operand } => {
            ("UnaryOp", vec![("op", unary_operator(*op)), ("operand", expr(operand))])
        }
        ExprKind::Compare { left, ops, comparators } => (
            "Compare",
            vec![
                ("left", expr(left)),
                ("ops", Field::list(ops, |op| cmp_operator(*op))),
                ("comparators", exprs(comparators)),
            ],
        ),
        ExprKind::Lambda { args, body } => ("Lambda", vec![("args", arguments(args)), ("body", expr(body))]),
        ExprKind::IfExp { test, body, orelse } => {
            ("IfExp", vec![("test", expr(test)), ("body", expr(body)), ("orelse", expr(orelse))])
        }
        ExprKind::Dict { keys, values } => {
            let key = |key: &Option<Expr>| key.as_ref().map_or_else(|| Field::Value("None".into()), expr);
            ("Dict", vec![("keys", Field::list(keys, key)), ("values", exprs(values))])
        }
        ExprKind::Set { elts } => ("Set", vec![("elts", exprs(elts))]),
        ExprKind::ListComp { elt, generators } => ("ListComp", comprehension(elt, generators)),
        ExprKind::SetComp { elt, generators } => ("SetComp", comprehension(elt, generators)),
        ExprKind::GeneratorExp { elt, generators } => ("GeneratorExp", comprehension(elt, generators)),
        ExprKind::DictComp { key, value, generators } => (
            "DictComp",
            vec![
                ("key", expr(key)),
                ("value", expr(value)),
                ("generators", Field::list(generators, generator)),
            ],
        ),
        ExprKind::Await(value) => ("Await", vec![("value", expr(value))]),
        ExprKind::Yield(value) => ("Yield", optional("value", value.as_deref())),
        ExprKind::YieldFrom(value) => ("YieldFrom", vec![("value", expr(value))]),
        _ => unreachable!("the other kinds are handled by the caller"),
    }
}

fn comprehension(elt: &Expr, generators: &[Comprehension]) -> Fields {
    vec![("elt", expr(elt)), ("generators", Field::list(generators, generator))]
}

fn generator(generator: &Comprehension) -> Field {
    let fields = vec![
        ("target", expr(&generator.target)),
        ("iter", expr(&generator.iter)),
        ("ifs", exprs(&generator.ifs)),
        ("is_async", Field::Value(u8::from(generator.is_async).to_string())),
    ];
    Node::new("comprehension", fields).into()
}

pub(super) fn keyword(keyword: &Keyword) -> Field {
    let mut fields: Fields = keyword.arg.iter().map(|arg| ("arg", Field::name(arg))).collect();
    fields.push(("value", expr(&keyword.value)));
    Node::new("keyword", fields).at(keyword.at)
}

pub(super) fn arguments(args: &Arguments) -> Field {
    let list = |args: &[Arg]| Field::list(args, arg);
    let default = |default: &Option<Expr>| default.as_ref().map_or_else(|| Field::Value("None".into()), expr);
    let mut fields = vec![("posonlyargs", list(&args.posonlyargs)), ("args", list(&args.args))];
    fields.extend(args.vararg.iter().map(|vararg| ("vararg", arg(vararg))));
    fields.push(("kwonlyargs", list(&args.kwonlyargs)));
    fields.push(("kw_defaults", Field::list(&args.kw_defaults, default)));
    fields.extend(args.kwarg.iter().map(|kwarg| ("kwarg", arg(kwarg))));
    fields.push(("defaults", exprs(&args.defaults)));
    Node::new("arguments", fields).into()
}

fn arg(arg: &Arg) -> Field {
    let mut fields = vec![("arg", Field::name(&arg.arg))];
    fields.extend(optional("annotation", arg.annotation.as_ref()));
    Node::new("arg", fields).at(arg.at)
}

fn context(ctx: Context) -> Field {
    Field::mark(match ctx {
        Context::Load => "Load",
        Context::Store => "Store",
        Context::Del => "Del",
    })
}

pub(super) fn operator(op: Operator) -> Field {
    Field::mark(match op {
        Operator::Add => "Add",
        Operator::Sub => "Sub",
        Operator::Mult => "Mult",
        Operator::MatMult => "MatMult",
        Operator::Div => "Div",
        Operator::Mod => "Mod",
        Operator::Pow => "Pow",
        Operator::LShift => "LShift",
        Operator::RShift => "RShift",
        Operator::BitOr => "BitOr",
        Operator::BitXor => "BitXor",
        Operator::BitAnd => "BitAnd",
        Operator::FloorDiv => "FloorDiv",
    })
}

fn unary_operator(op: UnaryOperator) -> Field {
    Field::mark(match op {
        UnaryOperator::Invert => "Invert",
        UnaryOperator::Not => "Not",
        UnaryOperator::UAdd => "UAdd",
        UnaryOperator::USub => "USub",
    })
}

fn cmp_operator(op: CmpOperator) -> Field {
    Field::mark(match op {
        CmpOperator::Eq => "Eq",
        CmpOperator::NotEq => "NotEq",
        CmpOperator::Lt => "Lt",
        CmpOperator::LtE => "LtE",
        CmpOperator::Gt => "Gt",
        CmpOperator::GtE => "GtE",
        CmpOperator::Is => "Is",
        CmpOperator::IsNot => "IsNot",
        CmpOperator::In => "In",
        CmpOperator::NotIn => "NotIn",
    })
}
