//! Code objects as the oracle's scripts write them.

use std::rc::Rc;

use opstep::{
    code::{Code, json, marshal},
    dialect::PY312,
};

/// Marshal data in hexadecimal.
pub fn code(text: &str) -> Rc<Code> {
    let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    let bytes: Vec<u8> = (0..text.len()).step_by(2).map(byte).collect();
    marshal::read(&bytes, &PY312).expect("marshal data").0
}

/// In a form that shows what differs, and in which a NaN equals itself.
pub fn written(code: &Code) -> String {
    json::row(&json::Row { file: "", dialect: &PY312, warnings: &[], positions: true }, code)
}
