//! Operators: first the machine's own numbers, then builtin types, then whatever the user's classes define.

use crate::{
    isa::Op,
    object::{Comparison, Escape, Operator, Sym, Type, Value, quick_arithmetic, quick_comparison},
};

use super::{
    super::{Resume, Vm, run::Purse, unwind::Flow},
    names::destination,
};

#[inline(always)]
pub(super) fn binary_op(vm: &mut Vm, arg: u32, purse: &mut Purse) -> Flow {
    let top = vm.stack.len();
    let operator = Operator::ALL[arg as usize % 13];
    match quick_arithmetic(operator, vm.stack[top - 2], vm.stack[top - 1]) {
        Some(value) => {
            match destination(vm, purse) {
                Some(variable) => {
                    *variable = value;
                    vm.drop_many(2);
                }
                None => {
                    vm.stack.truncate(top - 1);
                    vm.stack[top - 2] = value;
                }
            }
            Ok(())
        }
        None => binary_slow(vm, arg),
    }
}

#[inline(never)]
fn binary_slow(vm: &mut Vm, arg: u32) -> Flow {
    let in_place = arg >= 13;
    let operator = Operator::ALL[arg as usize % 13];
    let (a, b) = (vm.peek(2), vm.peek(1));
    let [plain, reflected, own] = operator.methods();
    let has = |value, name| vm.heap.user_special(value, name).is_some();
    let by_user =
        [a, b].iter().any(|each| has(*each, plain) || has(*each, reflected)) || in_place && has(a, own);
    if by_user {
        return vm.binary_stages(arg, 0);
    }
    let mut done = vm.heap.binary(operator, in_place, a, b);
    // An iterator that a list takes in is used up.
    if vm.heap.take_refused() && !(in_place && operator == Operator::Add) {
        vm.take_away_garbage();
        done = vm.heap.binary(operator, in_place, a, b);
    }
    match done {
        Ok(value) => {
            vm.drop_many(2);
            vm.push(value)
        }
        other => {
            let own = if in_place { in_place_twin(operator, vm.heap.layout(a)) } else { None };
            let twin = own.unwrap_or_else(|| operator_twin(operator));
            vm.settle_in_place(other, 2, twin, &[a, b])
        }
    }
}

/// The same where the left operand itself is changed.
pub(in crate::vm) fn in_place_twin(operator: Operator, left: Type) -> Option<&'static str> {
    match (left, operator) {
        (Type::List | Type::ByteArray, Operator::Multiply) => Some("_list_imul"),
        (Type::List, Operator::Add) => Some("_list_iadd"),
        (Type::ByteArray, Operator::Add) => Some("_bytearray_iadd"),
        (Type::Dict, Operator::Or) => Some("_dict_ior"),
        (Type::Set, Operator::And) => Some("_set_iand"),
        (Type::Set, Operator::Or) => Some("_set_ior"),
        (Type::Set, Operator::Subtract) => Some("_set_isub"),
        (Type::Set, Operator::Xor) => Some("_set_ixor"),
        _ => None,
    }
}

/// The prelude's function for an operator whose builtin operands hold a user's objects.
pub(in crate::vm) fn operator_twin(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "_add",
        Operator::Multiply => "_multiply",
        Operator::Remainder => "_percent",
        Operator::And => "_and",
        Operator::Or => "_or",
        Operator::Subtract => "_subtract",
        _ => "_xor",
    }
}

#[inline(always)]
pub(super) fn compare_op(vm: &mut Vm, number: u32, purse: &mut Purse) -> Flow {
    let top = vm.stack.len();
    let comparison = Comparison::ALL[number as usize];
    let Some(holds) = quick_comparison(comparison, vm.stack[top - 2], vm.stack[top - 1]) else {
        return compare_slow(vm, number);
    };
    vm.stack.truncate(top - 2);
    match vm.go_on(purse, |next| matches!(next, Op::PopJumpIfFalse | Op::PopJumpIfTrue)) {
        Some(jump) => {
            if holds == (jump.op == Op::PopJumpIfTrue) {
                vm.current.pc = jump.arg;
            }
            Ok(())
        }
        None => vm.push(Value::Bool(holds)),
    }
}

#[inline(never)]
fn compare_slow(vm: &mut Vm, number: u32) -> Flow {
    let comparison = Comparison::ALL[number as usize];
    let (a, b) = (vm.peek(2), vm.peek(1));
    match vm.heap.compare(comparison, a, b) {
        Ok(answer) => {
            vm.drop_many(2);
            vm.push(answer)
        }
        Err(Escape::Twin) => vm.compare_stages(number, 0),
        Err(other) => Err(other.into()),
    }
}

pub(super) fn is_op(vm: &mut Vm, invert: u32) -> Flow {
    let (b, a) = (vm.pop(), vm.pop());
    vm.push(Value::Bool((a == b) != (invert == 1)))
}

pub(super) fn contains_op(vm: &mut Vm, invert: u32) -> Flow {
    let (item, container) = (vm.peek(2), vm.peek(1));
    let invert = invert == 1;
    match vm.heap.contains(container, item) {
        Ok(found) => {
            vm.drop_many(2);
            vm.push(Value::Bool(found != invert))
        }
        Err(Escape::Twin) => match vm.heap.user_special(container, Sym::Contains) {
            Some(Value::None) => {
                let class = vm.heap.type_name(container);
                Err(vm.heap.type_error(format!("'{class}' object is not a container")).into())
            }
            Some(method) => vm.call_special(method, container, &[item], Resume::Contains { invert }),
            _ => {
                let twin = vm.prelude("_contains");
                vm.call_values(twin, &[container, item], Resume::Contains { invert })
            }
        },
        Err(other) => Err(other.into()),
    }
}

pub(super) fn unary_not(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    match vm.heap.truth(value) {
        Ok(truth) => {
            vm.stack.pop();
            vm.push(Value::Bool(!truth))
        }
        Err(Escape::Twin) => vm.ask_truth(value, Resume::Not),
        Err(other) => Err(other.into()),
    }
}

pub(super) fn unary_negative(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    unary(vm, Sym::Neg, "-", |vm| vm.heap.negative(value))
}

pub(super) fn unary_invert(vm: &mut Vm) -> Flow {
    let value = vm.peek(1);
    if let Value::Bool(_) = value {
        let twin = vm.prelude("_invert_bool");
        return vm.call_values(twin, &[value], Resume::Replace(1));
    }
    unary(vm, Sym::Invert, "~", |vm| vm.heap.invert(value))
}

fn unary(vm: &mut Vm, name: Sym, symbol: &str, native: impl FnOnce(&mut Vm) -> Option<Value>) -> Flow {
    let value = vm.peek(1);
    if let Some(method) = vm.heap.user_special(value, name) {
        return vm.call_special(method, value, &[], Resume::Replace(1));
    }
    match native(vm) {
        Some(result) => {
            vm.stack.pop();
            vm.push(result)
        }
        None => {
            let class = vm.heap.type_name(value);
            Err(vm.heap.type_error(format!("bad operand type for unary {symbol}: '{class}'")).into())
        }
    }
}
