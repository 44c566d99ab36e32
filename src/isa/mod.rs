//! The instructions, whatever the Python version: made from the one table in `table.rs`. Knows no numbers
//! (they are `dialect`'s) and does not run anything.

mod arg;
mod operand;
mod table;

pub use arg::{ArgKind, BINARY_OPERATORS, COMPARISONS, IN_PLACE, INTRINSICS_1, INTRINSICS_2, RESUME_KINDS};
pub use operand::{Count, Operand, Operands};

/// Where execution goes on after an instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    /// At the next one, or at its target if it is a jump.
    Next,
    /// At its target, always.
    Always,
    /// Not in this frame.
    Exits,
}

/// What an instruction that jumps leaves on the stack.
#[derive(Clone, Copy, Debug)]
struct OnJump {
    pushes: &'static [Operands],
    /// The instruction at the target that it jumps over.
    past: Option<Op>,
}

/// One row of the table.
#[derive(Debug)]
struct Row {
    name: &'static str,
    family: Family,
    kind: ArgKind,
    /// As written, a line each.
    doc: &'static [&'static str],
    pops: &'static [Operands],
    pushes: &'static [Operands],
    on_jump: Option<OnJump>,
    counted: Option<i32>,
    flow: Flow,
}

macro_rules! flow {
    () => {
        Flow::Next
    };
    (always) => {
        Flow::Always
    };
    (exits) => {
        Flow::Exits
    };
}

/// The last of its arguments, a default first.
macro_rules! optional {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! define_op {
    ($($family:ident $title:literal {$(
        $(#[doc = $doc:literal])*
        $variant:ident $name:ident $kind:ident [$($pops:tt)*] => [$($pushes:tt)*]
        $(jump $(past $past:ident)? [$($jump:tt)*])?
        $(counted $counted:literal)?
        $(: $flow:ident)?;
    )*})*) => {
        /// An instruction or pseudo-instruction.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Op {
            $($($(#[doc = $doc])* $variant,)*)*
        }

        /// Instructions that belong together.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Family {
            $(#[doc = $title] $family,)*
        }

        impl Family {
            pub const ALL: &'static [Family] = &[$(Family::$family,)*];

            /// What it is called in the reference.
            pub const fn title(self) -> &'static str {
                match self {
                    $(Family::$family => $title,)*
                }
            }
        }

        impl Op {
            /// By family, in the order of the table.
            pub const ALL: &'static [Op] = &[$($(Op::$variant,)*)*];
        }

        static ROWS: [Row; Op::ALL.len()] = [$($(Row {
            name: stringify!($name),
            family: Family::$family,
            kind: ArgKind::$kind,
            doc: &[$($doc),*],
            pops: operand::operands!([$($pops)*]),
            pushes: operand::operands!([$($pushes)*]),
            on_jump: optional!($(OnJump {
                pushes: operand::operands!([$($jump)*]),
                past: optional!($(Op::$past)?),
            })?),
            counted: optional!($($counted)?),
            flow: flow!($($flow)?),
        },)*)*];
    };
}

table::for_each_instruction!(define_op);

/// How many arguments have their stack effects at hand; a power of two.
const SMALL_ARGS: usize = 8;

/// By how much the stack grows.
#[derive(Clone, Copy)]
struct Effects {
    /// By the lowest bits of the argument.
    small: [i8; SMALL_ARGS],
    /// Whether the other bits do not matter.
    complete: bool,
}

/// By instruction, going on and jumping. The compiler asks for each instruction, and the rows take long to add up.
static EFFECTS: [[Effects; 2]; Op::ALL.len()] = {
    let mut effects = [[Effects { small: [0; SMALL_ARGS], complete: false }; 2]; Op::ALL.len()];
    let mut at = 0;
    while at < Op::ALL.len() {
        let op = Op::ALL[at];
        effects[at] = [op.effects(false), op.effects(true)];
        at += 1;
    }
    effects
};

/// By instruction: the answers that every pass over the code asks for, close together in memory.
static TRAITS: [u8; Op::ALL.len()] = {
    let mut traits = [0; Op::ALL.len()];
    let mut at = 0;
    while at < Op::ALL.len() {
        let row = &ROWS[at];
        if row.kind.is_jump() {
            traits[at] |= trait_bits::JUMP;
        }
        if matches!(row.kind, ArgKind::Handler) {
            traits[at] |= trait_bits::BLOCK_PUSH;
        }
        if matches!(row.kind, ArgKind::Const) {
            traits[at] |= trait_bits::CONST;
        }
        match row.flow {
            Flow::Next => {}
            Flow::Always => traits[at] |= trait_bits::ALWAYS_JUMPS,
            Flow::Exits => traits[at] |= trait_bits::EXITS,
        }
        at += 1;
    }
    traits
};

mod trait_bits {
    pub const JUMP: u8 = 1;
    pub const BLOCK_PUSH: u8 = 1 << 1;
    pub const CONST: u8 = 1 << 2;
    pub const ALWAYS_JUMPS: u8 = 1 << 3;
    pub const EXITS: u8 = 1 << 4;
}

impl Op {
    const fn has_trait(self, bits: u8) -> bool {
        TRAITS[self as usize] & bits != 0
    }

    const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }

    /// CPython's name for it.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// The instruction of that name, in any letter case.
    pub fn from_name(name: &str) -> Option<Op> {
        Op::ALL.iter().copied().find(|op| op.name().eq_ignore_ascii_case(name))
    }

    pub const fn arg_kind(self) -> ArgKind {
        self.row().kind
    }

    pub const fn family(self) -> Family {
        self.row().family
    }

    /// The first line of its documentation: what it does.
    pub fn summary(self) -> &'static str {
        self.row().doc[0].trim_start()
    }

    /// Its documentation, one entry a paragraph; the first is the summary.
    pub fn doc(self) -> Vec<String> {
        let mut paragraphs = vec![String::new()];
        for line in self.row().doc.iter().map(|line| line.trim_start()) {
            let last = paragraphs.last_mut().expect("starts with one");
            match (line.is_empty(), last.is_empty()) {
                (true, _) => paragraphs.push(String::new()),
                (false, true) => last.push_str(line),
                (false, false) => {
                    last.push(' ');
                    last.push_str(line);
                }
            }
        }
        paragraphs
    }

    /// The operands it takes, bottom first. Those that [`Op::kept`] counts stay in place.
    pub fn pops(self, arg: u32) -> impl Iterator<Item = Operand> {
        operand::expand(self.row().pops, arg)
    }

    /// What it leaves in their place, bottom first, if it goes on (or jumps).
    pub fn pushes(self, arg: u32, jump: bool) -> impl Iterator<Item = Operand> {
        operand::expand(self.pushed(jump), arg)
    }

    /// How many operands it takes.
    pub const fn pop_count(self, arg: u32) -> u32 {
        operand::slots(self.row().pops, arg)
    }

    /// How many values it leaves in their place.
    pub const fn push_count(self, arg: u32, jump: bool) -> u32 {
        operand::slots(self.pushed(jump), arg)
    }

    /// How many of the lowest operands stay where they are: it reads them, or changes the object in place.
    pub fn kept(self, arg: u32, jump: bool) -> u32 {
        let same = self.pops(arg).zip(self.pushes(arg, jump)).take_while(|(before, after)| before == after);
        u32::try_from(same.count()).expect("no more than there are operands")
    }

    /// The table's entries for what it takes, for a reference that has no argument at hand.
    pub const fn popped(self) -> &'static [Operands] {
        self.row().pops
    }

    /// The table's entries for what it leaves.
    pub const fn pushed(self, jump: bool) -> &'static [Operands] {
        match (self.row().on_jump, jump) {
            (Some(on_jump), true) => on_jump.pushes,
            _ => self.row().pushes,
        }
    }

    /// Whether a jump leaves something else than going on does.
    pub const fn differs_on_jump(self) -> bool {
        self.row().on_jump.is_some()
    }

    /// The instruction at its target that a jump leaves out: END_FOR, for FOR_ITER.
    pub const fn jumps_past(self) -> Option<Op> {
        match self.row().on_jump {
            Some(on_jump) => on_jump.past,
            None => None,
        }
    }

    /// By how much the stack grows (or shrinks) on the way to the next instruction, or to the jump's target:
    /// CPython's `dis.stack_effect(op, arg, jump=jump)`.
    pub const fn stack_effect(self, arg: u32, jump: bool) -> i32 {
        let effects = &EFFECTS[self as usize][jump as usize];
        if effects.complete || (arg as usize) < SMALL_ARGS {
            return effects.small[arg as usize % SMALL_ARGS] as i32;
        }
        self.effect_by_row(arg, jump)
    }

    const fn effects(self, jump: bool) -> Effects {
        let mut small = [0; SMALL_ARGS];
        let mut arg = 0;
        while arg < SMALL_ARGS {
            let effect = self.effect_by_row(arg as u32, jump);
            assert!(effect as i8 as i32 == effect, "a small argument has a small effect");
            small[arg] = effect as i8;
            arg += 1;
        }
        let highest = SMALL_ARGS as u32;
        let popped = operand::depend_on_bits_below(self.popped(), highest);
        let complete = popped && operand::depend_on_bits_below(self.pushed(jump), highest);
        Effects { small, complete }
    }

    const fn effect_by_row(self, arg: u32, jump: bool) -> i32 {
        if let Some(counted) = self.row().counted {
            return counted;
        }
        let change = self.push_count(arg, jump) as i32 - self.pop_count(arg) as i32;
        match self.jumps_past() {
            // The target is reached with what the instruction there will pop.
            Some(past) if jump => change + past.pop_count(0) as i32,
            _ => change,
        }
    }

    /// Whether it may go on at the place that its argument names.
    pub const fn is_jump(self) -> bool {
        self.has_trait(trait_bits::JUMP)
    }

    pub const fn is_backward_jump(self) -> bool {
        matches!(self.arg_kind(), ArgKind::JumpBackward)
    }

    /// Whether it jumps whatever happens.
    pub const fn is_unconditional_jump(self) -> bool {
        self.has_trait(trait_bits::ALWAYS_JUMPS)
    }

    /// Whether it leaves the function: RETURN_VALUE, RERAISE, ...
    pub const fn is_scope_exit(self) -> bool {
        self.has_trait(trait_bits::EXITS)
    }

    /// Whether the instruction after it is never the next one.
    pub const fn is_terminator(self) -> bool {
        self.has_trait(trait_bits::ALWAYS_JUMPS | trait_bits::EXITS)
    }

    /// Whether the compiler's form of it names a block: where it jumps, or the handler that it sets up.
    pub const fn has_target(self) -> bool {
        self.has_trait(trait_bits::JUMP | trait_bits::BLOCK_PUSH)
    }

    /// SETUP_FINALLY and its like: the argument names an exception handler.
    pub const fn is_block_push(self) -> bool {
        self.has_trait(trait_bits::BLOCK_PUSH)
    }

    /// Whether it stands in running code only while someone watches, and never comes from the compiler.
    pub const fn is_instrumented(self) -> bool {
        matches!(self.arg_kind(), ArgKind::Instrumented)
    }

    pub const fn has_const(self) -> bool {
        self.has_trait(trait_bits::CONST)
    }

    pub const fn has_name(self) -> bool {
        self.arg_kind().is_name()
    }

    pub const fn has_local(self) -> bool {
        matches!(self.arg_kind(), ArgKind::Local)
    }

    pub const fn has_free(self) -> bool {
        matches!(self.arg_kind(), ArgKind::Free)
    }
}

impl std::fmt::Display for Op {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
