//! Pictures of real screens of the real program: `screenshots/*.svg` and `*.png`.
//!
//! `cargo test --test screenshots -- --ignored regenerate` writes them anew. The PNGs need DejaVu Sans Mono: in
//! one of the usual folders, or in the one that `OPSTEP_FONTS` names.

#[path = "support/picture/mod.rs"]
mod picture;
#[path = "support/terminal.rs"]
mod terminal;

use std::path::{Path, PathBuf};

use picture::{Grid, Look, png, svg};
use terminal::{Terminal, settings};

/// One picture.
struct Shot {
    name: &'static str,
    title: &'static str,
    args: &'static [&'static str],
    size: (u16, u16),
    look: Look,
    /// Keys, and what the screen shows when they have done their work.
    way: &'static [(&'static str, &'static str)],
}

const ADD: &[&str] = &["examples/add.py"];
const INTO_ADD: &[(&str, &str)] =
    &[("", "step 0 /"), (":b add+6\r", "breakpoint 1"), ("c", "next 6 BINARY_OP")];

const SHOTS: &[Shot] = &[
    Shot {
        name: "add-120x40",
        title: "Inside add(2, 3), before BINARY_OP",
        args: ADD,
        size: (120, 40),
        look: Look::Dark,
        way: INTO_ADD,
    },
    Shot {
        name: "add-80x24",
        title: "Inside add(2, 3) on a small terminal",
        args: ADD,
        size: (80, 24),
        look: Look::Dark,
        way: INTO_ADD,
    },
    Shot {
        name: "add-200x60",
        title: "Inside add(2, 3) on a large terminal",
        args: ADD,
        size: (200, 60),
        look: Look::Dark,
        way: INTO_ADD,
    },
    Shot {
        name: "add-light",
        title: "The light theme",
        args: &["--theme", "light", "examples/add.py"],
        size: (120, 40),
        look: Look::Light,
        way: INTO_ADD,
    },
    Shot {
        name: "add-mono",
        title: "The monochrome theme",
        args: &["--theme", "mono", "examples/add.py"],
        size: (120, 40),
        look: Look::Dark,
        way: INTO_ADD,
    },
    Shot {
        name: "help",
        title: "The help overlay, made from the key table",
        args: ADD,
        size: (120, 40),
        look: Look::Dark,
        way: &[("", "step 0 /"), ("?", " Keys ")],
    },
    Shot {
        name: "exception",
        title: "An exception being handled",
        args: &["examples/catch.py"],
        size: (120, 40),
        look: Look::Dark,
        way: &[("", "step 0 /"), (":b op:CHECK_EXC_MATCH\r", "breakpoint 1"), ("c", "hit 1")],
    },
    Shot {
        name: "recursion",
        title: "fact(2), called by fact(3), called by fact(4), called by fact(5)",
        args: &["examples/fact.py"],
        size: (120, 40),
        look: Look::Dark,
        way: &[
            ("", "step 0 /"),
            (":b fn:fact #4\r", "breakpoint 1"),
            ("c", "fact(n=2)"),
            ("10s", "10 steps"),
        ],
    },
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots")
}

fn take(shot: &Shot) -> Grid {
    let mut terminal = Terminal::start(env!("CARGO_BIN_EXE_opstep"), shot.args, &[], (80, 24));
    // A picture must not depend on how the window came to its size.
    terminal.resize(shot.size);
    for (keys, shown) in shot.way {
        terminal.keys(keys);
        terminal.wait_for(shown);
    }
    // The header has no `+` once the whole run is known.
    terminal.wait_until("the whole run", |screen| {
        let header = screen.rows(0, shot.size.0).next().unwrap_or_default();
        !header.split("step ").nth(1).unwrap_or_default().contains('+')
    });
    let grid = still(&terminal, shot.look);
    // Where help is open, the first one closes it.
    terminal.keys("qq");
    assert_eq!(terminal.exit_status(), 0);
    assert_eq!(settings(&terminal.pty), terminal.settings);
    grid
}

/// The screen once it has stopped changing.
fn still(terminal: &Terminal, look: Look) -> Grid {
    let now = || Grid::of(terminal.emulator.lock().expect("no reader panics").screen(), look);
    let mut seen = now();
    loop {
        std::thread::sleep(std::time::Duration::from_millis(200));
        let next = now();
        if next == seen {
            return seen;
        }
        seen = next;
    }
}

#[test]
fn pictures_show_the_program_as_it_is() {
    let stale: Vec<&str> = SHOTS
        .iter()
        .filter(|shot| {
            let kept = std::fs::read_to_string(folder().join(format!("{}.svg", shot.name)));
            kept.ok().as_deref() != Some(&svg::picture(&take(shot), shot.title))
        })
        .map(|shot| shot.name)
        .collect();
    assert!(stale.is_empty(), "stale: {stale:?}; cargo test --test screenshots -- --ignored regenerate");
}

#[test]
#[ignore = "writes screenshots/"]
fn regenerate() {
    let fonts = png::Fonts::find();
    for shot in SHOTS {
        let grid = take(shot);
        let path = folder().join(shot.name);
        std::fs::write(path.with_extension("svg"), svg::picture(&grid, shot.title))
            .expect("screenshots/ exists");
        let fonts = fonts.as_ref().expect("DejaVu Sans Mono; OPSTEP_FONTS names its folder");
        std::fs::write(path.with_extension("png"), png::picture(&grid, fonts)).expect("screenshots/ exists");
    }
}
