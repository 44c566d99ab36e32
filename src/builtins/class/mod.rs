//! `type`: what classes have. How one is made stands beside it.

mod attributes;
mod layout;
mod make;

use std::rc::Rc;

use crate::object::{Args, Arity, Class, Escape, Handle, Heap, Native, Obj, Outcome, Type, Value};

pub(super) use layout::set_class;
pub(super) use make::{HELPERS, WEAKREF};

use super::TypeTable;

pub(super) static TYPE: TypeTable = TypeTable {
    of: Type::Type,
    methods: &[
        Native::new("__new__", Arity::Any, type_new).twin("_type_new"),
        Native::new("__init__", Arity::Any, type_init),
        Native::new("__repr__", Arity::Zero, type_repr),
        Native::new("mro", Arity::Zero, mro_list),
        Native::new("__subclasses__", Arity::Zero, subclasses),
        Native::new("__call__", Arity::Any, |_, _| Err(Escape::Twin)).twin("_type_call"),
        Native::new("__instancecheck__", Arity::One, |_, args| {
            Err(Escape::prelude("_is_instance_of", [args.get(1), args.get(0)]))
        }),
        Native::new("__subclasscheck__", Arity::One, |_, args| {
            Err(Escape::prelude("_is_subclass_of", [args.get(1), args.get(0)]))
        }),
        Native::new("__getattribute__", Arity::One, super::object::getattribute),
        Native::new("__setattr__", Arity::Positional(2, 2), |heap, args| {
            set_own(heap, args.get(0), args.get(1), args.get(2))
        }),
        Native::new("__delattr__", Arity::One, |heap, args| {
            set_own(heap, args.get(0), args.get(1), Value::Null)
        }),
    ],
    attributes: attributes::OF_CLASSES,
};

fn this_class(heap: &Heap, this: Value) -> Rc<Class> {
    match this {
        Value::Ref(handle) => match heap.obj(handle) {
            Obj::Class(class) => class.clone(),
            other => panic!("a class is expected, not {other:?}"),
        },
        other => panic!("a class is expected, not {other:?}"),
    }
}

fn mro_list(heap: &mut Heap, args: &Args) -> Outcome {
    let mro = make::linear(heap, args.get(0).handle().expect("a class is on the heap"))?;
    Ok(heap.list(mro))
}

fn subclasses(heap: &mut Heap, args: &Args) -> Outcome {
    let subclasses = this_class(heap, args.get(0)).subclasses.clone();
    let alive = |heap: &Heap, each: Handle| {
        heap.as_class(each.into())
            .is_some_and(|class| args.get(0).handle().is_some_and(|this| class.bases.contains(&this)))
    };
    let list = subclasses.into_iter().filter(|&each| alive(heap, each)).map(Value::Ref).collect();
    Ok(heap.list(list))
}

fn type_repr(heap: &mut Heap, args: &Args) -> Outcome {
    let text = heap.repr_payload(args.get(0))?;
    Ok(heap.str(&text))
}

/// `type(value)`, or a new class, which the prelude makes.
fn type_new(heap: &mut Heap, args: &Args) -> Outcome {
    match *args.positional() {
        [class, value] if class == Value::from(Type::Type) && !args.has_keywords() => {
            Ok(heap.class_of(value).into())
        }
        [class, _, _, _] if heap.as_class(class).is_some() => Err(Escape::Twin),
        _ => {
            super::helpers::class_argument(heap, args, Type::Type)?;
            if args.get(0) == Value::from(Type::Type) {
                return Err(heap.type_error("type() takes 1 or 3 arguments"));
            }
            let given = args.positional().len() - 1;
            Err(heap.type_error(format!("type.__new__() takes exactly 3 arguments ({given} given)")))
        }
    }
}

fn type_init(heap: &mut Heap, args: &Args) -> Outcome {
    match args.positional().len() - 1 {
        1 if args.has_keywords() => Err(heap.type_error("type.__init__() takes no keyword arguments")),
        1 | 3 => Ok(Value::None),
        _ => Err(heap.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

fn set_own(heap: &mut Heap, class: Value, name: Value, value: Value) -> Outcome {
    let name = super::functions::attribute_name(heap, name)?;
    heap.set_plainly(class, name, value)?;
    Ok(Value::None)
}
