//! Constants and local variables.

use opstep::dialect::Pass;

use super::{Row, SAME, check, check_in, notation::Frame};

#[test]
fn remove_unused_consts() {
    check(
        Pass::RemoveUnusedConsts,
        &[
            Row(
                "what is not named goes, what is behind it moves up",
                "{0, 1, 2, 3} LOAD_CONST 3@1; POP_TOP@1; RETURN_CONST 1@1",
                "{0, 1, 3} LOAD_CONST 2@1; POP_TOP@1; RETURN_CONST 1@1",
            ),
            Row(
                "the first may be a docstring",
                "{'doc', 1, 2} RETURN_CONST 2@1",
                "{'doc', 2} RETURN_CONST 1@1",
            ),
            Row(
                "names of arguments are constants too",
                "{0, ('a',)} KW_NAMES 1@1; CALL 1@1; RETURN_CONST 0@1",
                SAME,
            ),
            Row(
                "arguments of other kinds are not",
                "{0, 1, 2} LOAD_NAME 2@1; RETURN_VALUE@1",
                "{0} LOAD_NAME 2@1; RETURN_VALUE@1",
            ),
            Row("there may be none", "{} LOAD_NAME 0@1; RETURN_VALUE@1", SAME),
        ],
    );
}

#[test]
fn add_checks_for_loads_of_uninitialized_variables() {
    let pass = Pass::AddChecksForLoadsOfUninitializedVariables;
    check_in(
        Frame { locals: "x y", params: 1, ..Frame::default() },
        pass,
        &[
            Row(
                "a parameter has a value, another variable may not",
                "LOAD_FAST 0@1; LOAD_FAST 1@1; RETURN_CONST 0@1",
                "LOAD_FAST 0@1; LOAD_FAST_CHECK 1@1; RETURN_CONST 0@1",
            ),
            Row(
                "until it is deleted",
                "DELETE_FAST 0@1; LOAD_FAST 0@1; RETURN_VALUE@1",
                "DELETE_FAST 0@1; LOAD_FAST_CHECK 0@1; RETURN_VALUE@1",
            ),
        ],
    );
    check_in(
        Frame { locals: "x", ..Frame::default() },
        pass,
        &[
            Row("a store gives it one", "LOAD_NAME 0@1; STORE_FAST 0@1; LOAD_FAST 0@1; RETURN_VALUE@1", SAME),
            Row(
                "a load that did not raise shows that it has one",
                "LOAD_FAST 0@1; POP_TOP@1; LOAD_FAST 0@1; RETURN_VALUE@1",
                "LOAD_FAST_CHECK 0@1; POP_TOP@1; LOAD_FAST 0@1; RETURN_VALUE@1",
            ),
            Row(
                "a comprehension takes it away and may bring back nothing",
                "LOAD_NAME 0; STORE_FAST 0; LOAD_FAST_AND_CLEAR 0; LOAD_FAST 0; SWAP 2; STORE_FAST_MAYBE_NULL 0; LOAD_FAST 0; \
                 RETURN_VALUE",
                "LOAD_NAME 0; STORE_FAST 0; LOAD_FAST_AND_CLEAR 0; LOAD_FAST_CHECK 0; SWAP 2; STORE_FAST_MAYBE_NULL 0; \
                 LOAD_FAST_CHECK 0; RETURN_VALUE",
            ),
            Row(
                "one way without a value is enough",
                "LOAD_NAME 0; POP_JUMP_IF_TRUE a | LOAD_NAME 0; STORE_FAST 0 | a: LOAD_FAST 0; RETURN_VALUE",
                "LOAD_NAME 0; POP_JUMP_IF_TRUE a | LOAD_NAME 0; STORE_FAST 0 | a: LOAD_FAST_CHECK 0; RETURN_VALUE",
            ),
            Row(
                "a way back counts",
                "LOAD_NAME 0; STORE_FAST 0 | a: LOAD_FAST 0; POP_TOP; DELETE_FAST 0; LOAD_NAME 0; POP_JUMP_IF_TRUE a | RETURN_CONST 0",
                "LOAD_NAME 0; STORE_FAST 0 | a: LOAD_FAST_CHECK 0; POP_TOP; DELETE_FAST 0; LOAD_NAME 0; POP_JUMP_IF_TRUE a \
                 | RETURN_CONST 0",
            ),
            Row(
                "a handler may come from before the store",
                "LOAD_NAME 0^a; STORE_FAST 0^a; RETURN_CONST 0 | a: LOAD_FAST 0; RETURN_VALUE",
                "LOAD_NAME 0^a; STORE_FAST 0^a; RETURN_CONST 0 | a: LOAD_FAST_CHECK 0; RETURN_VALUE",
            ),
            Row(
                "or from behind it only",
                "LOAD_NAME 0; STORE_FAST 0; LOAD_NAME 0^a; RETURN_VALUE | a: LOAD_FAST 0; RETURN_VALUE",
                SAME,
            ),
        ],
    );
    let many: Vec<String> = (0..66).map(|number| format!("v{number}")).collect();
    check_in(
        Frame { locals: &many.join(" "), params: 65, ..Frame::default() },
        pass,
        &[
            Row(
                "beyond the first 64 only the block is looked at",
                "LOAD_FAST 63; LOAD_FAST 64; LOAD_NAME 0; STORE_FAST 65; LOAD_FAST 65; JUMP a | a: LOAD_FAST 65; RETURN_VALUE",
                "LOAD_FAST 63; LOAD_FAST_CHECK 64; LOAD_NAME 0; STORE_FAST 65; LOAD_FAST 65; JUMP a \
                 | a: LOAD_FAST_CHECK 65; RETURN_VALUE",
            ),
            Row(
                "and there it is the same",
                "LOAD_FAST 65; LOAD_FAST 65; DELETE_FAST 65; LOAD_FAST 65; RETURN_VALUE",
                "LOAD_FAST_CHECK 65; LOAD_FAST 65; DELETE_FAST 65; LOAD_FAST_CHECK 65; RETURN_VALUE",
            ),
        ],
    );
}
