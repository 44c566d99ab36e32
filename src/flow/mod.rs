//! The control-flow graph and its passes, one file a pass, under CPython's names.
