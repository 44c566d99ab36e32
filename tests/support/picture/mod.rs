//! A screen as a picture: cells with resolved colours, and the strokes of line characters. The same grid
//! becomes an SVG or a PNG.

mod palette;
pub mod png;
pub mod svg;

pub use palette::Look;

/// Red, green, blue.
pub type Rgb = [u8; 3];

#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What stands in it; empty for a space and for the second half of a wide character.
    pub text: String,
    pub fore: Rgb,
    pub back: Rgb,
    pub bold: bool,
    pub italic: bool,
    pub underline: bool,
}

#[derive(PartialEq)]
pub struct Grid {
    pub cells: Vec<Vec<Cell>>,
    pub back: Rgb,
}

impl Grid {
    pub fn columns(&self) -> usize {
        self.cells[0].len()
    }

    pub fn of(screen: &vt100::Screen, look: Look) -> Self {
        let (rows, columns) = screen.size();
        let cell = |row, column| look.cell(screen.cell(row, column).expect("inside the screen"));
        let cells = (0..rows.get()).map(|row| (0..columns.get()).map(|column| cell(row, column)).collect());
        Self { cells: cells.collect(), back: look.back() }
    }
}

/// How heavy a stroke is, in parts of the cell's width.
const LIGHT: f32 = 0.11;
const HEAVY: f32 = 0.24;

/// A rectangle in a cell whose corners are (0, 0) and (1, 1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Line characters as rectangles that join those of the neighbouring cells; `None` for all others. `aspect` is
/// the cell's width over its height.
pub fn strokes(text: &str, aspect: f32) -> Option<Vec<Stroke>> {
    // Weight of the arms: left, right, up, down.
    let (l, h) = (LIGHT, HEAVY);
    let [left, right, up, down] = match text {
        "─" | "╴" => [l, l, 0.0, 0.0],
        "━" => [h, h, 0.0, 0.0],
        "│" => [0.0, 0.0, l, l],
        "┃" => [0.0, 0.0, h, h],
        "┌" | "╭" => [0.0, l, 0.0, l],
        "┐" | "╮" => [l, 0.0, 0.0, l],
        "└" | "╰" => [0.0, l, l, 0.0],
        "┘" | "╯" => [l, 0.0, l, 0.0],
        "┏" => [0.0, h, 0.0, h],
        "┓" => [h, 0.0, 0.0, h],
        "┗" => [0.0, h, h, 0.0],
        "┛" => [h, 0.0, h, 0.0],
        "┣" => [0.0, h, h, h],
        "┬" => [l, l, 0.0, l],
        "┴" => [l, l, l, 0.0],
        "╌" => return Some(dashes(aspect)),
        _ => return None,
    };
    let mut out = Vec::new();
    let (across, along) = (left.max(right), up.max(down));
    // Arms reach over the middle by half of what crosses them, so that corners are full.
    let (over_x, over_y) = (along / 2.0, across * aspect / 2.0);
    let mut horizontal = |weight: f32, from: f32, to: f32| {
        if weight > 0.0 {
            let height = weight * aspect;
            out.push(Stroke { x: from, y: 0.5 - height / 2.0, width: to - from, height });
        }
    };
    horizontal(left, 0.0, 0.5 + over_x);
    horizontal(right, 0.5 - over_x, 1.0);
    let mut vertical = |weight: f32, from: f32, to: f32| {
        if weight > 0.0 {
            out.push(Stroke { x: 0.5 - weight / 2.0, y: from, width: weight, height: to - from });
        }
    };
    vertical(up, 0.0, 0.5 + over_y);
    vertical(down, 0.5 - over_y, 1.0);
    Some(out)
}

fn dashes(aspect: f32) -> Vec<Stroke> {
    let height = LIGHT * aspect;
    [0.1, 0.6].map(|x| Stroke { x, y: 0.5 - height / 2.0, width: 0.3, height }).to_vec()
}
