//! The binary operators: their names, and what they do with values of builtin types.

use std::rc::Rc;

use super::{Escape, Heap, NOT_IMPLEMENTED, Obj, Sym, Type, Value, number};

/// In the order of CPython's `NB_...` numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Add,
    And,
    FloorDivide,
    Lshift,
    MatMul,
    Multiply,
    Remainder,
    Or,
    Power,
    Rshift,
    Subtract,
    TrueDivide,
    Xor,
}

impl Operator {
    pub const ALL: [Self; 13] = [
        Self::Add,
        Self::And,
        Self::FloorDivide,
        Self::Lshift,
        Self::MatMul,
        Self::Multiply,
        Self::Remainder,
        Self::Or,
        Self::Power,
        Self::Rshift,
        Self::Subtract,
        Self::TrueDivide,
        Self::Xor,
    ];

    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::And => "&",
            Self::FloorDivide => "//",
            Self::Lshift => "<<",
            Self::MatMul => "@",
            Self::Multiply => "*",
            Self::Remainder => "%",
            Self::Or => "|",
            Self::Power => "** or pow()",
            Self::Rshift => ">>",
            Self::Subtract => "-",
            Self::TrueDivide => "/",
            Self::Xor => "^",
        }
    }

    /// Its methods: plain, reflected, in place.
    pub const fn methods(self) -> [Sym; 3] {
        match self {
            Self::Add => [Sym::Add, Sym::RAdd, Sym::IAdd],
            Self::And => [Sym::And, Sym::RAnd, Sym::IAnd],
            Self::FloorDivide => [Sym::FloorDiv, Sym::RFloorDiv, Sym::IFloorDiv],
            Self::Lshift => [Sym::Lshift, Sym::RLshift, Sym::ILshift],
            Self::MatMul => [Sym::MatMul, Sym::RMatMul, Sym::IMatMul],
            Self::Multiply => [Sym::Mul, Sym::RMul, Sym::IMul],
            Self::Remainder => [Sym::Mod, Sym::RMod, Sym::IMod],
            Self::Or => [Sym::Or, Sym::ROr, Sym::IOr],
            Self::Power => [Sym::Pow, Sym::RPow, Sym::IPow],
            Self::Rshift => [Sym::Rshift, Sym::RRshift, Sym::IRshift],
            Self::Subtract => [Sym::Sub, Sym::RSub, Sym::ISub],
            Self::TrueDivide => [Sym::TrueDiv, Sym::RTrueDiv, Sym::ITrueDiv],
            Self::Xor => [Sym::Xor, Sym::RXor, Sym::IXor],
        }
    }
}

impl Heap {
    /// The operator as the types in Rust have it in their slots for numbers; `NotImplemented` where the values do
    /// not go together. Sequences are joined and repeated by others.
    pub fn operate(&mut self, operator: Operator, a: Value, b: Value) -> Result<Value, Escape> {
        if let Some(result) = number::operate(self, operator, a, b) {
            return result;
        }
        match operator {
            Operator::Remainder if self.as_str(a).is_some() || self.as_bytes(a).is_some() => {
                self.percent_format(a, b)
            }
            Operator::And | Operator::Or | Operator::Xor | Operator::Subtract => self.combine(operator, a, b),
            _ => Ok(NOT_IMPLEMENTED.into()),
        }
    }

    /// What the slot of `this` says; `is_reflected` where it stands on the right. An int knows ints only, a float ints
    /// and floats, a text only what stands on its right.
    pub fn operate_by(
        &mut self,
        operator: Operator,
        this: Value,
        other: Value,
        is_reflected: bool,
    ) -> Result<Value, Escape> {
        let is_text_right = operator == Operator::Remainder && is_reflected && self.real(this).is_none();
        let is_known = match is_text_right {
            true => self.layout(this) == self.layout(other),
            false => self.knows_number(this, other),
        };
        match (is_known, is_reflected) {
            (false, _) => Ok(NOT_IMPLEMENTED.into()),
            (true, false) => self.operate(operator, this, other),
            (true, true) => self.operate(operator, other, this),
        }
    }

    /// Whether the methods of a number can do with the other value.
    pub fn knows_number(&self, this: Value, other: Value) -> bool {
        match self.layout(this) {
            Type::Int | Type::Bool => self.is_int(other),
            Type::Float => self.real(other).is_some(),
            _ => true,
        }
    }

    /// `a op b` or `a op= b` for builtin types: as `operate`, then the error.
    pub fn binary(
        &mut self,
        operator: Operator,
        in_place: bool,
        a: Value,
        b: Value,
    ) -> Result<Value, Escape> {
        if in_place && let Some(result) = self.change(operator, a, b) {
            return result;
        }
        let result = self.operate(operator, a, b)?;
        if result == Value::from(NOT_IMPLEMENTED) {
            return self.operate_as_sequences(operator, in_place, a, b);
        }
        Ok(result)
    }

    /// What lists, sets and dicts do in place.
    pub fn change(&mut self, operator: Operator, a: Value, b: Value) -> Option<Result<Value, Escape>> {
        let Value::Ref(handle) = a else { return None };
        match (self.obj(handle), operator) {
            (Obj::List(_), Operator::Add) => Some(self.extend_list(handle, b).map(|()| a)),
            (Obj::List(_), Operator::Multiply) => {
                let repeated = match self.repeat(a, b) {
                    Ok(value) => self.as_list(value).cloned()?,
                    Err(escape) => return Some(Err(escape)),
                };
                self.replace(handle, Obj::List(repeated));
                Some(Ok(a))
            }
            (Obj::ByteArray(_), Operator::Add) => Some(self.extend_bytes(a, b)),
            (Obj::ByteArray(bytes), Operator::Multiply) => {
                let bytes = bytes.clone();
                let repeated = match self.repeat(a, b) {
                    Ok(value) => self.as_bytes(value)?.to_vec(),
                    Err(escape) => return Some(Err(escape)),
                };
                if let Err(escape) = self.may_resize(handle, repeated.len()) {
                    return Some(Err(escape));
                }
                self.charge(repeated.len().saturating_sub(bytes.len()) as u64);
                *self.bytes_mut(handle) = repeated;
                Some(Ok(a))
            }
            (Obj::Proxy(_), Operator::Or) => {
                Some(Err(self.type_error("'|=' is not supported by mappingproxy; use '|' instead")))
            }
            // Any mapping and any pairs will do.
            (Obj::Dict(_), Operator::Or) => Some(self.update_dict(handle, b).map(|()| a)),
            (Obj::Set(_), Operator::And | Operator::Or | Operator::Xor | Operator::Subtract)
                if self.layout(a) == Type::Set && self.as_set(b).is_some() =>
            {
                let (mut set, other) = (self.as_set(a).cloned()?, self.as_set(b).cloned()?);
                let changed = match a == b {
                    true => self.change_set_with_itself(operator, &mut set),
                    false => self.change_set(operator, &mut set, &other),
                };
                if let Err(escape) = changed {
                    return Some(Err(escape));
                }
                self.charge(24 * set.len() as u64);
                self.replace(handle, Obj::Set(Rc::new(set)));
                Some(Ok(a))
            }
            _ => None,
        }
    }

    /// CPython's words for operands that do not go together.
    pub fn unsupported(&mut self, operator: Operator, in_place: bool, a: Value, b: Value) -> Escape {
        let (left, right) = (self.type_name(a), self.type_name(b));
        let symbol = match (operator, in_place) {
            (Operator::Power, true) => "**=".to_owned(),
            (_, true) => format!("{}=", operator.symbol()),
            (_, false) => operator.symbol().to_owned(),
        };
        self.type_error(format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"))
    }

    /// `&`, `|`, `^`, `-` of sets, and `|` of dicts.
    fn combine(&mut self, operator: Operator, a: Value, b: Value) -> Result<Value, Escape> {
        // A read-only view of a dict stands for it.
        let shown = |heap: &Self, value: Value| match value.handle().map(|handle| heap.obj(handle)) {
            Some(Obj::Proxy(dict)) => (*dict).into(),
            _ => value,
        };
        let (a, b) = (shown(self, a), shown(self, b));
        if operator == Operator::Or && self.as_dict(a).is_some() && self.as_dict(b).is_some() {
            if self.has_own_order(a) {
                return Err(Escape::Twin);
            }
            let copy = self.as_dict(a).cloned().unwrap_or_default();
            let made = self.dict(copy);
            if let Value::Ref(handle) = made {
                self.update_dict(handle, b)?;
            }
            return Ok(made);
        }
        let (Some(x), Some(y)) = (self.as_set(a).cloned(), self.as_set(b).cloned()) else {
            if self.is_set_view(a) || self.is_set_view(b) {
                return self.combine_views(operator, a, b);
            }
            return self.union_of_types(operator, a, b);
        };
        let result = match operator {
            Operator::And if a == b => self.copy_of_set(&x)?,
            _ => self.combine_sets(operator, &x, &y)?,
        };
        let class = self.layout(a).handle();
        Ok(self.alloc(class, Obj::Set(Rc::new(result))))
    }

    /// `int | None`
    fn union_of_types(&mut self, operator: Operator, a: Value, b: Value) -> Result<Value, Escape> {
        let is_class = |value: Value| self.as_class(value).is_some();
        let fits = |value: Value| is_class(value) || value.is_none();
        if operator == Operator::Or && (is_class(a) || is_class(b)) && fits(a) && fits(b) {
            return Err(Escape::prelude("_union", [a, b]));
        }
        Ok(NOT_IMPLEMENTED.into())
    }
}
