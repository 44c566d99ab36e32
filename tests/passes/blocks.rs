//! Whole blocks, and the jumps and no-ops between them.

use opstep::dialect::Pass;

use super::{Row, SAME, check};

#[test]
fn eliminate_empty_basic_blocks() {
    check(
        Pass::EliminateEmptyBasicBlocks,
        &[
            Row(
                "empty blocks are unlinked",
                "NOP@1 | () | () | RETURN_CONST 0@2",
                "NOP@1 | RETURN_CONST 0@2",
            ),
            Row("so is an empty entry", "() | () | RETURN_CONST 0@1", "RETURN_CONST 0@1"),
            Row(
                "a jump to one goes to the next that is not",
                "POP_JUMP_IF_TRUE a@1 | RETURN_CONST 0@2 | a: () | b: RETURN_CONST 0@3",
                "POP_JUMP_IF_TRUE b@1 | RETURN_CONST 0@2 | b: RETURN_CONST 0@3",
            ),
            Row(
                "which is given a label if it has none, one that no block in use has",
                "SETUP_FINALLY a; POP_JUMP_IF_TRUE b@1 | () | b: RETURN_CONST 0@2 | a: () | RERAISE 0@3",
                "SETUP_FINALLY c; POP_JUMP_IF_TRUE b@1 | b: RETURN_CONST 0@2 | c: RERAISE 0@3",
            ),
            Row("others stay", "JUMP a@1 | a: RETURN_CONST 0@1", SAME),
        ],
    );
}

#[test]
fn inline_small_exit_blocks() {
    check(
        Pass::InlineSmallExitBlocks,
        &[
            Row(
                "an ending replaces the jump, whose line a NOP keeps",
                "JUMP a@1 | NOP@2 | a: LOAD_NAME 0@3; RETURN_VALUE@3",
                "NOP@1; LOAD_NAME 0@3; RETURN_VALUE@3 | NOP@2 | a: LOAD_NAME 0@3; RETURN_VALUE@3",
            ),
            Row(
                "four instructions are few enough",
                "JUMP_NO_INTERRUPT a | a: LOAD_NAME 0; LOAD_NAME 1; BINARY_OP 0; RETURN_VALUE",
                "NOP; LOAD_NAME 0; LOAD_NAME 1; BINARY_OP 0; RETURN_VALUE \
                 | a: LOAD_NAME 0; LOAD_NAME 1; BINARY_OP 0; RETURN_VALUE",
            ),
            Row(
                "five are too many",
                "JUMP a@1 | NOP@2 | a: LOAD_NAME 0@3; LOAD_NAME 1@3; BINARY_OP 0@3; UNARY_NOT@3; RETURN_VALUE@3",
                SAME,
            ),
            Row(
                "a raise is an ending too",
                "JUMP a@1 | a: RAISE_VARARGS 0@2",
                "NOP@1; RAISE_VARARGS 0@2 | a: RAISE_VARARGS 0@2",
            ),
            Row("a jump is not", "JUMP a@1 | a: NOP@2; JUMP a@3", SAME),
            Row(
                "a conditional jump stays",
                "POP_JUMP_IF_TRUE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                SAME,
            ),
        ],
    );
}

#[test]
fn remove_redundant_nops_and_pairs() {
    check(
        Pass::RemoveRedundantNopsAndPairs,
        &[
            Row(
                "a constant that is popped at once was never pushed",
                "LOAD_CONST 0@1; POP_TOP@1; RETURN_CONST 0@1",
                "RETURN_CONST 0@1",
            ),
            Row("its line stays", "LOAD_CONST 0@1; POP_TOP@1; RETURN_CONST 0@2", "NOP@1; RETURN_CONST 0@2"),
            Row(
                "what then stands side by side may be a pair too",
                "LOAD_CONST 0@1; COPY 1@1; POP_TOP@1; POP_TOP@1; RETURN_CONST 0@1",
                "RETURN_CONST 0@1",
            ),
            Row("a copy from below is another value's", "LOAD_NAME 0; COPY 2; POP_TOP; RETURN_CONST 0", SAME),
            Row("to load a variable may raise", "LOAD_NAME 0@1; POP_TOP@1; RETURN_CONST 0@1", SAME),
            Row(
                "a pair may stand in two blocks",
                "LOAD_CONST 0@1 | POP_TOP@1; RETURN_CONST 0@1",
                "() | RETURN_CONST 0@1",
            ),
            Row(
                "not if another way leads to the second",
                "LOAD_NAME 0; POP_JUMP_IF_TRUE a | LOAD_CONST 0 | a: POP_TOP; RETURN_CONST 0",
                SAME,
            ),
            Row(
                "nor if the first leads away",
                "LOAD_CONST 0@1; JUMP a@1 | POP_TOP@2; RETURN_CONST 0@2 | a: RETURN_VALUE@3",
                SAME,
            ),
        ],
    );
}

#[test]
fn remove_unreachable() {
    check(
        Pass::RemoveUnreachable,
        &[
            Row(
                "where no way leads, nothing is left",
                "RETURN_CONST 0@1 | NOP@2; RETURN_CONST 0@3",
                "ways=1: RETURN_CONST 0@1 | ()",
            ),
            Row(
                "ways are jumps and where a block leads into the next",
                "POP_JUMP_IF_TRUE b@1 | NOP@2 | b: RETURN_CONST 0@3",
                "ways=1: POP_JUMP_IF_TRUE b@1 | ways=1: NOP@2 | b ways=2: RETURN_CONST 0@3",
            ),
            Row(
                "an exception is a way",
                "SETUP_FINALLY a@1; POP_BLOCK@1; RETURN_CONST 0@1 | a: RERAISE 0@2",
                "ways=1: SETUP_FINALLY a@1; POP_BLOCK@1; RETURN_CONST 0@1 | a ways=1: RERAISE 0@2",
            ),
            Row(
                "a circle that nothing enters is not reached",
                "RETURN_CONST 0@1 | a: NOP@2; JUMP a@2",
                "ways=1: RETURN_CONST 0@1 | a: ()",
            ),
            Row(
                "a block that is reached from one place in two ways is looked at twice, and its own ways count twice",
                "POP_JUMP_IF_TRUE a@1 | a: NOP@2; JUMP b@2 | NOP@3 | b: RETURN_CONST 0@4",
                "ways=1: POP_JUMP_IF_TRUE a@1 | a ways=2: NOP@2; JUMP b@2 | () | b ways=2: RETURN_CONST 0@4",
            ),
        ],
    );
}

#[test]
fn remove_redundant_nops() {
    check(
        Pass::RemoveRedundantNops,
        &[
            Row("without a line", "NOP; RETURN_CONST 0@1", "RETURN_CONST 0@1"),
            Row(
                "of the line before",
                "LOAD_NAME 0@1; NOP@1; RETURN_VALUE@2",
                "LOAD_NAME 0@1; RETURN_VALUE@2",
            ),
            Row(
                "of the line behind",
                "LOAD_NAME 0@1; NOP@2; RETURN_VALUE@2",
                "LOAD_NAME 0@1; RETURN_VALUE@2",
            ),
            Row("not with a line of its own", "LOAD_NAME 0@1; NOP@2; RETURN_VALUE@3", SAME),
            Row(
                "the next can take the line over",
                "LOAD_NAME 0@1; NOP@2; RETURN_VALUE",
                "LOAD_NAME 0@1; RETURN_VALUE@2",
            ),
            Row(
                "at the end of a block, of the line of the next",
                "NOP@1 | () | a: RETURN_CONST 0@1",
                "() | () | a: RETURN_CONST 0@1",
            ),
            Row(
                "where it goes on behind NOPs without line",
                "NOP@1 | NOP; RETURN_CONST 0@1",
                "() | RETURN_CONST 0@1",
            ),
            Row("not where the next has no line", "NOP@1 | RETURN_CONST 0", SAME),
            Row(
                "two of a line are one",
                "LOAD_NAME 0@1; NOP@2; NOP@2; RETURN_VALUE@3",
                "LOAD_NAME 0@1; NOP@2; RETURN_VALUE@3",
            ),
        ],
    );
}

#[test]
fn remove_redundant_jumps() {
    check(
        Pass::RemoveRedundantJumps,
        &[
            Row("a jump to the next block", "JUMP a@1 | a: RETURN_CONST 0@2", "NOP@1 | a: RETURN_CONST 0@2"),
            Row(
                "whichever it is",
                "JUMP_NO_INTERRUPT a@1 | a: RETURN_CONST 0@2",
                "NOP@1 | a: RETURN_CONST 0@2",
            ),
            Row("not to any other", "JUMP a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@2", SAME),
            Row(
                "a conditional jump takes a value off the stack",
                "LOAD_NAME 0@1; POP_JUMP_IF_TRUE a@1 | a: RETURN_CONST 0@2",
                SAME,
            ),
        ],
    );
}
