//! The stack machine, as a value: it can be cloned, stepped, and thrown away.
