//! Weak references: objects that know another one without keeping it. Which refer to an object is written down here,
//! and they are told when it dies; that it does is noticed by `lifetimes`.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::{Handle, Heap, Obj, Sym, Value, builtin_types::Type, symbols};

#[derive(Clone, Debug)]
pub struct WeakRef {
    /// `Null` once it has died. It is not held.
    pub target: Value,
    /// What is called then, or `None`.
    pub callback: Value,
    /// The target's hash, once it was asked for.
    pub hash: Option<i64>,
}

#[derive(Clone, Debug, Default)]
pub struct WeakTable {
    /// For each object the references to it: the plain one first, of the others the newest.
    known: Rc<FxHashMap<Handle, Vec<Handle>>>,
}

impl Heap {
    /// The weak references to an object.
    pub fn weak_refs(&self, target: Handle) -> &[Handle] {
        self.weak.known.get(&target).map_or(&[], Vec::as_slice)
    }

    pub fn weak_ref(&self, value: Value) -> Option<&WeakRef> {
        match self.obj(value.handle()?) {
            Obj::Weak(weak) => Some(weak),
            _ => None,
        }
    }

    pub fn weak_ref_mut(&mut self, handle: Handle) -> Option<&mut WeakRef> {
        match self.obj_mut(handle) {
            Obj::Weak(weak) => Some(Rc::make_mut(weak)),
            _ => None,
        }
    }

    /// A weak reference of this class. A plain one is made once for each object.
    pub fn make_weak_ref(&mut self, class: Handle, target: Handle, callback: Value) -> Value {
        let is_plain = |heap: &Self, each: Handle| {
            heap.slot(each).class == Type::WeakRef.handle()
                && heap.weak_ref(each.into()).is_some_and(|weak| weak.callback.is_none())
        };
        let first = self.weak_refs(target).first().copied().filter(|&first| is_plain(self, first));
        let wants_plain = class == Type::WeakRef.handle() && callback.is_none();
        if let (true, Some(first)) = (wants_plain, first) {
            return first.into();
        }
        let weak = WeakRef { target: target.into(), callback, hash: None };
        let made = self.alloc_handle(class, Obj::Weak(Rc::new(weak)));
        let at = usize::from(first.is_some() && !wants_plain);
        Rc::make_mut(&mut self.weak.known).entry(target).or_default().insert(at, made);
        self.make_mortal(target);
        self.make_mortal(made);
        made.into()
    }

    pub fn keep_weak_hash(&mut self, handle: Handle, hash: i64) {
        if let Some(weak) = self.weak_ref_mut(handle) {
            weak.hash = Some(hash);
        }
    }

    /// `<weakref at 0x...; to 'C' at 0x...>`
    pub(super) fn weak_text(&self, value: Value, weak: &WeakRef) -> String {
        let id = self.id(value);
        let Value::Ref(target) = weak.target else { return format!("<weakref at {id:#x}; dead>") };
        let class = self.type_name(target.into());
        let name = match self.obj(target) {
            Obj::Function(function) => Some(function.name),
            Obj::Class(class) => Some(self.interned(&class.name).map_or(Value::None, Value::Ref)),
            Obj::Module(module) => Some(module.name),
            _ => self.own(target, Sym::Name),
        };
        let name = name.filter(|&name| self.as_str(name).is_some());
        let name = name.map_or_else(String::new, |name| format!(" ({})", self.lossy(name)));
        format!("<weakref at {id:#x}; to '{class}' at {:#x}{name}>", self.id(target.into()))
    }

    /// A weak reference has died itself.
    pub fn drop_weak_ref(&mut self, handle: Handle) {
        let Some(WeakRef { target: Value::Ref(target), .. }) = self.weak_ref(handle.into()).cloned() else {
            return;
        };
        let known = Rc::make_mut(&mut self.weak.known);
        let Some(refs) = known.get_mut(&target) else { return };
        refs.retain(|&each| each != handle);
        if refs.is_empty() {
            known.remove(&target);
            if !self.has_finalizer(target) {
                self.forget_mortal(target);
            }
        }
    }

    /// Whether the object's end matters though nothing refers to it weakly.
    fn has_finalizer(&self, handle: Handle) -> bool {
        let class = self.slot(handle).class;
        matches!(self.obj(handle), Obj::Generator(_))
            || Type::at(class).is_none() && self.lookup(class, Sym::Del).is_some()
    }

    /// Tells the weak references to an object that it has died; those that have something to call, the newest first.
    pub fn clear_weak_refs(&mut self, target: Handle) -> Vec<Handle> {
        let refs = match self.weak.known.contains_key(&target) {
            true => Rc::make_mut(&mut self.weak.known).remove(&target).unwrap_or_default(),
            false => return Vec::new(),
        };
        let mut called = Vec::new();
        for each in refs {
            if let Some(weak) = self.weak_ref_mut(each) {
                weak.target = Value::Null;
                if !weak.callback.is_none() {
                    called.push(each);
                }
            }
        }
        called
    }

    /// The same for objects that a collection has found: those that are garbage themselves are not called.
    pub(super) fn clear_weak_refs_of_garbage(&mut self, objects: &[Handle]) -> Vec<Handle> {
        let mut called = Vec::new();
        for &object in objects {
            let refs = self.clear_weak_refs(object);
            called.extend(refs.into_iter().filter(|each| !objects.contains(each)));
        }
        called
    }

    /// Whether there can be weak references to the object.
    pub fn can_be_weak(&self, value: Value) -> bool {
        let Value::Ref(handle) = value else { return false };
        if self.as_class(value).is_some() {
            return true;
        }
        let mro = &self.class(self.slot(handle).class).mro;
        mro.iter().any(|&class| match Type::at(class) {
            Some(of) => matches!(
                of,
                Type::Function
                    | Type::BuiltinFunction
                    | Type::Method
                    | Type::Module
                    | Type::Generator
                    | Type::Coroutine
                    | Type::AsyncGenerator
                    | Type::Set
                    | Type::FrozenSet
                    | Type::Code
                    | Type::MemoryView
                    | Type::TextIO
            ),
            None => self.has_weak_slot(class),
        })
    }

    /// Whether a class statement gives its instances room for weak references.
    fn has_weak_slot(&self, class: Handle) -> bool {
        let sized = [Type::Int, Type::Tuple, Type::Bytes];
        if sized.iter().any(|of| self.is_subclass(class, of.handle())) {
            return false;
        }
        let Some(slots) = self.own(class, Sym::Slots) else { return true };
        let name = Value::from(Sym::Weakref);
        slots == name
            || self.as_sequence(slots).is_some_and(|names| {
                names.iter().any(|&each| each == name || self.lossy(each) == symbols::Sym::Weakref.text())
            })
    }
}
