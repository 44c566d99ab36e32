//! What is written when nobody handles an exception: the exceptions that led to it and those of its group, each
//! with its traceback, as CPython writes them.

use crate::{
    builtins,
    object::{Escape, Handle, Heap, Obj, Stream, Sym, Type, Value},
};

use super::{Vm, suggest, traceback};

const CAUSE: &str = "The above exception was the direct cause of the following exception:";
const CONTEXT: &str = "During handling of the above exception, another exception occurred:";
/// How many exceptions of a group are shown, and how deep groups within groups.
const GROUP_WIDTH: usize = 15;
const GROUP_DEPTH: usize = 10;

/// Writes what there is to say about the exception that ended the program; says its exit status.
pub(super) fn report(vm: &mut Vm, raised: Handle) -> i32 {
    if vm.heap.is_instance(raised.into(), Type::SystemExit) {
        return system_exit(vm, raised);
    }
    let text = text(vm, raised);
    vm.heap.write(Stream::Err, &text);
    if vm.heap.is_instance(raised.into(), Type::KeyboardInterrupt) { 130 } else { 1 }
}

/// What there is to say about an exception and those that led to it.
pub(super) fn text(vm: &mut Vm, raised: Handle) -> String {
    let mut report = Report { vm, out: String::new(), seen: Vec::new(), depth: 0, open: false };
    report.whole(raised);
    report.out
}

/// What is said of one that goes nowhere: where it came from, and its text as it is, even if that is empty.
pub(super) fn text_alone(vm: &mut Vm, raised: Handle) -> String {
    let lines = traceback::text(vm, raised);
    let head = if lines.is_empty() { "" } else { "Traceback (most recent call last):\n" };
    let (name, text) = name_and_text(&mut vm.heap, raised);
    format!("{head}{lines}{name}: {text}\n")
}

/// An exception among those to be shown whose text only a user's `__str__` knows, and that has not been asked.
pub(super) fn unasked(heap: &mut Heap, raised: Handle) -> Option<Handle> {
    if heap.is_instance(raised.into(), Type::SystemExit) {
        return None;
    }
    let mut seen = Vec::new();
    let mut waiting = vec![raised];
    while let Some(next) = waiting.pop() {
        for (each, _) in chain(heap, next, &mut seen) {
            let is_unasked = heap.exception(each).text.is_null();
            if is_unasked
                && (suggest::asks_for_names(heap, each)
                    || matches!(heap.str_of(each.into()), Err(Escape::Twin)))
            {
                return Some(each);
            }
            waiting.extend(members(heap, each).into_iter().filter(|member| !seen.contains(member)));
        }
    }
    None
}

/// Writes of an exception that a finalizer has raised: nobody can handle it.
pub(super) fn ignored(vm: &mut Vm, of: Handle, raised: Handle, place: Option<u32>) {
    let named = finalizer(vm, of, raised, place);
    let name = vm.heap.repr(named).unwrap_or_else(|_| vm.heap.short(named));
    let text = format!("Exception ignored in: {name}\n{}", text_alone(vm, raised));
    vm.heap.write(Stream::Err, &text);
}

/// What raised the exception that nobody can handle, as the report names it.
pub(super) fn finalizer(vm: &mut Vm, of: Handle, raised: Handle, place: Option<u32>) -> Value {
    let stood = vm.innermost_visible();
    if vm.heap.exception(raised).traceback.is_none() && !vm.frame_at(stood).hidden {
        // It was raised on the way to the finalizer: the report says where the program stood.
        vm.add_traceback(stood, raised, place.filter(|_| !vm.current.hidden));
    }
    // A generator is named itself.
    let suspends = matches!(vm.heap.obj(of), Obj::Generator(_));
    vm.heap.special(of.into(), Sym::Del).filter(|_| !suspends).unwrap_or(of.into())
}

/// Whether the program has put something of its own in the place of a hook of `sys`, or of the stream that it
/// writes to.
pub(super) fn is_own_hook(heap: &Heap, hook: &str, original: &str) -> bool {
    let Some(sys) = heap.find_module("sys").and_then(Value::handle) else { return false };
    let find = |name: &str| heap.own(sys, heap.interned(name)?);
    find(hook) != find(original) || find("stderr") != find("__stderr__")
}

/// Whether only the program's own code knows the text that `SystemExit` is to show.
pub(super) fn hides_text(heap: &mut Heap, raised: Handle) -> bool {
    let code = heap.exception(raised).extra[0];
    heap.is_instance(raised.into(), Type::SystemExit)
        && heap.exception(raised).text.is_null()
        && !heap.is_int(code)
        && matches!(heap.str_of(code), Err(Escape::Twin))
}

fn system_exit(vm: &mut Vm, raised: Handle) -> i32 {
    let code = vm.heap.exception(raised).extra[0];
    match code {
        Value::None => 0,
        _ if vm.heap.is_int(code) => match vm.heap.small_int(code) {
            Some(code) => code as i32 & 0xFF,
            None => {
                let text = "OverflowError: Python int too large to convert to C long\n";
                vm.heap.write(Stream::Err, text);
                0xFF
            }
        },
        _ => {
            let text = vm.heap.str_of(code).map(|text| vm.heap.lossy(text).into_owned());
            // The prelude has asked for it where only the program's own code knows.
            let text = text.unwrap_or_else(|_| {
                let kept = vm.heap.exception(raised).text;
                vm.heap.lossy(kept).into_owned()
            });
            vm.heap.write(Stream::Err, &format!("{text}\n"));
            1
        }
    }
}

/// The exceptions that are shown before this one, first cause first, then itself; each with the words that stand
/// between it and the next. What was shown before is not shown again.
fn chain(heap: &Heap, raised: Handle, seen: &mut Vec<Handle>) -> Vec<(Handle, &'static str)> {
    let mut shown = vec![(raised, "")];
    let mut at = raised;
    loop {
        seen.push(at);
        let payload = heap.exception(at);
        let (before, words) = match (payload.cause, payload.context) {
            (Value::Ref(cause), _) => (cause, CAUSE),
            (_, Value::Ref(context)) if !payload.suppress_context => (context, CONTEXT),
            _ => break,
        };
        if seen.contains(&before) {
            break;
        }
        shown.push((before, words));
        at = before;
    }
    shown.reverse();
    shown
}

/// The exceptions of a group; none for another exception.
fn members(heap: &Heap, raised: Handle) -> Vec<Handle> {
    if !heap.is_instance(raised.into(), Type::BaseExceptionGroup) {
        return Vec::new();
    }
    let exceptions = heap.as_sequence(heap.exception(raised).extra[1]).unwrap_or_default();
    exceptions.iter().filter_map(|each| each.handle()).collect()
}

/// A report that is being written.
struct Report<'a> {
    vm: &'a mut Vm,
    out: String,
    seen: Vec<Handle>,
    /// How many groups it is in.
    depth: usize,
    /// Whether the innermost group still wants its last line.
    open: bool,
}

impl Report<'_> {
    fn margin(&self) -> String {
        if self.depth == 0 { String::new() } else { format!("{:1$}| ", "", 2 * self.depth) }
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(&self.margin());
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn whole(&mut self, raised: Handle) {
        let chain = chain(&self.vm.heap, raised, &mut self.seen);
        let open = self.open;
        for (each, words) in chain {
            self.open = open;
            self.one(each);
            if !words.is_empty() {
                self.open = open;
                self.line("");
                self.line(words);
                self.line("");
            }
        }
    }

    fn one(&mut self, raised: Handle) {
        let members = members(&self.vm.heap, raised);
        if members.is_empty() {
            self.alone(raised, "");
        } else if self.depth > GROUP_DEPTH {
            self.line(&format!("... (max_group_depth is {GROUP_DEPTH})"));
        } else {
            self.group(raised, &members);
        }
    }

    fn group(&mut self, raised: Handle, members: &[Handle]) {
        let outermost = self.depth == 0;
        self.depth += usize::from(outermost);
        self.alone(raised, if self.depth == 1 { "+ Exception Group " } else { "| Exception Group " });
        self.open = false;
        let shown = members.len().min(GROUP_WIDTH + 1);
        for (at, &member) in members[..shown].iter().enumerate() {
            self.open |= at + 1 == shown;
            let corner = if at == 0 { "+-" } else { "  " };
            let title = if at < GROUP_WIDTH { (at + 1).to_string() } else { "...".to_owned() };
            let rule = "-".repeat(16);
            self.out.push_str(&format!("{:1$}{corner}+{rule} {title} {rule}\n", "", 2 * self.depth));
            self.depth += 1;
            if at < GROUP_WIDTH {
                self.whole(member);
            } else {
                let more = members.len() - GROUP_WIDTH;
                let plural = if more > 1 { "s" } else { "" };
                self.line(&format!("and {more} more exception{plural}"));
            }
            if at + 1 == shown && self.open {
                self.out.push_str(&format!("{:1$}+{2}\n", "", 2 * self.depth, "-".repeat(36)));
                self.open = false;
            }
            self.depth -= 1;
        }
        self.depth -= usize::from(outermost);
    }

    /// The exception itself: traceback, message, notes. `group` begins the first line, if it is a group.
    fn alone(&mut self, raised: Handle, group: &str) {
        let margin = self.margin();
        let lines = traceback::text(self.vm, raised);
        if !lines.is_empty() {
            match group {
                "" => self.out.push_str(&margin),
                group => self.out.push_str(&format!("{:1$}{group}", "", 2 * self.depth)),
            }
            self.out.push_str("Traceback (most recent call last):\n");
        }
        for line in lines.split_inclusive('\n') {
            self.out.push_str(&margin);
            self.out.push_str(line);
        }
        if let Some(error) = builtins::as_syntax_error(&self.vm.heap, raised) {
            for line in error.to_string().lines() {
                self.line(line);
            }
            return self.notes(raised);
        }
        let headline = headline(&mut self.vm.heap, raised);
        let suggestion = suggest::suggestion(self.vm, raised).unwrap_or_default();
        self.line(&(headline + &suggestion));
        self.notes(raised);
    }

    fn notes(&mut self, raised: Handle) {
        for note in notes(&mut self.vm.heap, raised) {
            self.line(&note);
        }
    }
}

/// `ValueError: message`.
fn headline(heap: &mut Heap, raised: Handle) -> String {
    let (name, text) = name_and_text(heap, raised);
    if text.is_empty() { name } else { format!("{name}: {text}") }
}

fn name_and_text(heap: &mut Heap, raised: Handle) -> (String, String) {
    let class = heap.slot(raised).class;
    let module = heap.own(class, Sym::Module).map(|module| heap.lossy(module).into_owned());
    let name = heap.class_qualname(class);
    let name = match module.as_deref() {
        None | Some("builtins" | "__main__") => name,
        Some(module) => format!("{module}.{name}"),
    };
    let kept = heap.exception(raised).text.present();
    let text = match kept.map_or_else(|| heap.str_of(raised.into()), Ok) {
        Ok(text) => heap.lossy(text).into_owned(),
        Err(_) => "<exception str() failed>".to_owned(),
    };
    (name, text)
}

/// The lines of the notes that were added.
fn notes(heap: &mut Heap, raised: Handle) -> Vec<String> {
    let Some(notes) = heap.own(raised, Sym::AddNote) else { return Vec::new() };
    let mut lines = Vec::new();
    for note in heap.as_sequence(notes).unwrap_or_default().to_vec() {
        if let Ok(text) = heap.str_of(note) {
            lines.extend(heap.lossy(text).split('\n').map(str::to_owned));
        }
    }
    lines
}
