//! What `optimize_basic_block` does within a block, by instruction.

use opstep::dialect::Pass;

use super::{Row, SAME, check, check_in, notation::Frame};

/// A constant that is tested or returned at once.
#[test]
fn optimize_basic_block_with_load_const() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "a true constant jumps if true",
                "{None, 1} LOAD_CONST 1@1; POP_JUMP_IF_TRUE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "{None, 1} NOP@1; JUMP a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "a false one does not",
                "{None, 0} LOAD_CONST 1@1; POP_JUMP_IF_TRUE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "{None, 0} NOP@1; NOP@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "the other way round for POP_JUMP_IF_FALSE",
                "{None, ''} LOAD_CONST 1@1; POP_JUMP_IF_FALSE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "{None, ''} NOP@1; JUMP a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "a copy of a constant is as good",
                "{None, 1} LOAD_CONST 1@1; COPY 1@1; POP_JUMP_IF_FALSE a@1 | POP_TOP@1; RETURN_CONST 0@2 | a: RETURN_VALUE@3",
                "{None, 1} LOAD_CONST 1@1; NOP@1; NOP@1 | POP_TOP@1; RETURN_CONST 0@2 | a: RETURN_VALUE@3",
            ),
            Row(
                "a copy from below is not",
                "{None, 1} LOAD_CONST 1@1; COPY 2@1; POP_JUMP_IF_FALSE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                SAME,
            ),
            Row(
                "`is None` has jumps of its own",
                "LOAD_NAME 0@1; LOAD_CONST 0@1; IS_OP 0@1; POP_JUMP_IF_FALSE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "LOAD_NAME 0@1; NOP@1; NOP@1; POP_JUMP_IF_NOT_NONE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "so has `is not None`",
                "LOAD_NAME 0@1; LOAD_CONST 0@1; IS_OP 1@1; POP_JUMP_IF_FALSE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "LOAD_NAME 0@1; NOP@1; NOP@1; POP_JUMP_IF_NONE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "and both the other way round",
                "LOAD_NAME 0@1; LOAD_CONST 0@1; IS_OP 1@1; POP_JUMP_IF_TRUE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                "LOAD_NAME 0@1; NOP@1; NOP@1; POP_JUMP_IF_NOT_NONE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
            ),
            Row(
                "another constant has none",
                "{1} LOAD_NAME 0@1; LOAD_CONST 0@1; IS_OP 0@1; POP_JUMP_IF_FALSE a@1 | RETURN_CONST 0@2 | a: RETURN_CONST 0@3",
                SAME,
            ),
            Row(
                "nor has a test whose answer is kept",
                "LOAD_NAME 0@1; LOAD_CONST 0@1; IS_OP 0@1; RETURN_VALUE@1",
                SAME,
            ),
            Row(
                "a constant is returned without the stack",
                "{1} LOAD_CONST 0@1; RETURN_VALUE@2",
                "{1} NOP@1; RETURN_CONST 0@2",
            ),
            Row("a variable is not", "LOAD_NAME 0@1; RETURN_VALUE@1", SAME),
        ],
    );
}

#[test]
fn fold_tuple_on_constants() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "a tuple of constants joins them",
                "{None, 1, 'a'} LOAD_CONST 1@1; LOAD_CONST 2@2; BUILD_TUPLE 2@3; RETURN_VALUE@4",
                "{None, 1, 'a', (1, 'a')} NOP@1; NOP@2; LOAD_CONST 3@3; RETURN_VALUE@4",
            ),
            Row(
                "and may be part of another",
                "{None, 1} LOAD_CONST 0@1; LOAD_CONST 1@1; BUILD_TUPLE 1@1; BUILD_TUPLE 2@1; POP_TOP@1; RETURN_CONST 0@1",
                "{None, 1, (1,)} LOAD_CONST 0@1; NOP@1; LOAD_CONST 2@1; BUILD_TUPLE 2@1; POP_TOP@1; RETURN_CONST 0@1",
            ),
            Row(
                "the empty tuple is made of no constants",
                "BUILD_TUPLE 0@1; RETURN_VALUE@1",
                "{None, ()} LOAD_CONST 1@1; RETURN_VALUE@1",
            ),
            Row(
                "one variable is enough to build it",
                "LOAD_NAME 0@1; LOAD_CONST 0@1; BUILD_TUPLE 2@1; RETURN_VALUE@1",
                SAME,
            ),
            Row(
                "so is a constant that was loaded in the block before",
                "POP_JUMP_IF_TRUE a@1 | LOAD_CONST 0@1 | a: LOAD_CONST 0@1; BUILD_TUPLE 2@1; RETURN_VALUE@1",
                SAME,
            ),
        ],
    );
}

/// A tuple that is taken apart at once.
#[test]
fn optimize_basic_block_with_build_tuple() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "one item stays where it is",
                "LOAD_NAME 0@1; BUILD_TUPLE 1@1; UNPACK_SEQUENCE 1@2; RETURN_VALUE@3",
                "LOAD_NAME 0@1; NOP@1; NOP@2; RETURN_VALUE@3",
            ),
            Row(
                "two change places",
                "LOAD_NAME 0@1; LOAD_NAME 1@1; BUILD_TUPLE 2@1; UNPACK_SEQUENCE 2@1; STORE_NAME 0@1; RETURN_VALUE@1",
                "LOAD_NAME 0@1; LOAD_NAME 1@1; NOP@1; SWAP 2@1; STORE_NAME 0@1; RETURN_VALUE@1",
            ),
            Row(
                "of three the first and last",
                "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; BUILD_TUPLE 3; UNPACK_SEQUENCE 3; RETURN_CONST 0",
                "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; NOP; SWAP 3; RETURN_CONST 0",
            ),
            Row(
                "four are taken apart",
                "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; LOAD_NAME 2; BUILD_TUPLE 4; UNPACK_SEQUENCE 4; RETURN_CONST 0",
                SAME,
            ),
            Row(
                "so is a wrong number",
                "LOAD_NAME 0@1; LOAD_NAME 1@1; BUILD_TUPLE 2@1; UNPACK_SEQUENCE 3@1; RETURN_CONST 0@2",
                SAME,
            ),
        ],
    );
}

#[test]
fn jump_thread() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "a jump to a jump of its line goes where that one goes",
                "JUMP a@1 | NOP@2 | a: JUMP b@1 | NOP@2 | b: NOP@1; RETURN_CONST 0@3",
                "JUMP b@1 | NOP@2 | a: JUMP b@1 | NOP@2 | b: NOP@1; RETURN_CONST 0@3",
            ),
            Row(
                "also if that one has no line",
                "POP_JUMP_IF_NONE a@1 | NOP@2 | a: JUMP b | NOP@2 | b: NOP@1; RETURN_CONST 0@3",
                "POP_JUMP_IF_NONE b@1 | NOP@2 | a: JUMP b | NOP@2 | b: NOP@1; RETURN_CONST 0@3",
            ),
            Row(
                "not past another line",
                "JUMP a@1 | NOP@2 | a: JUMP b@3 | NOP@2 | b: NOP@1; RETURN_CONST 0@3",
                SAME,
            ),
            Row(
                "on to the end of a chain",
                "POP_JUMP_IF_FALSE a@1 | NOP@2 | a: JUMP b@1 | b: JUMP c | c: NOP@1; RETURN_CONST 0@3",
                "POP_JUMP_IF_FALSE c@1 | NOP@2 | a: JUMP c@1 | b: JUMP c | c: NOP@1; RETURN_CONST 0@3",
            ),
            Row(
                "two that jump to each other are not followed for ever",
                "a: JUMP b@1 | b: JUMP a@1",
                "a: JUMP a@1 | b: JUMP a@1",
            ),
            Row(
                "FOR_ITER only goes forward, which a jump need not",
                "LOAD_NAME 0@1 | b: FOR_ITER a@1 | POP_TOP@1; JUMP b@1 | a: JUMP c@1 | c: END_FOR@1; RETURN_CONST 0@1",
                SAME,
            ),
            Row(
                "JUMP_NO_INTERRUPT stays as it is, and what leads to it",
                "JUMP a@1 | a: JUMP_NO_INTERRUPT b@1 | b: JUMP a@1",
                SAME,
            ),
        ],
    );
}

#[test]
fn swaptimize() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "to exchange a value with itself is nothing",
                "SWAP 1@1; RETURN_CONST 0@1",
                "NOP@1; RETURN_CONST 0@1",
            ),
            Row("one is the shortest run", "SWAP 3@1; RETURN_CONST 0@1", SAME),
            Row(
                "two of the same undo each other",
                "SWAP 2; NOP; SWAP 2; RETURN_CONST 0",
                "NOP; NOP; NOP; RETURN_CONST 0",
            ),
            Row(
                "what is left stands at the end of the run",
                "SWAP 2; SWAP 2; NOP; SWAP 3; RETURN_CONST 0",
                "NOP; NOP; NOP; SWAP 3; RETURN_CONST 0",
            ),
            Row(
                "a cycle without the top takes it along and back",
                "SWAP 3; SWAP 2; SWAP 3; RETURN_CONST 0",
                "SWAP 2; SWAP 3; SWAP 2; RETURN_CONST 0",
            ),
            Row(
                "five become three",
                "SWAP 2; SWAP 3; SWAP 4; SWAP 2; SWAP 3; RETURN_CONST 0",
                "NOP; NOP; SWAP 3; SWAP 4; SWAP 2; RETURN_CONST 0",
            ),
            Row("other instructions end the run", "SWAP 2@1; UNARY_NOT@1; SWAP 2@1; RETURN_CONST 0@1", SAME),
        ],
    );
}

#[test]
fn apply_static_swaps() {
    let frame = Frame { locals: "x y z", ..Frame::default() };
    check_in(
        frame,
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "the stores are exchanged, not the values",
                "SWAP 2@1; STORE_FAST 0@1; STORE_FAST 1@1; RETURN_CONST 0@1",
                "NOP@1; STORE_FAST 1@1; STORE_FAST 0@1; RETURN_CONST 0@1",
            ),
            Row(
                "POP_TOP can be exchanged too, and NOPs are passed over",
                "SWAP 3@1; NOP@1; POP_TOP@1; STORE_FAST_MAYBE_NULL 0@1; NOP@1; POP_TOP@1; RETURN_CONST 0@1",
                "NOP@1; NOP@1; POP_TOP@1; STORE_FAST_MAYBE_NULL 0@1; NOP@1; POP_TOP@1; RETURN_CONST 0@1",
            ),
            Row(
                "not where the two store to one variable",
                "SWAP 2@1; STORE_FAST 0@1; STORE_FAST 0@1; RETURN_CONST 0@1",
                SAME,
            ),
            Row(
                "nor where one between them does",
                "SWAP 3@1; STORE_FAST 0@1; STORE_FAST 1@1; STORE_FAST 1@1; RETURN_CONST 0@1",
                SAME,
            ),
            Row(
                "nor past the end of a line, between which one could look",
                "SWAP 2@1; STORE_FAST 0@1; STORE_FAST 1@2; RETURN_CONST 0@2",
                SAME,
            ),
            Row(
                "nor with what can run other code",
                "SWAP 2@1; STORE_FAST 0@1; STORE_NAME 0@1; RETURN_CONST 0@1",
                SAME,
            ),
            Row(
                "a SWAP further left is tried again",
                "SWAP 3@1; SWAP 2@1; STORE_FAST 0@1; STORE_FAST 1@1; STORE_FAST 2@1; RETURN_CONST 0@1",
                "NOP@1; NOP@1; STORE_FAST 2@1; STORE_FAST 0@1; STORE_FAST 1@1; RETURN_CONST 0@1",
            ),
        ],
    );
}

#[test]
fn optimize_basic_block_with_push_null() {
    check(
        Pass::OptimizeBasicBlocks,
        &[
            Row(
                "LOAD_GLOBAL pushes the NULL as well",
                "PUSH_NULL@1; LOAD_GLOBAL 4@2; RETURN_CONST 0@3",
                "NOP@1; LOAD_GLOBAL 5@2; RETURN_CONST 0@3",
            ),
            Row("but not a second one", "PUSH_NULL@1; LOAD_GLOBAL 5@2; RETURN_CONST 0@3", SAME),
            Row("LOAD_NAME cannot", "PUSH_NULL@1; LOAD_NAME 2@2; RETURN_CONST 0@3", SAME),
        ],
    );
}
