//! A long run: bounded memory, and one step back is short however long the run has been.

use std::time::Instant;

use opstep::debugger::{Command, Stop};

use crate::programs::open_text;

const LOOP: &str = "\
def work(n):
    total = 0
    for i in range(n):
        total = total + i % 7
    return total

print(work(700000))
";

#[test]
fn five_million_steps_and_back() {
    let mut session = open_text(LOOP);
    assert_eq!(session.apply(Command::End), Stop::Finished(0));
    let end = session.step();
    assert!(end > 5_000_000, "{end} steps");
    let (moments, bytes) = session.kept();
    assert!(moments <= 256, "{moments} moments");
    assert!(bytes <= 256 << 20, "{bytes} bytes");
    let began = Instant::now();
    let presses = 50;
    for press in 1..=presses {
        assert_eq!(session.apply(Command::Back(1)), Stop::Done);
        assert_eq!(session.view(0).step, end - press);
    }
    let each = began.elapsed() / u32::try_from(presses).expect("few");
    // The bound is for a slow machine without optimisation; a release build takes far less than 50 ms.
    assert!(each.as_millis() < 250, "{each:?} for each step back");
    let began = Instant::now();
    session.apply(Command::Goto(end / 2));
    assert_eq!(session.step(), end / 2);
    assert!(began.elapsed().as_secs() < 2);
}
