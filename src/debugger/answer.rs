//! What the operating system answers a program. Each answer goes into the machine's journal, so it is asked
//! once and every replay hears the same.

use std::{
    fs,
    io::BufRead,
    path::Path,
    rc::Rc,
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use crate::object::{Answer, Clock, Handle, Heap, ModuleFile, ModuleKind};

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
