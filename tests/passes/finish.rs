//! What makes the graph ready to be assembled.

use opstep::{code::flags, dialect::Pass};

use super::{Row, SAME, check, check_in, notation::Frame};

#[test]
fn insert_prefix_instructions() {
    let pass = Pass::InsertPrefixInstructions;
    check(pass, &[Row("most functions need none", "RESUME 0@1; RETURN_CONST 0@1", SAME)]);
    check_in(
        Frame { locals: "x y", params: 2, cells: "a y x b", free: "c d", ..Frame::default() },
        pass,
        &[Row(
            "free variables, then cells: parameters first, in their order",
            "RESUME 0@1; RETURN_CONST 0@1",
            "COPY_FREE_VARS 2; MAKE_CELL 2; MAKE_CELL 1; MAKE_CELL 0; MAKE_CELL 3; RESUME 0@1; RETURN_CONST 0@1",
        )],
    );
    for flag in [flags::GENERATOR, flags::COROUTINE, flags::ASYNC_GENERATOR] {
        check_in(
            Frame { cells: "a", flags: flag, ..Frame::default() },
            pass,
            &[Row(
                "what can be resumed begins with a return, behind the cells",
                "RESUME 0@2; RETURN_CONST 0@2",
                "MAKE_CELL 0; RETURN_GENERATOR@1; POP_TOP; RESUME 0@2; RETURN_CONST 0@2",
            )],
        );
    }
}

#[test]
fn fix_cell_offsets() {
    check_in(
        Frame { locals: "x y", params: 2, cells: "a y", free: "c", ..Frame::default() },
        Pass::FixCellOffsets,
        &[
            Row(
                "cells lie behind the locals, but for a local that is a cell; then the free variables move up",
                "LOAD_DEREF 0; STORE_DEREF 1; LOAD_CLOSURE 2; POP_TOP; RETURN_CONST 0",
                "LOAD_DEREF 2; STORE_DEREF 1; LOAD_CLOSURE 3; POP_TOP; RETURN_CONST 0",
            ),
            Row(
                "in every instruction with a cell",
                "MAKE_CELL 0; DELETE_DEREF 2; BUILD_MAP 0; LOAD_FROM_DICT_OR_DEREF 0; RETURN_VALUE",
                "MAKE_CELL 2; DELETE_DEREF 3; BUILD_MAP 0; LOAD_FROM_DICT_OR_DEREF 2; RETURN_VALUE",
            ),
            Row("and in no other", "LOAD_FAST 0; STORE_FAST 1; RETURN_CONST 0", SAME),
        ],
    );
}

#[test]
fn stackdepth() {
    let pass = Pass::Stackdepth;
    check(
        pass,
        &[
            Row(
                "the deepest, not the last",
                "LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; BUILD_TUPLE 3; RETURN_VALUE",
                "deepest=3 depth=0: LOAD_NAME 0; LOAD_NAME 1; LOAD_NAME 2; BUILD_TUPLE 3; RETURN_VALUE",
            ),
            Row(
                "each way on begins with what is left",
                "LOAD_NAME 0; LOAD_NAME 1; POP_JUMP_IF_TRUE a | POP_TOP; JUMP b | a: RETURN_VALUE | b: LOAD_NAME 0; RETURN_VALUE",
                "deepest=2 depth=0: LOAD_NAME 0; LOAD_NAME 1; POP_JUMP_IF_TRUE a | depth=1: POP_TOP; JUMP b \
                 | a depth=1: RETURN_VALUE | b depth=0: LOAD_NAME 0; RETURN_VALUE",
            ),
            Row(
                "the end of a loop has two more than the loop: END_FOR will pop them",
                "LOAD_NAME 0; GET_ITER | a: FOR_ITER b | STORE_NAME 0; JUMP a | b: END_FOR; LOAD_NAME 0; RETURN_VALUE",
                "deepest=2 depth=0: LOAD_NAME 0; GET_ITER | a depth=1: FOR_ITER b | depth=2: STORE_NAME 0; JUMP a \
                 | b depth=2: END_FOR; LOAD_NAME 0; RETURN_VALUE",
            ),
            Row(
                "a handler finds the exception, and below it the offset if it asks",
                "SETUP_FINALLY a; POP_BLOCK; SETUP_CLEANUP b; POP_BLOCK; LOAD_NAME 0; RETURN_VALUE | a: RERAISE 0 \
                 | b: POP_TOP; POP_TOP; LOAD_NAME 0; RETURN_VALUE",
                "deepest=2 depth=0: SETUP_FINALLY a; POP_BLOCK; SETUP_CLEANUP b; POP_BLOCK; LOAD_NAME 0; RETURN_VALUE \
                 | a depth=1: RERAISE 0 | b depth=2: POP_TOP; POP_TOP; LOAD_NAME 0; RETURN_VALUE",
            ),
            Row(
                "what nothing reaches has no depth",
                "LOAD_NAME 0; RETURN_VALUE | LOAD_NAME 0; RETURN_VALUE",
                "deepest=1 depth=0: LOAD_NAME 0; RETURN_VALUE | LOAD_NAME 0; RETURN_VALUE",
            ),
        ],
    );
    check_in(
        Frame { flags: flags::GENERATOR, ..Frame::default() },
        pass,
        &[Row(
            "a generator is resumed with a value",
            "POP_TOP; RETURN_CONST 0",
            "depth=1: POP_TOP; RETURN_CONST 0",
        )],
    );
}

#[test]
fn convert_pseudo_ops() {
    check_in(
        Frame { locals: "x", ..Frame::default() },
        Pass::ConvertPseudoOps,
        &[
            Row(
                "what only sets up handlers is gone",
                "SETUP_FINALLY a@1; LOAD_NAME 0@1; POP_BLOCK@1; RETURN_VALUE@1 | a: RERAISE 0@2",
                "LOAD_NAME 0@1; RETURN_VALUE@1 | a: RERAISE 0@2",
            ),
            Row(
                "but for a line that nothing else has",
                "SETUP_FINALLY a@1; LOAD_NAME 0@2; POP_BLOCK@3; RETURN_VALUE@4 | a: RERAISE 0@5",
                "NOP@1; LOAD_NAME 0@2; NOP@3; RETURN_VALUE@4 | a: RERAISE 0@5",
            ),
            Row(
                "a store of what may be nothing is a store",
                "LOAD_NAME 0@1; STORE_FAST_MAYBE_NULL 0@1; RETURN_CONST 0@1",
                "LOAD_NAME 0@1; STORE_FAST 0@1; RETURN_CONST 0@1",
            ),
        ],
    );
}

#[test]
fn normalize_jumps() {
    check(
        Pass::NormalizeJumps,
        &[
            Row(
                "forward",
                "JUMP a | RETURN_CONST 0 | a: JUMP_NO_INTERRUPT b | RETURN_CONST 0 | b: RETURN_CONST 0",
                "JUMP_FORWARD a | RETURN_CONST 0 | a: JUMP_FORWARD b | RETURN_CONST 0 | b: RETURN_CONST 0",
            ),
            Row("back, to itself too", "a: NOP@1; JUMP a@1", "a: NOP@1; JUMP_BACKWARD a@1"),
            Row(
                "back without a look at signals",
                "a: NOP@1; JUMP_NO_INTERRUPT a@1",
                "a: NOP@1; JUMP_BACKWARD_NO_INTERRUPT a@1",
            ),
            Row(
                "a conditional jump forward stays",
                "LOAD_NAME 0; POP_JUMP_IF_NONE a | RETURN_CONST 0 | a: RETURN_CONST 0",
                SAME,
            ),
            Row(
                "back, it is turned round and steps over a plain jump",
                "a: LOAD_NAME 0@1; POP_JUMP_IF_TRUE a@2 | RETURN_CONST 0@3",
                "a: LOAD_NAME 0@1; POP_JUMP_IF_FALSE #2@2 | JUMP_BACKWARD a@2 | RETURN_CONST 0@3",
            ),
            Row(
                "each kind has its opposite",
                "a: LOAD_NAME 0; POP_JUMP_IF_FALSE a | LOAD_NAME 0; POP_JUMP_IF_NONE a | LOAD_NAME 0; POP_JUMP_IF_NOT_NONE a \
                 | RETURN_CONST 0",
                "a: LOAD_NAME 0; POP_JUMP_IF_TRUE #2 | JUMP_BACKWARD a | LOAD_NAME 0; POP_JUMP_IF_NOT_NONE #4 | JUMP_BACKWARD a \
                 | LOAD_NAME 0; POP_JUMP_IF_NONE #6 | JUMP_BACKWARD a | RETURN_CONST 0",
            ),
            Row(
                "the new block is as cold as the old",
                "a: LOAD_NAME 0@1; RETURN_VALUE@1 | cold: LOAD_NAME 0@2; POP_JUMP_IF_TRUE a@2 | cold: RERAISE 0@3",
                "a: LOAD_NAME 0@1; RETURN_VALUE@1 | cold: LOAD_NAME 0@2; POP_JUMP_IF_FALSE #3@2 | cold: JUMP_BACKWARD a@2 \
                 | cold: RERAISE 0@3",
            ),
        ],
    );
}
