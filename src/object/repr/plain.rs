//! Texts of objects that hold no values whose texts belong to theirs: `<function f at 0x...>` and the like.

use super::Writer;
use crate::{
    literal,
    object::{ELLIPSIS, Handle, Heap, NOT_IMPLEMENTED, Obj, Sym, Type, Value},
    source::Text,
};

impl Heap {
    /// `<class '...'>` without the brackets: with its module, unless that is `builtins`.
    pub fn qualified_class(&self, class: Handle) -> String {
        let payload = self.class(class);
        let qualname = self.class_qualname(class);
        match self.own(class, Sym::Module).and_then(|module| self.as_str(module)) {
            None if Type::at(class) == Some(Type::SimpleNamespace) => format!("types.{qualname}"),
            None if Type::at(class) == Some(Type::TextIO) => format!("_io.{qualname}"),
            Some(module) if module.text().as_str() != Some("builtins") => {
                format!("{}.{qualname}", module.text().to_lossy())
            }
            _ if payload.name.is_empty() => String::new(),
            _ => qualname,
        }
    }

    /// `<module 'name' from 'file'>`
    fn module_text(&self, handle: Handle, name: Value) -> String {
        let name = self.lossy(name);
        if let Some(file) = self.own(handle, Sym::File) {
            let file = literal::str_repr(&Text::from(&*self.lossy(file)));
            return format!("<module '{name}' from {file}>");
        }
        let is_registered = self.find_module(&name) == Some(handle.into());
        format!("<module '{name}'{}>", if is_registered { " (built-in)" } else { "" })
    }

    pub fn class_qualname(&self, class: Handle) -> String {
        self.class(class).qualname.to_string()
    }
}

impl Writer<'_> {
    /// What has no values inside that are written too.
    pub(super) fn plain(&mut self, value: Value, handle: Handle) -> String {
        if value == Value::from(ELLIPSIS) {
            return "Ellipsis".to_owned();
        }
        if value == Value::from(NOT_IMPLEMENTED) {
            return "NotImplemented".to_owned();
        }
        let heap = &*self.heap;
        let id = heap.id(value);
        match heap.obj(handle) {
            Obj::Class(_) => format!("<class '{}'>", heap.qualified_class(handle)),
            Obj::Function(function) => format!("<function {} at {id:#x}>", heap.lossy(function.qualname)),
            Obj::Native(native, owner) => match heap.slot(handle).class {
                class if class == Type::BuiltinFunction.handle() => {
                    format!("<built-in function {}>", native.name)
                }
                class if class == Type::SlotWrapper.handle() => {
                    format!("<slot wrapper '{}' of '{}' objects>", native.name, heap.class(*owner).name)
                }
                _ => format!("<method '{}' of '{}' objects>", native.name, heap.class(*owner).name),
            },
            Obj::Member(_, owner) => {
                let (name, owner) = (heap.member_name(value), heap.class(*owner).name.clone());
                format!("<member '{name}' of '{owner}' objects>")
            }
            Obj::GetSet(getset, owner) => {
                let is_member = heap.slot(handle).class == Type::Member.handle();
                let kind = if is_member { "member" } else { "attribute" };
                format!("<{kind} '{}' of '{}' objects>", getset.name, heap.class(*owner).name)
            }
            Obj::Module(module) => heap.module_text(handle, module.name),
            Obj::Code(code) => format!(
                "<code object {} at {id:#x}, file \"{}\", line {}>",
                heap.lossy(code.name),
                heap.lossy(code.filename),
                code.code.firstlineno
            ),
            Obj::Generator(generator) => {
                let kind = heap.type_name(value);
                format!("<{kind} object {} at {id:#x}>", heap.lossy(generator.qualname))
            }
            Obj::Cell(Value::Null) => format!("<cell at {id:#x}: empty>"),
            Obj::Cell(content) => {
                let (class, at) = (heap.type_name(*content), heap.id(*content));
                format!("<cell at {id:#x}: {class} object at {at:#x}>")
            }
            Obj::Super(parts) => {
                let name = heap.as_class(parts.class).map(|class| class.name.clone()).unwrap_or_default();
                match heap.as_class(parts.object_class) {
                    Some(of) => format!("<super: <class '{name}'>, <{} object>>", of.name),
                    None => format!("<super: <class '{name}'>, NULL>"),
                }
            }
            _ => self.default(value),
        }
    }

    pub(super) fn default(&self, value: Value) -> String {
        let class = self.heap.qualified_class(self.heap.class_of(value));
        format!("<{class} object at {:#x}>", self.heap.id(value))
    }
}
