//! What builtin types, methods and functions say of themselves when they are asked for `__doc__` and
//! `__text_signature__`. Knows names only.

/// A section for each type and module; its first lines tell how it is to be read.
static TEXT: &str = include_str!("documentation.txt");

/// What is said of one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    pub signature: Option<String>,
    pub text: Option<&'static str>,
}

/// What is said of a method or an attribute of a type.
pub fn of_method(owner: &str, name: &str) -> Said {
    of_function(owner, name).or_else(|| of_function("*", name)).unwrap_or_default()
}

/// What is said of a function of a module.
pub fn of_function(module: &str, name: &str) -> Option<Said> {
    section(module).find_map(|line| read(line, name))
}

/// What is said of a type itself.
pub fn of_type(name: &str) -> Said {
    of_function(name, "!").unwrap_or_default()
}

fn section(name: &str) -> impl Iterator<Item = &'static str> {
    let heads = |line: &&str| line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) != Some(name);
    TEXT.lines().skip_while(heads).skip(1).take_while(|line| !line.starts_with('['))
}

/// `name(signature): text`, where signature and text may both be missing.
fn read(line: &'static str, name: &str) -> Option<Said> {
    let rest = line.strip_prefix(name)?;
    let (signature, text) = match rest.strip_prefix(':') {
        Some(text) => (None, text),
        None if rest.starts_with('(') => {
            let end = rest.find("):")? + 1;
            (Some(rest[..end].replace('¶', "\n")), &rest[end + 1..])
        }
        None => return None,
    };
    Some(Said { signature, text: Some(text.trim()).filter(|text| !text.is_empty()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_texts_stand_in_one_line() {
        let append = of_method("list", "append");
        assert_eq!(append.signature.as_deref(), Some("($self, object, /)"));
        assert_eq!(append.text, Some("Add an object at the end."));
        assert_eq!(of_method("list", "__len__"), of_method("dict", "__len__"), "both have it from `*`");
        assert_eq!(of_method("cell", "__hash__"), Said::default(), "a line of its own says nothing");
        assert_eq!(of_function("builtins", "nothing"), None);
        assert!(of_type("code").signature.is_some_and(|signature| signature.contains("\n")));
        assert_eq!(of_type("dict").signature, None);
    }
}
