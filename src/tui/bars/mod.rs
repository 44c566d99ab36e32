//! The lines that frame the panes: header, timeline, status, hints.

pub mod header;
pub mod hints;
pub mod status;
pub mod timeline;
