//! `opstep compile`: writes the `.pyc` that `python -m py_compile` writes.

use std::{
    env,
    ffi::OsString,
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
    time::UNIX_EPOCH,
};

use super::{
    Failure,
    args::{self, Invalidation},
    input::Input,
    warn,
};
use crate::{
    code::marshal::{Header, Pyc, source_hash},
    dialect::Dialect,
};

pub(super) fn run(args: &args::Compile, dialect: &Dialect) -> Result<(), Failure> {
    if args.file == "-" {
        return Err(Failure::User("name a file: what comes from standard input is not imported".into()));
    }
    let input = Input::from_file(&args.file)?;
    if input.is_compiled(dialect) {
        return Err(Failure::User(format!("{} is compiled already: name its source", input.name)));
    }
    let target = match &args.out {
        Some(path) => path.clone(),
        None => cache_path(Path::new(&args.file), dialect),
    };
    check(&target, Path::new(&args.file))?;
    let code = warn::compile(&input.source()?, dialect)?;
    let wrong = |error: io::Error| {
        let problem = match error.kind() {
            io::ErrorKind::PermissionDenied => "you may not write there".into(),
            _ => error.to_string(),
        };
        Failure::User(format!("cannot write {:?}: {problem}", target.to_string_lossy()))
    };
    let metadata = fs::metadata(&args.file).map_err(wrong)?;
    let header = match args.invalidation_mode.unwrap_or_else(usual_invalidation) {
        Invalidation::Timestamp => timestamp(&metadata),
        Invalidation::CheckedHash => Header::Hash { hash: source_hash(&input.bytes, dialect), checked: true },
        Invalidation::UncheckedHash => {
            Header::Hash { hash: source_hash(&input.bytes, dialect), checked: false }
        }
    };
    let bytes = Pyc { header, code }.write(dialect);
    write_whole(&target, &bytes, &metadata).map_err(wrong)
}

/// Where the importer looks for it (PEP 3147).
fn cache_path(source: &Path, dialect: &Dialect) -> PathBuf {
    let name = Path::new(source.file_name().unwrap_or_default());
    let mut cached = match (name.extension(), name.to_str().and_then(|name| name.strip_prefix('.'))) {
        (Some(_), _) => [name.file_stem().unwrap_or_default(), ".".as_ref()].into_iter().collect(),
        (None, Some(hidden)) => OsString::from(format!("{hidden}.")),
        (None, None) => name.as_os_str().to_owned(),
    };
    cached.push(dialect.cache_tag);
    cached.push(".pyc");
    source.with_file_name("__pycache__").join(cached)
}

/// A build that is to come out the same every time names no times.
fn usual_invalidation() -> Invalidation {
    match env::var_os("SOURCE_DATE_EPOCH").is_some_and(|epoch| !epoch.is_empty()) {
        true => Invalidation::CheckedHash,
        false => Invalidation::Timestamp,
    }
}

/// The target takes the place of what is there, so that must be a file, and not the program itself.
fn check(target: &Path, source: &Path) -> Result<(), Failure> {
    let Ok(there) = fs::symlink_metadata(target) else { return Ok(()) };
    let name = target.to_string_lossy();
    let problem = if there.is_symlink() {
        "is a symbolic link, which would become a file"
    } else if !there.is_file() {
        "is not a regular file"
    } else if fs::canonicalize(target).ok() == fs::canonicalize(source).ok() {
        "is the program itself"
    } else {
        return Ok(());
    };
    Err(Failure::User(format!("cannot write {name:?}: it {problem}")))
}

/// Time and size as CPython has them, which takes the time through a float.
fn timestamp(source: &Metadata) -> Header {
    let modified = source.modified().unwrap_or(UNIX_EPOCH);
    let seconds = match modified.duration_since(UNIX_EPOCH) {
        Ok(after) => after.as_secs() as f64 + 1e-9 * f64::from(after.subsec_nanos()),
        Err(before) => -before.duration().as_secs_f64(),
    };
    Header::Timestamp { mtime: seconds as i64 as u32, size: source.len() as u32 }
}

/// Writes a file beside the target and gives it the target's name, so that no one ever finds half of it.
fn write_whole(target: &Path, bytes: &[u8], source: &Metadata) -> io::Result<()> {
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut beside = target.as_os_str().to_owned();
    beside.push(format!(".{}", process::id()));
    let mut file = create(Path::new(&beside), source)?;
    let written = file.write_all(bytes).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        // What could not be written can perhaps not be removed either; the first problem is the one to name.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A new file; whoever may read the source may read it, and its owner may write it.
fn create(path: &Path, source: &Metadata) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
        options.mode((source.mode() | 0o200) & 0o666);
    }
    #[cfg(not(unix))]
    let _ = source;
    options.open(path)
}
