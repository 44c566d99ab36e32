//! The tree as text, as Python's `ast.dump` writes it. Knows no layout but that one.

mod expressions;
mod statements;

use super::ast::Module;
use crate::source::Location;

/// How a dump is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// Blanks a level; `None` writes one line.
    pub indent: Option<usize>,
    /// Whether each node's place is written.
    pub attributes: bool,
}

impl Style {
    /// `ast.dump(tree, include_attributes=True)`
    pub const LINE: Self = Self { indent: None, attributes: true };

    /// `python -m ast`, and with its option `-a`.
    pub const fn tree(attributes: bool) -> Self {
        Self { indent: Some(3), attributes }
    }
}

/// A node without its Rust type: for whoever walks the tree only to show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    pub name: &'static str,
    pub fields: Vec<(&'static str, Field)>,
    pub at: Option<Location>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Node(Node),
    List(Vec<Field>),
    /// A value's `repr`.
    Value(String),
}

/// The whole tree as `ast.dump` writes it, without a last line end.
pub fn dump(module: &Module, style: Style) -> String {
    let mut writer = Writer { style, out: String::new() };
    writer.node(&node(module), 0);
    writer.out
}

/// The whole tree as nodes.
pub fn node(module: &Module) -> Node {
    let fields = vec![("body", statements::body(&module.body)), ("type_ignores", Field::List(Vec::new()))];
    Node { name: "Module", fields, at: None }
}

impl Node {
    fn new(name: &'static str, fields: Vec<(&'static str, Field)>) -> Self {
        Self { name, fields, at: None }
    }

    fn at(self, at: Location) -> Field {
        Field::Node(Self { at: Some(at), ..self })
    }
}

impl From<Node> for Field {
    fn from(node: Node) -> Self {
        Self::Node(node)
    }
}

impl Field {
    /// A node without fields, such as `Load()`.
    fn mark(name: &'static str) -> Self {
        Self::Node(Node::new(name, Vec::new()))
    }

    /// An identifier, written as a string.
    fn name(name: &str) -> Self {
        Self::Value(crate::literal::str_repr(&name.into()))
    }

    fn list<T>(items: &[T], one: impl Fn(&T) -> Self) -> Self {
        Self::List(items.iter().map(one).collect())
    }
}

struct Writer {
    style: Style,
    out: String,
}

impl Writer {
    fn field(&mut self, field: &Field, level: usize) {
        match field {
            Field::Value(text) => self.out.push_str(text),
            Field::Node(node) => self.node(node, level),
            Field::List(items) if items.is_empty() => self.out.push_str("[]"),
            Field::List(items) => {
                self.out.push('[');
                self.break_line(level + 1);
                for (index, item) in items.iter().enumerate() {
                    self.separate(index, true, level + 1);
                    self.field(item, level + 1);
                }
                self.out.push(']');
            }
        }
    }

    /// Up to three fields stay on one line if nothing is inside them.
    fn node(&mut self, node: &Node, level: usize) {
        let at = if self.style.attributes { node.at } else { None };
        let count = node.fields.len() + at.map_or(0, |_| 4);
        let broken = count > 3 || !node.fields.iter().all(|(_, field)| is_simple(field));
        self.out.push_str(node.name);
        self.out.push('(');
        if broken {
            self.break_line(level + 1);
        }
        for (index, (name, field)) in node.fields.iter().enumerate() {
            self.separate(index, broken, level + 1);
            self.out.push_str(name);
            self.out.push('=');
            self.field(field, level + 1);
        }
        if let Some(at) = at {
            let attributes = [
                ("lineno", at.line),
                ("col_offset", at.col),
                ("end_lineno", at.end_line),
                ("end_col_offset", at.end_col),
            ];
            for (index, (name, value)) in attributes.into_iter().enumerate() {
                self.separate(node.fields.len() + index, broken, level + 1);
                self.out.push_str(&format!("{name}={value}"));
            }
        }
        self.out.push(')');
    }

    fn separate(&mut self, index: usize, broken: bool, level: usize) {
        match (index, broken && self.style.indent.is_some()) {
            (0, _) => {}
            (_, false) => self.out.push_str(", "),
            (_, true) => {
                self.out.push(',');
                self.break_line(level);
            }
        }
    }

    fn break_line(&mut self, level: usize) {
        if let Some(indent) = self.style.indent {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', indent * level));
        }
    }
}

fn is_simple(field: &Field) -> bool {
    match field {
        Field::Value(_) => true,
        Field::List(items) => items.is_empty(),
        Field::Node(node) => node.fields.is_empty() && node.at.is_none(),
    }
}
