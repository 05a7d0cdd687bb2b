//! The two streams. The only place that prints.

use std::io::{self, IsTerminal, Write};

/// Writes data to standard output; a reader that has gone away is no fault of ours.
pub fn data(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{}", text.trim_end());
}

/// Writes lines for people to standard error.
pub fn error_line(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether standard error is a terminal that shows colours and moves its cursor.
pub fn is_interactive() -> bool {
    io::stderr().is_terminal()
}
