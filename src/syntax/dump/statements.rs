//! Statements and what stands in them, with the field names of Python's `ast`.

use super::super::ast::{
    Alias, ClassDef, ExceptHandler, Expr, For, FunctionDef, MatchCase, Name, Pattern, PatternKind, Stmt,
    StmtKind, Try, TypeParam, TypeParamKind, WithItem,
};
use super::expressions::{arguments, boxed, expr, exprs, keyword, operator};
use super::{Field, Node};

type Fields = Vec<(&'static str, Field)>;

pub(super) fn body(body: &[Stmt]) -> Field {
    Field::list(body, stmt)
}

fn stmt(stmt: &Stmt) -> Field {
    let (name, fields) = match &stmt.kind {
        StmtKind::FunctionDef(def) => ("FunctionDef", function(def)),
        StmtKind::AsyncFunctionDef(def) => ("AsyncFunctionDef", function(def)),
        StmtKind::ClassDef(def) => ("ClassDef", class(def)),
        StmtKind::For(node) => ("For", for_fields(node)),
        StmtKind::AsyncFor(node) => ("AsyncFor", for_fields(node)),
        StmtKind::While { test, body, orelse } => ("While", conditional(test, body, orelse)),
        StmtKind::If { test, body, orelse } => ("If", conditional(test, body, orelse)),
        StmtKind::With { items, body } => ("With", with(items, body)),
        StmtKind::AsyncWith { items, body } => ("AsyncWith", with(items, body)),
        StmtKind::Match { subject, cases } => {
            ("Match", vec![("subject", expr(subject)), ("cases", Field::list(cases, match_case))])
        }
        StmtKind::Try(node) => ("Try", try_fields(node)),
        StmtKind::TryStar(node) => ("TryStar", try_fields(node)),
        simple => simple_stmt(simple),
    };
    Node::new(name, fields).at(stmt.at)
}

fn simple_stmt(kind: &StmtKind) -> (&'static str, Fields) {
    match kind {
        StmtKind::Return(value) => ("Return", optional("value", value.as_ref())),
        StmtKind::Delete(targets) => ("Delete", vec![("targets", exprs(targets))]),
        StmtKind::Assign { targets, value } => {
            ("Assign", vec![("targets", exprs(targets)), ("value", expr(value))])
        }
        StmtKind::TypeAlias { name, type_params, value } => (
            "TypeAlias",
            vec![
                ("name", expr(name)),
                ("type_params", Field::list(type_params, type_param)),
                ("value", expr(value)),
            ],
        ),
        StmtKind::AugAssign { target, op, value } => {
            ("AugAssign", vec![("target", expr(target)), ("op", operator(*op)), ("value", expr(value))])
        }
        StmtKind::AnnAssign { target, annotation, value, simple } => {
            let mut fields = vec![("target", expr(target)), ("annotation", expr(annotation))];
            fields.extend(optional("value", value.as_ref()));
            fields.push(("simple", Field::Value(u8::from(*simple).to_string())));
            ("AnnAssign", fields)
        }
        StmtKind::Raise { exc, cause } => {
            ("Raise", [optional("exc", exc.as_ref()), optional("cause", cause.as_deref())].concat())
        }
        StmtKind::Assert { test, msg } => {
            ("Assert", [vec![("test", expr(test))], optional("msg", msg.as_deref())].concat())
        }
        StmtKind::Import { names } => ("Import", vec![("names", Field::list(names, alias))]),
        StmtKind::ImportFrom { module, names, level } => {
            let mut fields = optional_name("module", module.as_ref());
            fields.push(("names", Field::list(names, alias)));
            fields.push(("level", Field::Value(level.to_string())));
            ("ImportFrom", fields)
        }
        StmtKind::Global { names } => ("Global", vec![("names", identifiers(names))]),
        StmtKind::Nonlocal { names } => ("Nonlocal", vec![("names", identifiers(names))]),
        StmtKind::Expr(value) => ("Expr", vec![("value", expr(value))]),
        StmtKind::Pass => ("Pass", Vec::new()),
        StmtKind::Break => ("Break", Vec::new()),
        StmtKind::Continue => ("Continue", Vec::new()),
        _ => unreachable!("compound statements are handled by the caller"),
    }
}

/// A field that is left out where there is nothing.
pub(super) fn optional(name: &'static str, value: Option<&Expr>) -> Fields {
    value.map(|value| (name, expr(value))).into_iter().collect()
}

fn optional_name(field: &'static str, name: Option<&Name>) -> Fields {
    name.map(|name| (field, Field::name(name))).into_iter().collect()
}

fn identifiers(names: &[Name]) -> Field {
    Field::list(names, |name| Field::name(name))
}

fn function(def: &FunctionDef) -> Fields {
    let mut fields = vec![
        ("name", Field::name(&def.name)),
        ("args", arguments(&def.args)),
        ("body", body(&def.body)),
        ("decorator_list", exprs(&def.decorator_list)),
    ];
    fields.extend(optional("returns", def.returns.as_ref()));
    fields.push(("type_params", Field::list(&def.type_params, type_param)));
    fields
}

fn class(def: &ClassDef) -> Fields {
    vec![
        ("name", Field::name(&def.name)),
        ("bases", exprs(&def.bases)),
        ("keywords", Field::list(&def.keywords, keyword)),
        ("body", body(&def.body)),
        ("decorator_list", exprs(&def.decorator_list)),
        ("type_params", Field::list(&def.type_params, type_param)),
    ]
}

fn for_fields(node: &For) -> Fields {
    vec![
        ("target", expr(&node.target)),
        ("iter", expr(&node.iter)),
        ("body", body(&node.body)),
        ("orelse", body(&node.orelse)),
    ]
}

fn conditional(test: &Expr, then: &[Stmt], orelse: &[Stmt]) -> Fields {
    vec![("test", expr(test)), ("body", body(then)), ("orelse", body(orelse))]
}

fn with(items: &[WithItem], inner: &[Stmt]) -> Fields {
    let item = |item: &WithItem| {
        let mut fields = vec![("context_expr", expr(&item.context_expr))];
        fields.extend(optional("optional_vars", item.optional_vars.as_ref()));
        Node::new("withitem", fields).into()
    };
    vec![("items", Field::list(items, item)), ("body", body(inner))]
}

fn try_fields(node: &Try) -> Fields {
    vec![
        ("body", body(&node.body)),
        ("handlers", Field::list(&node.handlers, handler)),
        ("orelse", body(&node.orelse)),
        ("finalbody", body(&node.finalbody)),
    ]
}

fn handler(handler: &ExceptHandler) -> Field {
    let mut fields = optional("type", handler.typ.as_ref());
    fields.extend(optional_name("name", handler.name.as_ref()));
    fields.push(("body", body(&handler.body)));
    Node::new("ExceptHandler", fields).at(handler.at)
}

fn alias(alias: &Alias) -> Field {
    let mut fields = vec![("name", Field::name(&alias.name))];
    fields.extend(optional_name("asname", alias.asname.as_ref()));
    Node::new("alias", fields).at(alias.at)
}

fn type_param(param: &TypeParam) -> Field {
    let (name, fields) = match &param.kind {
        TypeParamKind::TypeVar { name, bound } => {
            ("TypeVar", [vec![("name", Field::name(name))], optional("bound", bound.as_deref())].concat())
        }
        TypeParamKind::ParamSpec { name } => ("ParamSpec", vec![("name", Field::name(name))]),
        TypeParamKind::TypeVarTuple { name } => ("TypeVarTuple", vec![("name", Field::name(name))]),
    };
    Node::new(name, fields).at(param.at)
}

fn match_case(case: &MatchCase) -> Field {
    let mut fields = vec![("pattern", pattern(&case.pattern))];
    fields.extend(optional("guard", case.guard.as_ref()));
    fields.push(("body", body(&case.body)));
    Node::new("match_case", fields).into()
}

fn pattern(node: &Pattern) -> Field {
    let patterns = |patterns: &[Pattern]| Field::list(patterns, pattern);
    let (name, fields) = match &node.kind {
        PatternKind::MatchValue(value) => ("MatchValue", vec![("value", boxed(value))]),
        PatternKind::MatchSingleton(value) => ("MatchSingleton", vec![("value", Field::Value(value.repr()))]),
        PatternKind::MatchSequence(items) => ("MatchSequence", vec![("patterns", patterns(items))]),
        PatternKind::MatchMapping { keys, patterns: values, rest } => {
            let mut fields = vec![("keys", exprs(keys)), ("patterns", patterns(values))];
            fields.extend(optional_name("rest", rest.as_ref()));
            ("MatchMapping", fields)
        }
        PatternKind::MatchClass { cls, patterns: positional, kwd_attrs, kwd_patterns } => (
            "MatchClass",
            vec![
                ("cls", boxed(cls)),
                ("patterns", patterns(positional)),
                ("kwd_attrs", identifiers(kwd_attrs)),
                ("kwd_patterns", patterns(kwd_patterns)),
            ],
        ),
        PatternKind::MatchStar(name) => ("MatchStar", optional_name("name", name.as_ref())),
        PatternKind::MatchAs { pattern: inner, name } => {
            let mut fields: Fields = inner.iter().map(|inner| ("pattern", pattern(inner))).collect();
            fields.extend(optional_name("name", name.as_ref()));
            ("MatchAs", fields)
        }
        PatternKind::MatchOr(items) => ("MatchOr", vec![("patterns", patterns(items))]),
    };
    Node::new(name, fields).at(node.at)
}
