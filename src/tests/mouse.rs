//! The mouse: borders that are dragged, density bars that are clicked.

use redstring::app::{MouseAction, Pane, layout};

use super::desk::Desk;
use super::library::{corpus, library};

fn area(desk: &Desk, pane: Pane) -> redstring::app::Area {
    layout(desk.state.size(), &desk.state).pane(pane)
}

/// Drags from one cell to another, by way of a cell between them.
fn drag(desk: &mut Desk, from: (u16, u16), to: (u16, u16)) {
    desk.mouse(MouseAction::Click, from.0, from.1);
    desk.mouse(MouseAction::Drag, u16::midpoint(from.0, to.0), u16::midpoint(from.1, to.1));
    desk.mouse(MouseAction::Drag, to.0, to.1).mouse(MouseAction::Release, to.0, to.1);
}

#[test]
fn a_border_goes_where_it_is_dragged_and_keeps_its_share() {
    for (width, height) in [(80, 24), (120, 36), (200, 50)] {
        let mut desk = Desk::new(width, height, library());
        let entities = area(&desk, Pane::Entities);
        drag(&mut desk, (entities.right() - 1, entities.y + 3), (39, entities.y + 3));
        assert_eq!(area(&desk, Pane::Entities).right(), 40);
        let reader = area(&desk, Pane::Reader);
        drag(&mut desk, (reader.x, reader.y + 3), (30, reader.y + 3));
        assert_eq!(area(&desk, Pane::Reader).x, 30);
        let entities = area(&desk, Pane::Entities);
        drag(&mut desk, (entities.x + 5, entities.y), (9, 12));
        assert_eq!(area(&desk, Pane::Entities).y, 12);
        let timeline = area(&desk, Pane::Timeline);
        let (held, to) = if width < 160 { (timeline.y, 9) } else { (timeline.bottom() - 1, 12) };
        drag(&mut desk, (timeline.x + 5, held), (timeline.x + 5, to));
        let timeline = area(&desk, Pane::Timeline);
        assert_eq!(if width < 160 { timeline.y } else { timeline.bottom() - 1 }, to);
        if width >= 160 {
            drag(&mut desk, (timeline.x, 5), (110, 5));
            assert_eq!((area(&desk, Pane::Timeline).x, area(&desk, Pane::Passages).x), (110, 110));
        }
        // Twice as wide, twice as far; and back.
        let before = area(&desk, Pane::Reader);
        desk.resize(width * 2, height).resize(width, height);
        assert_eq!(area(&desk, Pane::Reader), before);
        desk.keys("n N 1 j <Enter>");
    }
}

#[test]
fn a_drag_elsewhere_moves_no_border() {
    let mut desk = Desk::new(120, 36, library());
    let all = |desk: &Desk| Pane::ALL.map(|pane| area(desk, pane));
    let before = all(&desk);
    drag(&mut desk, (60, 10), (20, 20));
    desk.mouse(MouseAction::Drag, 5, 5);
    assert_eq!(all(&desk), before);
    // A border stays where both its sides keep what they need.
    drag(&mut desk, (before[2].right() - 1, 20), (0, 20));
    assert_eq!(area(&desk, Pane::Entities).width, 22);
    drag(&mut desk, (21, 20), (u16::MAX, 20));
    assert_eq!(area(&desk, Pane::Reader).width, 22);
    // What lies over the panes is in the way.
    desk.keys("?");
    let before = all(&desk);
    drag(&mut desk, (97, 20), (40, 20));
    assert_eq!(all(&desk), before);
}

#[test]
fn a_click_in_the_density_bar_goes_to_the_place_that_it_shows() {
    let mut text = "Rain.\n".repeat(200);
    text.push_str("[Bo Lund=P Bo Lund] waits.\n");
    text.push_str(&"Rain.\n".repeat(200));
    let mut desk = Desk::new(120, 36, corpus(&[("a.txt", "A", None, &text)]));
    let reader = area(&desk, Pane::Reader);
    let edge = reader.right() - 1;
    desk.mouse(MouseAction::Click, edge, reader.y + 1);
    assert_eq!((desk.state.focus(), desk.state.reader().top), (Pane::Reader, 0));
    let screen = desk.screen();
    let column = usize::from(edge);
    let tick = screen.lines().position(|line| line.chars().nth(column) == Some('┥')).unwrap();
    desk.mouse(MouseAction::Click, edge, tick as u16);
    assert_eq!(desk.caret(), "Bo Lund");
    desk.mouse(MouseAction::Click, edge, reader.bottom() - 2);
    assert!(desk.state.reader().percent() >= 95);
}
