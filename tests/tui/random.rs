//! Whatever is pressed, clicked and resized, in whatever order: it draws, and the cursor stays on a row.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use opstep::tui::keymap::BINDINGS;
use opstep::tui::panes::Pane;
use proptest::prelude::*;
use ratatui::layout::Size;

use super::{app_over, drawn, moments, press};

#[derive(Clone, Debug)]
enum Input {
    Key(KeyCode, KeyModifiers),
    Mouse(MouseEventKind, u16, u16),
    Resize(u16, u16),
    Paste(String),
    Wait(u64),
}

fn input() -> impl Strategy<Value = Input> {
    let keys: Vec<(KeyCode, KeyModifiers)> =
        BINDINGS.iter().flat_map(|binding| binding.keys).map(|key| (key.code, key.modifiers)).collect();
    let kinds = [
        MouseEventKind::Down(MouseButton::Left),
        MouseEventKind::Drag(MouseButton::Left),
        MouseEventKind::Up(MouseButton::Left),
        MouseEventKind::ScrollUp,
        MouseEventKind::ScrollDown,
    ];
    prop_oneof![
        8 => prop::sample::select(keys).prop_map(|(code, modifiers)| Input::Key(code, modifiers)),
        2 => any::<char>().prop_map(|c| Input::Key(KeyCode::Char(c), KeyModifiers::NONE)),
        1 => prop::sample::select(vec![KeyCode::Enter, KeyCode::Backspace, KeyCode::Delete, KeyCode::Esc])
            .prop_map(|code| Input::Key(code, KeyModifiers::NONE)),
        3 => (prop::sample::select(kinds.to_vec()), 0..130_u16, 0..45_u16)
            .prop_map(|(kind, x, y)| Input::Mouse(kind, x, y)),
        1 => (1..220_u16, 1..70_u16).prop_map(|(width, height)| Input::Resize(width, height)),
        1 => ".{0,9}".prop_map(Input::Paste),
        1 => (0..3000_u64).prop_map(Input::Wait),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_breaks_the_screen(inputs in prop::collection::vec(input(), 1..60)) {
        let moments = (0..5).map(moments::add).chain([moments::fact(), moments::over()]).collect();
        let (mut app, _) = app_over(moments, (120, 40));
        let (mut size, mut now) = ((120, 40), Instant::now());
        for input in inputs {
            match input {
                Input::Key(code, modifiers) => press(&mut app, KeyEvent::new(code, modifiers)),
                Input::Mouse(kind, column, row) => {
                    app.on_mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
                }
                Input::Resize(width, height) => {
                    size = (width, height);
                    app.on_resize(Size::from(size));
                }
                Input::Paste(text) => app.on_paste(&text),
                Input::Wait(milliseconds) => {
                    now += Duration::from_millis(milliseconds);
                    app.tick(now);
                }
            }
            app.work();
            drawn(&app, size);
            let rows = app.view().listing.rows.len();
            prop_assert!(app.pane(Pane::Bytecode).cursor.is_none_or(|row| row < rows));
        }
    }
}
