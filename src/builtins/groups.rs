//! Exception groups as objects. Taking them apart may ask the user's code, so the prelude does that.

use crate::object::{Args, Arity, Escape, GetSet, Heap, Native, Outcome, Type, Value};

use super::TypeTable;

pub(super) static BASE_EXCEPTION_GROUP: TypeTable = TypeTable {
    of: Type::BaseExceptionGroup,
    methods: &[
        Native::new("__new__", Arity::Any, new).twin("_group_new"),
        Native::new("__str__", Arity::Zero, |heap, args| heap.str_payload(args.get(0))),
        Native::new("derive", Arity::One, derive),
        Native::new("split", Arity::Positional(1, 1), |_, _| Err(Escape::Twin)).twin("_group_split"),
        Native::new("subgroup", Arity::Positional(1, 1), |_, _| Err(Escape::Twin)).twin("_group_subgroup"),
    ],
    attributes: &[
        GetSet { name: "message", get: |heap, this| Ok(parts(heap, this)[0]), set: None },
        GetSet { name: "exceptions", get: |heap, this| Ok(parts(heap, this)[1]), set: None },
    ],
};

/// Its message, and the tuple of its exceptions.
fn parts(heap: &Heap, this: Value) -> [Value; 2] {
    heap.exception(this.handle().expect("an exception is on the heap")).extra
}

fn new(heap: &mut Heap, args: &Args) -> Outcome {
    let mut class = super::helpers::class_argument(heap, args, Type::BaseExceptionGroup)?;
    let &[_, message, exceptions] = args.positional() else {
        let given = args.positional().len() - 1;
        let text = format!("BaseExceptionGroup.__new__() takes exactly 2 arguments ({given} given)");
        return Err(heap.type_error(text));
    };
    if heap.as_str(message).is_none() {
        let given = heap.type_name(message);
        let text = format!("BaseExceptionGroup.__new__() argument 1 must be str, not {given}");
        return Err(heap.type_error(text));
    }
    let Some(items) = heap.as_sequence(exceptions).map(<[Value]>::to_vec) else { return Err(Escape::Twin) };
    if items.is_empty() {
        return Err(heap.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    if let Some(at) = items.iter().position(|&item| !heap.is_instance(item, Type::BaseException)) {
        let text = format!("Item {at} of second argument (exceptions) is not an exception");
        return Err(heap.value_error(text));
    }
    let has_others = items.iter().any(|&item| !heap.is_instance(item, Type::Exception));
    if class == Type::BaseExceptionGroup.handle() && !has_others {
        class = Type::ExceptionGroup.handle();
    } else if has_others && heap.is_subclass(class, Type::Exception.handle()) {
        let name = heap.class(class).name.clone();
        let text = match class == Type::ExceptionGroup.handle() {
            true => "Cannot nest BaseExceptions in an ExceptionGroup".to_owned(),
            false => format!("Cannot nest BaseExceptions in '{name}'"),
        };
        return Err(heap.type_error(text));
    }
    let made = heap.new_exception(class, vec![message, exceptions]);
    let items = heap.tuple(items);
    heap.exception_mut(made).extra = [message, items];
    Ok(made.into())
}

fn derive(heap: &mut Heap, args: &Args) -> Outcome {
    let message = parts(heap, args.get(0))[0];
    Err(Escape::call(Type::BaseExceptionGroup.into(), [message, args.get(1)]))
}
