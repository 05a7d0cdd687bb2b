//! The program `duthao`; everything is in the library, see `docs/architecture.md`.

use std::process::ExitCode;

fn main() -> ExitCode {
    duthao::cli::run()
}
