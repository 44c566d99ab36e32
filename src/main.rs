//! The `opstep` program: reports of panics, a thread with a large stack, the command line.

use std::process::ExitCode;

/// Compiling makes and drops many small trees and lists, and this is faster at it than the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Parsing and compiling follow the nesting of the program, so they are given room. It is address space only:
/// what is never touched costs nothing.
const STACK: usize = 1 << 30;

fn main() -> color_eyre::Result<ExitCode> {
    color_eyre::install()?;
    let run = || opstep::cli::main(std::env::args_os());
    let worker = std::thread::Builder::new().name("main".into()).stack_size(STACK).spawn(run)?;
    Ok(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
}
