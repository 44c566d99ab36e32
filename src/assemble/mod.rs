//! From instructions in order to bytes: jumps, caches, line table, exception table.
