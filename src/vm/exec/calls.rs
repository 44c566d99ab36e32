//! Calls, functions, returns, and the interpreter's internal functions.

use std::rc::Rc;

use crate::{
    isa::{INTRINSICS_1, INTRINSICS_2},
    object::{Function, Obj, Sym, Type, Value},
};

use super::super::{Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn call(vm: &mut Vm, count: u32) -> Flow {
    vm.safe_point()?;
    let floor = vm.stack.len() - count as usize - 2;
    if vm.kw_names.is_null() {
        return vm.call_at(floor, None);
    }
    let names = vm.heap.as_tuple(vm.kw_names).cloned();
    vm.kw_names = Value::Null;
    vm.call_at(floor, names)
}

pub(super) fn kw_names(vm: &mut Vm, number: u32) -> Flow {
    vm.kw_names = vm.current.code.consts[number as usize];
    Ok(())
}

pub(super) fn call_function_ex(vm: &mut Vm, flags: u32) -> Flow {
    vm.safe_point()?;
    let with_keywords = flags & 1 == 1;
    let depth = usize::from(with_keywords);
    let (callee, args) = (vm.peek(depth + 2), vm.peek(depth + 1));
    let keywords = if with_keywords { vm.peek(1) } else { Value::Null };
    let items = match vm.heap.items_for_list(args) {
        Ok(items) => items,
        Err(crate::object::Escape::Twin) => {
            // The tuple is made by Python; the instruction then goes on with it.
            let twin = vm.prelude("_tuple");
            return vm.call_values(twin, &[args], Resume::CallEx { with_keywords });
        }
        Err(other) if vm.heap.has_items(args) => return Err(other.into()),
        Err(_) => {
            let (name, class) = (vm.callable_name(callee), vm.heap.type_name(args));
            let text = format!("{name} argument after * must be an iterable, not {class}");
            return Err(vm.heap.type_error(text).into());
        }
    };
    vm.call_spread(callee, &items, keywords, depth + 3)
}

impl Vm {
    /// Calls with a list of arguments and a dict of keywords, in place of the topmost `drop` values.
    pub(in crate::vm) fn call_spread(
        &mut self,
        callee: Value,
        items: &[Value],
        keywords: Value,
        drop: usize,
    ) -> Flow {
        self.heap.room_for(2 * size_of_val(items) as u64)?;
        let floor = self.stack.len() - drop;
        let (mut names, mut values) = (Vec::new(), Vec::new());
        if let Some(dict) = self.heap.as_dict(keywords) {
            for entry in dict.iter() {
                names.push(entry.key);
                values.push(entry.value);
            }
        }
        if names.iter().any(|&name| self.heap.as_str(name).is_none()) {
            return Err(self.heap.type_error("keywords must be strings").into());
        }
        self.stack.truncate(floor);
        self.stack.push(Value::Null);
        self.stack.push(callee);
        self.stack.extend_from_slice(items);
        self.stack.extend(values);
        let names = (!names.is_empty()).then(|| Rc::from(names));
        self.call_at(floor, names)
    }

    /// How error messages name what is called: `f()`, or the value's text.
    pub(in crate::vm) fn callable_name(&self, callee: Value) -> String {
        let Value::Ref(handle) = callee else { return self.heap.short(callee) };
        let (module, name) = match self.heap.obj(handle) {
            Obj::Function(function) => (
                self.heap.lossy(function.module).into_owned(),
                self.heap.lossy(function.qualname).into_owned(),
            ),
            Obj::Method(method) => return self.callable_name(method.function),
            Obj::Native(native, _) => (String::new(), native.name.to_owned()),
            Obj::Class(_) => return format!("{}()", self.heap.qualified_class(handle)),
            _ => return self.heap.short(callee),
        };
        match &*module {
            "" | "builtins" => format!("{name}()"),
            module => format!("{module}.{name}()"),
        }
    }
}

#[inline(always)]
pub(super) fn return_value(vm: &mut Vm) -> Flow {
    match vm.pop() {
        // Often computed just now: copied as it was written (see `push_slot`).
        Value::Int(int) => finish(vm, Value::Int(int)),
        other => finish(vm, other),
    }
}

#[inline(always)]
pub(super) fn return_const(vm: &mut Vm, number: u32) -> Flow {
    let value = vm.current.code.consts[number as usize];
    finish(vm, value)
}

#[inline(always)]
fn finish(vm: &mut Vm, value: Value) -> Flow {
    if vm.current.generator.is_some() {
        return vm.return_from_generator(value);
    }
    vm.give_back(value)
}

/// Bits: 1 defaults, 2 keyword-only defaults, 4 annotations, 8 closure; they lie below the code object.
pub(super) fn make_function(vm: &mut Vm, flags: u32) -> Flow {
    let made_of = match vm.pop() {
        Value::Ref(handle) => match vm.heap.obj(handle) {
            Obj::Code(code) => Some((handle, code.clone())),
            _ => None,
        },
        _ => None,
    };
    let Some((code_handle, code)) = made_of else { return Err(vm.bad_bytecode("a code object")) };
    let mut part = |bit: u32| if flags & bit != 0 { vm.pop() } else { Value::None };
    let (closure, annotations, kwdefaults, defaults) = (part(8), part(4), part(2), part(1));
    let annotated = vm.heap.as_tuple(annotations).map(|items| &**items).unwrap_or_default();
    if annotated.iter().step_by(2).any(|&name| vm.heap.as_str(name).is_none()) {
        return Err(vm.bad_bytecode("a name"));
    }
    let function = Function {
        defaults,
        kwdefaults,
        closure,
        annotations: if annotations.is_none() { Value::Null } else { annotations },
        hidden: vm.current.hidden,
        ..vm.heap.function_of(code_handle, code, vm.current.globals)
    };
    let function = vm.heap.alloc(Type::Function, Obj::Function(Rc::new(function)));
    vm.push(function)
}

pub(super) fn intrinsic_1(vm: &mut Vm, number: u32) -> Flow {
    let value = vm.peek(1);
    match INTRINSICS_1.get(number as usize).copied() {
        Some("INTRINSIC_UNARY_POSITIVE") => {
            if let Some(method) = vm.heap.user_special(value, Sym::Pos) {
                return vm.call_special(method, value, &[], Resume::Replace(1));
            }
            match vm.heap.positive(value) {
                Some(result) => {
                    vm.stack.pop();
                    vm.push(result)
                }
                None => {
                    let class = vm.heap.type_name(value);
                    Err(vm.heap.type_error(format!("bad operand type for unary +: '{class}'")).into())
                }
            }
        }
        Some("INTRINSIC_LIST_TO_TUPLE") => {
            let items = vm.heap.as_sequence(value).unwrap_or_default().to_vec();
            vm.stack.pop();
            let tuple = vm.heap.tuple(items);
            vm.push(tuple)
        }
        Some("INTRINSIC_STOPITERATION_ERROR") => super::exceptions::stop_iteration_error(vm, value),
        Some("INTRINSIC_ASYNC_GEN_WRAP") => {
            vm.stack.pop();
            let wrapped = vm.heap.alloc(Type::AsyncWrapped, Obj::Wrapped(value));
            vm.push(wrapped)
        }
        Some("INTRINSIC_IMPORT_STAR") => super::imports::import_star(vm, value),
        name => by_prelude(vm, name.unwrap_or_default(), &[value]),
    }
}

/// Has a function of the prelude do an internal function's work on the topmost operands.
fn by_prelude(vm: &mut Vm, intrinsic: &str, operands: &[Value]) -> Flow {
    let name = match intrinsic {
        "INTRINSIC_PRINT" => "_display",
        "INTRINSIC_TYPEVAR" => "_make_type_var",
        "INTRINSIC_PARAMSPEC" => "_make_param_spec",
        "INTRINSIC_TYPEVARTUPLE" => "_make_type_var_tuple",
        "INTRINSIC_SUBSCRIPT_GENERIC" => "_subscript_generic",
        "INTRINSIC_TYPEALIAS" => "_make_type_alias",
        "INTRINSIC_PREP_RERAISE_STAR" => "_prepare_reraise",
        "INTRINSIC_TYPEVAR_WITH_BOUND" => "_make_bound_type_var",
        "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS" => "_make_constrained_type_var",
        _ => return Err(vm.heap.raise(Type::SystemError, format!("{intrinsic} does nothing")).into()),
    };
    let twin = vm.prelude(name);
    vm.call_values(twin, operands, Resume::Replace(operands.len() as u32))
}

pub(super) fn intrinsic_2(vm: &mut Vm, number: u32) -> Flow {
    let (first, second) = (vm.peek(2), vm.peek(1));
    let name = INTRINSICS_2.get(number as usize).copied().unwrap_or_default();
    if name == "INTRINSIC_SET_FUNCTION_TYPE_PARAMS" {
        if let Value::Ref(function) = first
            && let Obj::Function(function) = vm.heap.obj_mut(function)
        {
            Rc::make_mut(function).type_params = second;
        }
        vm.stack.pop();
        return Ok(());
    }
    by_prelude(vm, name, &[first, second])
}
