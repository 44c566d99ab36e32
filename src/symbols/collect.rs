//! The first way through the tree (`symtable_visit_*`): what every block does with every name. Statements;
//! definitions and expressions stand beside.

use rustc_hash::FxHashMap;

use super::{Block, Scope, ScopeId, ScopeKey, SymbolTable, Use, mangle};
use crate::{
    ast_opt::Future,
    dialect::Dialect,
    source::{Location, Source, SyntaxError},
    syntax::ast::{
        Alias, Expr, ExprKind, MatchCase, Mode, Module, Name, Pattern, PatternKind, Stmt, StmtKind, Try,
        WithItem,
    },
};

pub(super) type Done = Result<(), SyntaxError>;

pub(super) struct Collector<'a> {
    pub(super) source: &'a Source,
    pub(super) future: Future,
    pub(super) scopes: Vec<Scope>,
    by_key: FxHashMap<ScopeKey, ScopeId>,
    /// The blocks around, the module first.
    pub(super) stack: Vec<ScopeId>,
    /// The class whose private names are in force.
    pub(super) private: Option<Name>,
    depth: u32,
    deepest: u32,
}

pub(super) fn collect(
    module: &Module,
    future: &Future,
    source: &Source,
    dialect: &Dialect,
) -> Result<SymbolTable, SyntaxError> {
    let mut this = Collector {
        source,
        future: *future,
        scopes: vec![],
        by_key: FxHashMap::default(),
        stack: vec![],
        private: None,
        depth: 0,
        deepest: dialect.tree_depth,
    };
    this.enter("top".into(), Block::Module, Location::new(0, 0, 0, 0));
    match (module.mode, module.body.as_slice()) {
        (Mode::Eval, [Stmt { kind: StmtKind::Expr(value), .. }]) => this.expr(value)?,
        (_, body) => this.stmts(body)?,
    }
    this.exit();
    Ok(SymbolTable { scopes: this.scopes, future: *future, by_key: this.by_key })
}

impl Collector<'_> {
    pub(super) fn current(&mut self) -> &mut Scope {
        let id = *self.stack.last().expect("a block is open");
        &mut self.scopes[id]
    }

    pub(super) fn error(&self, at: Location, msg: impl Into<String>) -> SyntaxError {
        SyntaxError::at(self.source, at, msg)
    }

    pub(super) fn deeper(&mut self, work: impl FnOnce(&mut Self) -> Done) -> Done {
        self.depth += 1;
        if self.depth > self.deepest {
            return Err(SyntaxError::too_deep());
        }
        work(self)?;
        self.depth -= 1;
        Ok(())
    }

    pub(super) fn enter(&mut self, name: Name, block: Block, at: Location) {
        let id = self.scopes.len();
        let parent = self.stack.last().copied();
        self.scopes.push(Scope::new(name, block, at, parent.map(|id| &self.scopes[id])));
        self.stack.push(id);
        // Nothing is compiled from annotations that stay text.
        if block != Block::Annotation {
            self.by_key.insert(ScopeKey { block, at }, id);
            if let Some(parent) = parent {
                self.scopes[parent].children.push(id);
            }
        }
    }

    pub(super) fn exit(&mut self) {
        self.stack.pop();
    }

    fn lookup(&mut self, name: &Name) -> Use {
        let mangled = mangle(self.private.as_ref(), name);
        self.current().symbols.get(&mangled).uses
    }

    /// Notes a use of a name in the block that is open.
    pub(super) fn define(&mut self, name: &Name, uses: Use, at: Location) -> Done {
        let id = *self.stack.last().expect("a block is open");
        self.define_in(id, name, uses, at)
    }

    pub(super) fn define_in(&mut self, id: ScopeId, name: &Name, uses: Use, at: Location) -> Done {
        let mangled = mangle(self.private.as_ref(), name);
        let scope = &mut self.scopes[id];
        let in_target = scope.in_target;
        let symbol = scope.symbols.entry(&mangled);
        let before = symbol.uses;
        if uses.any(Use::PARAM) && before.any(Use::PARAM) {
            return Err(self.error(at, format!("duplicate argument '{name}' in function definition")));
        }
        if uses.any(Use::TYPE_PARAM) && before.any(Use::TYPE_PARAM) {
            return Err(self.error(at, format!("duplicate type parameter '{name}'")));
        }
        let mut now = before | uses;
        if in_target {
            if now.any(Use::GLOBAL | Use::NONLOCAL) {
                let msg =
                    format!("comprehension inner loop cannot rebind assignment expression target '{name}'");
                return Err(self.error(at, msg));
            }
            now |= Use::ITERATION;
        }
        symbol.uses = now;
        if uses.any(Use::PARAM) {
            scope.params.push(mangled.into_owned());
        } else if uses.any(Use::GLOBAL) {
            self.scopes[0].symbols.entry(&mangled).uses |= uses;
        }
        Ok(())
    }

    /// Remembers a declaration, for errors that only show when all blocks are known.
    pub(super) fn directive(&mut self, name: &Name, at: Location) {
        let mangled = mangle(self.private.as_ref(), name);
        self.current().directives.push((mangled.into_owned(), at));
    }

    pub(super) fn stmts(&mut self, stmts: &[Stmt]) -> Done {
        stmts.iter().try_for_each(|stmt| self.deeper(|this| this.stmt(stmt)))
    }

    fn stmt(&mut self, stmt: &Stmt) -> Done {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(stmt, def, false),
            StmtKind::AsyncFunctionDef(def) => self.function(stmt, def, true),
            StmtKind::ClassDef(def) => self.class(stmt, def),
            StmtKind::TypeAlias { name, type_params, value } => {
                self.type_alias(stmt, name, type_params, value)
            }
            StmtKind::Return(value) => self.optional(value.as_ref()),
            StmtKind::Delete(targets) => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.exprs(targets)?;
                self.expr(value)
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(stmt.at, target, value.is_some(), *simple)?;
                self.annotation(annotation)?;
                self.optional(value.as_ref())
            }
            StmtKind::AugAssign { target, value, .. } => self.both(target, value),
            StmtKind::For(node) | StmtKind::AsyncFor(node) => {
                self.both(&node.target, &node.iter)?;
                self.stmts(&node.body)?;
                self.stmts(&node.orelse)
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test)?;
                self.stmts(body)?;
                self.stmts(orelse)
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                cases.iter().try_for_each(|case| self.case(case))
            }
            StmtKind::Raise { exc, cause } => {
                self.optional(exc.as_ref())?;
                self.optional(cause.as_deref())
            }
            StmtKind::Try(node) | StmtKind::TryStar(node) => self.try_(node),
            StmtKind::Assert { test, msg } => {
                self.expr(test)?;
                self.optional(msg.as_deref())
            }
            StmtKind::Import { names } | StmtKind::ImportFrom { names, .. } => {
                names.iter().try_for_each(|alias| self.alias(alias))
            }
            StmtKind::Global { names } => self.declare(stmt.at, names, Use::GLOBAL, "global"),
            StmtKind::Nonlocal { names } => self.declare(stmt.at, names, Use::NONLOCAL, "nonlocal"),
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::With { items, body } | StmtKind::AsyncWith { items, body } => {
                self.with_items(items)?;
                self.stmts(body)
            }
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue => Ok(()),
        }
    }

    fn case(&mut self, case: &MatchCase) -> Done {
        self.pattern(&case.pattern)?;
        self.optional(case.guard.as_ref())?;
        self.stmts(&case.body)
    }

    fn try_(&mut self, node: &Try) -> Done {
        self.stmts(&node.body)?;
        self.stmts(&node.orelse)?;
        for handler in &node.handlers {
            self.optional(handler.typ.as_ref())?;
            if let Some(name) = &handler.name {
                self.define(name, Use::LOCAL, handler.at)?;
            }
            self.stmts(&handler.body)?;
        }
        self.stmts(&node.finalbody)
    }

    fn with_items(&mut self, items: &[WithItem]) -> Done {
        items.iter().try_for_each(|item| {
            self.expr(&item.context_expr)?;
            self.optional(item.optional_vars.as_ref())
        })
    }

    fn declare(&mut self, at: Location, names: &[Name], uses: Use, word: &str) -> Done {
        for name in names {
            let before = self.lookup(name);
            let problem = if before.any(Use::PARAM) {
                Some(format!("name '{name}' is parameter and {word}"))
            } else if before.any(Use::READ) {
                Some(format!("name '{name}' is used prior to {word} declaration"))
            } else if before.any(Use::ANNOTATED) {
                Some(format!("annotated name '{name}' can't be {word}"))
            } else if before.any(Use::LOCAL) {
                Some(format!("name '{name}' is assigned to before {word} declaration"))
            } else {
                None
            };
            if let Some(msg) = problem {
                return Err(self.error(at, msg));
            }
            self.define(name, uses, at)?;
            self.directive(name, at);
        }
        Ok(())
    }

    fn annotated(&mut self, at: Location, target: &Expr, has_value: bool, simple: bool) -> Done {
        let ExprKind::Name { id, .. } = &target.kind else { return self.expr(target) };
        let before = self.lookup(id);
        let in_module = self.stack.len() == 1;
        if simple && !in_module && before.any(Use::GLOBAL | Use::NONLOCAL) {
            let word = if before.any(Use::GLOBAL) { "global" } else { "nonlocal" };
            return Err(self.error(at, format!("annotated name '{id}' can't be {word}")));
        }
        if simple {
            self.define(id, Use::ANNOTATED | Use::LOCAL, target.at)
        } else if has_value {
            self.define(id, Use::LOCAL, target.at)
        } else {
            Ok(())
        }
    }

    fn alias(&mut self, alias: &Alias) -> Done {
        let name = alias.asname.as_ref().unwrap_or(&alias.name);
        if &**name == "*" {
            if self.current().block != Block::Module {
                return Err(self.error(alias.at, "import * only allowed at module level"));
            }
            return Ok(());
        }
        match name.split_once('.') {
            Some((package, _)) => self.define(&package.into(), Use::IMPORT, alias.at),
            None => self.define(name, Use::IMPORT, alias.at),
        }
    }

    pub(super) fn annotation(&mut self, annotation: &Expr) -> Done {
        if self.future.annotations {
            self.enter("_annotation".into(), Block::Annotation, annotation.at);
        }
        self.expr(annotation)?;
        if self.future.annotations {
            self.exit();
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &Pattern) -> Done {
        self.deeper(|this| match &pattern.kind {
            PatternKind::MatchValue(value) => this.expr(value),
            PatternKind::MatchSingleton(_) => Ok(()),
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => this.patterns(patterns),
            PatternKind::MatchStar(name) => this.capture(name.as_ref(), pattern.at),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                this.exprs(keys)?;
                this.patterns(patterns)?;
                this.capture(rest.as_ref(), pattern.at)
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                this.expr(cls)?;
                this.patterns(patterns)?;
                this.patterns(kwd_patterns)
            }
            PatternKind::MatchAs { pattern: inner, name } => {
                inner.as_ref().map_or(Ok(()), |inner| this.pattern(inner))?;
                this.capture(name.as_ref(), pattern.at)
            }
        })
    }

    fn patterns(&mut self, patterns: &[Pattern]) -> Done {
        patterns.iter().try_for_each(|pattern| self.pattern(pattern))
    }

    fn capture(&mut self, name: Option<&Name>, at: Location) -> Done {
        name.map_or(Ok(()), |name| self.define(name, Use::LOCAL, at))
    }
}
