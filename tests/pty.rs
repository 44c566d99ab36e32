//! The real program on a real (pseudo-)terminal: keys in, screen out, and a terminal that is left as it was.

#[path = "support/terminal.rs"]
mod terminal;

use terminal::{Terminal, settings};

const PROGRAM: &str = env!("CARGO_BIN_EXE_opstep");
const ADD: &str = "examples/add.py";

fn start(args: &[&str], size: (u16, u16)) -> Terminal {
    Terminal::start(PROGRAM, args, &[], size)
}

/// A program that reads gets the line that is typed; one that never ends stands still at any key.
#[test]
fn reads_input_and_can_be_interrupted() {
    let mut terminal = start(&["-c", "x = input('name? ')\nwhile x:\n    pass"], (120, 40));
    terminal.wait_for("step 0 /");
    terminal.keys("c");
    terminal.wait_for("the program reads a line");
    terminal.keys("bob\r");
    terminal.wait_for("running …");
    terminal.wait_for("'bob'");
    terminal.keys("x");
    terminal.wait_for("interrupted at step");
    terminal.keys("q");
    assert_eq!(terminal.exit_status(), 0);
    assert_restored(&terminal);
}

/// A compiled file shows the source that it names; without that, the source pane says so and the lines come from the
/// line table.
#[test]
fn a_compiled_file_needs_no_source() {
    let folder = tempfile::tempdir().expect("a folder");
    let [source, compiled] = ["add.py", "add.pyc"].map(|name| folder.path().join(name).display().to_string());
    std::fs::copy(ADD, &source).expect("a copy");
    let written = std::process::Command::new(PROGRAM).args(["compile", &source, "-o", &compiled]).status();
    assert!(written.expect("it starts").success());
    for size in [(80, 24), (120, 40)] {
        let mut terminal = start(&[&compiled], size);
        terminal.wait_for("return a + b");
        terminal.keys("q");
        assert_eq!(terminal.exit_status(), 0);
    }
    std::fs::remove_file(&source).expect("it was there");
    for size in [(80, 24), (120, 40)] {
        let mut terminal = start(&["-b", "add+6", &compiled], size);
        terminal.wait_for("no source to show");
        terminal.keys("c");
        terminal.wait_for("BINARY_OP");
        terminal.wait_for("line 2 of ");
        terminal.keys("q");
        assert_eq!(terminal.exit_status(), 0);
    }
}

/// The terminal is as it was: out of the alternate screen, no mouse, no bracketed paste, a cursor, cooked mode.
#[track_caller]
fn assert_restored(terminal: &Terminal) {
    terminal.wait_until("a terminal given back", |screen| {
        !screen.alternate_screen()
            && !screen.bracketed_paste()
            && !screen.hide_cursor()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    assert_eq!(settings(&terminal.pty), terminal.settings);
}

#[track_caller]
fn assert_taken(terminal: &Terminal) {
    terminal.wait_until("a terminal taken over", |screen| {
        screen.alternate_screen()
            && screen.bracketed_paste()
            && screen.hide_cursor()
            && screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    assert_ne!(settings(&terminal.pty), terminal.settings);
}

fn signal(name: &str, pid: u32) {
    let status = std::process::Command::new("kill").args([&format!("-{name}"), &pid.to_string()]).status();
    assert!(status.expect("kill runs").success());
}

#[test]
fn quits() {
    for size in [(80, 24), (120, 40), (200, 60), (50, 12), (20, 5)] {
        let mut terminal = start(&[ADD], size);
        assert_taken(&terminal);
        terminal.keys("q");
        assert_eq!(terminal.exit_status(), 0);
        assert_restored(&terminal);
    }
}

/// Into `add(2, 3)`, instruction by instruction, and back again.
#[test]
fn steps_into_add_and_back() {
    let mut terminal = start(&[ADD], (120, 40));
    terminal.wait_for("step 0 /");
    terminal.keys(":b add+6\r");
    terminal.wait_for("add+6");
    terminal.keys("c");
    terminal.wait_for("● breakpoint 1");
    terminal.wait_for("next 6 BINARY_OP +");
    let text = terminal.text();
    assert!(text.contains("-1 ┃•3") && text.contains("-2 ┃ 2"), "2 and 3 are on the stack:\n{text}");
    terminal.keys("\x1b[C");
    terminal.wait_for("next 10 RETURN_VALUE");
    terminal.wait_for("popped 3, 2 → pushed 5");
    assert!(terminal.text().contains("-1 ┃•5"), "5 is on the stack:\n{}", terminal.text());
    terminal.keys("s");
    terminal.wait_for("returned 5");
    terminal.keys("\x1b[D\x1b[D");
    terminal.wait_for("next 6 BINARY_OP +");
    terminal.keys("SS");
    terminal.wait_for("next 2 LOAD_FAST");
    terminal.wait_for("┗━ empty");
    terminal.keys("^");
    terminal.wait_for("step 0 /");
    terminal.keys("$");
    terminal.wait_for("the program has ended, exit status 0");
    terminal.keys("q");
    assert_eq!(terminal.exit_status(), 0);
    assert_restored(&terminal);
}

#[test]
fn resizes_at_any_moment() {
    let mut terminal = start(&[ADD], (120, 40));
    terminal.wait_for("Tab pane");
    terminal.resize((80, 24));
    terminal.wait_for("last column: depth before");
    terminal.resize((30, 6));
    terminal.wait_for("30x6");
    terminal.resize((1, 1));
    // crossterm may keep a key that comes in the same instant as a resize until the next one.
    let let_it_settle = || std::thread::sleep(std::time::Duration::from_secs(1));
    let_it_settle();
    terminal.keys("s?\x1b");
    terminal.resize((200, 60));
    terminal.wait_for("from source");
    terminal.wait_for("step 1 /");
    // What is on the screen may have been drawn for the keys, with the news of the new size still on its way.
    let_it_settle();
    terminal.keys("q");
    assert_eq!(terminal.exit_status(), 0);
    assert_restored(&terminal);
}

#[test]
fn signals_give_the_terminal_back() {
    for (name, number) in [("TERM", 15), ("HUP", 1), ("INT", 2)] {
        let mut terminal = start(&[ADD], (80, 24));
        assert_taken(&terminal);
        signal(name, terminal.child.process_id().expect("it runs"));
        assert_eq!(terminal.exit_status(), 128 + number, "SIG{name}");
        assert_restored(&terminal);
    }
}

/// A terminal window that is closed ends the program too.
#[test]
fn ends_when_the_terminal_goes_away() {
    let terminal =
        portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).expect("a terminal");
    let mut command = portable_pty::CommandBuilder::new(PROGRAM);
    command.arg(ADD);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    let mut child = terminal.slave.spawn_command(command).expect("the program starts");
    let mut output = terminal.master.try_clone_reader().expect("a terminal can be read");
    assert!(std::io::Read::read(&mut output, &mut [0; 64]).expect("it draws") > 0);
    drop((output, terminal));
    let begin = std::time::Instant::now();
    while child.try_wait().expect("our own child").is_none() {
        assert!(begin.elapsed().as_secs() < 30, "it lives on without a terminal");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

/// `OPSTEP_TEST_PANIC` makes a debug build panic at the first key.
#[test]
#[cfg(debug_assertions)]
fn a_panic_gives_the_terminal_back() {
    let mut terminal = Terminal::start(PROGRAM, &[ADD], &[("OPSTEP_TEST_PANIC", "1")], (80, 24));
    assert_taken(&terminal);
    terminal.keys("s");
    assert_ne!(terminal.exit_status(), 0);
    assert_restored(&terminal);
    terminal.wait_for("asked for by OPSTEP_TEST_PANIC");
}

/// An error before the screen is up leaves the terminal alone.
#[test]
fn an_error_is_one_line_on_the_plain_terminal() {
    let mut terminal = start(&["no/such/file.py"], (80, 24));
    assert_eq!(terminal.exit_status(), 2);
    terminal.wait_for("no/such/file.py");
    assert_restored(&terminal);
}

/// Ctrl-Z goes back to the shell, `fg` comes back to the same moment.
#[test]
fn suspends_and_comes_back() {
    let mut terminal = Terminal::start("sh", &["-i"], &[("PS1", "prompt> ")], (100, 30));
    terminal.wait_for("prompt> ");
    terminal.keys(&format!("{PROGRAM} {ADD}\r"));
    terminal.wait_for("step 0 /");
    terminal.keys("ss");
    terminal.wait_for("step 2 /");
    terminal.keys("\x1a");
    terminal.wait_until("the shell's prompt", |screen| {
        !screen.alternate_screen()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
            && screen.contents().contains("prompt> ")
    });
    terminal.keys("fg\r");
    terminal.wait_until("the program's screen again", vt100::Screen::alternate_screen);
    terminal.wait_for("step 2 /");
    terminal.keys("s");
    terminal.wait_for("step 3 /");
    terminal.keys("q");
    terminal.wait_until("the shell's prompt", |screen| !screen.alternate_screen());
}

/// Where colours are unwanted there are none.
#[test]
fn no_color_means_no_colour() {
    let mut terminal = Terminal::start(PROGRAM, &[ADD], &[("NO_COLOR", "1")], (120, 40));
    terminal.wait_for("Explain");
    let emulator = terminal.emulator.lock().expect("no reader panics");
    let screen = emulator.screen();
    let (rows, cols) = screen.size();
    for row in 0..rows.get() {
        for col in 0..cols.get() {
            let cell = screen.cell(row, col).expect("inside");
            assert_eq!((cell.fgcolor(), cell.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        }
    }
    drop(emulator);
    terminal.keys("q");
    assert_eq!(terminal.exit_status(), 0);
}

/// SGR mouse reports, as xterm sends them: a click on the gutter, and one on the timeline.
#[test]
fn the_mouse_sets_breakpoints_and_goes_through_time() {
    let mut terminal = start(&[ADD], (120, 40));
    terminal.wait_for("step 0 /");
    terminal.keys("\x1b[<0;2;5M\x1b[<0;2;5m");
    terminal.wait_for("breakpoint set: line 2");
    terminal.keys("\x1b[<0;117;2M\x1b[<0;117;2m");
    terminal.wait_for("the program has ended");
    terminal.keys("q");
    assert_eq!(terminal.exit_status(), 0);
}
