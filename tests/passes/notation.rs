//! Flow graphs as one line of text, to be written by hand and read back. Knows nothing of what passes do.
//!
//!     {'doc', 1} LOAD_CONST 1@3; POP_JUMP_IF_FALSE a@3 | RETURN_CONST 1@4 | a ways=1: RETURN_CONST 0
//!
//! Blocks stand between bars, instructions between semicolons; `()` is a block without instructions. A letter
//! before a colon is the block's label, words after it say what passes have noted. `@3` is the line and `^a` the
//! handler that guards the instruction. A block without label can be named by its place: `JUMP #2`. Before the
//! blocks stand the constants, if they are others than `{None}`, and the depth of the stack where it is known.

use std::fmt::Write;

use opstep::{
    code::Const,
    codegen::{Consts, Sequence, Unit},
    compile,
    dialect::PY312,
    flow::{Block, BlockId, FlowInstr, Graph},
    isa::{ArgKind, Op},
    source::{Location, Source},
};

/// The frame in which a graph runs.
#[derive(Clone, Copy, Default)]
pub struct Frame<'a> {
    /// Names, with blanks between.
    pub locals: &'a str,
    pub params: u32,
    pub cells: &'a str,
    pub free: &'a str,
    pub flags: u32,
}

fn letter(label: u32) -> char {
    char::from(b'a' + u8::try_from(label).expect("few labels"))
}

fn takes_block(op: Op) -> bool {
    op.is_jump() || op.is_block_push()
}

fn at_line(line: &str) -> Location {
    let line = line.parse().expect("a line");
    Location::new(line, line, 0, 0)
}

/// The value of a Python expression without names.
pub fn constants(items: &str) -> Vec<Const> {
    let source = Source::from_text("<constants>", &format!("x = ({items},)"));
    let code = compile::compile(&source, &PY312).expect("constants");
    let Const::Plain(opstep::syntax::Constant::Tuple(items)) = &code.consts[0] else { panic!("{items}") };
    items.iter().cloned().map(Const::Plain).collect()
}

impl Frame<'_> {
    pub fn unit(&self, consts: Vec<Const>, sequence: Sequence) -> Unit {
        let names = |text: &str| text.split_whitespace().map(Into::into).collect();
        Unit {
            name: "f".into(),
            qualname: "f".into(),
            filename: "<test>".into(),
            flags: self.flags,
            argcount: self.params,
            posonlyargcount: 0,
            kwonlyargcount: 0,
            firstlineno: 1,
            consts,
            names: names("n0 n1 n2"),
            varnames: names(self.locals),
            cellvars: names(self.cells),
            freevars: names(self.free),
            fast_hidden: Vec::new(),
            nparams: self.params,
            sequence,
        }
    }
}

/// The graph that a text shows.
pub fn parse(text: &str, frame: Frame<'_>) -> Graph {
    let (consts, rest) = match text.strip_prefix('{') {
        Some(rest) => rest.split_once("} ").expect("a closing brace"),
        None => ("None", text),
    };
    let consts = if consts.is_empty() { Vec::new() } else { constants(consts) };
    let mut graph = Graph::new(&frame.unit(consts, Sequence::default()));
    let rest = match rest.strip_prefix("deepest=").and_then(|rest| rest.split_once(' ')) {
        Some((depth, rest)) => {
            graph.stack_depth = depth.parse().expect("a depth");
            rest
        }
        None => rest,
    };
    let blocks: Vec<&str> = rest.split(" | ").collect();
    let mut ids = vec![graph.entry];
    for _ in 1..blocks.len() {
        let fresh = graph.add_block(Block::default(), &[]);
        graph.insert_after(ids[ids.len() - 1], fresh);
        ids.push(fresh);
    }
    let heads: Vec<(&str, &str)> = blocks
        .iter()
        .map(|block| block.split_once(':').map_or(("", *block), |(head, body)| (head, body)))
        .collect();
    for (&id, (head, _)) in ids.iter().zip(&heads) {
        head.split_whitespace().for_each(|word| note(&mut graph[id], word));
    }
    for (&id, (_, body)) in ids.iter().zip(&heads) {
        let body = body.trim();
        if body != "()" {
            let instrs = body.split("; ").map(|text| instruction(text, &graph, &ids));
            graph.set_instrs(id, &instrs.collect::<Vec<_>>());
        }
    }
    graph
}

fn note(block: &mut Block, word: &str) {
    match word {
        "handler" => block.is_handler = true,
        "lasti" => block.preserves_lasti = true,
        "cold" => block.cold = true,
        "warm" => block.warm = true,
        _ => match word.split_once('=') {
            Some(("ways", ways)) => block.predecessors = ways.parse().expect("a number of ways"),
            Some(("depth", depth)) => block.start_depth = Some(depth.parse().expect("a depth")),
            _ if word.len() == 1 => block.label = Some(u32::from(word.as_bytes()[0] - b'a')),
            _ => panic!("{word} says nothing of a block"),
        },
    }
}

fn named(name: &str, graph: &Graph, ids: &[BlockId]) -> BlockId {
    if let Some(place) = name.strip_prefix('#') {
        return ids[place.parse::<usize>().expect("a place")];
    }
    let label = u32::from(name.as_bytes()[0] - b'a');
    *ids.iter().find(|id| graph[**id].label == Some(label)).unwrap_or_else(|| panic!("no block {name}"))
}

fn instruction(text: &str, graph: &Graph, ids: &[BlockId]) -> FlowInstr {
    let (text, handler) = text.split_once('^').map_or((text, None), |(text, name)| (text, Some(name)));
    let (text, line) = text.split_once('@').map_or((text, None), |(text, line)| (text, Some(line)));
    let (name, arg) = text.split_once(' ').unwrap_or((text, ""));
    let op = Op::from_name(name).unwrap_or_else(|| panic!("no instruction {name}"));
    let target = takes_block(op).then(|| named(arg, graph, ids));
    let arg = match target {
        Some(id) => graph[id].label.unwrap_or_default(),
        None if arg.is_empty() => 0,
        None => arg.parse().unwrap_or_else(|_| panic!("{text}: no argument")),
    };
    let at = line.map_or(Location::NONE, at_line);
    FlowInstr { op, arg, at, target, handler: handler.map(|name| named(name, graph, ids)) }
}

/// The text that shows a graph.
pub fn print(graph: &Graph) -> String {
    let order = graph.order();
    let name = |id: BlockId| match graph[id].label {
        Some(label) => letter(label).to_string(),
        None => format!("#{}", order.iter().position(|each| *each == id).expect("it is linked")),
    };
    let mut text = String::new();
    let consts: Vec<String> = graph.consts.as_slice().iter().map(repr).collect();
    if consts != ["None"] {
        write!(text, "{{{}}} ", consts.join(", ")).expect("a string");
    }
    if graph.stack_depth > 0 {
        write!(text, "deepest={} ", graph.stack_depth).expect("a string");
    }
    let blocks: Vec<String> = order.iter().map(|&id| block(&graph[id], graph.instrs(id), &name)).collect();
    text + &blocks.join(" | ")
}

fn repr(constant: &Const) -> String {
    match constant {
        Const::Plain(constant) => constant.repr(),
        Const::Code(code) => format!("<code {}>", code.name),
    }
}

fn block(block: &Block, instrs: &[FlowInstr], name: &dyn Fn(BlockId) -> String) -> String {
    let words = [
        block.label.map(|label| letter(label).to_string()),
        block.is_handler.then(|| "handler".into()),
        block.preserves_lasti.then(|| "lasti".into()),
        block.cold.then(|| "cold".into()),
        block.warm.then(|| "warm".into()),
        (block.predecessors > 0).then(|| format!("ways={}", block.predecessors)),
        block.start_depth.map(|depth| format!("depth={depth}")),
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    let instrs: Vec<String> = instrs.iter().map(|instr| shown(instr, name)).collect();
    let body = if instrs.is_empty() { "()".into() } else { instrs.join("; ") };
    if words.is_empty() { body } else { format!("{}: {body}", words.join(" ")) }
}

fn shown(instr: &FlowInstr, name: &dyn Fn(BlockId) -> String) -> String {
    let mut text = instr.op.name().to_owned();
    if let Some(target) = instr.target.filter(|_| takes_block(instr.op)) {
        text += &format!(" {}", name(target));
    } else if instr.op.arg_kind() != ArgKind::None || instr.arg != 0 {
        text += &format!(" {}", instr.arg);
    }
    if !instr.at.is_none() {
        text += &format!("@{}", instr.at.line);
    }
    instr.handler.map_or(text.clone(), |id| format!("{text}^{}", name(id)))
}

/// The graph's instructions as the code generator would have written them.
pub fn sequence(graph: &Graph) -> Sequence {
    let mut sequence = Sequence::default();
    let order = graph.order();
    let mut labels = Vec::new();
    for &id in &order {
        let label = sequence.new_label();
        sequence.place(label);
        labels.push((id, label));
        for instr in graph.instrs(id) {
            sequence.push(instr.op, instr.arg, instr.at);
        }
    }
    let label_of = |id| labels.iter().find(|(each, _)| *each == id).expect("it is linked").1.0;
    let instrs = order.iter().flat_map(|id| graph.instrs(*id));
    for (flat, instr) in sequence.instrs.iter_mut().zip(instrs) {
        if let Some(target) = instr.target.filter(|_| takes_block(instr.op)) {
            flat.arg = label_of(target);
        }
    }
    unplace_unused(&mut sequence);
    sequence
}

/// A label to which nothing jumps would still split a block.
fn unplace_unused(sequence: &mut Sequence) {
    let used = |label: usize| {
        let mut labels = sequence.instrs.iter().filter(|instr| takes_block(instr.op));
        labels.any(|instr| instr.arg as usize == label)
    };
    let unused: Vec<usize> = (0..sequence.labels.len()).filter(|label| !used(*label)).collect();
    for label in unused {
        sequence.labels[label] = None;
    }
}

/// The constants as one Python tuple.
pub fn tuple(consts: &Consts) -> String {
    let items: Vec<String> = consts.as_slice().iter().map(|constant| repr(constant) + ",").collect();
    format!("({})", items.concat())
}
