//! The hunt: a worker process tries one input after the other, and the test that started it takes note of what
//! it dies of. Knows nothing of what the inputs are.

use std::{
    collections::HashSet,
    env, fs,
    io::{Seek, SeekFrom, Write},
    panic,
    path::{Path, PathBuf},
    process::{Command, Stdio, exit},
    sync::{
        Mutex,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{random::Random, targets::Target};

/// An input that takes longer than this hangs; in a test run among others there is more patience.
const PATIENCE: Duration = Duration::from_secs(10);
const SHORT_PATIENCE: Duration = Duration::from_secs(60);
/// How the worker says that it hung.
const HUNG: i32 = 33;
/// How long a finding is made smaller.
const SHRINKING: Duration = Duration::from_secs(20);
/// In KiB: what asks for more than this dies of it.
const MEMORY: u64 = 8 << 20;

/// What the test and its worker tell each other.
#[derive(Clone)]
struct Plan {
    target: Target,
    seed: u64,
    time: Duration,
    patience: Duration,
    with_library: bool,
    /// Where the worker leaves word of what it does.
    folder: PathBuf,
}

#[derive(Debug, Default)]
struct Tally {
    inputs: u64,
    accepted: u64,
}

/// An input that broke something.
pub struct Finding {
    /// "panic", "hang" or "crash".
    pub sort: &'static str,
    pub input: Vec<u8>,
    said: String,
}

/// What came of it all.
pub struct Hunted {
    target: Target,
    seconds: u64,
    tally: Tally,
    pub findings: Vec<Finding>,
}

/// A few seconds, always the same inputs.
pub fn short(target: &Target, time: Duration) {
    let time = setting("SECONDS").map_or(time, Duration::from_secs);
    run(target, time, SHORT_PATIENCE, false).finds_nothing();
}

/// For targets that break on purpose: what is found within this time, of which one input may take a second.
pub fn findings(target: &Target, time: Duration) -> Hunted {
    run(target, time, Duration::from_secs(1), false)
}

/// As long as asked for, or one input that was kept.
pub fn long(target: &Target) {
    if let Some(file) = env::var_os("OPSTEP_FUZZ_INPUT") {
        let bytes = fs::read(file).expect("a kept input");
        let check = target.check;
        return println!("accepted: {}", on_stack(target.stack, move || check(&bytes)));
    }
    run(target, Duration::from_secs(setting("SECONDS").unwrap_or(60)), PATIENCE, true).finds_nothing();
}

pub fn setting(name: &str) -> Option<u64> {
    env::var(format!("OPSTEP_FUZZ_{name}")).ok().map(|text| text.parse().expect("a number"))
}

fn run(target: &Target, time: Duration, patience: Duration, with_library: bool) -> Hunted {
    let begun = Instant::now();
    let scratch = tempfile::tempdir().expect("a folder");
    let folder = scratch.path().to_path_buf();
    let seed = setting("SEED").unwrap_or(1);
    let mut plan = Plan { target: *target, seed, time, patience, with_library, folder };
    let mut tally = Tally::default();
    let mut findings = Vec::new();
    while begun.elapsed() < time {
        plan.time = time.saturating_sub(begun.elapsed());
        let status = plan.command("").status().expect("a worker");
        tally.count(&plan);
        if status.success() {
            break;
        }
        let mut input = plan.current().map(|(_, _, input)| input).unwrap_or_default();
        let sort = if status.code() == Some(HUNG) { "hang" } else { "crash" };
        if sort == "crash" {
            input = shrunk(input, |smaller| plan.crashes(smaller));
        }
        findings.push(Finding { sort, input, said: status.to_string() });
        plan.seed += 1;
    }
    let panics = panics(&plan.folder).into_iter();
    findings.extend(panics.map(|(input, said)| Finding { sort: "panic", input, said }));
    Hunted { target: *target, seconds: begun.elapsed().as_secs(), tally, findings }
}

impl Hunted {
    fn finds_nothing(self) {
        let Tally { inputs, accepted } = self.tally;
        let count = |sort| self.findings.iter().filter(|finding| finding.sort == sort).count();
        let [panics, hangs, crashes] = ["panic", "hang", "crash"].map(count);
        let (name, seconds) = (self.target.name, self.seconds);
        println!(
            "{name}: {seconds} s, {inputs} inputs ({accepted} accepted), {panics} panics, {hangs} hangs, {crashes} crashes"
        );
        assert!(inputs > 0, "something was tried");
        let kept: Vec<_> = self.findings.iter().map(|finding| finding.keep(&self.target)).collect();
        assert!(kept.is_empty(), "{}", kept.join("\n"));
    }
}

impl Finding {
    fn keep(&self, target: &Target) -> String {
        format!("{}: {}\n  {}", self.sort, self.said, keep(target, self.sort, &self.input))
    }
}

/// Writes an input where it is still there tomorrow; says where.
pub fn keep(target: &Target, sort: &str, input: &[u8]) -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz");
    fs::create_dir_all(&folder).expect("a folder");
    let number = input.iter().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into()));
    let path = folder.join(format!("{}-{sort}-{number:08x}", target.name));
    fs::write(&path, input).expect("a file");
    format!("{} bytes, kept as {}", input.len(), path.display())
}

impl Tally {
    fn count(&mut self, plan: &Plan) {
        let Some((inputs, accepted, _)) = plan.current() else { return };
        self.inputs += inputs;
        self.accepted += accepted;
    }
}

impl Plan {
    /// Starts this very program again, to be [`work`].
    fn command(&self, input: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]);
        command.arg(env::current_exe().expect("a path")).args([
            "--exact",
            "worker",
            "--ignored",
            "--nocapture",
        ]);
        command.env("OPSTEP_FUZZ_TARGET", self.target.name).env("OPSTEP_FUZZ_FOLDER", &self.folder);
        command.env("OPSTEP_FUZZ_SEED", self.seed.to_string());
        command.env("OPSTEP_FUZZ_MILLISECONDS", self.time.as_millis().to_string());
        command.env("OPSTEP_FUZZ_PATIENCE", self.patience.as_millis().to_string());
        command.env("OPSTEP_FUZZ_LIBRARY", u64::from(self.with_library).to_string());
        command.env("OPSTEP_FUZZ_INPUT", input);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// How many inputs the worker tried, how many were accepted, and the last one.
    fn current(&self) -> Option<(u64, u64, Vec<u8>)> {
        let bytes = fs::read(self.folder.join("current")).ok()?;
        let (inputs, rest) = bytes.split_first_chunk()?;
        let (accepted, input) = rest.split_first_chunk()?;
        Some((u64::from_le_bytes(*inputs), u64::from_le_bytes(*accepted), input.to_vec()))
    }

    /// Whether a worker dies of this input.
    fn crashes(&self, input: &[u8]) -> bool {
        let file = self.folder.join("candidate");
        fs::write(&file, input).expect("a file");
        let status = self.command(&file.display().to_string()).status().expect("a worker");
        status.code().is_none() || status.code() == Some(134)
    }
}

/// What the worker wrote down of panics: the input of each, and what was said.
fn panics(folder: &Path) -> Vec<(Vec<u8>, String)> {
    let read = |number: usize| {
        let said = fs::read_to_string(folder.join(format!("panic-{number}.txt"))).ok()?;
        Some((fs::read(folder.join(format!("panic-{number}"))).ok()?, said))
    };
    (0..).map_while(read).collect()
}

/// Leaves out piece after piece, as long as what is left fails too.
fn shrunk(mut input: Vec<u8>, fails: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let begun = Instant::now();
    let mut piece = input.len() / 2;
    while piece > 0 && begun.elapsed() < SHRINKING {
        let mut at = 0;
        let before = input.len();
        while at < input.len() && begun.elapsed() < SHRINKING {
            let end = (at + piece).min(input.len());
            let smaller = [&input[..at], &input[end..]].concat();
            if fails(&smaller) {
                input = smaller;
            } else {
                at = end;
            }
        }
        if input.len() == before || piece > 1 {
            piece /= 2;
        }
    }
    input
}

pub fn on_stack<T: Send + 'static>(size: usize, work: impl FnOnce() -> T + Send + 'static) -> T {
    let thread = thread::Builder::new().stack_size(size).spawn(work).expect("a thread");
    thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic))
}

/// Which input is tried now, counted from 1.
static BEGAN: AtomicU64 = AtomicU64::new(0);
/// What the last panic said, and where.
static SAID: Mutex<String> = Mutex::new(String::new());

/// The worker's side.
pub fn work(targets: &[Target]) {
    let Ok(name) = env::var("OPSTEP_FUZZ_TARGET") else {
        return println!("the other tests start this one");
    };
    let plan = Plan {
        target: *targets.iter().find(|target| target.name == name).expect("a target"),
        seed: setting("SEED").expect("a seed"),
        time: Duration::from_millis(setting("MILLISECONDS").expect("a time")),
        patience: Duration::from_millis(setting("PATIENCE").expect("a time")),
        with_library: setting("LIBRARY") == Some(1),
        folder: env::var_os("OPSTEP_FUZZ_FOLDER").expect("a folder").into(),
    };
    panic::set_hook(Box::new(|info| *SAID.lock().expect("no other panic") = info.to_string()));
    watch(plan.patience);
    on_stack(plan.target.stack, move || match env::var("OPSTEP_FUZZ_INPUT") {
        Ok(file) if !file.is_empty() => drop(attempt(&plan.target, &fs::read(file).expect("an input"))),
        _ => try_inputs(&plan),
    });
}

/// Ends the process when an input takes too long.
fn watch(patience: Duration) {
    thread::spawn(move || {
        let start = Instant::now();
        let (mut seen, mut since) = (0, busy(start));
        loop {
            thread::sleep(Duration::from_millis(100));
            let now = BEGAN.load(Ordering::Relaxed);
            if now != seen {
                (seen, since) = (now, busy(start));
            } else if now != 0 && busy(start).saturating_sub(since) > patience {
                exit(HUNG);
            }
        }
    });
}

/// How long the process has worked, where the system tells; a busy machine makes no input hang. Elsewhere, how
/// long it has been there.
fn busy(start: Instant) -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // Behind the name: user and system time in hundredths of a second.
    let behind = stat.rsplit(')').next().unwrap_or_default();
    let mut times = behind.split_whitespace().skip(11).map(str::parse::<u64>);
    match (times.next(), times.next()) {
        (Some(Ok(user)), Some(Ok(system))) => Duration::from_millis(10 * (user + system)),
        _ => start.elapsed(),
    }
}

/// Whether it was accepted, or what the panic said.
fn attempt(target: &Target, input: &[u8]) -> Result<bool, String> {
    BEGAN.fetch_add(1, Ordering::Relaxed);
    let outcome = panic::catch_unwind(|| (target.check)(input));
    outcome.map_err(|_| SAID.lock().expect("no other panic").clone())
}

/// Where a panic came from: the same place is the same finding.
fn place(said: &str) -> String {
    said.lines().next().unwrap_or_default().to_owned()
}

fn try_inputs(plan: &Plan) {
    let corpus = (plan.target.corpus)(plan.with_library);
    let begun = Instant::now();
    let mut note = fs::File::create(plan.folder.join("current")).expect("a file");
    let mut seen = HashSet::new();
    let known = panics(&plan.folder);
    seen.extend(known.iter().map(|(_, said)| place(said)));
    let mut next_finding = known.len();
    let (mut inputs, mut accepted) = (0_u64, 0_u64);
    while begun.elapsed() < plan.time {
        let input = (plan.target.input)(&corpus, &mut Random::new(plan.seed, inputs));
        inputs += 1;
        let word = [&inputs.to_le_bytes()[..], &accepted.to_le_bytes(), &input].concat();
        note.seek(SeekFrom::Start(0)).and_then(|_| note.write_all(&word)).expect("it is written");
        note.set_len(word.len() as u64).expect("it is written");
        match attempt(&plan.target, &input) {
            Ok(yes) => accepted += u64::from(yes),
            Err(said) if seen.insert(place(&said)) => {
                let same = |smaller: &[u8]| {
                    attempt(&plan.target, smaller).is_err_and(|it| place(&it) == place(&said))
                };
                let small = shrunk(input, same);
                fs::write(plan.folder.join(format!("panic-{next_finding}")), small).expect("a file");
                fs::write(plan.folder.join(format!("panic-{next_finding}.txt")), said).expect("a file");
                next_finding += 1;
            }
            Err(_) => {}
        }
    }
}
