//! Annotations that stay text: an expression written out as CPython writes it. Knows nothing of how it was spelled.

use super::operators::{Level, binary, comparison};
use crate::{
    source::Text,
    syntax::{
        Constant,
        ast::{
            Arg, Arguments, BoolOperator, Comprehension, Expr, ExprKind, Keyword, Operator, UnaryOperator,
        },
    },
};

/// The expression as text.
pub fn unparse(expr: &Expr) -> Text {
    text_of(expr, Level::Test).into()
}

fn text_of(expr: &Expr, level: Level) -> String {
    let mut writer = Writer { out: String::new() };
    writer.expr(expr, level);
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// What `write` writes, in parentheses where the operator binds too loosely for its place.
    fn grouped(&mut self, level: Level, own: Level, write: impl FnOnce(&mut Self)) {
        let group = level > own;
        self.text(if group { "(" } else { "" });
        write(self);
        self.text(if group { ")" } else { "" });
    }

    fn list<T>(&mut self, items: &[T], separator: &str, mut write: impl FnMut(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text(separator);
            }
            write(self, item);
        }
    }

    fn exprs(&mut self, exprs: &[Expr]) {
        self.list(exprs, ", ", |this, expr| this.expr(expr, Level::Test));
    }

    fn expr(&mut self, expr: &Expr, level: Level) {
        match &expr.kind {
            ExprKind::BoolOp { op, values } => {
                let (word, own) = match op {
                    BoolOperator::And => (" and ", Level::And),
                    BoolOperator::Or => (" or ", Level::Or),
                };
                self.grouped(level, own, |this| {
                    this.list(values, word, |this, value| this.expr(value, own.tighter()));
                });
            }
            ExprKind::BinOp { left, op, right } => self.bin_op(left, *op, right, level),
            ExprKind::UnaryOp { op, operand } => self.unary_op(*op, operand, level),
            ExprKind::Lambda { args, body } => self.grouped(level, Level::Test, |this| {
                let positional = !args.args.is_empty() || !args.posonlyargs.is_empty();
                this.text(if positional { "lambda " } else { "lambda" });
                this.arguments(args);
                this.text(": ");
                this.expr(body, Level::Test);
            }),
            ExprKind::IfExp { test, body, orelse } => self.grouped(level, Level::Test, |this| {
                this.expr(body, Level::Or);
                this.text(" if ");
                this.expr(test, Level::Or);
                this.text(" else ");
                this.expr(orelse, Level::Test);
            }),
            ExprKind::Await(value) => self.grouped(level, Level::Await, |this| {
                this.text("await ");
                this.expr(value, Level::Atom);
            }),
            ExprKind::Compare { left, ops, comparators } => self.grouped(level, Level::Compare, |this| {
                this.expr(left, Level::BitOr);
                for (op, right) in ops.iter().zip(comparators) {
                    this.text(comparison(*op));
                    this.expr(right, Level::BitOr);
                }
            }),
            ExprKind::NamedExpr { target, value } => self.grouped(level, Level::Tuple, |this| {
                this.expr(target, Level::Atom);
                this.text(" := ");
                this.expr(value, Level::Atom);
            }),
            ExprKind::Tuple { elts, .. } if elts.is_empty() => self.text("()"),
            ExprKind::Tuple { elts, .. } => self.grouped(level, Level::Tuple, |this| {
                this.exprs(elts);
                this.text(if elts.len() == 1 { "," } else { "" });
            }),
            _ => self.atom(expr),
        }
    }

    fn bin_op(&mut self, left: &Expr, op: Operator, right: &Expr, level: Level) {
        let (sign, own) = binary(op);
        // `**` groups to the right.
        let (on_left, on_right) =
            if op == Operator::Pow { (own.tighter(), own) } else { (own, own.tighter()) };
        self.grouped(level, own, |this| {
            this.expr(left, on_left);
            this.text(sign);
            this.expr(right, on_right);
        });
    }

    fn unary_op(&mut self, op: UnaryOperator, operand: &Expr, level: Level) {
        let (sign, own) = match op {
            UnaryOperator::Invert => ("~", Level::Factor),
            UnaryOperator::Not => ("not ", Level::Not),
            UnaryOperator::UAdd => ("+", Level::Factor),
            UnaryOperator::USub => ("-", Level::Factor),
        };
        self.grouped(level, own, |this| {
            this.text(sign);
            this.expr(operand, own);
        });
    }

    /// What never needs parentheses around it.
    fn atom(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Dict { keys, values } => self.dict(keys, values),
            ExprKind::Set { elts } => self.enclosed("{", elts, "}"),
            ExprKind::List { elts, .. } => self.enclosed("[", elts, "]"),
            ExprKind::GeneratorExp { elt, generators } => self.comprehension("(", elt, None, generators, ")"),
            ExprKind::ListComp { elt, generators } => self.comprehension("[", elt, None, generators, "]"),
            ExprKind::SetComp { elt, generators } => self.comprehension("{", elt, None, generators, "}"),
            ExprKind::DictComp { key, value, generators } => {
                self.comprehension("{", key, Some(value), generators, "}");
            }
            ExprKind::Yield(None) => self.text("(yield)"),
            ExprKind::Yield(Some(value)) => self.between("(yield ", value, Level::Test, ")"),
            ExprKind::YieldFrom(value) => self.between("(yield from ", value, Level::Test, ")"),
            ExprKind::Call { func, args, keywords } => self.call(func, args, keywords),
            ExprKind::Constant { value, kind } => {
                if let Some(kind) = kind {
                    self.text(&kind.to_lossy());
                }
                self.constant(value);
            }
            ExprKind::JoinedStr { values } => {
                let body = Constant::Str(Text::from_code_points(fstring_body(values)));
                self.text("f");
                self.constant(&body);
            }
            ExprKind::FormattedValue { .. } => {
                let body = Text::from_code_points(fstring_body(std::slice::from_ref(expr)));
                self.text(&body.to_lossy());
            }
            ExprKind::Attribute { value, attr, .. } => {
                self.expr(value, Level::Atom);
                // After an int a dot alone would make a float.
                let int = matches!(
                    value.kind,
                    ExprKind::Constant { value: Constant::Int(_) | Constant::BigInt(_), .. }
                );
                self.text(if int { " ." } else { "." });
                self.text(attr);
            }
            ExprKind::Subscript { value, slice, .. } => {
                self.expr(value, Level::Atom);
                self.between("[", slice, Level::Tuple, "]");
            }
            ExprKind::Starred { value, .. } => {
                self.text("*");
                self.expr(value, Level::BitOr);
            }
            ExprKind::Slice { lower, upper, step } => {
                self.optional("", lower.as_deref());
                self.text(":");
                self.optional("", upper.as_deref());
                self.optional(":", step.as_deref());
            }
            ExprKind::Name { id, .. } => self.text(id),
            _ => unreachable!("operators are written by `expr`"),
        }
    }

    fn between(&mut self, before: &str, expr: &Expr, level: Level, after: &str) {
        self.text(before);
        self.expr(expr, level);
        self.text(after);
    }

    fn optional(&mut self, before: &str, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.text(before);
            self.expr(expr, Level::Test);
        }
    }

    fn enclosed(&mut self, open: &str, elts: &[Expr], close: &str) {
        self.text(open);
        self.exprs(elts);
        self.text(close);
    }

    fn dict(&mut self, keys: &[Option<Expr>], values: &[Expr]) {
        self.text("{");
        let items: Vec<_> = keys.iter().zip(values).collect();
        self.list(&items, ", ", |this, (key, value)| match key {
            Some(key) => {
                this.expr(key, Level::Test);
                this.text(": ");
                this.expr(value, Level::Test);
            }
            None => {
                this.text("**");
                this.expr(value, Level::BitOr);
            }
        });
        self.text("}");
    }

    fn comprehension(
        &mut self,
        open: &str,
        elt: &Expr,
        value: Option<&Expr>,
        generators: &[Comprehension],
        close: &str,
    ) {
        self.text(open);
        self.expr(elt, Level::Test);
        self.optional(": ", value);
        for part in generators {
            self.text(if part.is_async { " async for " } else { " for " });
            self.expr(&part.target, Level::Tuple);
            self.text(" in ");
            self.expr(&part.iter, Level::Or);
            for condition in &part.ifs {
                self.text(" if ");
                self.expr(condition, Level::Or);
            }
        }
        self.text(close);
    }

    fn call(&mut self, func: &Expr, args: &[Expr], keywords: &[Keyword]) {
        self.expr(func, Level::Atom);
        if let ([only], []) = (args, keywords)
            && matches!(only.kind, ExprKind::GeneratorExp { .. })
        {
            return self.atom(only);
        }
        self.text("(");
        self.exprs(args);
        if !args.is_empty() && !keywords.is_empty() {
            self.text(", ");
        }
        self.list(keywords, ", ", |this, keyword| {
            match &keyword.arg {
                Some(name) => this.text(&format!("{name}=")),
                None => this.text("**"),
            }
            this.expr(&keyword.value, Level::Test);
        });
        self.text(")");
    }

    fn arguments(&mut self, args: &Arguments) {
        let mut first = true;
        let mut next = |this: &mut Self| {
            if !std::mem::take(&mut first) {
                this.text(", ");
            }
        };
        let positional: Vec<&Arg> = args.posonlyargs.iter().chain(&args.args).collect();
        let required = positional.len() - args.defaults.len();
        for (index, arg) in positional.into_iter().enumerate() {
            next(self);
            self.text(&arg.arg);
            self.optional("=", index.checked_sub(required).map(|index| &args.defaults[index]));
            if index + 1 == args.posonlyargs.len() {
                self.text(", /");
            }
        }
        if args.vararg.is_some() || !args.kwonlyargs.is_empty() {
            next(self);
            self.text("*");
            self.text(args.vararg.as_ref().map_or("", |arg| &arg.arg));
        }
        for (arg, default) in args.kwonlyargs.iter().zip(&args.kw_defaults) {
            next(self);
            self.text(&arg.arg);
            self.optional("=", default.as_ref());
        }
        if let Some(arg) = &args.kwarg {
            next(self);
            self.text("**");
            self.text(&arg.arg);
        }
    }

    fn constant(&mut self, value: &Constant) {
        match value {
            Constant::Ellipsis => self.text("..."),
            Constant::Tuple(items) => {
                self.text("(");
                self.list(items, ", ", |this, item| match item {
                    Constant::Ellipsis => this.text("Ellipsis"),
                    item => this.constant(item),
                });
                self.text(if items.len() == 1 { ",)" } else { ")" });
            }
            // An infinity is written as a number that is too big.
            Constant::Float(_) | Constant::Complex { .. } => {
                let text = value.repr().replace("inf", "1e309");
                self.text(&text);
            }
            value => self.text(&value.repr()),
        }
    }
}

/// What stands between the quotes of an f-string, as code points: the text may hold lone surrogates.
fn fstring_body(values: &[Expr]) -> Vec<u32> {
    let mut out = Vec::new();
    for value in values {
        match &value.kind {
            ExprKind::Constant { value: Constant::Str(text), .. } => {
                for point in text.code_points() {
                    let is_brace = point == u32::from('{') || point == u32::from('}');
                    out.extend(std::iter::repeat_n(point, if is_brace { 2 } else { 1 }));
                }
            }
            ExprKind::FormattedValue { value, conversion, format_spec } => {
                let inner = text_of(value, Level::Or);
                let open = if inner.starts_with('{') { "{ " } else { "{" };
                out.extend(open.chars().chain(inner.chars()).map(u32::from));
                if let Some(conversion) = u8::try_from(*conversion).ok().filter(|code| *code > 0) {
                    out.extend(['!', char::from(conversion)].map(u32::from));
                }
                if let Some(spec) = format_spec {
                    out.push(u32::from(':'));
                    out.extend(fstring_body(std::slice::from_ref(spec)));
                }
                out.push(u32::from('}'));
            }
            ExprKind::JoinedStr { values } => out.extend(fstring_body(values)),
            _ => {}
        }
    }
    out
}
