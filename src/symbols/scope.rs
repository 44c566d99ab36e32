//! One block with names of its own.

use super::{ScopeId, Symbols};
use crate::{source::Location, syntax::ast::Name};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Block {
    Module,
    Class,
    /// Functions, lambdas and comprehensions.
    Function,
    /// Annotations that are kept as text: visited for their errors only.
    Annotation,
    TypeVarBound,
    TypeAlias,
    TypeParams,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComprehensionKind {
    List,
    Dict,
    Set,
    Generator,
}

#[derive(Clone, Debug)]
pub struct Scope {
    pub name: Name,
    pub block: Block,
    pub at: Location,
    pub symbols: Symbols,
    /// Parameters, in order.
    pub params: Vec<Name>,
    pub children: Vec<ScopeId>,
    /// `global` and `nonlocal` declarations: where to point when they turn out wrong.
    pub directives: Vec<(Name, Location)>,
    pub comprehension: Option<ComprehensionKind>,
    /// Inside a function.
    pub nested: bool,
    /// Has free variables.
    pub free: bool,
    /// A block inside it has free variables.
    pub child_free: bool,
    pub generator: bool,
    pub coroutine: bool,
    pub varargs: bool,
    pub varkeywords: bool,
    pub needs_class_closure: bool,
    pub needs_classdict: bool,
    /// An annotation scope in a class: it sees the class's names.
    pub sees_class_scope: bool,
    /// A comprehension that is compiled into the block around it.
    pub inlined: bool,
    /// While its target is visited, and how many iterables around are visited.
    pub(super) in_target: bool,
    pub(super) in_iterable: u32,
}

impl Scope {
    pub(super) fn new(name: Name, block: Block, at: Location, parent: Option<&Self>) -> Self {
        Self {
            name,
            block,
            at,
            symbols: Symbols::default(),
            params: vec![],
            children: vec![],
            directives: vec![],
            comprehension: None,
            nested: parent.is_some_and(|parent| parent.nested || parent.is_function_like()),
            free: false,
            child_free: false,
            generator: false,
            coroutine: false,
            varargs: false,
            varkeywords: false,
            needs_class_closure: false,
            needs_classdict: false,
            sees_class_scope: false,
            inlined: false,
            in_target: false,
            in_iterable: parent.map_or(0, |parent| parent.in_iterable),
        }
    }

    /// Whether its locals live in fast slots.
    pub fn is_function_like(&self) -> bool {
        matches!(self.block, Block::Function | Block::TypeVarBound | Block::TypeAlias | Block::TypeParams)
    }
}
