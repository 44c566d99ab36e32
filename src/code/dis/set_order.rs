//! The order in which a constant set is listed. CPython lists it in that of its hash table, which for ints is the same
//! in every run; for strings it is not, so where there are others it is that of their texts.

use num_integer::Integer;
use num_traits::ToPrimitive;

use crate::syntax::Constant;

const SMALLEST: usize = 8;
/// Neighbours that are tried before jumping elsewhere.
const NEIGHBOURS: usize = 9;
/// Ints hash to themselves modulo this prime.
const MODULUS: u64 = (1 << 61) - 1;

/// The constant with every set in it in that order.
pub(super) fn ordered(constant: &Constant) -> Constant {
    match constant {
        Constant::Tuple(items) => Constant::Tuple(items.iter().map(ordered).collect()),
        Constant::FrozenSet(items) => {
            let items: Vec<Constant> = items.iter().map(ordered).collect();
            Constant::FrozenSet(in_order(items).into())
        }
        other => other.clone(),
    }
}

fn in_order(mut items: Vec<Constant>) -> Vec<Constant> {
    let hashes: Option<Vec<u64>> = items.iter().map(hash).collect();
    let Some(hashes) = hashes else {
        items.sort_by_cached_key(Constant::repr);
        return items;
    };
    // Made once when the set is folded, and again from that when it is put among the constants.
    let first = through_table(&hashes, (0..items.len()).collect());
    through_table(&hashes, first).into_iter().map(|index| items[index].clone()).collect()
}

fn hash(item: &Constant) -> Option<u64> {
    let hash = match item {
        Constant::Int(value) => {
            let rest = (value.unsigned_abs() % MODULUS).cast_signed();
            if *value < 0 { -rest } else { rest }
        }
        Constant::BigInt(value) => {
            let rest = value.magnitude().mod_floor(&MODULUS.into()).to_i64()?;
            if value.sign() == num_bigint::Sign::Minus { -rest } else { rest }
        }
        _ => return None,
    };
    Some(if hash == -1 { -2 } else { hash }.cast_unsigned())
}

/// Puts the elements into a table in this order, and reads them off.
fn through_table(hashes: &[u64], order: Vec<usize>) -> Vec<usize> {
    let mut table: Vec<Option<usize>> = vec![None; SMALLEST];
    for (used, index) in (1..).zip(order) {
        insert(&mut table, hashes, index);
        if used * 5 >= (table.len() - 1) * 3 {
            let wanted = if used > 50_000 { used * 2 } else { used * 4 };
            let size = (wanted + 1).next_power_of_two().max(SMALLEST);
            let old = std::mem::replace(&mut table, vec![None; size]);
            old.into_iter().flatten().for_each(|index| insert(&mut table, hashes, index));
        }
    }
    table.into_iter().flatten().collect()
}

fn insert(table: &mut [Option<usize>], hashes: &[u64], index: usize) {
    let mask = table.len() - 1;
    let mut perturb = hashes[index];
    let mut slot = perturb as usize & mask;
    loop {
        let last = if slot + NEIGHBOURS <= mask { slot + NEIGHBOURS } else { slot };
        if let Some(free) = table[slot..=last].iter().position(Option::is_none) {
            table[slot + free] = Some(index);
            return;
        }
        perturb >>= 5;
        slot = slot.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb as usize) & mask;
    }
}
