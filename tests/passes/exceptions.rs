//! Handlers: which block is one, what it guards, and where it goes.

use opstep::dialect::Pass;

use super::{Row, SAME, check};

#[test]
fn mark_except_handlers() {
    check(
        Pass::MarkExceptHandlers,
        &[
            Row(
                "what a SETUP names handles exceptions",
                "SETUP_FINALLY a; POP_BLOCK; RETURN_CONST 0 | a: PUSH_EXC_INFO; RERAISE 0",
                "SETUP_FINALLY a; POP_BLOCK; RETURN_CONST 0 | a handler: PUSH_EXC_INFO; RERAISE 0",
            ),
            Row(
                "so does what SETUP_WITH and SETUP_CLEANUP name",
                "SETUP_WITH a; SETUP_CLEANUP b; RETURN_CONST 0 | a: RERAISE 0 | b: RERAISE 0",
                "SETUP_WITH a; SETUP_CLEANUP b; RETURN_CONST 0 | a handler: RERAISE 0 | b handler: RERAISE 0",
            ),
            Row(
                "what a jump names does not",
                "POP_JUMP_IF_TRUE a | RETURN_CONST 0 | a: RETURN_CONST 0",
                SAME,
            ),
        ],
    );
}

#[test]
fn label_exception_targets() {
    check(
        Pass::LabelExceptionTargets,
        &[
            Row(
                "from the SETUP to the POP_BLOCK, neither included",
                "NOP@1; SETUP_FINALLY a@2; NOP@3; POP_BLOCK@4; RETURN_CONST 0@5 | a: RERAISE 0@6",
                "NOP@1; SETUP_FINALLY a@2; NOP@3^a; POP_BLOCK@4; RETURN_CONST 0@5 | a: RERAISE 0@6",
            ),
            Row(
                "the innermost handler; one handler runs under the other",
                "SETUP_FINALLY a; SETUP_FINALLY b; NOP@1; POP_BLOCK; NOP@2; POP_BLOCK; RETURN_CONST 0@3 | b: RERAISE 0@4 \
                 | a: RERAISE 0@5",
                "SETUP_FINALLY a; SETUP_FINALLY b; NOP@1^b; POP_BLOCK; NOP@2^a; POP_BLOCK; RETURN_CONST 0@3 \
                 | b: RERAISE 0@4^a | a: RERAISE 0@5",
            ),
            Row(
                "SETUP_WITH and SETUP_CLEANUP keep the offset of what raised, SETUP_FINALLY does not",
                "SETUP_WITH a; SETUP_CLEANUP b; SETUP_FINALLY c; RETURN_CONST 0@1 | a: RERAISE 0@2 | b: RERAISE 0@3 \
                 | c: RERAISE 0@4",
                "SETUP_WITH a; SETUP_CLEANUP b; SETUP_FINALLY c; RETURN_CONST 0@1^c | a lasti: RERAISE 0@2 \
                 | b lasti: RERAISE 0@3^a | c: RERAISE 0@4^b",
            ),
            Row(
                "a YIELD_VALUE knows how deep it is nested",
                "SETUP_WITH a; SETUP_FINALLY b; YIELD_VALUE 0@1; RETURN_CONST 0@2 | a: RERAISE 0@3 | b: RERAISE 0@4",
                "SETUP_WITH a; SETUP_FINALLY b; YIELD_VALUE 2@1^b; RETURN_CONST 0@2^b | a lasti: RERAISE 0@3 \
                 | b: RERAISE 0@4^a",
            ),
            Row(
                "the handler goes along with jumps and where a block leads into the next",
                "SETUP_FINALLY c; POP_JUMP_IF_TRUE b@1 | NOP@2 | b: NOP@3; POP_BLOCK; RETURN_CONST 0@4 | c: RERAISE 0@5",
                "SETUP_FINALLY c; POP_JUMP_IF_TRUE b@1^c | NOP@2^c | b: NOP@3^c; POP_BLOCK; RETURN_CONST 0@4 | c: RERAISE 0@5",
            ),
            Row(
                "what nothing reaches is guarded by nothing",
                "SETUP_FINALLY a; RETURN_CONST 0@1 | NOP@2; RETURN_CONST 0@3 | a: RERAISE 0@4",
                "SETUP_FINALLY a; RETURN_CONST 0@1^a | NOP@2; RETURN_CONST 0@3 | a: RERAISE 0@4",
            ),
        ],
    );
}

#[test]
fn push_cold_blocks_to_end() {
    check(
        Pass::PushColdBlocksToEnd,
        &[
            Row(
                "handlers go behind everything else",
                "NOP@1; JUMP b@1 | a handler: PUSH_EXC_INFO@2; RERAISE 0@2 | b: RETURN_CONST 0@3",
                "warm: NOP@1; NOP@1 | b warm: RETURN_CONST 0@3 | a handler cold: PUSH_EXC_INFO@2; RERAISE 0@2",
            ),
            Row(
                "with what only they reach",
                "NOP@1; JUMP b@1 | a handler: POP_JUMP_IF_TRUE c@2 | RERAISE 0@2 | c: RERAISE 1@3 | b: RETURN_CONST 0@4",
                "warm: NOP@1; NOP@1 | b warm: RETURN_CONST 0@4 | a handler cold: POP_JUMP_IF_TRUE c@2 | cold: RERAISE 0@2 \
                 | c cold: RERAISE 1@3",
            ),
            Row(
                "what leads from there into the common way must jump now, and its target have a label",
                "NOP@1; JUMP b@1 | a handler: POP_EXCEPT@2 | RETURN_CONST 0@3 | b: JUMP #2@4",
                "warm: NOP@1; JUMP b@1 | c warm: RETURN_CONST 0@3 | b warm: JUMP c@4 | a handler cold: POP_EXCEPT@2 | cold: JUMP c",
            ),
            Row("one block has no order", "NOP@1; RETURN_CONST 0@2", SAME),
            Row(
                "without handlers all stays where it is, redundant jumps too",
                "JUMP a@1 | a: RETURN_CONST 0@2",
                "warm: JUMP a@1 | a warm: RETURN_CONST 0@2",
            ),
        ],
    );
}
