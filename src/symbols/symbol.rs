//! What one block does with one name.

use super::NameMap;
use crate::syntax::ast::Name;

/// The ways in which a block uses a name, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Use(pub u16);

impl Use {
    /// `global` statement.
    pub const GLOBAL: Self = Self(1);
    /// Assigned.
    pub const LOCAL: Self = Self(1 << 1);
    pub const PARAM: Self = Self(1 << 2);
    /// `nonlocal` statement.
    pub const NONLOCAL: Self = Self(1 << 3);
    /// Read.
    pub const READ: Self = Self(1 << 4);
    /// Free in a method of this class, though the class binds it too.
    pub const FREE_CLASS: Self = Self(1 << 6);
    pub const IMPORT: Self = Self(1 << 7);
    pub const ANNOTATED: Self = Self(1 << 8);
    /// Iteration variable of a comprehension.
    pub const ITERATION: Self = Self(1 << 9);
    pub const TYPE_PARAM: Self = Self(1 << 10);
    /// A cell of a comprehension that is inlined here.
    pub const COMPREHENSION_CELL: Self = Self(1 << 11);

    pub const BOUND: Self = Self(Self::LOCAL.0 | Self::PARAM.0 | Self::IMPORT.0);

    /// Whether any of the given uses is among these.
    pub const fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }
}

impl std::ops::BitOr for Use {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Use {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// Where a block finds a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Found {
    /// Not decided, or a name that the block does not know.
    #[default]
    Unknown,
    Local,
    /// Declared `global`.
    GlobalExplicit,
    /// Bound nowhere around: a global or a builtin.
    GlobalImplicit,
    Free,
    Cell,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Symbol {
    pub uses: Use,
    pub found: Found,
}

/// The names of a block, in the order in which it meets them.
#[derive(Clone, Debug, Default)]
pub struct Symbols(NameMap<Symbol>);

impl Symbols {
    /// A name that is not there has no uses.
    pub fn get(&self, name: &str) -> Symbol {
        self.find(name).unwrap_or_default()
    }

    pub fn find(&self, name: &str) -> Option<Symbol> {
        self.0.get(name).copied()
    }

    /// A name that is not there yet is added without uses.
    pub fn entry(&mut self, name: &Name) -> &mut Symbol {
        self.0.entry(name)
    }

    pub fn set(&mut self, name: &Name, symbol: Symbol) {
        self.0.set(name, symbol);
    }

    pub fn iter(&self) -> impl Iterator<Item = (&Name, Symbol)> {
        self.0.entries().iter().map(|(name, symbol)| (name, *symbol))
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&Name, &mut Symbol)> {
        self.0.iter_mut()
    }

    /// Lets every symbol be changed, in order.
    pub fn update(&mut self, mut change: impl FnMut(&Name, &mut Symbol)) {
        self.0.iter_mut().for_each(|(name, symbol)| change(name, symbol));
    }
}
