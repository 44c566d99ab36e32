//! What an instruction's cache units are for. Data only.

use super::Dialect;
use crate::isa::Op;

/// The numbers that an instruction keeps behind it, and how many units each takes.
pub type CacheFields = &'static [(&'static str, u8)];

impl Dialect {
    /// The fields of an instruction's caches, in order; empty for one that has none.
    pub fn cache_fields(&self, op: Op) -> CacheFields {
        let found = self.caches_hold.iter().find(|(owner, _)| *owner == op);
        found.map_or(&[], |(_, fields)| fields)
    }
}
