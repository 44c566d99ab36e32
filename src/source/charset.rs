//! From bytes to text: byte order mark, encoding cookie, codecs. Knows nothing of tokens.

/// What the bytes of a program say.
pub(super) struct Decoded {
    pub text: String,
    /// As `tokenize` names it.
    pub encoding: String,
    /// The bytes without their mark, where the text could only be read with replacements.
    pub malformed: Option<Vec<u8>>,
    /// Whether a mark or a cookie says which encoding it is.
    pub declared: bool,
    pub marked: bool,
    /// Whether it is the second line that does.
    pub late_cookie: bool,
}

/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Every encoding of one byte a character: its name, what bytes from 0x80 mean, its other names.
const CHARMAPS: &str = include_str!("charmaps.txt");

/// Encodings that CPython reads and that are not here.
const MULTIBYTE: &[&str] = &[
    "big5",
    "big5hkscs",
    "cp932",
    "cp949",
    "cp950",
    "euc_jis_2004",
    "euc_jisx0213",
    "euc_jp",
    "euc_kr",
    "gb18030",
    "gb2312",
    "gbk",
    "hz",
    "iso2022_jp",
    "iso2022_kr",
    "johab",
    "shift_jis",
    "shift_jis_2004",
    "shift_jisx0213",
    "sjis",
    "utf_16",
    "utf_32",
    "utf_7",
];

/// Why bytes could not be read.
pub(super) struct Unread {
    /// In the words of CPython's `compile`.
    pub msg: String,
    /// In its words about a script; these are those of opstep itself where it cannot read what CPython can.
    pub script_msg: String,
}

/// Decodes a whole program.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded, Unread> {
    let (marked, body) = match bytes.strip_prefix(MARK) {
        Some(body) => (true, body),
        None => (false, bytes),
    };
    let cookie = cookie(body);
    let declared = marked || cookie.is_some();
    let late_cookie = !marked && cookie.as_ref().is_some_and(|(_, line)| *line == 2);
    let encoding = cookie.map_or_else(|| "utf-8".to_string(), |(name, _)| normal_name(&name));
    if marked && encoding != "utf-8" {
        let msg = format!("encoding problem: {encoding} with BOM");
        return Err(Unread { script_msg: msg.clone(), msg });
    }
    if encoding == "utf-8" {
        let (text, malformed) = match std::str::from_utf8(body) {
            Ok(text) => (text.to_string(), None),
            Err(_) => (String::from_utf8_lossy(body).into_owned(), Some(body.to_vec())),
        };
        return Ok(Decoded { text, encoding, malformed, declared, marked, late_cookie });
    }
    // Places in errors are counted after line ends were made one.
    let text = Codec::named(&encoding)
        .and_then(|codec| codec.decode(body).or_else(|_| codec.decode(&with_lf(body))));
    let text = text.map_err(|msg| {
        let own = msg.starts_with("opstep");
        Unread { script_msg: if own { msg.clone() } else { format!("encoding problem: {encoding}") }, msg }
    })?;
    Ok(Decoded { text, encoding, malformed: None, declared, marked, late_cookie })
}

/// The name in a `coding:` comment on one of the first two lines, and on which.
fn cookie(bytes: &[u8]) -> Option<(String, usize)> {
    let mut rest = bytes;
    for number in 1..=2 {
        let end = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let (line, after) = rest.split_at(end);
        rest = after.strip_prefix(b"\r\n").or(after.get(1..)).unwrap_or_default();
        let blank = line.iter().position(|byte| !matches!(byte, b' ' | b'\t' | 0x0C));
        match blank.map(|at| &line[at..]) {
            None => {}
            Some([b'#', comment @ ..]) => {
                if let Some(name) = named_in(comment) {
                    return Some((name, number));
                }
            }
            Some(_) => return None,
        }
    }
    None
}

fn named_in(comment: &[u8]) -> Option<String> {
    let key = b"coding";
    let found = comment
        .windows(key.len() + 1)
        .enumerate()
        .filter(|(_, window)| window.starts_with(key) && matches!(window[key.len()], b':' | b'='));
    for (at, _) in found {
        let rest = comment[at + key.len() + 1..].trim_ascii_start();
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.".contains(byte);
        let len = rest.iter().position(|byte| !is_name(byte)).unwrap_or(rest.len());
        if len > 0 {
            return Some(String::from_utf8_lossy(&rest[..len]).into_owned());
        }
    }
    None
}

/// The few spellings that are brought to one; others stay as they are.
fn normal_name(written: &str) -> String {
    let start: String = written.chars().take(12).collect::<String>().to_ascii_lowercase().replace('_', "-");
    let is = |name: &str| start == name || start.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
    if is("utf-8") {
        "utf-8".to_string()
    } else if is("latin-1") || is("iso-8859-1") || is("iso-latin-1") {
        "iso-8859-1".to_string()
    } else {
        written.to_string()
    }
}

/// Why `tokenize` does not start on a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoTokens {
    /// Its first line, or the second, is not UTF-8.
    NotText,
    /// There is no encoding of that name.
    Unknown(String),
    /// It has a byte order mark, and names another encoding.
    Marked,
    /// opstep itself cannot read it.
    Unread(String),
}

/// Decodes a whole program as `tokenize` does: bytes that mean nothing are replaced.
pub(super) fn decode_for_tokens(bytes: &[u8]) -> Result<Decoded, NoTokens> {
    let marked = bytes.starts_with(MARK);
    let body = bytes.strip_prefix(MARK).unwrap_or(bytes);
    let mut written = None;
    for (line, number) in body.split(|byte| *byte == b'\n').zip(1..=2) {
        if std::str::from_utf8(line).is_err() {
            return Err(NoTokens::NotText);
        }
        written = cookie(line).map(|(name, _)| (name, number));
        let start = line.iter().find(|byte| !matches!(byte, b' ' | b'\t' | 0x0C));
        if written.is_some() || !matches!(start, None | Some(b'#' | b'\r')) {
            break;
        }
    }
    let encoding = written.map_or_else(|| "utf-8".to_string(), |(name, _)| normal_name(&name));
    let text = match Codec::named(&encoding) {
        Ok(_) if marked && encoding != "utf-8" => return Err(NoTokens::Marked),
        Ok(codec) => codec.replaced(body),
        Err(msg) if msg.starts_with("opstep") => return Err(NoTokens::Unread(msg)),
        Err(_) => return Err(NoTokens::Unknown(encoding)),
    };
    Ok(Decoded { text, encoding, malformed: None, declared: true, marked, late_cookie: false })
}

/// What bytes from 0x80 mean in an encoding of one byte a character, if there is one of that name; U+FFFD is nothing.
pub(crate) fn charmap(encoding: &str) -> Option<Vec<char>> {
    match Codec::named(encoding) {
        Ok(Codec::Charmap(_, high)) => Some(high),
        _ => None,
    }
}

/// How bytes become text.
enum Codec {
    Utf8,
    /// One byte a character: the name, and what bytes from 0x80 mean.
    Charmap(&'static str, Vec<char>),
}

impl Codec {
    fn named(encoding: &str) -> Result<Self, String> {
        let key = encoding.to_ascii_lowercase().replace(['-', '.', ' '], "_");
        if matches!(key.as_str(), "utf_8" | "utf8" | "u8" | "utf" | "utf8_ucs2" | "utf8_ucs4" | "cp65001") {
            return Ok(Self::Utf8);
        }
        let rows = CHARMAPS.split('\n').filter_map(|row| {
            let mut fields = row.split('\t');
            Some((fields.next()?, fields.next()?, fields.next()?))
        });
        for (name, high, aliases) in rows {
            if name == key || aliases.split(' ').any(|alias| alias == key) {
                return Ok(Self::Charmap(name, high.chars().collect()));
            }
        }
        match MULTIBYTE.iter().any(|name| key.starts_with(name)) {
            true => Err(format!("opstep does not read the encoding {encoding}")),
            false => Err(format!("unknown encoding: {encoding}")),
        }
    }

    fn decode(&self, bytes: &[u8]) -> Result<String, String> {
        match self {
            Self::Utf8 => match std::str::from_utf8(bytes) {
                Ok(text) => Ok(text.to_string()),
                Err(error) => Err(utf8_error(bytes, error)),
            },
            Self::Charmap(name, _) => {
                let text = self.replaced(bytes);
                let Some(at) = text.chars().position(|c| c == char::REPLACEMENT_CHARACTER) else {
                    return Ok(text);
                };
                let (codec, reason) = match *name {
                    "ascii" => ("ascii", "ordinal not in range(128)"),
                    _ => ("charmap", "character maps to <undefined>"),
                };
                let byte = bytes[at];
                Err(format!("'{codec}' codec can't decode byte 0x{byte:02x} in position {at}: {reason}"))
            }
        }
    }

    /// The text with a replacement for what means nothing.
    fn replaced(&self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Self::Charmap(_, high) => {
                let meant = |byte: &u8| match byte.checked_sub(0x80) {
                    None => char::from(*byte),
                    Some(at) => high[usize::from(at)],
                };
                bytes.iter().map(meant).collect()
            }
        }
    }
}

/// CPython's words for the first mistake in bytes that should be UTF-8.
pub(crate) fn utf8_error(bytes: &[u8], error: std::str::Utf8Error) -> String {
    let at = error.valid_up_to();
    let end = error.error_len().map_or(bytes.len(), |len| at + len);
    let reason = match (error.error_len(), bytes[at]) {
        (None, _) => "unexpected end of data",
        (Some(_), 0xC2..=0xF4) => "invalid continuation byte",
        (Some(_), _) => "invalid start byte",
    };
    match end - at {
        1 => format!("'utf-8' codec can't decode byte 0x{:02x} in position {at}: {reason}", bytes[at]),
        _ => format!("'utf-8' codec can't decode bytes in position {at}-{}: {reason}", end - 1),
    }
}

/// The bytes with every line end as LF.
pub(super) fn with_lf(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => {}
            b'\r' => out.push(b'\n'),
            _ => out.push(byte),
        }
    }
    out
}
