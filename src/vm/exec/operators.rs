//! Operators: first the machine's own numbers, then builtin types, then whatever the user's classes define.

use crate::object::{Comparison, Escape, Operator, Sym, Value};

use super::super::{Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn binary_op(vm: &mut Vm, arg: u32) -> Flow {
    let top = vm.stack.len();
    let (a, b) = (vm.stack[top - 2], vm.stack[top - 1]);
    let quick = match (a, b) {
        (Value::Int(a), Value::Int(b)) => match arg {
            0 | 13 => a.checked_add(b).map(Value::Int),
            10 | 23 => a.checked_sub(b).map(Value::Int),
            5 | 18 => a.checked_mul(b).map(Value::Int),
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => match arg {
            0 | 13 => Some(Value::Float(a + b)),
            10 | 23 => Some(Value::Float(a - b)),
            5 | 18 => Some(Value::Float(a * b)),
            11 | 24 if b != 0.0 => Some(Value::Float(a / b)),
            _ => None,
        },
        _ => None,
    };
    match quick {
        Some(value) => {
            vm.stack.truncate(top - 1);
            vm.stack[top - 2] = value;
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
    let by_user = vm.heap.user_special(a, plain).is_some()
        || in_place && vm.heap.user_special(a, own).is_some()
        || vm.heap.user_special(b, reflected).is_some();
    if by_user {
        return vm.binary_stages(arg, 0);
    }
    let outcome = vm.heap.binary(operator, in_place, a, b);
    vm.settle_in_place(outcome, 2, operator_twin(operator), &[a, b])
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
pub(super) fn compare_op(vm: &mut Vm, number: u32) -> Flow {
    let top = vm.stack.len();
    let comparison = Comparison::ALL[number as usize];
    if let (Value::Int(a), Value::Int(b)) = (vm.stack[top - 2], vm.stack[top - 1]) {
        vm.stack.truncate(top - 1);
        vm.stack[top - 2] = Value::Bool(comparison.holds(a.cmp(&b)));
        return Ok(());
    }
    compare_slow(vm, number)
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
            Some(method) if !method.is_none() => {
                vm.call_special(method, container, &[item], Resume::Contains { invert })
            }
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
