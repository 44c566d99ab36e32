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
    /// The operator on values whose types are Rust's; `NotImplemented` where they do not go together.
    pub fn operate(&mut self, operator: Operator, a: Value, b: Value) -> Result<Value, Escape> {
        if let Some(result) = number::operate(self, operator, a, b) {
            return result;
        }
        match operator {
            Operator::Add => self.concatenate(a, b),
            Operator::Multiply => self.repeat(a, b),
            Operator::Remainder if self.as_str(a).is_some() || self.as_bytes(a).is_some() => {
                self.percent_format(a, b)
            }
            Operator::And | Operator::Or | Operator::Xor | Operator::Subtract => self.combine(operator, a, b),
            _ => Ok(NOT_IMPLEMENTED.into()),
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
            return Err(self.unsupported(operator, in_place, a, b));
        }
        Ok(result)
    }

    /// Whether it is laid out as a sequence that can be joined and repeated.
    pub fn is_sequence_payload(&self, value: Value) -> bool {
        matches!(
            value,
            Value::Ref(handle) if matches!(
                self.obj(handle),
                Obj::Str(_) | Obj::List(_) | Obj::Tuple(_) | Obj::Bytes(_) | Obj::ByteArray(_)
            )
        )
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
            (Obj::Dict(_), Operator::Or) => Some(match self.as_dict(b) {
                Some(_) if self.user_special(b, Sym::Iter).is_none() => {
                    self.update_dict(handle, b).map(|()| a)
                }
                // Any mapping and any pairs will do.
                _ => Err(Escape::Twin),
            }),
            (Obj::Set(_), Operator::And | Operator::Or | Operator::Xor | Operator::Subtract)
                if self.layout(a) == Type::Set && self.as_set(b).is_some() =>
            {
                let (mut set, other) = (self.as_set(a).cloned()?, self.as_set(b).cloned()?);
                if let Err(escape) = self.change_set(operator, &mut set, &other) {
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
        let layouts = (self.layout(a), self.layout(b));
        let is_sequence =
            |of| matches!(of, Type::Str | Type::List | Type::Tuple | Type::Bytes | Type::ByteArray);
        match operator {
            Operator::Add if self.user_special(a, Sym::Add).is_none() => match layouts.0 {
                Type::Str => {
                    return self.type_error(format!("can only concatenate str (not \"{right}\") to str"));
                }
                Type::List => {
                    return self.type_error(format!("can only concatenate list (not \"{right}\") to list"));
                }
                Type::Tuple => {
                    return self.type_error(format!("can only concatenate tuple (not \"{right}\") to tuple"));
                }
                Type::Bytes | Type::ByteArray => {
                    return self.type_error(format!("can't concat {right} to {left}"));
                }
                _ => {}
            },
            Operator::Multiply if is_sequence(layouts.0) && self.user_special(a, Sym::Mul).is_none() => {
                return self.type_error(format!("can't multiply sequence by non-int of type '{right}'"));
            }
            Operator::Multiply if is_sequence(layouts.1) => {
                return self.type_error(format!("can't multiply sequence by non-int of type '{left}'"));
            }
            _ => {}
        }
        let symbol = match (operator, in_place) {
            (Operator::Power, true) => "**=".to_owned(),
            (_, true) => format!("{}=", operator.symbol()),
            (_, false) => operator.symbol().to_owned(),
        };
        self.type_error(format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"))
    }

    fn concatenate(&mut self, a: Value, b: Value) -> Result<Value, Escape> {
        if let (Some(x), Some(y)) = (self.as_str(a), self.as_str(b)) {
            if x.is_empty() && self.is_exact(b, Type::Str) {
                return Ok(b);
            }
            if y.is_empty() && self.is_exact(a, Type::Str) {
                return Ok(a);
            }
            let size = x.text().as_bytes().len() + y.text().as_bytes().len();
            let text = match (x.text().as_str(), y.text().as_str()) {
                (Some(x), Some(y)) => {
                    let mut all = String::with_capacity(size);
                    all.push_str(x);
                    all.push_str(y);
                    all.into()
                }
                _ => crate::source::Text::from_code_points(
                    x.text().code_points().chain(y.text().code_points()),
                ),
            };
            self.room_for(size as u64)?;
            return Ok(self.text(text));
        }
        let (Value::Ref(x), Value::Ref(y)) = (a, b) else { return Ok(NOT_IMPLEMENTED.into()) };
        match (self.obj(x), self.obj(y)) {
            (Obj::List(x), Obj::List(y)) => {
                if x.is_empty() && self.is_exact(b, Type::Tuple) {
                    return Ok(b);
                }
                if y.is_empty() && self.is_exact(a, Type::Tuple) {
                    return Ok(a);
                }
                let items = [&x[..], &y[..]].concat();
                self.room_for(items.len() as u64 * 16)?;
                Ok(self.list(items))
            }
            (Obj::Tuple(x), Obj::Tuple(y)) => {
                let items = [&x[..], &y[..]].concat();
                self.room_for(items.len() as u64 * 16)?;
                Ok(self.tuple(items))
            }
            (Obj::Bytes(_) | Obj::ByteArray(_), Obj::Bytes(_) | Obj::ByteArray(_) | Obj::MemoryView(_)) => {
                let Some(right) = self.buffer(b) else { return Ok(NOT_IMPLEMENTED.into()) };
                let all = [self.as_bytes(a).unwrap_or_default(), &right].concat();
                self.room_for(all.len() as u64)?;
                Ok(self.bytes_like(a, all))
            }
            (Obj::Bytes(_) | Obj::ByteArray(_), _) if self.lends(b) => Err(Escape::Twin),
            _ => Ok(NOT_IMPLEMENTED.into()),
        }
    }

    /// `a += b` of a bytearray.
    pub fn extend_bytes(&mut self, a: Value, b: Value) -> Result<Value, Escape> {
        let handle = a.handle().expect("a bytearray is on the heap");
        match self.buffer(b).map(std::borrow::Cow::into_owned) {
            Some(more) => {
                let len = self.as_bytes(a).unwrap_or_default().len();
                self.may_resize(handle, len + more.len())?;
                self.room_for(more.len() as u64)?;
                self.charge(more.len() as u64);
                self.bytes_mut(handle).extend(more);
                Ok(a)
            }
            None if self.lends(b) => Err(Escape::Twin),
            None => Err(self.unsupported(Operator::Add, true, a, b)),
        }
    }

    /// `bytes` or `bytearray`, as `like` is.
    pub fn bytes_like(&mut self, like: Value, bytes: Vec<u8>) -> Value {
        if self.layout(like) == Type::ByteArray {
            return self.alloc(Type::ByteArray, Obj::ByteArray(Rc::new(bytes)));
        }
        self.bytes(bytes)
    }

    /// A sequence times a number.
    fn repeat(&mut self, a: Value, b: Value) -> Result<Value, Escape> {
        let (sequence, count) = if self.is_sequence_payload(a) { (a, b) } else { (b, a) };
        let Value::Ref(handle) = sequence else { return Ok(NOT_IMPLEMENTED.into()) };
        if !self.is_sequence_payload(sequence) {
            return Ok(NOT_IMPLEMENTED.into());
        }
        if !self.is_int(count) {
            if self.user_special(count, Sym::Index).is_some() {
                return Err(Escape::Twin);
            }
            return Ok(NOT_IMPLEMENTED.into());
        }
        let Some(count) = self.small_int(count) else {
            return if self.is_negative(count) {
                self.repeat(sequence, Value::Int(0))
            } else {
                Err(self.overflow_error("cannot fit 'int' into an index-sized integer"))
            };
        };
        let count = usize::try_from(count.max(0)).expect("not negative");
        if count == 1 && self.is_exact(sequence, Type::Tuple) {
            return Ok(sequence);
        }
        let len = match self.obj(handle) {
            Obj::Str(text) => text.text().as_bytes().len() as u64,
            Obj::Bytes(bytes) => bytes.len() as u64,
            Obj::ByteArray(bytes) => bytes.len() as u64,
            _ => size_of_val(self.as_sequence(sequence).unwrap_or_default()) as u64,
        };
        if count > 1 {
            self.room_for(len.saturating_mul(count as u64))?;
        }
        match self.obj(handle).clone() {
            Obj::Str(text) => match text.text().as_str() {
                Some(text) => Ok(self.str(&text.repeat(count))),
                None => {
                    let points: Vec<u32> = text.text().code_points().collect();
                    Ok(self.text(crate::source::Text::from_code_points(points.repeat(count))))
                }
            },
            Obj::List(items) => Ok(self.list(items.repeat(count))),
            Obj::Tuple(items) => Ok(self.tuple(items.repeat(count))),
            Obj::Bytes(bytes) => Ok(self.bytes(bytes.repeat(count))),
            Obj::ByteArray(bytes) => Ok(self.bytes_like(sequence, bytes.repeat(count))),
            _ => Ok(NOT_IMPLEMENTED.into()),
        }
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
        let result = self.combine_sets(operator, &x, &y)?;
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
