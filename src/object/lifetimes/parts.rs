//! What an object lets go of when it dies, in CPython's order. Knows no other object's end.

use super::super::{Handle, Heap, Obj, Value};

impl Heap {
    /// Every value that the object holds: its class and its attributes' dict included.
    pub fn each_part(&self, handle: Handle, see: &mut impl FnMut(Value)) {
        let slot = self.slot(handle);
        see(slot.class.into());
        if let Some(dict) = slot.dict {
            see(dict.handle().into());
        }
        slot.obj.visit(see);
    }

    /// Every value that CPython's object would count as its own, each as often as it holds it. Classes keep each
    /// other alive in any case.
    pub(super) fn each_counted_part(&self, handle: Handle, see: &mut impl FnMut(Value)) {
        let slot = self.slot(handle);
        if let Some(dict) = slot.dict {
            see(dict.handle().into());
        }
        match &slot.obj {
            // A frame is part of its generator, not the other way round; so is what drives an async one.
            Obj::Frame(frame) => {
                [frame.code_handle, frame.globals].into_iter().for_each(|each| see(each.into()));
                [frame.names, frame.back, frame.trace].into_iter().for_each(&mut *see);
                frame.values.iter().copied().for_each(see);
            }
            Obj::Generator(generator) => {
                generator.values.iter().copied().for_each(&mut *see);
                let handles = [Some(generator.code_handle), Some(generator.globals), generator.frame];
                handles.into_iter().flatten().for_each(|each| see(each.into()));
                [generator.function, generator.handling, generator.finalizer].into_iter().for_each(see);
            }
            // The constants are the code's.
            Obj::Function(function) => function.visit_own(see),
            Obj::Traceback(traceback) => [traceback.next, traceback.frame.into()].into_iter().for_each(see),
            obj => obj.visit(see),
        }
    }

    /// Whether nothing can depend on such an object's end, now or ever.
    pub(super) fn is_leaf(&self, handle: Handle) -> bool {
        let slot = self.slot(handle);
        let is_simple = matches!(
            slot.obj,
            Obj::Int(_)
                | Obj::Float(_)
                | Obj::Complex(_)
                | Obj::Str(_)
                | Obj::Bytes(_)
                | Obj::Range(_)
                | Obj::GetSet(..)
                | Obj::Member(..)
                | Obj::Counter { .. }
        );
        is_simple && super::super::Type::at(slot.class).is_some()
    }

    /// What the object lets go of, first things first.
    pub(super) fn parts_in_order(&self, handle: Handle) -> Vec<Handle> {
        let slot = self.slot(handle);
        let mut parts = Vec::new();
        let dict = slot.dict.map(|dict| Value::Ref(dict.handle()));
        match &slot.obj {
            Obj::List(items) => {
                parts.extend(dict);
                parts.extend(items.iter().rev());
            }
            Obj::Tuple(items) => {
                parts.extend(dict);
                parts.extend(items.iter().rev());
            }
            Obj::Slots(values) => {
                parts.extend(values.iter());
                parts.extend(dict);
            }
            Obj::Exception(exception) => {
                // What only some have comes first.
                parts.extend(exception.extra);
                parts.extend(dict);
                parts.extend([exception.args, exception.traceback, exception.cause, exception.context]);
            }
            Obj::Function(function) => {
                parts.push(function.globals.into());
                parts.extend([function.module, function.defaults, function.kwdefaults, function.doc]);
                parts.extend(dict);
                parts.extend([function.closure, function.annotations, function.type_params]);
                parts.push(function.code_handle.into());
            }
            Obj::Frame(frame) => {
                parts.push(frame.names);
                parts.extend(frame.values.iter());
                parts.extend([frame.back, frame.trace]);
            }
            _ => self.each_counted_part(handle, &mut |part| parts.push(part)),
        }
        parts.into_iter().filter_map(Value::handle).collect()
    }
}
