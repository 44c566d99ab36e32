//! The lines of instructions that come from no line.

use opstep::dialect::Pass;

use super::{Row, SAME, check};

#[test]
fn duplicate_exits_without_lineno() {
    check(
        Pass::DuplicateExitsWithoutLineno,
        &[
            Row(
                "an ending with two ways is copied for the jump; each takes the line of who leads there",
                "POP_JUMP_IF_TRUE a@1 | ways=1: NOP@2 | a ways=2: LOAD_CONST 0; RETURN_VALUE",
                "POP_JUMP_IF_TRUE b@1 | ways=1: NOP@2 | a ways=1: LOAD_CONST 0@2; RETURN_VALUE | b ways=1: LOAD_CONST 0@1; RETURN_VALUE",
            ),
            Row(
                "one with a line is not",
                "POP_JUMP_IF_TRUE a@1 | ways=1: NOP@2 | a ways=2: RETURN_CONST 0@3",
                SAME,
            ),
            Row(
                "nor one with one way",
                "POP_JUMP_IF_TRUE a@1 | ways=1: RETURN_CONST 0@2 | a ways=1: RETURN_CONST 0",
                SAME,
            ),
            Row(
                "nor what does not end",
                "POP_JUMP_IF_TRUE a@1 | ways=1: NOP@2 | a ways=2: NOP | ways=1: RETURN_CONST 0@3",
                SAME,
            ),
            Row(
                "the last way keeps the ending itself",
                "POP_JUMP_IF_TRUE a@1 | ways=1: NOP@2; JUMP a@3 | RETURN_CONST 0@4 | a ways=2: RETURN_CONST 0",
                "POP_JUMP_IF_TRUE b@1 | ways=1: NOP@2; JUMP a@3 | RETURN_CONST 0@4 | a ways=1: RETURN_CONST 0 | b ways=1: RETURN_CONST 0@1",
            ),
        ],
    );
}

#[test]
fn propagate_line_numbers() {
    check(
        Pass::PropagateLineNumbers,
        &[
            Row(
                "from the instruction before",
                "NOP@1; NOP; RETURN_CONST 0",
                "NOP@1; NOP@1; RETURN_CONST 0@1",
            ),
            Row("not from the one behind", "NOP; RETURN_CONST 0@1", SAME),
            Row(
                "into a block with one way, by jump or not",
                "POP_JUMP_IF_TRUE a@1 | ways=1: RETURN_CONST 0 | a ways=1: NOP; RETURN_CONST 0",
                "POP_JUMP_IF_TRUE a@1 | ways=1: RETURN_CONST 0@1 | a ways=1: NOP@1; RETURN_CONST 0@1",
            ),
            Row(
                "not into one with two",
                "POP_JUMP_IF_TRUE a@1 | ways=1: NOP@2 | a ways=2: RETURN_CONST 0",
                SAME,
            ),
            Row(
                "nor back into what has been passed",
                "JUMP b@1 | a ways=1: NOP | ways=1: RETURN_CONST 0@2 | b ways=1: NOP@3; JUMP a@3",
                "JUMP b@1 | a ways=1: NOP@3 | ways=1: RETURN_CONST 0@2 | b ways=1: NOP@3; JUMP a@3",
            ),
        ],
    );
}

#[test]
fn guarantee_lineno_for_exits() {
    check(
        Pass::GuaranteeLinenoForExits,
        &[
            Row(
                "a return without line takes that of the last block",
                "NOP@3 | LOAD_CONST 0; RETURN_VALUE",
                "NOP@3 | LOAD_CONST 0@3; RETURN_VALUE@3",
            ),
            Row(
                "or the first of the function",
                "LOAD_CONST 0; RETURN_VALUE",
                "LOAD_CONST 0@1; RETURN_VALUE@1",
            ),
            Row("RETURN_CONST does not (nor in CPython)", "NOP@3 | RETURN_CONST 0", SAME),
            Row("nor does a raise", "NOP@3 | RAISE_VARARGS 0", SAME),
        ],
    );
}
