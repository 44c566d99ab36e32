//! A jump to a jump can as well go where that one goes.

use super::FlowInstr;

/// Whether it did. Not where a line would be passed over, nor where nothing would change (two jumps in a circle
/// would be followed for ever).
pub(super) fn jump_thread(jump: &mut FlowInstr, there: FlowInstr) -> bool {
    let same_line = there.at.line == jump.at.line || there.at.line == -1;
    if !same_line || jump.target == there.target {
        return false;
    }
    jump.target = there.target;
    true
}
