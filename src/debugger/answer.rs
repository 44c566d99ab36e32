//! What the operating system answers a program. Each answer goes into the machine's journal, so it is asked
//! once and every replay hears the same.

use std::{
    fs,
    io::{self, BufRead, Seek, SeekFrom, Write},
    path::Path,
    rc::Rc,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use crate::object::{Answer, Clock, Handle, Heap, ModuleFile, ModuleKind, Value};

/// The clocks of one session.
#[derive(Clone, Debug)]
pub struct Clocks {
    started: Instant,
}

impl Default for Clocks {
    fn default() -> Self {
        Self { started: Instant::now() }
    }
}

impl Clocks {
    pub fn read(&self, clock: Clock) -> Answer {
        let elapsed = match clock {
            Clock::Wall => SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(),
            // Safe Rust has no clock of processor time; the program has the processor most of the time.
            Clock::Monotonic | Clock::Process => self.started.elapsed(),
        };
        Answer::Nanoseconds(i64::try_from(elapsed.as_nanos()).unwrap_or(i64::MAX))
    }
}

/// A line from the program's standard input.
pub fn read_line(input: &mut dyn BufRead) -> Answer {
    let mut bytes = Vec::new();
    match input.read_until(b'\n', &mut bytes) {
        Ok(_) => Answer::Line(String::from_utf8_lossy(&bytes).into()),
        Err(error) => Answer::Failed(error.to_string().into()),
    }
}

/// The file of a module: the question is a tuple of its name and the places to look for it.
pub fn find_module(heap: &Heap, question: Handle) -> Answer {
    let texts = heap.as_sequence(question.into()).unwrap_or_default();
    let mut texts = texts.iter().map(|&text| heap.lossy(text).into_owned());
    let name = texts.next().unwrap_or_default();
    let mut folders = Vec::new();
    for place in texts {
        let place = if place.is_empty() { ".".to_owned() } else { place };
        match in_folder(&place, &name, &mut folders) {
            Ok(None) => {}
            Ok(Some(found)) => return Answer::Module(Some(Rc::new(found))),
            Err(why) => return Answer::Failed(why.to_string().into()),
        }
    }
    let namespace = (!folders.is_empty())
        .then(|| Rc::new(ModuleFile::new(ModuleKind::Namespace, "", true, Vec::new(), folders)));
    Answer::Module(namespace)
}

/// A module in this folder: a package, source, or compiled code. A folder of its name without code is noted.
fn in_folder(place: &str, name: &str, folders: &mut Vec<String>) -> std::io::Result<Option<ModuleFile>> {
    let folder = format!("{}/{name}", place.trim_end_matches('/'));
    let kinds = [(".py", ModuleKind::Source), (".pyc", ModuleKind::Compiled)];
    let candidates = [(format!("{folder}/__init__"), true), (folder.clone(), false)];
    for (stem, is_package) in candidates {
        for (ending, kind) in kinds {
            let path = format!("{stem}{ending}");
            if Path::new(&path).is_file() {
                let content = fs::read(&path)?;
                let places = if is_package { vec![folder] } else { Vec::new() };
                return Ok(Some(ModuleFile::new(kind, &path, is_package, content, places)));
            }
        }
    }
    if Path::new(&folder).is_dir() {
        folders.push(folder);
    }
    Ok(None)
}

/// A file is opened, written to or cut: the question is a tuple of what, the name, how or where, and bytes.
pub fn file(heap: &Heap, question: Handle) -> Answer {
    let [what, name, how, bytes] = heap.as_sequence(question.into()).unwrap_or_default() else {
        panic!("a question about a file has four parts")
    };
    let (what, name) = (heap.lossy(*what), heap.lossy(*name).into_owned());
    let bytes = heap.as_bytes(*bytes).unwrap_or_default();
    let done = match (&*what, *how) {
        ("write", Value::Int(at)) => write_file(&name, at, bytes),
        ("truncate", Value::Int(len)) => fs::OpenOptions::new()
            .write(true)
            .open(&name)
            .and_then(|file| file.set_len(len.unsigned_abs()))
            .map(|()| Vec::new()),
        (_, flags) => open_file(&name, &heap.lossy(flags)),
    };
    Answer::File(done.map(Into::into).map_err(|error| {
        let words = error.to_string();
        let words = words.split(" (os error").next().unwrap_or(&words);
        (error.raw_os_error().unwrap_or(5), words.into())
    }))
}

/// Makes or empties it where the mode says so; what is in it.
fn open_file(name: &str, flags: &str) -> io::Result<Vec<u8>> {
    let mut options = fs::OpenOptions::new();
    match flags.as_bytes().first() {
        Some(b'w') => options.write(true).create(true).truncate(true),
        Some(b'x') => options.write(true).create_new(true),
        Some(b'a') => options.append(true).create(true),
        _ => options.read(true).write(flags.contains('+')),
    };
    options.open(name)?;
    // Not every file that may be written to may be read.
    match flags {
        "a" => Ok(fs::read(name).unwrap_or_default()),
        _ => fs::read(name),
    }
}

fn write_file(name: &str, at: i64, bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut file = match u64::try_from(at) {
        Ok(at) => {
            let mut file = fs::OpenOptions::new().write(true).open(name)?;
            file.seek(SeekFrom::Start(at))?;
            file
        }
        Err(_) => fs::OpenOptions::new().append(true).open(name)?,
    };
    file.write_all(bytes)?;
    Ok(Vec::new())
}
