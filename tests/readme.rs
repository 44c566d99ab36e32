//! What the README says and the program knows better is compared with the program.

use opstep::tui::keymap::{BINDINGS, Section};

fn readme() -> &'static str {
    include_str!("../README.md")
}

/// The README's section on keys, as the key table has it.
fn keys() -> String {
    let mut text = String::new();
    for &section in Section::ALL {
        text += &format!("\n**{}**\n\n| key | what it does |\n|---|---|\n", section.title());
        for binding in BINDINGS.iter().filter(|binding| binding.section == section) {
            let keys: Vec<String> = binding.keys.iter().map(|key| format!("`{}`", key.label())).collect();
            text += &format!("| {} | {} |\n", keys.join(" "), binding.doc);
        }
    }
    text
}

#[test]
fn the_keys_are_those_of_the_key_table() {
    let (_, rest) = readme().split_once("<!-- keys -->\n").expect("README.md has a mark before its keys");
    let (written, _) = rest.split_once("<!-- /keys -->").expect("README.md has a mark behind its keys");
    assert!(written == keys(), "README.md should say between its marks:\n{}", keys());
}

#[test]
fn files_and_pictures_it_points_to_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for piece in readme().split("](").skip(1) {
        let target = piece.split(')').next().expect("a split has a first piece");
        if !target.starts_with("https://") {
            assert!(root.join(target).exists(), "README.md points to {target}, which does not exist");
            seen += 1;
        }
    }
    assert!(seen > 3, "the README points to files of the project");
}
