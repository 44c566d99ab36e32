//! Colours as xterm numbers them, on a dark or a light ground.

use super::{Cell, Rgb};

/// What the picture's terminal looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Dark,
    Light,
}

impl Look {
    pub const fn back(self) -> Rgb {
        match self {
            Self::Dark => [0x16, 0x18, 0x1d],
            Self::Light => [0xfc, 0xfb, 0xf8],
        }
    }

    const fn fore(self) -> Rgb {
        match self {
            Self::Dark => [0xd8, 0xda, 0xde],
            Self::Light => [0x24, 0x26, 0x2b],
        }
    }

    pub fn cell(self, cell: &vt100::Cell) -> Cell {
        let mut fore = colour(cell.fgcolor()).unwrap_or(self.fore());
        let mut back = colour(cell.bgcolor()).unwrap_or(self.back());
        if cell.inverse() {
            std::mem::swap(&mut fore, &mut back);
        }
        if cell.dim() {
            fore = std::array::from_fn(|at| u8::midpoint(fore[at], back[at]));
        }
        let text = if cell.contents() == " " { "" } else { cell.contents() };
        Cell {
            text: text.to_owned(),
            fore,
            back,
            bold: cell.bold(),
            italic: cell.italic(),
            underline: cell.underline(),
        }
    }
}

const FIRST: [Rgb; 16] = [
    [0, 0, 0],
    [205, 49, 49],
    [13, 188, 121],
    [229, 229, 16],
    [36, 114, 200],
    [188, 63, 188],
    [17, 168, 205],
    [229, 229, 229],
    [102, 102, 102],
    [241, 76, 76],
    [35, 209, 139],
    [245, 245, 67],
    [59, 142, 234],
    [214, 112, 214],
    [41, 184, 219],
    [255, 255, 255],
];

fn colour(colour: vt100::Color) -> Option<Rgb> {
    let level = |part: u8| if part == 0 { 0 } else { 55 + 40 * part };
    match colour {
        vt100::Color::Default => None,
        vt100::Color::Rgb(red, green, blue) => Some([red, green, blue]),
        vt100::Color::Idx(number @ 0..16) => Some(FIRST[usize::from(number)]),
        vt100::Color::Idx(number @ 16..232) => {
            let number = number - 16;
            Some([level(number / 36), level(number / 6 % 6), level(number % 6)])
        }
        vt100::Color::Idx(number) => Some([8 + 10 * (number - 232); 3]),
    }
}
