//! One line: why it stands here, or what it is doing; at the right a count being typed, search, autoplay.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::tui::app::Tone;
use crate::tui::draw::Screen;
use crate::tui::text::{fit, width};

pub fn draw(screen: &Screen, area: Rect, buffer: &mut Buffer) {
    let theme = screen.scene.theme;
    let right = screen.right_words.as_str();
    let right_width = width(right);
    let columns = usize::from(area.width);
    let room = columns.saturating_sub(right_width + 3);
    let style = match screen.message.tone {
        Tone::Plain => theme.text,
        Tone::Stop => theme.next,
        Tone::Problem => theme.error,
    };
    let line = Line::from(Span::styled(fit(&screen.message.text, room), style));
    buffer.set_line(area.x + 1, area.y, &line, area.width.saturating_sub(1));
    if right_width > 0 && right_width + 2 <= columns {
        let x = area.right() - u16::try_from(right_width + 1).unwrap_or(0);
        buffer.set_string(x, area.y, right, theme.you);
    }
}
