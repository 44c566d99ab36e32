//! What happens when keys, the mouse and the clock come in: in words that the session was told, and in words
//! that the screen shows.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use opstep::tui::App;
use opstep::tui::panes::Pane;

use super::{Tape, app_over, app_with, drawn, moments, press, text, typed};

const SIZE: (u16, u16) = (120, 40);

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::from(code)
}

/// Keys in (`⏎` Enter, `⎋` Esc, `→`, `←`, `↑`, `↓`), and what the session was told.
fn told(keys: &str) -> Vec<String> {
    let (mut app, log) = app_over((0..5).map(moments::add).collect(), SIZE);
    send(&mut app, keys);
    log.take()
}

fn send(app: &mut App, keys: &str) {
    for c in keys.chars() {
        let code = match c {
            '⏎' => KeyCode::Enter,
            '⎋' => KeyCode::Esc,
            '→' => KeyCode::Right,
            '←' => KeyCode::Left,
            '↑' => KeyCode::Up,
            '↓' => KeyCode::Down,
            '⇥' => KeyCode::Tab,
            c => KeyCode::Char(c),
        };
        press(app, key(code));
    }
}

#[test]
fn keys_become_commands() {
    let rows: &[(&str, &[&str])] = &[
        ("→", &["Step(1)"]),
        ("→←", &["Step(1)", "Back(1)"]),
        ("3→", &["Step(3)"]),
        ("12s", &["Step(12)"]),
        ("2n", &["Over", "Over"]),
        ("sN", &["Step(1)", "OverBack"]),
        ("o", &["Out"]),
        ("sO", &["Step(1)", "OutBack"]),
        ("]s[", &["NextLine", "Step(1)", "PreviousLine"]),
        ("c", &["Run"]),
        ("C", &["RunBack"]),
        ("^$", &["Start", "End"]),
        // The cursor of the bytecode, two rows down, and the line of the source.
        ("↓↓t", &["RunTo(Place { code: 1, offset: 4 })"]),
        ("↓T", &["RunBackTo(Place { code: 1, offset: 2 })"]),
        ("1↓t", &["RunTo(Place { code: 1, offset: 4 })"]),
        ("g17⏎", &["Goto(17)"]),
        ("16g", &["Goto(16)"]),
        (":15⏎", &["Goto(15)"]),
        (":step⏎", &["Step(1)"]),
        (":step 3⏎", &["Step(3)"]),
        (":b add+6 if a > 1⏎", &["break add+6 if a > 1"]),
        (":delete 7⏎", &["delete 7"]),
        ("1b:toggle 1⏎:toggle 1⏎", &["toggle line 1", "disable 1", "enable 1"]),
        (":over-b⏎", &["OverBack"]),
        (":⎋s", &["Step(1)"]),
        ("b", &["toggle 1+0"]),
        ("↓b", &["toggle 1+2"]),
        ("1b", &["toggle line 1"]),
        ("1↓b", &["toggle line 2"]),
        ("1b9b", &["toggle line 1", "delete 1"]),
        // Set a mark, go on, and come back to it.
        ("→m→'", &["Step(1)", "Step(1)", "Goto(15)"]),
        ("→m→m'", &["Step(1)", "Step(1)", "Goto(15)"]),
        ("→m→m\"", &["Step(1)", "Step(1)", "Goto(15)"]),
        // A digit and Esc: no count is left.
        ("3⎋→", &["Step(1)"]),
    ];
    for (keys, wanted) in rows {
        assert_eq!(told(keys), *wanted, "{keys}");
    }
}

#[test]
fn the_screen_says_what_happened() {
    let rows = [
        ("→", "stopped: step"),
        ("3→", "stopped: 3 steps"),
        ("9→", "the program has ended, exit status 0"),
        ("←", "this is the start of the program"),
        ("b", "● breakpoint set: add+0"),
        ("bb", "breakpoint cleared: add+0"),
        (":b ??⏎", "`??` is not a breakpoint"),
        (":b ⏎", "b needs a place"),
        (":nonsense⏎", "no command \"nonsense\""),
        (":step x⏎", "step takes a count, not \"x\""),
        ("'", "no mark is set"),
        ("x", "x is no key here"),
        ("d", "this is the innermost frame"),
        ("u", "frame <module>"),
        ("uu", "this is the outermost frame"),
        (".", "nothing was searched for"),
        ("/fast⏎", "found in Bytecode"),
        ("/nowhere⏎", "Bytecode has no \"nowhere\""),
        ("v", "Bytecode: caches shown"),
        ("z", "zoomed"),
        ("+", "autoplay: 4 steps a second"),
        ("5", "5 ×"),
        ("1↓↓↓↓↓↓↓↓↓t", "line 10 has no code"),
    ];
    for (keys, wanted) in rows {
        let (mut app, _) = app_over((0..5).map(moments::add).collect(), SIZE);
        send(&mut app, keys);
        let screen = text(&drawn(&app, SIZE));
        assert!(screen.contains(wanted), "{keys}: no {wanted:?} in\n{screen}");
    }
}

/// Digits focus panes; when a key that takes a count follows, they were a count, and the focus is as before.
#[test]
fn a_digit_is_a_pane_until_it_is_a_count() {
    let (mut app, _) = app_over(vec![moments::fact()], SIZE);
    typed(&mut app, "1");
    assert_eq!(app.focus(), Pane::Source);
    typed(&mut app, "3s");
    assert_eq!(app.focus(), Pane::Bytecode);
    let (mut app, log) = app_over((0..5).map(moments::add).collect(), SIZE);
    let now = Instant::now();
    app.on_key(key(KeyCode::Char('3')), now);
    app.tick(now + Duration::from_secs(5));
    app.on_key(key(KeyCode::Right), now + Duration::from_secs(5));
    assert_eq!((log.take(), app.focus()), (vec!["Step(1)".to_owned()], Pane::Stack));
}

#[test]
fn any_key_interrupts_a_running_command() {
    for code in [KeyCode::Char('q'), KeyCode::Right, KeyCode::Esc, KeyCode::F(7)] {
        let (mut tape, log) = Tape::new(vec![moments::fact()], moments::timeline());
        tape.endless = true;
        let mut app = app_with(tape, SIZE);
        press(&mut app, key(KeyCode::Char('c')));
        assert!(app.is_running());
        press(&mut app, key(code));
        assert!(!app.is_running());
        assert_eq!(log.take(), ["Run", "interrupt"]);
        assert_eq!(app.message().text, "interrupted at step 39");
        assert!(app.take_request().is_none(), "the key is spent on the interruption");
    }
}

#[test]
fn autoplay_steps_by_the_clock_until_a_key() {
    let (mut app, log) = app_over((0..5).map(moments::add).collect(), SIZE);
    let mut now = Instant::now();
    app.on_key(key(KeyCode::Char('a')), now);
    for _ in 0..3 {
        let wait = app.tick(now).expect("the next step is due some time");
        app.work();
        now += wait;
    }
    assert_eq!(log.take(), ["Step(1)"; 3]);
    app.on_key(key(KeyCode::Char('+')), now);
    assert!(app.tick(now).is_some(), "faster goes on");
    app.work();
    app.on_key(key(KeyCode::Char(' ')), now);
    assert!(app.tick(now + Duration::from_secs(9)).is_none(), "stopped");
    assert_eq!(log.take(), ["Step(1)"], "the key that stops it does not step");
}

/// The end of the program ends autoplay.
#[test]
fn autoplay_ends_with_the_program() {
    let (mut app, _) = app_over(vec![moments::fact()], SIZE);
    let now = Instant::now();
    app.on_key(key(KeyCode::Char('a')), now);
    app.tick(now);
    app.work();
    assert!(app.tick(now + Duration::from_secs(9)).is_none());
    assert!(app.message().text.contains("ended"));
}

#[test]
fn input_is_asked_for_and_the_command_goes_on() {
    let start = || {
        let (mut tape, log) = Tape::new((0..5).map(moments::add).collect(), moments::timeline());
        tape.thirsty = true;
        let mut app = app_with(tape, SIZE);
        press(&mut app, key(KeyCode::Char('n')));
        assert!(text(&drawn(&app, SIZE)).contains("the program reads a line"));
        (app, log)
    };
    let (mut app, log) = start();
    // `q` is text here, not a command.
    send(&mut app, "quite⏎");
    assert_eq!(log.take(), ["Over", "input Some(\"quite\")", "Over"]);
    let (mut app, log) = start();
    press(&mut app, KeyEvent::new(KeyCode::Char('d'), KeyModifiers::CONTROL));
    assert_eq!(log.take(), ["Over", "input None", "Over"]);
    let (mut app, log) = start();
    app.on_paste("pasted\n");
    send(&mut app, "⏎");
    assert_eq!(log.take(), ["Over", "input Some(\"pasted\")", "Over"]);
    let (mut app, log) = start();
    send(&mut app, "⎋");
    assert_eq!((log.take(), app.overlays().len()), (vec!["Over".to_owned()], 0));
}

/// `B` puts the breakpoint on the command line; a changed one takes the old one's place.
#[test]
fn breakpoints_are_edited() {
    let (mut app, log) = app_over(vec![moments::fact()], SIZE);
    send(&mut app, "↑B");
    assert!(text(&drawn(&app, SIZE)).contains(":b fact+30"));
    send(&mut app, "if n < 3⏎");
    assert_eq!(log.take(), ["break fact+30 if n < 3", "delete 2"]);
}

#[test]
fn the_palette_completes() {
    let (mut app, log) = app_over(vec![moments::fact()], SIZE);
    send(&mut app, ":got⇥7⏎");
    assert_eq!(log.take(), ["Goto(7)"]);
    // Chosen with the arrows from the whole list.
    send(&mut app, ":theme⏎");
    assert!(app.overlays().len() == 1, "it still wants a name");
    send(&mut app, "mono⏎");
    assert!(app.overlays().is_empty());
}

fn click(app: &mut App, column: u16, row: u16) {
    let kind = MouseEventKind::Down(MouseButton::Left);
    app.on_mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE });
    while app.is_running() {
        app.work();
    }
}

/// Where on the screen a text begins.
fn find(app: &App, wanted: &str) -> (u16, u16) {
    let screen = text(&drawn(app, SIZE));
    let (y, line) =
        screen.lines().enumerate().find(|(_, line)| line.contains(wanted)).expect("on the screen");
    let x = line.split(wanted).next().unwrap_or_default().chars().count();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn the_mouse_focuses_moves_the_cursor_and_toggles() {
    let (mut app, log) = app_over(vec![moments::fact()], SIZE);
    let (x, y) = find(&app, "if n <= 1");
    click(&mut app, x, y);
    assert_eq!((app.focus(), app.pane(Pane::Source).cursor), (Pane::Source, Some(4)));
    let (x, y) = find(&app, "COMPARE_OP");
    click(&mut app, x, y);
    assert_eq!((app.focus(), app.pane(Pane::Bytecode).cursor), (Pane::Bytecode, Some(3)));
    let (left, _) = find(&app, "┏━ 2 Bytecode");
    click(&mut app, left + 1, y);
    let (_, y) = find(&app, "return n * fact");
    click(&mut app, 1, y);
    assert_eq!(log.take(), ["toggle 2+6", "toggle line 7"]);
    let (x, y) = find(&app, "9 Brk");
    click(&mut app, x, y);
    assert_eq!(app.focus(), Pane::Breakpoints);
    let (x, y) = find(&app, "2 Bytecode");
    click(&mut app, x, y);
    assert_eq!(app.focus(), Pane::Bytecode);
}

/// The whole line can be clicked, and the column of a step leads to that step.
#[test]
fn the_timeline_leads_to_steps() {
    let (mut app, log) = app_over(vec![moments::fact()], SIZE);
    click(&mut app, 3, 1);
    click(&mut app, 116, 1);
    let (x, _) = find(&app, "call add");
    click(&mut app, x, 1);
    // A column is about half a step here.
    assert_eq!(log.take(), ["Goto(0)", "Goto(66)", "Goto(13)"]);
}

#[test]
fn the_wheel_scrolls_and_never_steps() {
    let mut view = moments::fact();
    let mut rows = view.listing.rows.to_vec();
    for number in 0..100 {
        let mut row = rows[0].clone();
        row.offset = 50 + number * 2;
        rows.push(row);
    }
    view.listing.rows = rows.into();
    let (mut app, log) = app_over(vec![view], SIZE);
    let (x, y) = find(&app, "COMPARE_OP");
    let wheel = |app: &mut App, kind| {
        app.on_mouse(MouseEvent { kind, column: x, row: y, modifiers: KeyModifiers::NONE });
    };
    wheel(&mut app, MouseEventKind::ScrollDown);
    wheel(&mut app, MouseEventKind::ScrollDown);
    assert_eq!(app.pane(Pane::Bytecode).top, 6);
    wheel(&mut app, MouseEventKind::ScrollUp);
    assert_eq!(app.pane(Pane::Bytecode).top, 3);
    assert!(log.take().is_empty());
    // Esc follows the program counter again.
    for _ in 0..9 {
        wheel(&mut app, MouseEventKind::ScrollDown);
    }
    assert!(!text(&drawn(&app, SIZE)).contains("▶           34 CALL"));
    send(&mut app, "⎋");
    assert!(text(&drawn(&app, SIZE)).contains("▶           34 CALL"));
}

/// However long the code, the program counter is in sight.
#[test]
fn the_program_counter_stays_in_sight() {
    for next in [0, 10, 50, 99] {
        let mut view = moments::fact();
        let mut rows = Vec::new();
        for number in 0..100_u32 {
            let mut row = view.listing.rows[0].clone();
            row.offset = number * 2;
            rows.push(row);
        }
        view.listing.rows = rows.into();
        view.listing.next = Some(next);
        view.listing.last = None;
        for size in [(80, 24), SIZE, (200, 60), (50, 12)] {
            let (mut app, _) = app_over(vec![view.clone()], size);
            for keys in ["", "v", "z"] {
                send(&mut app, keys);
                let screen = text(&drawn(&app, size));
                let row = format!(" {} RESUME", next * 2);
                let line = screen.lines().find_map(|line| line.split_once(&row));
                let (before, _) = line.unwrap_or_else(|| panic!("row {next} is not in sight:\n{screen}"));
                assert!(before.chars().rev().take(15).any(|c| c == '▶'), "{screen}");
            }
        }
    }
}

/// A jump is drawn from its row to its target.
#[test]
fn the_jump_under_the_cursor_has_an_arrow() {
    let mut view = moments::fact();
    view.listing.next = Some(4);
    let (app, _) = app_over(vec![view], SIZE);
    let screen = text(&drawn(&app, SIZE));
    assert!(screen.contains("▶╭─         10 POP_JUMP_IF_FALSE"), "{screen}");
    assert!(screen.contains("╰▸  7 L1   14 LOAD_FAST"), "{screen}");
}

/// At the end of the code, what stands below it is in sight.
#[test]
fn the_last_row_brings_the_exception_table() {
    let mut view = moments::fact();
    view.listing.exception_table = std::rc::Rc::new(["2 to 30 -> 34 [1] lasti".to_owned()]);
    let (mut app, _) = app_over(vec![view], (80, 24));
    let shown = |app: &App| text(&drawn(app, (80, 24))).contains("2 to 30 -> 34 [1] lasti");
    press(&mut app, key(KeyCode::Home));
    assert!(!shown(&app));
    press(&mut app, key(KeyCode::End));
    assert!(shown(&app));
}
