//! A heap as every program finds it: the builtin types, the names the machine knows, the objects of which there
//! is one. What types can do is filled in by `builtins`.

use std::{cell::Cell, rc::Rc};

use crate::dialect::Dialect;

use super::{
    Handle, Heap, Obj,
    builtin_types::Type,
    class::Class,
    heap::Slot,
    symbols::{ELLIPSIS, EMPTY_TUPLE, NOT_IMPLEMENTED, Sym},
};

impl Heap {
    /// `memory_limit` is in bytes, as the heap counts them.
    pub fn new(memory_limit: u64, dialect: &'static Dialect) -> Self {
        let mut heap = Self::empty(memory_limit, dialect);
        for &of in Type::ALL {
            let made = heap.alloc_handle(Type::Type.handle(), Obj::Class(Rc::new(builtin_class(of))));
            assert_eq!(made, of.handle(), "types stand first, in the order of their table");
        }
        for &sym in Sym::ALL {
            assert_eq!(heap.intern(sym.text()), sym.handle(), "symbols follow, each once: {sym:?}");
        }
        let fixed = [
            (NOT_IMPLEMENTED, Type::NotImplementedType, Obj::Plain),
            (ELLIPSIS, Type::EllipsisType, Obj::Plain),
            (EMPTY_TUPLE, Type::Tuple, Obj::Tuple(Rc::new([]))),
        ];
        for (place, of, obj) in fixed {
            assert_eq!(heap.alloc_handle(of.handle(), obj), place, "single objects come third");
        }
        for &of in Type::ALL {
            heap.give_attributes(of.handle());
            if of != Type::Object {
                let base = of.base().handle();
                heap.class_mut(base).subclasses.push(of.handle());
            }
        }
        heap
    }

    /// Another name for the place of an object, its attributes left as they are.
    pub fn replace(&mut self, handle: Handle, obj: Obj) {
        let slot: &mut Slot = self.slot_mut(handle);
        slot.obj = obj;
    }
}

fn builtin_class(of: Type) -> Class {
    let mut mro: Vec<Handle> = vec![of.handle()];
    let mut at = of;
    while at != Type::Object {
        at = at.base();
        // The one builtin type with two bases.
        if of == Type::ExceptionGroup && at == Type::BaseException {
            mro.push(Type::Exception.handle());
        }
        mro.push(at.handle());
    }
    let bases: Rc<[Handle]> = match of {
        Type::Object => [].into(),
        Type::ExceptionGroup => [of.base().handle(), Type::Exception.handle()].into(),
        _ => [of.base().handle()].into(),
    };
    let is_exception = mro.contains(&Type::BaseException.handle());
    Class {
        name: of.name().into(),
        qualname: of.name().into(),
        bases,
        mro: mro.into(),
        layout: of,
        has_dict: is_exception
            || matches!(
                of,
                Type::Function
                    | Type::Module
                    | Type::Type
                    | Type::SimpleNamespace
                    | Type::StaticMethod
                    | Type::ClassMethod
                    | Type::TextIO
            ),
        is_abstract: false,
        is_fixed: true,
        slots: 0,
        subclasses: Vec::new(),
        version: Cell::new(0),
    }
}
