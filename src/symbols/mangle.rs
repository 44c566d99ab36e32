//! Private names: `__name` in a class is `_Class__name` (`_Py_Mangle`).

use crate::syntax::ast::Name;

/// The name as the class body's code spells it. `__dunder__` names and dotted module names stay as they
/// are, and so does every name in a class that is called by nothing but underscores.
pub fn mangle(class: Option<&Name>, name: &Name) -> Name {
    let Some(class) = class else { return name.clone() };
    if !name.starts_with("__") || name.ends_with("__") || name.contains('.') {
        return name.clone();
    }
    match class.trim_start_matches('_') {
        "" => name.clone(),
        stripped => format!("_{stripped}{name}").into(),
    }
}
