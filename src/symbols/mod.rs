//! Scopes: which names a block binds, and where each name it uses is found.
