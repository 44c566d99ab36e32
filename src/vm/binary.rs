//! In which order a binary operator asks its operands, where a class of the program's has a say. Must not know how
//! builtin types answer.

use crate::{
    builtins,
    object::{Escape, NOT_IMPLEMENTED, Operator, Type, Value},
};

use super::{
    Resume, Vm,
    exec::{in_place_twin, operator_twin},
    unwind::Flow,
};

/// What CPython's slot for numbers of a type does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slot {
    /// `+` and `*` of sequences are not there.
    Empty,
    Builtin,
    /// The class defines one of the names: whichever is meant is looked up, even if it is a builtin type's.
    Methods,
}

/// What there is to do at a stage.
enum Step {
    Call(Value),
    Done(Result<Value, Escape>),
}

impl Vm {
    /// Asks in CPython's order, from a stage on: in place, the right one first if its class derives from the left
    /// one's, left, right, and then what they do as sequences.
    pub(super) fn binary_stages(&mut self, arg: u32, from: u8) -> Flow {
        let (operator, in_place) = (Operator::ALL[arg as usize % 13], arg >= 13);
        let (a, b) = (self.peek(2), self.peek(1));
        let right_first = self.is_right_first(operator, a, b);
        let is_same = self.heap.class_of(a) == self.heap.class_of(b);
        for stage in from..5 {
            let (this, other) = if stage % 2 == 1 { (b, a) } else { (a, b) };
            let step = match stage {
                0 if in_place => self.change_step(operator, a, b),
                1 if right_first => self.number_step(operator, b, a, true),
                2 => self.number_step(operator, a, b, false),
                3 if !is_same && !right_first => self.number_step(operator, b, a, true),
                4 => Some(Step::Done(self.heap.operate_as_sequences(operator, in_place, a, b))),
                _ => None,
            };
            match step {
                None => {}
                Some(Step::Done(Ok(value))) if value == Value::from(NOT_IMPLEMENTED) => {}
                Some(Step::Call(method)) => {
                    let resume = Resume::Binary { arg, stage: stage + 1 };
                    return self.call_special(method, this, &[other], resume);
                }
                Some(Step::Done(done)) => {
                    let [.., name] = operator.methods();
                    let changes =
                        in_place && matches!(stage, 0 | 4) && self.heap.user_special(a, name).is_none();
                    let own = if changes { in_place_twin(operator, self.heap.layout(a)) } else { None };
                    let twin = own.unwrap_or_else(|| operator_twin(operator));
                    return self.settle_in_place(done, 2, twin, &[a, b]);
                }
            }
        }
        Err(self.heap.unsupported(operator, in_place, a, b).into())
    }

    fn number_slot(&self, operator: Operator, value: Value) -> Slot {
        let [plain, reflected, _] = operator.methods();
        if self.heap.user_special(value, plain).is_some()
            || self.heap.user_special(value, reflected).is_some()
        {
            return Slot::Methods;
        }
        match operator {
            Operator::Add | Operator::Multiply if self.heap.is_sequence_payload(value) => Slot::Empty,
            _ => Slot::Builtin,
        }
    }

    /// A class that derives from the left operand's and says something else comes first.
    fn is_right_first(&self, operator: Operator, a: Value, b: Value) -> bool {
        let [_, reflected, _] = operator.methods();
        let (left, right) = (self.heap.class_of(a), self.heap.class_of(b));
        let differs = || {
            let found = self.heap.lookup(right, reflected);
            found.is_some() && found != self.heap.lookup(left, reflected)
        };
        left != right
            && self.heap.is_subclass(right, left)
            && self.number_slot(operator, b) == Slot::Methods
            && (self.number_slot(operator, a) != Slot::Methods || differs())
    }

    fn change_step(&mut self, operator: Operator, a: Value, b: Value) -> Option<Step> {
        let [.., own] = operator.methods();
        if let Some(method) = self.heap.user_special(a, own) {
            return Some(Step::Call(method));
        }
        // A class that derives from a list has its `+=` among the slots for numbers as well, but not its `*=`.
        let is_later = match operator {
            Operator::Add => Type::at(self.heap.class_of(a)).is_some(),
            Operator::Multiply => true,
            _ => false,
        };
        if is_later && self.heap.is_sequence_payload(a) {
            return None;
        }
        self.heap.change(operator, a, b).map(Step::Done)
    }

    /// What the slot for numbers of an operand says.
    fn number_step(
        &mut self,
        operator: Operator,
        this: Value,
        other: Value,
        is_reflected: bool,
    ) -> Option<Step> {
        let [plain, reflected, _] = operator.methods();
        let name = if is_reflected { reflected } else { plain };
        match self.number_slot(operator, this) {
            Slot::Empty => return None,
            Slot::Builtin => {}
            Slot::Methods => {
                if let Some(method) = self.heap.user_special(this, name) {
                    return Some(Step::Call(method));
                }
                self.heap.lookup(self.heap.class_of(this), name)?;
                if let Some(done) = builtins::sequence_method(&mut self.heap, operator, this, other) {
                    return Some(Step::Done(done));
                }
            }
        }
        Some(Step::Done(self.heap.operate_by(operator, this, other, is_reflected)))
    }
}
