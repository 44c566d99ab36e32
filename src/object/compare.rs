//! Comparison of values of builtin types. Where a user's method decides, the answer is `Twin`.

use std::{cmp::Ordering, rc::Rc};

use super::{Dict, Escape, Heap, NOT_IMPLEMENTED, Obj, Real, Set, Sym, Type, Value};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
}

impl Comparison {
    pub const ALL: [Self; 6] = [Self::Lt, Self::Le, Self::Eq, Self::Ne, Self::Gt, Self::Ge];

    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// The special method that does it.
    pub const fn method(self) -> Sym {
        match self {
            Self::Lt => Sym::Lt,
            Self::Le => Sym::Le,
            Self::Eq => Sym::Eq,
            Self::Ne => Sym::Ne,
            Self::Gt => Sym::Gt,
            Self::Ge => Sym::Ge,
        }
    }

    /// The same question with the operands exchanged.
    pub const fn reflected(self) -> Self {
        match self {
            Self::Lt => Self::Gt,
            Self::Le => Self::Ge,
            Self::Gt => Self::Lt,
            Self::Ge => Self::Le,
            same => same,
        }
    }

    #[inline(always)]
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Lt => order.is_lt(),
            Self::Le => order.is_le(),
            Self::Eq => order.is_eq(),
            Self::Ne => order.is_ne(),
            Self::Gt => order.is_gt(),
            Self::Ge => order.is_ge(),
        }
    }
}

/// Whether it holds between two numbers that stand in their values.
#[inline(always)]
pub fn quick_comparison(comparison: Comparison, a: Value, b: Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(comparison.holds(a.cmp(&b))),
        (Value::Float(a), Value::Float(b)) => {
            Some(a.partial_cmp(&b).map_or(comparison == Comparison::Ne, |order| comparison.holds(order)))
        }
        _ => None,
    }
}

impl Heap {
    /// `a is b or a == b`, as containers ask it.
    pub fn equal(&mut self, a: Value, b: Value) -> Result<bool, Escape> {
        if a == b {
            return Ok(true);
        }
        match self.try_compare(Comparison::Eq, a, b)? {
            Value::Bool(answer) => Ok(answer),
            _ => Ok(false),
        }
    }

    /// `a < b` and so on: always a bool for builtin types.
    pub fn compare(&mut self, comparison: Comparison, a: Value, b: Value) -> Result<Value, Escape> {
        let answer = self.try_compare(comparison, a, b)?;
        if answer != Value::from(NOT_IMPLEMENTED) {
            return Ok(answer);
        }
        self.compare_default(comparison, a, b)
    }

    /// What holds when neither operand knows the other.
    pub fn compare_default(&mut self, comparison: Comparison, a: Value, b: Value) -> Result<Value, Escape> {
        match comparison {
            Comparison::Eq => Ok(Value::Bool(a == b)),
            Comparison::Ne => Ok(Value::Bool(a != b)),
            _ => {
                let (left, right) = (self.type_name(a), self.type_name(b));
                let symbol = comparison.symbol();
                Err(self.type_error(format!(
                    "'{symbol}' not supported between instances of '{left}' and '{right}'"
                )))
            }
        }
    }

    /// The comparison as the types' own methods do it: `NotImplemented` where they do not know each other.
    pub fn try_compare(&mut self, comparison: Comparison, a: Value, b: Value) -> Result<Value, Escape> {
        if self.decides_itself(comparison, a) || self.decides_itself(comparison.reflected(), b) {
            return Err(Escape::Twin);
        }
        // An instance of a subclass is asked first, even for what it inherits.
        let (left, right) = (self.class_of(a), self.class_of(b));
        if left != right && Type::at(right).is_none() && self.is_subclass(right, left) {
            return self.compare_payloads(comparison.reflected(), b, a);
        }
        self.compare_payloads(comparison, a, b)
    }

    fn decides_itself(&self, comparison: Comparison, value: Value) -> bool {
        self.user_special(value, comparison.method()).is_some()
            || comparison == Comparison::Ne && self.turned_round(value).is_some()
    }

    /// The user's `__eq__` that `!=` asks: that of `object` turns it round, those of other builtin types do not.
    pub fn turned_round(&self, value: Value) -> Option<Value> {
        let method = self.user_special(value, Sym::Eq)?;
        let owner = self.lookup_owner(self.class_of(value), Sym::Ne).map(|(owner, _)| owner);
        (owner == Some(Type::Object.handle())).then_some(method)
    }

    /// As the builtin types' own methods compare, whatever a subclass defines.
    pub fn compare_payloads(&mut self, comparison: Comparison, a: Value, b: Value) -> Result<Value, Escape> {
        if let Some(holds) = quick_comparison(comparison, a, b) {
            return Ok(Value::Bool(holds));
        }
        if let (Some(x), Some(y)) = (self.real(a), self.real(b)) {
            let holds = x.order(&y).map_or(comparison == Comparison::Ne, |order| comparison.holds(order));
            return Ok(Value::Bool(holds));
        }
        if let (Some(x), Some(y)) = (self.as_str(a), self.as_str(b)) {
            let order = || x.text().as_bytes().cmp(y.text().as_bytes());
            return Ok(Value::Bool(match comparison {
                Comparison::Eq => x == y,
                Comparison::Ne => x != y,
                _ => comparison.holds(order()),
            }));
        }
        if let (Some(x), Some(y)) = (self.as_bytes(a), self.as_bytes(b)) {
            return Ok(Value::Bool(comparison.holds(x.cmp(y))));
        }
        let (Value::Ref(x), Value::Ref(y)) = (a, b) else { return self.complex_equal(comparison, a, b) };
        match (self.obj(x).clone(), self.obj(y).clone()) {
            (Obj::List(x), Obj::List(y)) => self.compare_sequences(comparison, &x, &y),
            (Obj::Tuple(x), Obj::Tuple(y)) => self.compare_sequences(comparison, &x, &y),
            (Obj::Dict(x), Obj::Dict(y)) => {
                let equal = |heap: &mut Self| heap.equal_dicts(&x, &y);
                self.equality(comparison, equal)
            }
            (Obj::Set(x), Obj::Set(y)) => self.compare_sets(comparison, &x, &y),
            (Obj::Range(x), Obj::Range(y)) => self.equality(comparison, |_| Ok(x.is_like(&y))),
            (Obj::Slice(x), Obj::Slice(y)) => self.compare_sequences(comparison, &*x, &*y),
            (Obj::Code(x), Obj::Code(y)) => {
                self.equality(comparison, |_| Ok(Rc::ptr_eq(&x.code, &y.code) || x.code.is_like(&y.code)))
            }
            (Obj::Weak(x), Obj::Weak(y)) => self.compare_weak(comparison, a == b, x.target, y.target),
            (Obj::Method(x), Obj::Method(y)) => {
                self.equality(comparison, |_| Ok(x.function == y.function && x.this == y.this))
            }
            (Obj::Proxy(dict), _) => self.compare(comparison, dict.into(), b),
            (_, Obj::Proxy(dict)) => self.try_compare(comparison, a, dict.into()),
            (Obj::Cell(x), Obj::Cell(y)) => match (x.present(), y.present()) {
                (Some(x), Some(y)) => self.compare(comparison, x, y),
                // An empty cell comes before one that is filled.
                (x, y) => Ok(Value::Bool(comparison.holds(x.is_some().cmp(&y.is_some())))),
            },
            (Obj::MemoryView(_) | Obj::ByteArray(_), _) | (_, Obj::MemoryView(_) | Obj::ByteArray(_)) => {
                self.compare_memory(comparison, a, b)
            }
            _ if self.is_exact(a, Type::BuiltinFunction) && self.is_exact(b, Type::BuiltinFunction) => {
                self.equality(comparison, |_| Ok(a == b))
            }
            _ if self.is_set_view(a) || self.is_set_view(b) => self.compare_views(comparison, a, b),
            _ => self.complex_equal(comparison, a, b),
        }
    }

    /// Two references are equal as what they refer to is, while it lives.
    fn compare_weak(
        &mut self,
        comparison: Comparison,
        same: bool,
        x: Value,
        y: Value,
    ) -> Result<Value, Escape> {
        if x.is_null() || y.is_null() {
            return self.equality(comparison, |_| Ok(same));
        }
        // What they refer to is asked, even if it is one and the same.
        self.equality(comparison, |heap| {
            let answer = heap.compare(Comparison::Eq, x, y)?;
            Ok(answer == Value::Bool(true))
        })
    }

    fn equality(
        &mut self,
        comparison: Comparison,
        equal: impl FnOnce(&mut Self) -> Result<bool, Escape>,
    ) -> Result<Value, Escape> {
        match comparison {
            Comparison::Eq => Ok(Value::Bool(equal(self)?)),
            Comparison::Ne => Ok(Value::Bool(!equal(self)?)),
            _ => Ok(NOT_IMPLEMENTED.into()),
        }
    }

    fn complex_equal(&mut self, comparison: Comparison, a: Value, b: Value) -> Result<Value, Escape> {
        let is_complex = |value| self.layout(value) == Type::Complex;
        if !is_complex(a) && !is_complex(b) {
            return Ok(NOT_IMPLEMENTED.into());
        }
        let parts = |value: Value| match value {
            Value::Ref(handle) => match self.obj(handle) {
                Obj::Complex(parts) => Some((Real::Float(parts.0), parts.1)),
                _ => self.real(value).map(|real| (real, 0.0)),
            },
            _ => self.real(value).map(|real| (real, 0.0)),
        };
        let (Some(x), Some(y)) = (parts(a), parts(b)) else { return Ok(NOT_IMPLEMENTED.into()) };
        let equal = x.1 == y.1 && x.0.order(&y.0) == Some(Ordering::Equal);
        self.equality(comparison, |_| Ok(equal))
    }

    fn compare_sequences(
        &mut self,
        comparison: Comparison,
        a: &[Value],
        b: &[Value],
    ) -> Result<Value, Escape> {
        if a.len() != b.len() && matches!(comparison, Comparison::Eq | Comparison::Ne) {
            return Ok(Value::Bool(comparison == Comparison::Ne));
        }
        self.nested(" in comparison", |heap| {
            for (&x, &y) in a.iter().zip(b) {
                if !heap.equal(x, y)? {
                    return match comparison {
                        Comparison::Eq => Ok(Value::Bool(false)),
                        Comparison::Ne => Ok(Value::Bool(true)),
                        _ => heap.compare(comparison, x, y),
                    };
                }
            }
            Ok(Value::Bool(comparison.holds(a.len().cmp(&b.len()))))
        })
    }

    fn equal_dicts(&mut self, a: &Dict, b: &Dict) -> Result<bool, Escape> {
        if a.len() != b.len() {
            return Ok(false);
        }
        self.nested(" in comparison", |heap| {
            for entry in a.iter() {
                let Some(at) = heap.find_in_dict(b, entry.key, entry.hash)? else { return Ok(false) };
                if !heap.equal(entry.value, b.entries()[at].value)? {
                    return Ok(false);
                }
            }
            Ok(true)
        })
    }

    fn compare_sets(&mut self, comparison: Comparison, a: &Set, b: &Set) -> Result<Value, Escape> {
        let within = |heap: &mut Self, a: &Set, b: &Set| {
            for entry in a.iter() {
                if heap.find_in_set(b, entry.key, entry.hash)?.is_none() {
                    return Ok(false);
                }
            }
            Ok::<bool, Escape>(true)
        };
        Ok(Value::Bool(match comparison {
            Comparison::Eq => a.len() == b.len() && within(self, a, b)?,
            Comparison::Ne => a.len() != b.len() || !within(self, a, b)?,
            Comparison::Le => a.len() <= b.len() && within(self, a, b)?,
            Comparison::Lt => a.len() < b.len() && within(self, a, b)?,
            Comparison::Ge => a.len() >= b.len() && within(self, b, a)?,
            Comparison::Gt => a.len() > b.len() && within(self, b, a)?,
        }))
    }

    /// Runs `work` one level deeper; too deep is a `RecursionError`, as where CPython's own C code nests.
    pub fn nested<T>(
        &mut self,
        doing: &str,
        work: impl FnOnce(&mut Self) -> Result<T, Escape>,
    ) -> Result<T, Escape> {
        self.go_in(doing)?;
        let done = work(self);
        self.come_out();
        done
    }

    /// Begins what [`Heap::come_out`] ends, one level deeper.
    pub fn go_in(&mut self, doing: &str) -> Result<(), Escape> {
        /// What CPython's own limit leaves to a program that has called nothing yet.
        const DEEPEST: u32 = 1498;
        if self.nesting >= DEEPEST {
            return Err(self.raise(Type::RecursionError, format!("maximum recursion depth exceeded{doing}")));
        }
        self.nesting += 1;
        Ok(())
    }

    pub fn come_out(&mut self) {
        self.nesting -= 1;
    }

    /// The number of the key's entry.
    pub fn find_in_dict(&mut self, dict: &Dict, key: Value, hash: i64) -> Result<Option<usize>, Escape> {
        for at in dict.candidates(hash) {
            if self.equal(dict.entries()[at].key, key)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }

    /// The place of the key.
    pub fn find_in_set(&mut self, set: &Set, key: Value, hash: i64) -> Result<Option<usize>, Escape> {
        for at in set.candidates(hash) {
            if self.equal(set.table()[at].key, key)? {
                return Ok(Some(at));
            }
        }
        Ok(None)
    }
}
