//! Code objects as the oracle's scripts write them.

use std::rc::Rc;

use opstep::{
    code::{Code, Const, json, marshal},
    dialect::PY312,
};

/// Marshal data in hexadecimal.
pub fn code(text: &str) -> Rc<Code> {
    let byte = |at| u8::from_str_radix(&text[at..at + 2], 16).expect("hexadecimal");
    let bytes: Vec<u8> = (0..text.len()).step_by(2).map(byte).collect();
    marshal::read(&bytes, &PY312).expect("marshal data").0
}

/// In a form that shows what differs, and in which a NaN equals itself: the tables as what they say, and as bytes.
pub fn written(code: &Code) -> String {
    let row = json::row(&json::Row { file: "", dialect: &PY312, warnings: &[], positions: true }, code);
    format!("{row} {}", tables(code))
}

fn tables(code: &Code) -> String {
    let inner = code.consts.iter().map(|constant| match constant {
        Const::Code(code) => tables(code),
        Const::Plain(_) => String::new(),
    });
    format!("{:02x?} {:02x?} {}", code.linetable, code.exceptiontable, inner.collect::<String>())
}
