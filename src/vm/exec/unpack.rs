//! `a, b = ...` and `a, *b = ...`.

use crate::object::{Escape, Type, Value};

use super::super::{Resume, Vm, unwind::Flow};

#[inline(always)]
pub(super) fn unpack_sequence(vm: &mut Vm, count: u32) -> Flow {
    let value = vm.peek(1);
    if let Value::Ref(handle) = value
        && let class = vm.heap.slot(handle).class
        && (class == Type::Tuple.handle() || class == Type::List.handle())
        && let Some(items) = vm.heap.as_sequence(value)
        && items.len() == count as usize
    {
        vm.stack.pop();
        vm.stack.extend(items.iter().rev());
        return Ok(());
    }
    slow(vm, count as usize, None)
}

/// Low byte: targets before the star; above it: targets after.
pub(super) fn unpack_ex(vm: &mut Vm, arg: u32) -> Flow {
    slow(vm, arg as usize & 0xFF, Some(arg as usize >> 8))
}

#[inline(never)]
fn slow(vm: &mut Vm, before: usize, after: Option<usize>) -> Flow {
    let value = vm.peek(1);
    match vm.heap.items_of(value) {
        Ok(items) => {
            vm.stack.pop();
            vm.spread(items, before, after)
        }
        Err(Escape::Twin) => {
            // One more than wanted shows that there are too many.
            let most = before as i64 + i64::from(after.is_none());
            let resume = Resume::Unpack { before: before as u32, after: after.map(|after| after as u32) };
            let twin = vm.prelude("_take");
            vm.call_values(twin, &[value, Value::Int(most), Value::Bool(after.is_some())], resume)
        }
        Err(Escape::Raise(raised))
            if vm.heap.slot(raised).class == Type::TypeError.handle() && !vm.heap.has_items(value) =>
        {
            let class = vm.heap.type_name(value);
            Err(vm.heap.type_error(format!("cannot unpack non-iterable {class} object")).into())
        }
        Err(other) => Err(other.into()),
    }
}

impl Vm {
    /// Pushes the items so that the first target's lies on top.
    pub(in crate::vm) fn spread(&mut self, items: Vec<Value>, before: usize, after: Option<usize>) -> Flow {
        let got = items.len();
        match after {
            None if got > before => {
                let text = format!("too many values to unpack (expected {before})");
                Err(self.heap.value_error(text).into())
            }
            None if got < before => {
                let text = format!("not enough values to unpack (expected {before}, got {got})");
                Err(self.heap.value_error(text).into())
            }
            None => {
                self.stack.extend(items.into_iter().rev());
                Ok(())
            }
            Some(after) if got < before + after => {
                let least = before + after;
                let text = format!("not enough values to unpack (expected at least {least}, got {got})");
                Err(self.heap.value_error(text).into())
            }
            Some(after) => {
                self.stack.extend(items[got - after..].iter().rev());
                let middle = self.heap.list(items[before..got - after].to_vec());
                self.stack.push(middle);
                self.stack.extend(items[..before].iter().rev());
                Ok(())
            }
        }
    }
}
