//! Private names: `__name` in a class is `_Class__name` (`_Py_Mangle`).

use std::borrow::Cow;

use crate::syntax::ast::Name;

/// The name as the class body's code spells it. `__dunder__` names and dotted module names stay as they
/// are, and so does every name in a class that is called by nothing but underscores.
pub fn mangle<'a>(class: Option<&Name>, name: &'a Name) -> Cow<'a, Name> {
    let Some(class) = class else { return Cow::Borrowed(name) };
    let is_private = matches!(name.as_bytes(), [b'_', b'_', ..]);
    if !is_private || name.ends_with("__") || name.contains('.') {
        return Cow::Borrowed(name);
    }
    match class.trim_start_matches('_') {
        "" => Cow::Borrowed(name),
        stripped => Cow::Owned(format!("_{stripped}{name}").into()),
    }
}
