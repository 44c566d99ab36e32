//! Values and the heap they live in: one file a type. Knows nothing of frames.
