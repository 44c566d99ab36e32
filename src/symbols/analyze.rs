//! The second way, through the blocks (`analyze_block`): where each name is found. Outer blocks hand down what they
//! bind, inner ones hand up what they lack.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use super::{Block, Found, Scope, ScopeId, Symbol, SymbolTable, Symbols, Use};
use crate::{
    dialect::{Dialect, Feature},
    source::{Source, SyntaxError},
    syntax::ast::Name,
};

type Names = FxHashSet<Name>;

pub(super) fn analyze(
    table: &mut SymbolTable,
    source: &Source,
    dialect: &Dialect,
) -> Result<(), SyntaxError> {
    let inlines = dialect.has(Feature::InlinedComprehensions);
    let mut analyzer = Analyzer { scopes: &mut table.scopes, source, inlines };
    analyzer.block(0, &mut Around::default(), None)?;
    Ok(())
}

/// What a block sees of those around it. Each block starts from what all its neighbours start from, and few change it.
#[derive(Clone, Debug, Default)]
struct Around {
    /// Names that functions around bind; `None` in the module.
    bound: Option<Rc<Names>>,
    global: Rc<Names>,
    type_params: Rc<Names>,
}

fn remove(names: &mut Rc<Names>, name: &Name) {
    if names.contains(name) {
        Rc::make_mut(names).remove(name);
    }
}

impl Around {
    /// What the blocks inside see, those of a class from what the class sees.
    fn inside(&self, class_sees: Option<Self>, local: Names) -> Self {
        let Some(mut inside) = class_sees else {
            let mut inside = self.clone();
            if !local.is_empty() || inside.bound.is_none() {
                Rc::make_mut(inside.bound.get_or_insert_default()).extend(local);
            }
            return inside;
        };
        inside.type_params = self.type_params.clone();
        let bound = Rc::make_mut(inside.bound.get_or_insert_default());
        bound.extend(["__class__".into(), "__classdict__".into()]);
        inside
    }
}

struct Analyzer<'a> {
    scopes: &'a mut Vec<Scope>,
    source: &'a Source,
    /// Whether comprehensions become part of the block that holds them.
    inlines: bool,
}

impl Analyzer<'_> {
    /// Decides the names of a block and those inside it; returns the names that it lacks.
    /// `class` is the class whose names an annotation scope sees.
    fn block(
        &mut self,
        id: ScopeId,
        around: &mut Around,
        class: Option<ScopeId>,
    ) -> Result<Names, SyntaxError> {
        if self.scopes[id].children.is_empty() {
            return self.childless(id, around, class);
        }
        let is_class = self.scopes[id].block == Block::Class;
        let is_function = self.scopes[id].is_function_like();
        // What this block binds and lacks by itself, not counting the blocks inside it.
        let (mut local, mut own_free) = (Names::default(), Names::default());
        // What a class binds is not visible in its methods, so they see what the class sees.
        let class_sees = is_class.then(|| around.clone());
        let mut scopes = Symbols::default();
        for (name, symbol) in self.pairs(id) {
            let found = self.name(id, &name, symbol.uses, around, class)?;
            match found {
                Found::Local if is_function => local.insert(name.clone()),
                Found::Free => own_free.insert(name.clone()),
                _ => false,
            };
            scopes.set(&name, Symbol { found, ..Symbol::default() });
        }
        let mut free = Names::default();
        let inside = around.inside(class_sees, local);
        let inlined_cells = self.children(id, &inside, class, &mut scopes, &mut free)?;
        if is_function {
            make_cells(&mut scopes, &mut free, &inlined_cells);
        } else if is_class {
            self.scopes[id].needs_class_closure = free.remove("__class__");
            self.scopes[id].needs_classdict = free.remove("__classdict__");
        }
        self.record(id, &scopes, around.bound.as_deref(), &free, &inlined_cells);
        free.extend(own_free);
        Ok(free)
    }

    /// The same for a block with none inside: what it decides is final.
    fn childless(
        &mut self,
        id: ScopeId,
        around: &mut Around,
        class: Option<ScopeId>,
    ) -> Result<Names, SyntaxError> {
        let mut free = Names::default();
        let mut symbols = std::mem::take(&mut self.scopes[id].symbols);
        for (name, symbol) in symbols.iter_mut() {
            symbol.found = self.name(id, name, symbol.uses, around, class)?;
            if symbol.found == Found::Free {
                free.insert(name.clone());
            }
        }
        self.scopes[id].symbols = symbols;
        Ok(free)
    }

    fn pairs(&self, id: ScopeId) -> Vec<(Name, Symbol)> {
        self.scopes[id].symbols.iter().map(|(name, symbol)| (name.clone(), symbol)).collect()
    }

    fn name(
        &mut self,
        id: ScopeId,
        name: &Name,
        uses: Use,
        around: &mut Around,
        class: Option<ScopeId>,
    ) -> Result<Found, SyntaxError> {
        if uses.any(Use::GLOBAL) {
            if uses.any(Use::NONLOCAL) {
                return Err(self.at_directive(id, name, format!("name '{name}' is nonlocal and global")));
            }
            Rc::make_mut(&mut around.global).insert(name.clone());
            if let Some(bound) = &mut around.bound {
                remove(bound, name);
            }
            return Ok(Found::GlobalExplicit);
        }
        if uses.any(Use::NONLOCAL) {
            self.check_nonlocal(id, name, around)?;
            self.scopes[id].free = true;
            return Ok(Found::Free);
        }
        if uses.any(Use::BOUND) {
            remove(&mut around.global, name);
            if uses.any(Use::TYPE_PARAM) {
                Rc::make_mut(&mut around.type_params).insert(name.clone());
            } else {
                remove(&mut around.type_params, name);
            }
            return Ok(Found::Local);
        }
        // A name that the class binds is looked up there and then among the globals, not in the functions around.
        if let Some(class) = class {
            let uses = self.scopes[class].symbols.get(name).uses;
            if uses.any(Use::GLOBAL) {
                return Ok(Found::GlobalExplicit);
            }
            if uses.any(Use::BOUND) && !uses.any(Use::NONLOCAL) {
                return Ok(Found::GlobalImplicit);
            }
        }
        if around.bound.as_ref().is_some_and(|bound| bound.contains(name)) {
            self.scopes[id].free = true;
            return Ok(Found::Free);
        }
        if !around.global.contains(name) && self.scopes[id].nested {
            self.scopes[id].free = true;
        }
        Ok(Found::GlobalImplicit)
    }

    fn check_nonlocal(&self, id: ScopeId, name: &Name, around: &Around) -> Result<(), SyntaxError> {
        let msg = match &around.bound {
            None => "nonlocal declaration not allowed at module level".to_string(),
            Some(bound) if !bound.contains(name) => format!("no binding for nonlocal '{name}' found"),
            Some(_) if around.type_params.contains(name) => {
                format!("nonlocal binding not allowed for type parameter '{name}'")
            }
            Some(_) => return Ok(()),
        };
        Err(self.at_directive(id, name, msg))
    }

    fn at_directive(&self, id: ScopeId, name: &Name, msg: String) -> SyntaxError {
        let directive = self.scopes[id].directives.iter().find(|(declared, _)| declared == name);
        let (_, at) = directive.expect("a declared name has its declaration on record");
        SyntaxError::at(self.source, *at, msg)
    }

    /// Decides the blocks inside; returns the cells of comprehensions that are inlined here.
    fn children(
        &mut self,
        id: ScopeId,
        inside: &Around,
        class: Option<ScopeId>,
        scopes: &mut Symbols,
        free: &mut Names,
    ) -> Result<Names, SyntaxError> {
        let mut inlined_cells = Names::default();
        let mut spliced = Vec::new();
        for child in self.scopes[id].children.clone() {
            let seen_class = match self.scopes[child].sees_class_scope {
                true if self.scopes[id].block == Block::Class => Some(id),
                true => class,
                false => None,
            };
            let mut lacking = self.block(child, &mut inside.clone(), seen_class)?;
            let scope = &self.scopes[child];
            if self.inlines && scope.comprehension.is_some() && !scope.generator {
                self.inline(id, child, scopes, &mut lacking, &mut inlined_cells);
                self.scopes[child].inlined = true;
                spliced.extend(self.scopes[child].children.iter().copied());
            } else {
                spliced.push(child);
            }
            free.extend(lacking);
            if self.scopes[child].free || self.scopes[child].child_free {
                self.scopes[id].child_free = true;
            }
        }
        self.scopes[id].children = spliced;
        Ok(inlined_cells)
    }

    /// Takes over the names of a comprehension that is compiled into this block.
    fn inline(
        &mut self,
        id: ScopeId,
        comprehension: ScopeId,
        scopes: &mut Symbols,
        lacking: &mut Names,
        cells: &mut Names,
    ) {
        for (name, symbol) in self.pairs(comprehension) {
            if symbol.uses.any(Use::PARAM) {
                continue;
            }
            if symbol.found == Found::Cell || symbol.uses.any(Use::COMPREHENSION_CELL) {
                cells.insert(name.clone());
            }
            match self.scopes[id].symbols.find(&name) {
                None => {
                    let uses = symbol.uses;
                    self.scopes[id].symbols.set(&name, Symbol { uses, ..Symbol::default() });
                    scopes.set(&name, Symbol { found: symbol.found, ..Symbol::default() });
                }
                // What the comprehension takes from outside is now simply here, unless something inside
                // it needs a cell, or this is a class.
                Some(existing) if existing.uses.any(Use::BOUND) => {
                    if self.scopes[id].block != Block::Class && !self.free_in_a_child(comprehension, &name) {
                        lacking.remove(&name);
                    }
                }
                Some(_) => {}
            }
        }
    }

    fn free_in_a_child(&self, id: ScopeId, name: &Name) -> bool {
        let children = &self.scopes[id].children;
        children.iter().any(|child| self.scopes[*child].symbols.get(name).found == Found::Free)
    }

    /// Writes the decisions into the block's symbols, and the free names that it only passes on.
    fn record(
        &mut self,
        id: ScopeId,
        scopes: &Symbols,
        bound: Option<&Names>,
        free: &Names,
        inlined_cells: &Names,
    ) {
        let scope = &mut self.scopes[id];
        let keeps_free_names = scope.block == Block::Class || scope.sees_class_scope;
        scope.symbols.update(|name, symbol| {
            if inlined_cells.contains(name) {
                symbol.uses |= Use::COMPREHENSION_CELL;
            }
            symbol.found = scopes.get(name).found;
        });
        let mut free: Vec<&Name> = free.iter().collect();
        free.sort();
        for name in free {
            match scope.symbols.find(name) {
                Some(mut symbol) => {
                    if keeps_free_names {
                        symbol.uses |= Use::FREE_CLASS;
                        scope.symbols.set(name, symbol);
                    }
                }
                None if bound.is_some_and(|bound| !bound.contains(name)) => {}
                None => scope.symbols.set(name, Symbol { found: Found::Free, ..Symbol::default() }),
            }
        }
    }
}

/// A local that something inside needs is a cell.
fn make_cells(scopes: &mut Symbols, free: &mut Names, inlined_cells: &Names) {
    scopes.update(|name, symbol| {
        if symbol.found == Found::Local && (free.contains(name) || inlined_cells.contains(name)) {
            symbol.found = Found::Cell;
            free.remove(name);
        }
    });
}
