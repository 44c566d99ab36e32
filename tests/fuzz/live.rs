//! Whether a live CPython accepts the same damaged programs, and in which words it refuses the others.

use std::{
    collections::BTreeMap,
    fs,
    process::{Command, Stdio},
};

use opstep::{compile, dialect::PY312, source::Source};

use crate::{corpus, random::Random, targets::PROGRAMS};

/// Reads programs, each behind its length, and prints a line for each: nothing, or its error.
const ORACLE: &str = r#"
import sys, warnings
warnings.simplefilter("ignore")
data, at = open(sys.argv[1], "rb").read(), 0
while at < len(data):
    length = int.from_bytes(data[at:at + 4], "little")
    source, at = data[at + 4:at + 4 + length], at + 4 + length
    try:
        compile(source, "fuzz.py", "exec", dont_inherit=True)
        print("", flush=True)
    except BaseException as error:
        said = type(error).__name__ + ": " + str(getattr(error, "msg", error))
        print(said.encode("ascii", "backslashreplace").decode().replace("\n", " "), flush=True)
"#;

/// So many programs go to one process: a program may be the end of it.
const BATCH: usize = 200;

#[derive(Debug, Default)]
pub struct Comparison {
    pub compared: usize,
    pub accepted: usize,
    /// Refused by both, in other words.
    pub other_words: BTreeMap<String, usize>,
    /// Accepted by one only: what each says, and how often.
    pub disagreed: BTreeMap<String, usize>,
    /// A program of each of these.
    pub examples: Vec<Vec<u8>>,
}

/// Compares so many programs; none, where there is no CPython.
pub fn compare(count: usize, seed: u64) -> Comparison {
    let mut comparison = Comparison::default();
    let Some(python) = corpus::python() else { return comparison };
    let programs = (PROGRAMS.corpus)(true);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("programs");
    for first in (0..count).step_by(BATCH) {
        let numbers = first..(first + BATCH).min(count);
        let inputs: Vec<_> =
            numbers.map(|at| (PROGRAMS.input)(&programs, &mut Random::new(seed, at as u64))).collect();
        let framed = |input: &Vec<u8>| [&(input.len() as u32).to_le_bytes()[..], input].concat();
        fs::write(&file, inputs.iter().flat_map(framed).collect::<Vec<u8>>()).expect("a file");
        let mut command = Command::new(&python);
        let out = command.args(["-c", ORACLE]).arg(&file).stderr(Stdio::null()).output().expect("it runs");
        let theirs = String::from_utf8_lossy(&out.stdout);
        for (input, theirs) in inputs.iter().zip(theirs.lines()) {
            comparison.add(input, theirs);
        }
    }
    comparison
}

impl Comparison {
    fn add(&mut self, input: &[u8], theirs: &str) {
        let ours = Source::from_bytes("fuzz.py", input).and_then(|source| compile::compile(&source, &PY312));
        let ours =
            ours.map_or_else(|error| format!("{}: {}", error.kind.name(), error.msg), |_| String::new());
        self.compared += 1;
        self.accepted += usize::from(theirs.is_empty());
        let ours = ascii(&ours);
        if ours == theirs {
            return;
        }
        let family = format!("ours {:?}, CPython's {:?}", general(&ours), general(theirs));
        if ours.is_empty() == theirs.is_empty() {
            *self.other_words.entry(family).or_default() += 1;
            return;
        }
        let times = self.disagreed.entry(family).or_default();
        *times += 1;
        if *times == 1 {
            self.examples.push(input.to_vec());
        }
    }
}

/// As Python's `backslashreplace` spells it.
fn ascii(text: &str) -> String {
    let spelt = |c: char| match u32::from(c) {
        0..0x80 => c.to_string(),
        code @ 0x80..0x100 => format!("\\x{code:02x}"),
        code @ 0x100..0x1_0000 => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    };
    text.replace('\n', " ").chars().map(spelt).collect()
}

/// An error without what is particular to the program: what stands in quotes, and numbers.
fn general(said: &str) -> String {
    let parts = said.split('\'').enumerate().map(|(at, part)| if at % 2 == 1 { "_" } else { part });
    let text: String = parts.collect::<Vec<_>>().join("'");
    text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}
