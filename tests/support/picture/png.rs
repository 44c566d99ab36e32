//! PNG: glyphs from DejaVu Sans Mono, lines as rectangles.

use std::path::{Path, PathBuf};

use fontdue::{Font, FontSettings};

use super::{Cell, Grid, Rgb, strokes};

const SIZE: f32 = 18.0;
const MARGIN: usize = 16;

pub struct Fonts {
    regular: Font,
    bold: Font,
}

/// Where systems keep DejaVu.
const FOLDERS: &[&str] = &[
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu-sans-mono-fonts",
    "/usr/share/fonts/dejavu",
    "/usr/share/fonts/TTF",
    "/usr/local/share/fonts/dejavu",
    "/Library/Fonts",
    "C:\\Windows\\Fonts",
];

impl Fonts {
    /// DejaVu Sans Mono in the folder that `OPSTEP_FONTS` names, or in one of the usual folders.
    pub fn find() -> Option<Self> {
        let named = std::env::var_os("OPSTEP_FONTS").map(PathBuf::from);
        let mut folders = named.into_iter().chain(FOLDERS.iter().map(PathBuf::from));
        folders.find_map(|folder| {
            let font = |name| load(&folder.join(name));
            Some(Self { regular: font("DejaVuSansMono.ttf")?, bold: font("DejaVuSansMono-Bold.ttf")? })
        })
    }
}

fn load(path: &Path) -> Option<Font> {
    Font::from_bytes(std::fs::read(path).ok()?, FontSettings::default()).ok()
}

struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Canvas {
    fn blend(&mut self, x: i32, y: i32, colour: Rgb, cover: u8) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x >= self.width || y >= self.height {
            return;
        }
        let pixel = &mut self.pixels[(y * self.width + x) * 3..][..3];
        for (channel, wanted) in pixel.iter_mut().zip(colour) {
            let mixed = u16::from(*channel) * u16::from(255 - cover) + u16::from(wanted) * u16::from(cover);
            *channel = (mixed / 255) as u8;
        }
    }

    fn fill(&mut self, left: f32, top: f32, width: f32, height: f32, colour: Rgb) {
        let span = |from: f32, length: f32| {
            let first = from.round() as i32;
            first..((from + length).round() as i32).max(first + 1)
        };
        for y in span(top, height) {
            for x in span(left, width) {
                self.blend(x, y, colour, 255);
            }
        }
    }
}

/// The picture's bytes.
pub fn picture(grid: &Grid, fonts: &Fonts) -> Vec<u8> {
    let metrics = fonts.regular.horizontal_line_metrics(SIZE).expect("a font for lines of text");
    let cell_width = fonts.regular.metrics('M', SIZE).advance_width.round();
    let cell_height = (metrics.ascent - metrics.descent).round();
    let side = |count: usize, cell: f32| (count as f32 * cell) as usize + 2 * MARGIN;
    let (width, height) = (side(grid.columns(), cell_width), side(grid.cells.len(), cell_height));
    let pixels = grid.back.iter().copied().cycle().take(width * height * 3).collect();
    let mut canvas = Canvas { width, height, pixels };
    for (row, cells) in grid.cells.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let x = MARGIN as f32 + column as f32 * cell_width;
            let y = MARGIN as f32 + row as f32 * cell_height;
            if cell.back != grid.back {
                canvas.fill(x, y, cell_width, cell_height, cell.back);
            }
            draw_cell(&mut canvas, cell, fonts, (x, y), (cell_width, cell_height), metrics.ascent);
        }
    }
    encode(&canvas)
}

fn draw_cell(
    canvas: &mut Canvas,
    cell: &Cell,
    fonts: &Fonts,
    (x, y): (f32, f32),
    (width, height): (f32, f32),
    ascent: f32,
) {
    if let Some(shapes) = strokes(&cell.text, width / height) {
        for shape in shapes {
            let (left, top) = (x + shape.x * width, y + shape.y * height);
            canvas.fill(left, top, shape.width * width, shape.height * height, cell.fore);
        }
        return;
    }
    let font = if cell.bold { &fonts.bold } else { &fonts.regular };
    for glyph in cell.text.chars() {
        let (metrics, covers) = font.rasterize(glyph, SIZE);
        let left = x as i32 + metrics.xmin;
        let top = (y + ascent).round() as i32 - metrics.height as i32 - metrics.ymin;
        for (index, &cover) in covers.iter().enumerate() {
            let (dx, dy) = (index % metrics.width, index / metrics.width);
            canvas.blend(left + dx as i32, top + dy as i32, cell.fore, shade(cover));
        }
    }
    if cell.underline {
        canvas.fill(x, y + ascent + 2.0, width, 1.5, cell.fore);
    }
}

/// One of seven shades.
fn shade(cover: u8) -> u8 {
    const STEPS: u16 = 6;
    let step = (u16::from(cover) * STEPS + 127) / 255;
    (step * 255 / STEPS) as u8
}

/// One byte a pixel: a screen has few colours, and glyphs have few shades.
fn encode(canvas: &Canvas) -> Vec<u8> {
    let mut palette: Vec<&[u8]> = Vec::new();
    let mut indices = Vec::with_capacity(canvas.width * canvas.height);
    for pixel in canvas.pixels.chunks(3) {
        let index = palette.iter().position(|&known| known == pixel).unwrap_or_else(|| {
            palette.push(pixel);
            palette.len() - 1
        });
        indices.push(u8::try_from(index).expect("a screen of at most 256 colours and shades"));
    }
    let mut out = Vec::new();
    let side = |length: usize| u32::try_from(length).expect("a picture, not a map");
    let mut encoder = png::Encoder::new(&mut out, side(canvas.width), side(canvas.height));
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("writing to memory");
    writer.write_image_data(&indices).expect("as many pixels as announced");
    writer.finish().expect("writing to memory");
    out
}
