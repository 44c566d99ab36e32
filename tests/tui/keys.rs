//! What each key does.

use std::collections::HashSet;

use crossterm::event::{KeyCode, KeyEvent};
use opstep::tui::keymap::BINDINGS;

use super::{app_over, drawn, moments, press};

fn moments_of_add() -> Vec<opstep::view::View> {
    (0..5).map(moments::add).collect()
}

/// Each row of the key table changes something that a user or the session can see.
#[test]
fn every_key_does_something() {
    let size = (120, 40);
    for binding in BINDINGS {
        for &key in binding.keys {
            let (mut app, log) = app_over(moments_of_add(), size);
            for prepared in [KeyCode::Right, KeyCode::Char('m'), KeyCode::Right] {
                press(&mut app, KeyEvent::from(prepared));
            }
            let before = (drawn(&app, size), log.borrow().len());
            press(&mut app, KeyEvent::new(key.code, key.modifiers));
            let fired = app.take_request().is_some() || (drawn(&app, size), log.borrow().len()) != before;
            assert!(fired, "{} ({}) did nothing", key.label(), binding.name);
        }
    }
}

#[test]
fn no_key_and_no_name_is_taken_twice() {
    let mut keys = HashSet::new();
    let mut names = HashSet::new();
    for binding in BINDINGS {
        assert!(names.insert(binding.name), "two commands are called {}", binding.name);
        for key in binding.keys {
            assert!(keys.insert(key.label()), "{} stands in two rows", key.label());
        }
    }
}
