//! What can be computed before there is code: constant folding on the tree. Knows no scopes and no instructions.
