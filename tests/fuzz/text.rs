//! Programs that are nearly right: what damages them knows tokens, lines and nesting.

use crate::random::{Random, changes};

/// Inputs are cut to about this many bytes, or each would take too long.
const LONGEST: usize = 6_000;
/// How often something is repeated at most, when it is to be deep.
const DEEPEST: usize = 3_000;

/// Between blanks.
const WORDS: &str = r##"
    def class if elif else for in while try except except* finally with as return yield lambda not and or is match
    case type import from async await del global nonlocal pass break continue raise assert print exec None True False
    __debug__ __class__ __classdict__ __slots__ super() super _ x self T * ** : , ; . = := -> == != <> ... ! !r @ // **=
    >>= ( ) [ ] { } # \ / $ ? ` 0 0x 0o8 0b2 1_ 1__0 1e 1e400 1j 0777 1if 0xfor 99999999999999999999 1.e5 .5j
    'a' b'a' u'x' br'' '\d' '\N{DIGIT' '\x' '\U0010ffff' b'\400' '\777' '\ud800' f'{x}' f'{x!r:{y}}' f'{x=}'
    f'{x:{y:{z}}}' f'{{' f'{' }' rf'\{x}' f'\{x}' f'\N{x}' f''' """ ''' ' " f"{' é € ﬁ ℘ · 𝔘 ²
    (yield) [*a,*b] {**a} *args **k (await(x)) x[1:2,::3] T:int [T] [*Ts] [**P] f(**k,x=1) (x:=1) x.__y __z"##;

/// With blanks and other characters that do not show.
const PHRASES: &[&str] = &[
    " ",
    "\n",
    "\n    ",
    "\n\t",
    "\n ",
    "\n\n",
    "\\\n",
    "\r",
    "\r\n",
    "\x0C",
    "\0",
    "\u{feff}",
    "\u{a0}",
    "# type: ignore\n",
    "yield from x",
    "import *",
    "global x\n",
    "nonlocal x\n",
    "from __future__ import annotations\n",
    "from __future__ import barry_as_FLUFL\n",
    "from __future__ import braces\n",
    "1or 2",
    "lambda x=1, *y: x",
    "def f(x, /, y, *, z=1): ",
    "class C[T](B, metaclass=M): ",
    "async for x in y",
    "async with x as y: ",
    "match x:\n    case ",
    "case [a, *b, {'k': v, **r}] | C(x=1) if y: ",
    "x if y else z",
    "[x for x in y if z]",
    "{x: y async for x, y in z}",
    "(x async for x in await y)",
    "return x\n",
    "type X[T] = T\n",
    "x: int = 1\n",
    "not in",
    "is not",
];

fn word(random: &mut Random) -> &'static str {
    if random.once_in(3) {
        return random.pick::<&str>(PHRASES);
    }
    let count = WORDS.split_whitespace().count();
    WORDS.split_whitespace().nth(random.below(count)).expect("it is among them")
}

/// What can stand around, before or behind something any number of times.
const NESTS: &[(&str, &str)] = &[
    ("(", ")"),
    ("[", "]"),
    ("{", "}"),
    ("{1:", "}"),
    ("(lambda:", ")"),
    ("f(", ")"),
    ("f'{", "}'"),
    ("f'{x:{", "}}'"),
    ("-", ""),
    ("not ", ""),
    ("await ", ""),
    ("*", ""),
    ("lambda: ", ""),
    ("x if y else ", ""),
    ("x = ", ""),
    ("x and ", ""),
    ("x or ", ""),
    ("x + ", ""),
    ("x ** ", ""),
    ("1 < ", ""),
    ("x, ", ""),
    ("@x\n", ""),
    ("yield ", ""),
    ("", ".x"),
    ("", "()"),
    ("", "[0]"),
    ("", " if x else y"),
    ("", " for x in y"),
    ("", ", x"),
    ("", " + 1"),
    ("", "\n"),
    ("", "\nelif x: pass"),
    ("", "\nelse: pass"),
    ("", "\nx = x + 1"),
    ("", "; x"),
    ("[x for x in ", "]"),
    ("(x:=", ")"),
    ("x[", "]"),
];

/// What opens a block; nested with growing indentation.
const BLOCKS: &[&str] = &[
    "if x:",
    "while x:",
    "for x in y:",
    "def f():",
    "class C:",
    "with x as y:",
    "try:",
    "async def f():",
    "match x:\n{}case x:",
    "def f[T](x=y):",
    "else:",
    "except E as e:",
    "finally:",
    "except* E:",
];

const COOKIES: &[&str] = &[
    "# coding: utf-8\n",
    "# -*- coding: latin-1 -*-\n",
    "\u{feff}",
    "#coding=cp1252\n",
    "\n# vim: set fileencoding=koi8-r :\n",
    "# coding: utf-16\n",
    "# coding: ascii\n",
    "# coding: unknown\n",
    "# coding: iso-8859-15-unix\n",
    "#!python\n# coding: utf-8-sig\n",
];

/// An input of the given number.
pub fn input(programs: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    if random.once_in(500) {
        return (0..random.below(200)).map(|_| random.byte()).collect();
    }
    let mut bytes = window(programs, random);
    for _ in 0..changes(random) {
        mutate(&mut bytes, programs, random);
    }
    bytes.truncate(40 * LONGEST);
    bytes
}

/// A stretch of whole lines of some program, mostly one that begins at the margin.
fn window(programs: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let program = random.pick(programs);
    if program.len() <= LONGEST {
        return program.to_vec();
    }
    let from = random.below(program.len());
    let begins = |at: &usize| {
        program[*at] == b'\n' && program.get(at + 1).is_some_and(|byte| !byte.is_ascii_whitespace())
    };
    let start = (from..program.len()).find(begins).map_or(0, |at| at + 1);
    let rest = &program[start..];
    let wanted = random.between(1, LONGEST).min(rest.len());
    let end = rest[wanted - 1..].iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + wanted);
    rest[..end].to_vec()
}

fn mutate(bytes: &mut Vec<u8>, programs: &[Vec<u8>], random: &mut Random) {
    match random.below(20) {
        0..=6 => tokens(bytes, programs, random),
        7..=10 => lines(bytes, programs, random),
        11..=13 => nest(bytes, random),
        14 => blocks(bytes, random),
        15 | 16 => single_bytes(bytes, random),
        17 => {
            let cookie = random.pick(COOKIES);
            bytes.splice(0..0, cookie.bytes());
        }
        18 => bytes.truncate(random.below(bytes.len() + 1)),
        _ => bytes.extend(window(programs, random)),
    }
}

/// Places where a word, a run of blanks or a single character begins; the last is the end.
fn cuts(bytes: &[u8]) -> Vec<usize> {
    let class = |byte: u8| match byte {
        b'_' | 0x80.. => 1,
        byte if byte.is_ascii_alphanumeric() => 1,
        b' ' | b'\t' => 2,
        _ => 0,
    };
    let begins =
        |at: &usize| *at == 0 || class(bytes[*at]) == 0 || class(bytes[*at]) != class(bytes[*at - 1]);
    (0..bytes.len()).filter(begins).chain([bytes.len()]).collect()
}

/// A stretch of a few tokens.
fn stretch(bytes: &[u8], random: &mut Random) -> std::ops::Range<usize> {
    let cuts = cuts(bytes);
    let range = random.range(cuts.len() - 1, 12);
    cuts[range.start]..cuts[range.end]
}

fn tokens(bytes: &mut Vec<u8>, programs: &[Vec<u8>], random: &mut Random) {
    let here = stretch(bytes, random);
    let there = stretch(bytes, random).start;
    let piece = bytes[here.clone()].to_vec();
    match random.below(7) {
        0 => drop(bytes.drain(here)),
        1 => drop(bytes.splice(there..there, piece)),
        2 => {
            let other = window(programs, random);
            let piece = other[stretch(&other, random)].to_vec();
            bytes.splice(here, piece);
        }
        3 | 4 => {
            bytes.splice(here.start..here.start, word(random).bytes());
        }
        5 => {
            bytes.splice(here, word(random).bytes());
        }
        _ => {
            bytes.drain(here.clone());
            let there = there.min(bytes.len());
            bytes.splice(there..there, piece);
        }
    }
}

fn lines(bytes: &mut Vec<u8>, programs: &[Vec<u8>], random: &mut Random) {
    let mut lines: Vec<Vec<u8>> = bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let here = random.range(lines.len(), 6);
    let there = random.below(lines.len() + 1);
    match random.below(6) {
        0 => drop(lines.drain(here)),
        1 => {
            let piece = lines[here].to_vec();
            lines.splice(there..there, piece);
        }
        2 => lines[here].iter_mut().for_each(|line| line.splice(0..0, *b"    ").for_each(drop)),
        3 => {
            let less = random.between(1, 5);
            let shorten = |line: &mut Vec<u8>| {
                let blanks = line.iter().take_while(|byte| **byte == b' ').count();
                line.drain(..blanks.min(less));
            };
            lines[here].iter_mut().for_each(shorten);
        }
        4 => lines[here].reverse(),
        _ => {
            let other = window(programs, random);
            let piece = other.split_inclusive(|byte| *byte == b'\n').take(5).map(<[u8]>::to_vec);
            lines.splice(there..there, piece);
        }
    }
    *bytes = lines.concat();
}

/// Few levels mostly, about as many as CPython allows often, very many sometimes.
fn depth(random: &mut Random) -> usize {
    match random.below(20) {
        0 => random.between(200, DEEPEST),
        1..=4 => random.between(60, 220),
        _ => random.between(1, 8),
    }
}

fn nest(bytes: &mut Vec<u8>, random: &mut Random) {
    let here = stretch(bytes, random);
    let (before, after) = random.pick(NESTS);
    let times = depth(random);
    bytes.splice(here.end..here.end, after.repeat(times).bytes());
    bytes.splice(here.start..here.start, before.repeat(times).bytes());
}

/// Blocks in blocks at the end of the program.
fn blocks(bytes: &mut Vec<u8>, random: &mut Random) {
    let times = random.between(1, 130).min(depth(random));
    let same = random.once_in(3).then(|| *random.pick(BLOCKS));
    let mut text = String::from("\n");
    for level in 0..times {
        let opener = same.unwrap_or_else(|| *random.pick::<&str>(BLOCKS));
        let indent = " ".repeat(level);
        text += &format!("{indent}{}\n", opener.replace("{}", &indent));
    }
    text += &format!("{}{}\n", " ".repeat(times), word(random));
    bytes.extend(text.bytes());
}

fn single_bytes(bytes: &mut Vec<u8>, random: &mut Random) {
    const TELLING: &[u8] = b"\0\t\n\x0C\r \"#'()*,.:;=@[\\]^_`{|}~\x7F\x80\xBF\xC3\xE2\xED\xF0\xFF0lLjJ";
    for _ in 0..random.between(1, 5) {
        let at = random.below(bytes.len());
        let byte = if random.once_in(2) { *random.pick(TELLING) } else { random.byte() };
        match random.below(3) {
            _ if bytes.is_empty() => bytes.push(byte),
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => bytes[at] ^= 1 << random.below(8),
        }
    }
}
