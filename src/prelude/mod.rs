//! What must call Python code is written in Python; this embeds it.
