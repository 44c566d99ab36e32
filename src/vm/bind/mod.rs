//! From the arguments of a call to the parameters of a function, and CPython's words where they do not fit.

mod native;

use crate::object::{CodeObject, Dict, Function, Handle, VARARGS, VARKEYWORDS, Value};

pub(super) use native::native;

use super::{
    Vm,
    unwind::{Flow, Leave},
};

/// Calls a Python function whose arguments need sorting.
pub(super) fn call(vm: &mut Vm, handle: Handle, first: usize, floor: usize, names: Option<&[Value]>) -> Flow {
    let function = vm.function(handle).clone();
    let args = vm.stack.split_off(first);
    let slots = Binding { vm, function: &function, slots: Vec::new() }.bind(&args, names)?;
    vm.stack.extend(slots);
    let code = function.code.clone();
    vm.open(code, function.code_handle, function.globals, handle.into(), function.hidden, first, floor)
}

struct Binding<'a> {
    vm: &'a mut Vm,
    function: &'a Function,
    slots: Vec<Value>,
}

impl Binding<'_> {
    fn code(&self) -> &CodeObject {
        &self.function.code
    }

    fn error(&mut self, text: &str) -> Leave {
        let name = self.name();
        self.vm.heap.type_error(format!("{name}() {text}")).into()
    }

    /// What messages call it: a function of the prelude stands for a native.
    fn name(&self) -> String {
        let name = self.vm.heap.lossy(self.function.qualname);
        if self.function.hidden { name.trim_start_matches('_').to_owned() } else { name.into_owned() }
    }

    fn slot_name(&self, slot: usize) -> String {
        self.vm.heap.lossy(self.code().slots[slot]).into_owned()
    }

    fn bind(mut self, args: &[Value], names: Option<&[Value]>) -> Result<Vec<Value>, Leave> {
        let names = names.unwrap_or(&[]);
        let (positional, keywords) = args.split_at(args.len() - names.len());
        let argcount = self.code().argcount as usize;
        let named = argcount + self.code().kwonlyargcount as usize;
        self.slots = vec![Value::Null; self.code().nslots as usize];
        let taken = positional.len().min(argcount);
        self.slots[..taken].copy_from_slice(&positional[..taken]);
        let mut next = named;
        if self.code().has_flag(VARARGS) {
            self.slots[next] = self.vm.heap.tuple(positional[taken..].to_vec());
            next += 1;
        }
        let extra = self.code().has_flag(VARKEYWORDS).then(|| {
            self.slots[next] = self.vm.heap.dict(Dict::default());
            self.slots[next]
        });
        for (&name, &value) in names.iter().zip(keywords) {
            self.keyword(name, value, names, extra)?;
        }
        if positional.len() > argcount && !self.code().has_flag(VARARGS) {
            return Err(self.too_many(positional.len()));
        }
        self.defaults(positional.len())?;
        Ok(self.slots)
    }

    fn keyword(
        &mut self,
        name: Value,
        value: Value,
        names: &[Value],
        extra: Option<Value>,
    ) -> Result<(), Leave> {
        if self.vm.heap.as_str(name).is_none() {
            return Err(self.error("keywords must be strings"));
        }
        let code = self.function.code.clone();
        let named = (code.argcount + code.kwonlyargcount) as usize;
        let is_it = |slot: &usize| {
            let other = code.slots[*slot];
            other == name || self.vm.heap.as_str(other) == self.vm.heap.as_str(name)
        };
        let slot = (code.posonlyargcount as usize..named).find(is_it);
        let text = self.vm.heap.lossy(name).into_owned();
        match (slot, extra) {
            (Some(slot), _) if !self.slots[slot].is_null() => {
                Err(self.error(&format!("got multiple values for argument '{text}'")))
            }
            (Some(slot), _) => {
                self.slots[slot] = value;
                Ok(())
            }
            (None, Some(Value::Ref(dict))) => {
                self.vm.heap.dict_set_name(dict, name, value);
                Ok(())
            }
            (None, _) => {
                if let Some(text) = self.positional_only(names) {
                    return Err(self.error(&text));
                }
                if self.function.hidden {
                    let text = format!("'{text}' is an invalid keyword argument for {}()", self.name());
                    return Err(self.vm.heap.type_error(text).into());
                }
                Err(self.error(&format!("got an unexpected keyword argument '{text}'")))
            }
        }
    }

    fn positional_only(&self, names: &[Value]) -> Option<String> {
        let only = &self.code().slots[..self.code().posonlyargcount as usize];
        let heap = &self.vm.heap;
        let wrong: Vec<String> = only
            .iter()
            .filter(|&&slot| names.iter().any(|&name| heap.as_str(name) == heap.as_str(slot)))
            .map(|&slot| heap.lossy(slot).into_owned())
            .collect();
        let list = wrong.join(", ");
        (!wrong.is_empty())
            .then(|| format!("got some positional-only arguments passed as keyword arguments: '{list}'"))
    }

    fn too_many(&mut self, given: usize) -> Leave {
        let (argcount, kwonly) = (self.code().argcount as usize, self.code().kwonlyargcount as usize);
        let defaults = self.vm.heap.as_tuple(self.function.defaults).map_or(0, |items| items.len());
        let kwonly_given =
            self.slots[argcount..argcount + kwonly].iter().filter(|slot| !slot.is_null()).count();
        let s = |count: usize| if count == 1 { "" } else { "s" };
        let takes = match defaults {
            0 => format!("{argcount} positional argument{}", s(argcount)),
            _ => format!("from {} to {argcount} positional arguments", argcount as isize - defaults as isize),
        };
        let and = match kwonly_given {
            0 => String::new(),
            _ => format!(
                " positional argument{} (and {kwonly_given} keyword-only argument{})",
                s(given),
                s(kwonly_given)
            ),
        };
        let were = if given == 1 && kwonly_given == 0 { "was" } else { "were" };
        self.error(&format!("takes {takes} but {given}{and} {were} given"))
    }

    /// Fills what was not given.
    fn defaults(&mut self, given: usize) -> Result<(), Leave> {
        let (argcount, kwonly) = (self.code().argcount as usize, self.code().kwonlyargcount as usize);
        let defaults = self.vm.heap.as_tuple(self.function.defaults).cloned().unwrap_or_default();
        // There may be more defaults than parameters: the last are used.
        let required = argcount.saturating_sub(defaults.len());
        let unused = defaults.len().saturating_sub(argcount);
        let missing: Vec<usize> = (given..required).filter(|&slot| self.slots[slot].is_null()).collect();
        if !missing.is_empty() {
            return Err(self.missing("positional", &missing));
        }
        for slot in given.max(required)..argcount {
            if self.slots[slot].is_null() {
                self.slots[slot] = defaults[unused + slot - required];
            }
        }
        let mut missing = Vec::new();
        for slot in argcount..argcount + kwonly {
            if !self.slots[slot].is_null() {
                continue;
            }
            let name = self.code().slots[slot];
            let defaults = self.vm.heap.as_dict(self.function.kwdefaults);
            match defaults.and_then(|dict| self.vm.heap.find_name(dict, name)) {
                Some(entry) => self.slots[slot] = entry.value,
                None => missing.push(slot),
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(self.missing("keyword-only", &missing)) }
    }

    fn missing(&mut self, kind: &str, slots: &[usize]) -> Leave {
        let names: Vec<String> = slots.iter().map(|&slot| format!("'{}'", self.slot_name(slot))).collect();
        let list = match names.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [most @ .., last] => format!("{}, and {last}", most.join(", ")),
            [] => String::new(),
        };
        let s = if names.len() == 1 { "" } else { "s" };
        self.error(&format!("missing {} required {kind} argument{s}: {list}", names.len()))
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
