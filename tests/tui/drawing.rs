//! Whole screens as text, and sizes at which nothing may break.

use std::path::Path;

use super::{app_over, drawn, moments, press, text, typed};
use crossterm::event::{KeyCode, KeyEvent};
use opstep::tui::keymap::BINDINGS;

/// Compares with `tests/golden/tui/NAME.txt`; `UPDATE_GOLDEN=1 cargo test --test tui` writes it anew.
fn golden(name: &str, screen: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/tui").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, screen).expect("the golden folder can be written");
        return;
    }
    let wanted = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("no golden file {name}.txt"));
    assert!(wanted == screen, "{name} looks different now:\n{screen}\nwanted:\n{wanted}");
}

#[test]
fn the_three_sizes() {
    for size in [(80, 24), (120, 40), (200, 60)] {
        let (app, _) = app_over(vec![moments::add(3)], size);
        golden(&format!("add-{}x{}", size.0, size.1), &text(&drawn(&app, size)));
        let (app, _) = app_over(vec![moments::fact()], size);
        golden(&format!("fact-{}x{}", size.0, size.1), &text(&drawn(&app, size)));
    }
}

#[test]
fn help_and_palette() {
    let size = (120, 40);
    let (mut app, _) = app_over(vec![moments::fact()], size);
    typed(&mut app, "?");
    golden("help-120x40", &text(&drawn(&app, size)));
    press(&mut app, KeyEvent::from(KeyCode::Esc));
    typed(&mut app, ":br");
    golden("palette-120x40", &text(&drawn(&app, size)));
}

#[test]
fn every_moment_can_be_drawn() {
    for moment in (0..5).map(moments::add).chain([moments::over()]) {
        for size in [(40, 10), (80, 24), (120, 40), (200, 60)] {
            let (mut app, _) = app_over(vec![moment.clone()], size);
            for key in BINDINGS.iter().flat_map(|binding| binding.keys) {
                press(&mut app, KeyEvent::new(key.code, key.modifiers));
                drawn(&app, size);
                press(&mut app, KeyEvent::from(KeyCode::Esc));
            }
            assert!(
                text(&drawn(&app, size)).contains("Code") || text(&drawn(&app, size)).contains("Bytecode")
            );
        }
    }
}

/// Every size from 1x1 up, with each thing that can lie over the panes, zoomed and not.
#[test]
fn no_size_breaks_it() {
    let sizes = (1..60).map(|n| (n, n)).chain([
        (1, 24),
        (80, 1),
        (2, 60),
        (200, 2),
        (39, 10),
        (40, 9),
        (40, 10),
        (79, 24),
        (80, 23),
        (81, 25),
        (111, 33),
        (112, 34),
        (167, 43),
        (168, 44),
        (300, 100),
    ]);
    for size in sizes {
        for keys in ["", "z", "e", "?", ":b", "/x", "2v", "5", "ev3z"] {
            let (mut app, _) = app_over(vec![moments::fact()], size);
            typed(&mut app, keys);
            drawn(&app, size);
            // The terminal may have changed size before the app was told.
            drawn(&app, (size.1, size.0));
        }
    }
}

#[test]
fn a_small_window_says_its_size() {
    let (app, _) = app_over(vec![moments::fact()], (30, 8));
    assert!(text(&drawn(&app, (30, 8))).contains("30x8"));
}

/// The meaning survives without any colour.
#[test]
fn the_monochrome_theme_has_no_colour() {
    let size = (120, 40);
    let (mut app, _) = app_over(vec![moments::fact()], size);
    typed(&mut app, ":theme mono");
    press(&mut app, KeyEvent::from(KeyCode::Enter));
    let buffer = drawn(&app, size);
    let colours: Vec<_> = buffer
        .content()
        .iter()
        .filter(|cell| format!("{:?}{:?}", cell.fg, cell.bg) != "ResetReset")
        .collect();
    assert!(colours.is_empty(), "coloured: {:?}", colours.first());
    let lit: String = buffer
        .content()
        .iter()
        .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::UNDERLINED))
        .map(ratatui::buffer::Cell::symbol)
        .collect();
    assert_eq!(lit, "fact(n - 1)");
}

/// Neither values nor output of the program can steer the terminal.
#[test]
fn control_characters_are_shown_as_pictures() {
    let mut view = moments::fact();
    view.stacks[0].slots[0].value.text = "\u{1b}[2J\u{7}x".to_owned();
    view.output = std::rc::Rc::new([opstep::view::OutputLine {
        text: "a\u{1b}]0;title\u{7}".to_owned(),
        stream: opstep::view::Stream::Out,
    }]);
    let (app, _) = app_over(vec![view], (120, 40));
    let screen = text(&drawn(&app, (120, 40)));
    assert!(screen.contains("␛[2J␇x") && screen.contains("a␛]0;title␇"), "{screen}");
    assert!(!screen.contains('\u{1b}'));
}

/// One pane at a time: the tabs name the pane in sight, however narrow the window.
#[test]
fn a_narrow_window_says_which_pane_it_shows() {
    for (digit, name) in
        [('1', "Source"), ('2', "Code"), ('3', "Stack"), ('6', "Out"), ('9', "Brk"), ('0', "Explain")]
    {
        for size in [(40, 10), (60, 20), (79, 30)] {
            let (mut app, _) = app_over(vec![moments::fact()], size);
            typed(&mut app, &digit.to_string());
            let screen = text(&drawn(&app, size));
            assert!(screen.contains(&format!("[{digit} {name}]")), "{screen}");
        }
    }
}
