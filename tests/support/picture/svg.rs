//! SVG: rectangles for grounds and lines, one text element for each run of one style.

use std::fmt::Write;

use super::{Cell, Grid, Rgb, strokes};

const WIDTH: f32 = 8.4;
const HEIGHT: f32 = 17.0;
const MARGIN: f32 = 12.0;
const BASELINE: f32 = 12.8;

pub fn picture(grid: &Grid, title: &str) -> String {
    let (columns, rows) = (grid.columns() as f32, grid.cells.len() as f32);
    let (width, height) = (columns * WIDTH + 2.0 * MARGIN, rows * HEIGHT + 2.0 * MARGIN);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" font-family=\"'DejaVu Sans Mono', Menlo, \
         Consolas, monospace\" font-size=\"14\" xml:space=\"preserve\">\n<title>{}</title>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n",
        number(width),
        number(height),
        escaped(title),
        hex(grid.back),
    );
    for (row, cells) in grid.cells.iter().enumerate() {
        let y = MARGIN + row as f32 * HEIGHT;
        runs(
            cells,
            |cell| cell.back,
            |from, to, back| {
                if back != grid.back {
                    rect(&mut out, MARGIN + from as f32 * WIDTH, y, (to - from) as f32 * WIDTH, HEIGHT, back);
                }
            },
        );
        lines(&mut out, cells, y);
        texts(&mut out, cells, y);
    }
    out.push_str("</svg>\n");
    out
}

/// Line characters. Equal neighbours that go straight through become one rectangle.
fn lines(out: &mut String, cells: &[Cell], y: f32) {
    let is_line = |cell: &Cell| strokes(&cell.text, WIDTH / HEIGHT).is_some();
    let key = |cell: &Cell| is_line(cell).then(|| (cell.text.clone(), cell.fore));
    runs(cells, key, |from, to, run| {
        let Some((text, fore)) = run else { return };
        let shapes = strokes(&text, WIDTH / HEIGHT).unwrap_or_default();
        let x = MARGIN + from as f32 * WIDTH;
        if matches!(text.as_str(), "─" | "━") {
            let shape = shapes[0];
            let length = (to - from) as f32 * WIDTH;
            return rect(out, x, y + shape.y * HEIGHT, length, shape.height * HEIGHT, fore);
        }
        for column in 0..to - from {
            let x = x + column as f32 * WIDTH;
            for shape in &shapes {
                let (left, top) = (x + shape.x * WIDTH, y + shape.y * HEIGHT);
                rect(out, left, top, shape.width * WIDTH, shape.height * HEIGHT, fore);
            }
        }
    });
}

fn texts(out: &mut String, cells: &[Cell], y: f32) {
    let plain = |cell: &Cell| strokes(&cell.text, WIDTH / HEIGHT).is_none();
    let key = |cell: &Cell| {
        let shown = plain(cell) && !cell.text.is_empty();
        shown.then_some((cell.fore, cell.bold, cell.italic, cell.underline))
    };
    runs(cells, key, |from, to, run| {
        let Some((fore, bold, italic, underline)) = run else { return };
        let text: String = cells[from..to].iter().map(|cell| cell.text.as_str()).collect();
        let mut style = String::new();
        for (on, attribute) in [
            (bold, " font-weight=\"bold\""),
            (italic, " font-style=\"italic\""),
            (underline, " text-decoration=\"underline\""),
        ] {
            if on {
                style.push_str(attribute);
            }
        }
        // The length keeps every font on the grid.
        let (x, length) = (MARGIN + from as f32 * WIDTH, (to - from) as f32 * WIDTH);
        let (x, y, length, fore) = (number(x), number(y + BASELINE), number(length), hex(fore));
        let text = escaped(&text);
        _ = writeln!(
            out,
            "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" fill=\"{fore}\"{style}>{text}</text>"
        );
    });
}

/// Calls `each` for every longest run of cells with the same key.
fn runs<K: PartialEq>(cells: &[Cell], key: impl Fn(&Cell) -> K, mut each: impl FnMut(usize, usize, K)) {
    let mut from = 0;
    while from < cells.len() {
        let this = key(&cells[from]);
        let same = cells[from..].iter().take_while(|cell| key(cell) == this).count();
        each(from, from + same, this);
        from += same;
    }
}

fn rect(out: &mut String, x: f32, y: f32, width: f32, height: f32, fill: Rgb) {
    let (x, y, width, height) = (number(x), number(y), number(width), number(height));
    _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        hex(fill)
    );
}

fn number(value: f32) -> String {
    format!("{value:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn hex([red, green, blue]: Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
