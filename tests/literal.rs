//! `repr` of values against CPython's: `tests/golden/syntax/reprs.jsonl`, which `tests/oracle/reprs.py` prints.

use opstep::literal;
use opstep::source::Text;
use serde_json::Value;

fn float(digits: &Value) -> f64 {
    f64::from_bits(u64::from_str_radix(digits.as_str().unwrap(), 16).unwrap())
}

fn bytes(digits: &str) -> Vec<u8> {
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn reprs_are_those_of_cpython() {
    let rows = std::fs::read_to_string("tests/golden/syntax/reprs.jsonl").unwrap();
    for row in rows.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let value = &row[1];
        let found = match row[0].as_str().unwrap() {
            "float" => literal::float_repr(float(value)),
            "complex" => literal::complex_repr(float(&value[0]), float(&value[1])),
            "bytes" => literal::bytes_repr(&bytes(value.as_str().unwrap())),
            _ => {
                let points = value.as_array().unwrap().iter().map(|point| point.as_u64().unwrap() as u32);
                let text = Text::from_code_points(points);
                assert_eq!(Some(literal::str_ascii(&text).as_str()), row[3].as_str());
                literal::str_repr(&text)
            }
        };
        assert_eq!(Some(found.as_str()), row[2].as_str(), "{row}");
    }
}
