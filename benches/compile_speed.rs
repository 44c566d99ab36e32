//! How fast programs become code objects: a whole standard library, on one core, against CPython's own
//! `compile()` in the same run, the two taking turns.
//!
//!     cargo bench --bench compile_speed [-- ROUNDS]

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use opstep::{
    assemble,
    ast_opt::{self, Future},
    codegen, compile,
    dialect::PY312,
    flow,
    source::Source,
    symbols,
    syntax::{self, ast::Module},
};

/// The one that the program has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Reads the same files, says for each whether it compiles, and then compiles all that it is told to, once
/// for each line of its input.
const ORACLE: &str = r#"
import sys, sysconfig, time, warnings
warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
programs = []
for line in open(sys.argv[1], encoding="utf-8"):
    name = line.rstrip("\n")
    source = open(name, "rb").read()
    try:
        compile(source, name, "exec", dont_inherit=True)
        print("yes")
        programs.append((source, name))
    except Exception:
        print("no")
sys.stdout.flush()
for line in sys.stdin:
    start = time.thread_time_ns()
    for source, name in programs:
        compile(source, name, "exec", dont_inherit=True)
    print(time.thread_time_ns() - start, flush=True)
"#;

struct Program {
    name: String,
    bytes: Vec<u8>,
    lines: usize,
}

fn main() {
    // Deep trees need a deep stack, as in the program itself.
    let bench = thread::Builder::new().stack_size(1 << 30).spawn(bench).expect("a thread");
    bench.join().expect("the benchmark ends");
}

fn bench() {
    let rounds = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(5);
    let Some(python) = python() else { return println!("no CPython here to compare with") };
    let library = said(&python, "import sysconfig; print(sysconfig.get_path('stdlib'))");
    let mut programs = programs(Path::new(&library));
    let mut oracle = Oracle::start(&python, &programs);
    let found = programs.len();
    let theirs = oracle.verdicts(found);
    let ours = programs.iter().map(compiles).collect::<Vec<_>>();
    let agree = theirs == ours;
    let mut verdicts = theirs.iter();
    programs.retain(|_| *verdicts.next().expect("one for each"));
    let lines: usize = programs.iter().map(|program| program.lines).sum();
    println!("{} files, {lines} lines; {} more are refused by both", programs.len(), found - programs.len());
    assert!(agree, "both compilers accept the same files");

    let mut speeds = [Vec::new(), Vec::new()];
    let mut ratios = Vec::new();
    for round in 1..=rounds {
        let pair = [round_of_ours(&programs), oracle.round()].map(|time| lines as f64 / time.as_secs_f64());
        println!("round {round}: opstep {:.0} lines/s, CPython {:.0} lines/s", pair[0], pair[1]);
        speeds.iter_mut().zip(pair).for_each(|(all, one)| all.push(one));
        ratios.push(pair[0] / pair[1]);
    }
    let [ours, theirs] = speeds.map(median);
    println!("median: opstep {ours:.0} lines/s, CPython {theirs:.0} lines/s, ratio {:.2}", median(ratios));
    stages(&programs, lines, rounds);
}

fn python() -> Option<String> {
    let picked = Command::new("sh").args(["tests/oracle/pick-python.sh", PY312.name]).output().ok()?;
    picked.status.success().then(|| String::from_utf8_lossy(&picked.stdout).trim().to_owned())
}

fn said(python: &str, code: &str) -> String {
    let out = Command::new(python).args(["-c", code]).output().expect("the interpreter runs");
    String::from_utf8_lossy(&out.stdout).trim().to_owned()
}

fn programs(folder: &Path) -> Vec<Program> {
    let mut paths = Vec::new();
    python_files(folder, &mut paths);
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).expect("a program");
        let lines = bytes.split(|byte| *byte == b'\n').count();
        Program { name: path.to_str().expect("names are UTF-8").to_owned(), bytes, lines }
    };
    paths.iter().map(read).collect()
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let mut entries: Vec<_> = entries.collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// What `opstep code` does with a file, up to the code object.
fn compiled(program: &Program) -> Result<usize, syntax::SyntaxError> {
    let mut warnings = Vec::new();
    let source = Source::from_bytes(&program.name, &program.bytes)?;
    let code = compile::compile_with_warnings(&source, &PY312, &mut warnings)?;
    Ok(code.code.len())
}

fn compiles(program: &Program) -> bool {
    compiled(program).is_ok()
}

fn round_of_ours(programs: &[Program]) -> Duration {
    let start = thread_time();
    let made: usize = programs.iter().map(|program| compiled(program).expect("it compiled before")).sum();
    assert!(made > 0, "there is code");
    thread_time() - start
}

/// What this thread has used of a processor, where the system tells; otherwise the time of day.
fn thread_time() -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|text| text.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| Instant::now().duration_since(*BEGIN), Duration::from_nanos)
}

static BEGIN: std::sync::LazyLock<Instant> = std::sync::LazyLock::new(Instant::now);

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

struct Oracle {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    _list: tempfile::NamedTempFile,
}

impl Oracle {
    fn start(python: &str, programs: &[Program]) -> Self {
        let mut list = tempfile::NamedTempFile::new().expect("a file");
        for program in programs {
            writeln!(list, "{}", program.name).expect("the list is written");
        }
        let mut command = Command::new(python);
        command.args(["-c", ORACLE]).arg(list.path());
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        Self { child, input, output, _list: list }
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.output.read_line(&mut line).expect("an answer");
        assert!(!line.is_empty(), "the interpreter goes on");
        line.trim().to_owned()
    }

    fn verdicts(&mut self, count: usize) -> Vec<bool> {
        (0..count).map(|_| self.line() == "yes").collect()
    }

    fn round(&mut self) -> Duration {
        writeln!(self.input, "go").expect("it listens");
        Duration::from_nanos(self.line().parse().expect("a number"))
    }
}

impl Drop for Oracle {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const STAGES: [&str; 7] = ["decode", "parse", "fold", "symbols", "codegen", "flow", "assemble"];

type Times = [Duration; STAGES.len()];

/// Prints how fast each stage is alone. Of each file the fastest round counts, so that what else the
/// machine does stays out.
fn stages(programs: &[Program], lines: usize, rounds: usize) {
    let mut best: Vec<Times> = programs.iter().map(stage_times).collect();
    for _ in 1..rounds {
        for (best, program) in best.iter_mut().zip(programs) {
            let times = stage_times(program);
            best.iter_mut().zip(times).for_each(|(best, time)| *best = time.min(*best));
        }
    }
    let totals: Vec<Duration> =
        (0..STAGES.len()).map(|stage| best.iter().map(|times| times[stage]).sum()).collect();
    let whole: Duration = totals.iter().sum();
    println!("\n| stage | lines/s | share |\n|---|---|---|");
    for (name, time) in STAGES.iter().zip(&totals).chain([(&"all", &whole)]) {
        let (speed, share) = (lines as f64 / time.as_secs_f64(), time.as_secs_f64() / whole.as_secs_f64());
        println!("| {name} | {speed:.0} | {:.0}% |", share * 100.0);
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let made = work();
    (start.elapsed(), made)
}

fn stage_times(program: &Program) -> Times {
    let (decode, source) = timed(|| Source::from_bytes(&program.name, &program.bytes).expect("it is read"));
    let mut warnings = Vec::new();
    let (parse, mut tree) =
        timed(|| syntax::parse_with_warnings(&source, &mut warnings).expect("it is read"));
    let future = Future::of(&tree, &source).expect("it compiled before");
    let (fold, _) = timed(|| ast_opt::optimize(&mut tree, &future, &PY312).expect("it compiled before"));
    let (resolve, table) =
        timed(|| symbols::build(&tree, &future, &source, &PY312).expect("it compiled before"));
    let (codegen, flow, assemble) = later_stages(&tree, &table, &source, &mut warnings);
    [decode, parse, fold, resolve, codegen, flow, assemble]
}

fn later_stages(
    tree: &Module,
    table: &symbols::SymbolTable,
    source: &Source,
    warnings: &mut Vec<syntax::Warning>,
) -> (Duration, Duration, Duration) {
    let (mut flow_time, mut assemble_time) = (Duration::ZERO, Duration::ZERO);
    let mut finish = |unit: codegen::Unit| {
        let (time, graph) = timed(|| flow::optimize(&unit, &PY312));
        flow_time += time;
        let (time, code) = timed(|| assemble::assemble(&unit, &graph, &PY312));
        assemble_time += time;
        Ok(code)
    };
    let (whole, code) = timed(|| codegen::generate((tree, table), source, &PY312, warnings, &mut finish));
    assert!(code.is_ok(), "it compiled before");
    (whole.saturating_sub(flow_time + assemble_time), flow_time, assemble_time)
}
