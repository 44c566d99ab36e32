//! The arrangement holds for every size: inside the screen, nothing over anything else.

use opstep::tui::layout::{Shape, arrange};
use opstep::tui::panes::Pane;
use ratatui::layout::{Rect, Size};

#[test]
fn panes_lie_inside_and_beside_each_other() {
    for width in (1..260).step_by(3) {
        for height in (1..90).step_by(2) {
            for zoom in [false, true] {
                for explain in [false, true] {
                    for &focus in Pane::ALL {
                        let shape = Shape { focus, zoom, explain, tab: Pane::Names, pair: Pane::Frames };
                        check(Size { width, height }, shape);
                    }
                }
            }
        }
    }
}

fn check(size: Size, shape: Shape) {
    let layout = arrange(size, shape);
    let screen = Rect::new(0, 0, size.width, size.height);
    if layout.card {
        assert!(layout.panes.is_empty() && (size.width < 40 || size.height < 10));
        return;
    }
    let bars = [layout.header, layout.timeline, layout.status, layout.hints];
    let areas: Vec<Rect> = layout.panes.iter().map(|slot| slot.area).chain(bars).collect();
    for (index, area) in areas.iter().enumerate() {
        assert_eq!(area.intersection(screen), *area, "{area:?} lies outside {size:?}");
        for other in &areas[index + 1..] {
            assert!(area.intersection(*other).is_empty(), "{area:?} over {other:?} at {size:?}, {shape:?}");
        }
    }
    let covered: u32 = areas.iter().map(|area| area.area()).sum();
    assert_eq!(covered, screen.area(), "a hole at {size:?}, {shape:?}");
}

/// From 80x24 on, all that a step changes is in sight together.
#[test]
fn the_main_panes_are_together_from_80x24_on() {
    for size in [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60), (300, 24), (80, 100)] {
        let shape = Shape {
            focus: Pane::Bytecode,
            zoom: false,
            explain: true,
            tab: Pane::Output,
            pair: Pane::Frames,
        };
        let layout = arrange(Size::from(size), shape);
        for pane in [Pane::Source, Pane::Bytecode, Pane::Stack, Pane::Output, Pane::Explain] {
            let slot = layout.slot(pane).unwrap_or_else(|| panic!("{pane:?} is missing at {size:?}"));
            assert!(slot.inner().height >= 2 && slot.inner().width >= 26, "{pane:?} at {size:?}: {slot:?}");
        }
    }
}
