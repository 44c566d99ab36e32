//! Which parts of a code object are one object for CPython, and how often each is referred to: its marshal
//! refers back to whatever is used twice. Does not know the bytes.
//!
//! While a module is compiled, CPython keeps one object of each constant, of each tuple of names or constants and
//! of each table; afterwards it interns the strings that could be names. What lives for ever (small ints, the
//! empty tuple) counts as used twice.

use std::{
    collections::{HashMap, HashSet},
    rc::Rc,
};

use num_bigint::BigInt;

use crate::{
    code::{Code, Const, GENERIC_PREFIX, flags},
    source::Text,
    syntax::{Constant, ast::Name},
};

/// An object's index in the graph.
pub(super) type Id = usize;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Object {
    /// None, False, True or Ellipsis, by its type byte.
    Single(u8),
    Int(i64),
    Long(BigInt),
    Float(u64),
    Complex(u64, u64),
    Str(Text, Kind),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Id>),
    FrozenSet(Vec<Id>),
    Code(CodeObject),
}

/// Which of the objects with this text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    /// The one that the process keeps of each name.
    Interned,
    /// The one that CPython's own program holds: `<module>`.
    Static,
    /// The name of the file, as the compiler was given it.
    File,
    /// The one that the module's compilation keeps of a constant, or one of its own.
    Plain,
}

/// What [`Code`] holds, in the order of the format; `numbers` first, `firstlineno` before the last two.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct CodeObject {
    pub numbers: [u32; 5],
    pub firstlineno: i32,
    pub parts: [Id; 10],
}

#[derive(Debug, Default)]
pub(super) struct Graph {
    objects: Vec<Object>,
    /// Objects of which there is one only.
    merged: HashMap<Object, Id>,
    references: Vec<u32>,
    /// What the parser has interned: the names in the module.
    identifiers: HashSet<Name>,
    root: Id,
}

impl Graph {
    /// All that a module's code object holds, as it is when whoever compiled it writes it.
    pub(super) fn of(module: &Code) -> Self {
        let mut graph = Self::default();
        collect_identifiers(module, &mut graph.identifiers);
        graph.root = graph.code(module, true);
        graph.count_references();
        // The compiler's caller has the module and the name of its file in hand, and each code object keeps the
        // bytes that it was asked for.
        graph.references[graph.root] += 2;
        for at in 0..graph.objects.len() {
            if let Object::Code(CodeObject { parts: [bytes, _, _, _, _, filename, ..], .. }) =
                graph.objects[at]
            {
                graph.references[bytes] += 1;
                graph.references[filename] += 1;
            }
        }
        graph
    }

    fn count_references(&mut self) {
        self.references = vec![0; self.objects.len()];
        let mut seen = vec![false; self.objects.len()];
        let mut waiting = vec![self.root];
        while let Some(id) = waiting.pop() {
            if std::mem::replace(&mut seen[id], true) {
                continue;
            }
            let parts: &[Id] = match &self.objects[id] {
                Object::Tuple(items) | Object::FrozenSet(items) => items,
                Object::Code(code) => &code.parts,
                _ => &[],
            };
            for &part in parts {
                self.references[part] += 1;
                waiting.push(part);
            }
        }
    }

    pub(super) fn root(&self) -> Id {
        self.root
    }

    pub(super) fn object(&self, id: Id) -> &Object {
        &self.objects[id]
    }

    /// Whether CPython sees that it may be used again.
    pub(super) fn is_shared(&self, id: Id) -> bool {
        self.references[id] > 1
            || match &self.objects[id] {
                Object::Single(_) => false,
                Object::Int(value) => (-5..=256).contains(value),
                Object::Str(text, Kind::Plain) => is_one_latin1_character(text),
                Object::Str(..) => true,
                // The bytes of kinds are made anew, even a single one.
                object @ Object::Bytes(bytes) => bytes.len() < 2 && self.merged.get(object) == Some(&id),
                Object::Tuple(items) => items.is_empty(),
                _ => false,
            }
    }

    fn fresh(&mut self, object: Object) -> Id {
        self.objects.push(object);
        self.objects.len() - 1
    }

    fn merge(&mut self, object: Object) -> Id {
        if let Some(&id) = self.merged.get(&object) {
            return id;
        }
        let id = self.fresh(object.clone());
        self.merged.insert(object, id);
        id
    }

    fn code(&mut self, code: &Code, is_module: bool) -> Id {
        let numbers = [code.argcount, code.posonlyargcount, code.kwonlyargcount, code.stacksize, code.flags];
        let bytes = self.fresh(Object::Bytes(code.code.as_ref().into()));
        let name = self.code_name(&code.name);
        let qualname = self.qualname(code, name, is_module);
        let consts = code.consts.iter().map(|constant| match constant {
            Const::Plain(constant) => self.constant(constant),
            Const::Code(code) => self.code(code, false),
        });
        let consts = consts.collect();
        let consts = self.consts(code, consts);
        let names = self.names(code.names.iter());
        let localsplus = self.names(code.localsplus.iter().map(|(name, _)| name));
        let kinds: Rc<[u8]> = code.localsplus.iter().map(|(_, kind)| kind.0).collect();
        let kinds = match kinds.is_empty() {
            true => self.merge(Object::Bytes(kinds)),
            false => self.fresh(Object::Bytes(kinds)),
        };
        let filename = self.merge(Object::Str(Text::Utf8(code.filename.clone()), Kind::File));
        let linetable = self.merge(Object::Bytes(code.linetable.as_ref().into()));
        let exceptiontable = self.merge(Object::Bytes(code.exceptiontable.as_ref().into()));
        let parts =
            [bytes, consts, names, localsplus, kinds, filename, name, qualname, linetable, exceptiontable];
        self.fresh(Object::Code(CodeObject { numbers, firstlineno: code.firstlineno, parts }))
    }

    fn interned(&mut self, name: &Name) -> Id {
        self.merge(Object::Str(Text::Utf8(name.clone()), Kind::Interned))
    }

    fn names<'a>(&mut self, names: impl Iterator<Item = &'a Name>) -> Id {
        let names = names.map(|name| self.interned(name)).collect();
        self.merge(Object::Tuple(names))
    }

    /// An identifier, a word of the compiler's own, or one that it has made up of an identifier.
    fn code_name(&mut self, name: &Name) -> Id {
        if name.starts_with(GENERIC_PREFIX) {
            self.fresh(plain(name))
        } else if name.starts_with('<') {
            self.merge(Object::Str(Text::Utf8(name.clone()), Kind::Static))
        } else {
            self.interned(name)
        }
    }

    /// A dotted name is made anew for each code object. That of a class is its first constant too, and so is the
    /// one object of that text, if no constant before had it.
    fn qualname(&mut self, code: &Code, name: Id, is_module: bool) -> Id {
        if code.qualname == code.name {
            return name;
        }
        let own = plain(&code.qualname);
        let is_class = !is_module && code.flags & flags::OPTIMIZED == 0;
        match is_class && !self.merged.contains_key(&own) {
            true => self.merge(own),
            false => self.fresh(own),
        }
    }

    fn constant(&mut self, constant: &Constant) -> Id {
        let object = match constant {
            Constant::None => Object::Single(b'N'),
            Constant::Ellipsis => Object::Single(b'.'),
            Constant::Bool(false) => Object::Single(b'F'),
            Constant::Bool(true) => Object::Single(b'T'),
            Constant::Int(value) => Object::Int(*value),
            Constant::BigInt(value) => Object::Long(value.as_ref().clone()),
            // A NaN equals nothing, so there are many of them.
            Constant::Float(value) if value.is_nan() => return self.fresh(Object::Float(value.to_bits())),
            Constant::Float(value) => Object::Float(value.to_bits()),
            Constant::Complex { re, im } => Object::Complex(re.to_bits(), im.to_bits()),
            Constant::Str(text) if self.is_interned(text) => Object::Str(text.clone(), Kind::Interned),
            Constant::Str(text) => Object::Str(text.clone(), Kind::Plain),
            Constant::Bytes(bytes) => Object::Bytes(bytes.as_ref().into()),
            Constant::Tuple(items) => Object::Tuple(self.constants(items)),
            Constant::FrozenSet(items) => {
                let mut items = self.constants(items);
                items.sort_unstable();
                Object::FrozenSet(items)
            }
        };
        self.merge(object)
    }

    /// CPython interns the string constants that could be names. There is one object only of each Latin-1
    /// character: a letter that is an identifier too is interned, and `*` by CPython's own first imports.
    fn is_interned(&self, text: &Text) -> bool {
        text.as_bytes() == b"*"
            || text.as_bytes().iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
            || is_one_latin1_character(text)
                && text.as_str().is_some_and(|text| self.identifiers.contains(text))
    }

    /// The tuple of a code object's constants. A set in it that holds a string which was interned before is then made
    /// anew, to hold the interned one: each such tuple has a set of its own.
    fn consts(&mut self, code: &Code, items: Vec<Id>) -> Id {
        let merged = self.merge(Object::Tuple(items.clone()));
        let renew = |constant: &Const| match constant {
            Const::Plain(Constant::FrozenSet(items)) => items.iter().any(|item| self.is_identifier(item)),
            _ => false,
        };
        let renewed: Vec<bool> = code.consts.iter().map(renew).collect();
        if renewed.contains(&true) && self.objects[merged] == Object::Tuple(items.clone()) {
            let items = items.into_iter().zip(renewed);
            let items =
                items.map(|(id, renewed)| if renewed { self.fresh(self.objects[id].clone()) } else { id });
            self.objects[merged] = Object::Tuple(items.collect());
        }
        merged
    }

    fn is_identifier(&self, constant: &Constant) -> bool {
        match constant {
            Constant::Str(text) => text.as_str().is_some_and(|text| self.identifiers.contains(text)),
            Constant::Tuple(items) => items.iter().any(|item| self.is_identifier(item)),
            _ => false,
        }
    }

    fn constants(&mut self, items: &[Constant]) -> Vec<Id> {
        items.iter().map(|item| self.constant(item)).collect()
    }
}

fn plain(text: &Name) -> Object {
    Object::Str(Text::Utf8(text.clone()), Kind::Plain)
}

fn collect_identifiers(code: &Code, found: &mut HashSet<Name>) {
    found.insert(code.name.clone());
    found.extend(code.names.iter().cloned());
    found.extend(code.localsplus.iter().map(|(name, _)| name.clone()));
    for constant in &code.consts {
        if let Const::Code(inner) = constant {
            collect_identifiers(inner, found);
        }
    }
}

fn is_one_latin1_character(text: &Text) -> bool {
    let mut points = text.code_points();
    points.next().is_some_and(|point| point < 0x100) && points.next().is_none()
}
