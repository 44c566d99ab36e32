//! `hash()`: CPython's numbers, with the string key of `PYTHONHASHSEED=0`.

use std::hash::Hasher;

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;
use siphasher::sip::SipHasher13;

use crate::source::Text;

use super::{Escape, Handle, Heap, Obj, Value, builtin_types::Type, symbols::Sym, weak::WeakRef};

/// Numbers are hashed modulo this prime, so that equal numbers of different types hash alike.
const MODULUS: u64 = (1 << 61) - 1;
const INFINITY: i64 = 314_159;
const IMAGINARY: u64 = 1_000_003;
const NONE: i64 = 0xFCA8_6420;

/// -1 means "error" inside CPython.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

pub fn of_int(value: i64) -> i64 {
    let hash = (value.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if value < 0 { -hash } else { hash })
}

pub fn of_big(value: &BigInt) -> i64 {
    let rest = (value.magnitude() % MODULUS).to_u64().expect("less than 2^61") as i64;
    not_minus_one(if value.sign() == Sign::Minus { -rest } else { rest })
}

pub fn of_float(value: f64) -> i64 {
    if value.is_infinite() {
        return if value > 0.0 { INFINITY } else { -INFINITY };
    }
    if value == 0.0 {
        return 0;
    }
    let bits = value.abs().to_bits();
    let (biased, fraction) = ((bits >> 52) as i64, bits & ((1 << 52) - 1));
    let (mantissa, exponent) =
        if biased == 0 { (fraction, -1074) } else { (fraction | 1 << 52, biased - 1075) };
    // mantissa * 2^exponent modulo 2^61 - 1, where 2^61 is 1.
    let shift = exponent.rem_euclid(61) as u32;
    let hash = ((u128::from(mantissa) << shift) % u128::from(MODULUS)) as i64;
    not_minus_one(if value < 0.0 { -hash } else { hash })
}

pub fn of_bytes(bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}

/// CPython hashes the characters as it stores them: one, two or four bytes each, as the widest needs.
pub fn of_text(text: &Text) -> i64 {
    if text.as_bytes().is_ascii() {
        return of_bytes(text.as_bytes());
    }
    let points: Vec<u32> = text.code_points().collect();
    let bytes: Vec<u8> = match points.iter().max() {
        Some(..=0xFF) => points.iter().map(|&point| point as u8).collect(),
        Some(..=0xFFFF) => points.iter().flat_map(|&point| (point as u16).to_le_bytes()).collect(),
        _ => points.iter().flat_map(|point| point.to_le_bytes()).collect(),
    };
    of_bytes(&bytes)
}

const PRIME5: u64 = 2_870_177_450_012_600_261;

pub fn of_tuple(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    of_lanes(mixed(hashes).wrapping_add(len ^ PRIME5 ^ 3_527_539))
}

/// As of a tuple, but its length is always the same.
fn of_slice(hashes: [i64; 3]) -> i64 {
    of_lanes(mixed(hashes.into_iter()))
}

fn mixed(hashes: impl Iterator<Item = i64>) -> u64 {
    const PRIME1: u64 = 11_400_714_785_074_694_791;
    const PRIME2: u64 = 14_029_467_366_897_019_727;
    hashes.fold(PRIME5, |all, each| {
        all.wrapping_add((each as u64).wrapping_mul(PRIME2)).rotate_left(31).wrapping_mul(PRIME1)
    })
}

fn of_lanes(hash: u64) -> i64 {
    if hash == u64::MAX { 1_546_275_796 } else { hash as i64 }
}

fn of_frozen_set(hashes: impl ExactSizeIterator<Item = i64>) -> i64 {
    let len = hashes.len() as u64;
    let mut all = hashes.fold(0, |all, each| {
        let each = each as u64;
        all ^ ((each ^ 89_869_747) ^ (each << 16)).wrapping_mul(3_644_798_167)
    });
    all ^= (len + 1).wrapping_mul(1_927_868_237);
    all ^= (all >> 11) ^ (all >> 25);
    all = all.wrapping_mul(69_069).wrapping_add(907_133_923);
    if all == u64::MAX { 590_923_713 } else { all as i64 }
}

impl Heap {
    /// `hash(value)`; answers `Twin` where a user's `__hash__` decides.
    pub fn hash(&mut self, value: Value) -> Result<i64, Escape> {
        match value {
            Value::Int(int) => return Ok(of_int(int)),
            Value::Bool(bool) => return Ok(i64::from(bool)),
            Value::Float(float) if float.is_nan() => return Ok(self.hash_of_place(value)),
            Value::Float(float) => return Ok(of_float(float)),
            Value::None | Value::Null => return Ok(NONE),
            Value::Ref(handle) => {
                if let Obj::Str(text) = self.obj(handle)
                    && self.slot(handle).class == Type::Str.handle()
                {
                    return Ok(text.hash());
                }
            }
        }
        if self.user_special(value, Sym::Hash).is_some_and(|found| !found.is_none()) {
            return Err(Escape::Twin);
        }
        self.hash_payload(value)
    }

    /// The hash of what it refers to, kept once that was asked.
    fn hash_weak(&mut self, handle: Handle, weak: &WeakRef) -> Result<i64, Escape> {
        match (weak.hash, weak.target) {
            (Some(known), _) => Ok(known),
            (None, Value::Null) => Err(self.type_error("weak object has gone away")),
            (None, target) => {
                let hash = self.hash(target)?;
                self.keep_weak_hash(handle, hash);
                Ok(hash)
            }
        }
    }

    /// As the builtin type's own `__hash__`, whatever a subclass defines.
    pub fn hash_payload(&mut self, value: Value) -> Result<i64, Escape> {
        if self.special(value, Sym::Hash).is_some_and(Value::is_none) {
            let name = self.type_name(value);
            return Err(self.type_error(format!("unhashable type: '{name}'")));
        }
        let Value::Ref(handle) = value else { return self.hash(value) };
        match self.obj(handle).clone() {
            Obj::Proxy(dict) => self.hash(dict.into()),
            Obj::Str(text) => Ok(text.hash()),
            Obj::Int(big) => Ok(of_big(&big)),
            Obj::Float(float) if float.is_nan() => Ok(self.hash_of_place(value)),
            Obj::Float(float) => Ok(of_float(float)),
            Obj::Complex(parts) => {
                let of = |part: f64| if part.is_nan() { self.hash_of_place(value) } else { of_float(part) };
                let (re, im) = (of(parts.0) as u64, of(parts.1) as u64);
                Ok(not_minus_one(re.wrapping_add(im.wrapping_mul(IMAGINARY)) as i64))
            }
            Obj::Bytes(bytes) => Ok(of_bytes(&bytes)),
            Obj::MemoryView(_) => self.hash_memory(value),
            Obj::Slice(parts) => {
                let [start, stop, step] = *parts;
                Ok(of_slice([self.hash(start)?, self.hash(stop)?, self.hash(step)?]))
            }
            Obj::Tuple(items) => {
                let hashes = items.iter().map(|&item| self.hash(item)).collect::<Result<Vec<_>, _>>()?;
                Ok(of_tuple(hashes.into_iter()))
            }
            Obj::Set(set) => {
                let hashes: Vec<i64> = set.iter().map(|entry| entry.hash).collect();
                Ok(of_frozen_set(hashes.into_iter()))
            }
            Obj::Range(range) => {
                let none = NONE;
                let len = of_big(&range.len);
                let parts = match range.small {
                    _ if range.len == BigInt::ZERO => [len, none, none],
                    _ if range.len == BigInt::from(1) => [len, of_big(&range.start), none],
                    _ => [len, of_big(&range.start), of_big(&range.step)],
                };
                Ok(of_tuple(parts.into_iter()))
            }
            Obj::Method(method) => {
                let of_function = self.hash(method.function)?;
                Ok(not_minus_one((self.id(method.this) >> 4) ^ of_function))
            }
            Obj::Weak(weak) => self.hash_weak(handle, &weak),
            Obj::Code(code) => {
                let numbers = [code.argcount as i64, code.flags.into(), code.code.firstlineno.into()];
                let rest = [self.hash(code.name)?, of_bytes(&code.code.code)];
                Ok(of_tuple([numbers.as_slice(), &rest].concat().into_iter()))
            }
            _ => Ok(self.hash_of_place(value)),
        }
    }

    /// The hash of what is equal to nothing but itself.
    pub fn hash_of_place(&self, value: Value) -> i64 {
        self.id(value).rotate_right(4)
    }
}
