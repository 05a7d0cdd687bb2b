//! A panic while a workbook is read is a damaged workbook: the reason is in the file, and the batch goes on.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use super::{Book, Format, Sheet, SheetEntry, WorkbookTrouble, damaged};

thread_local! {
    /// Whether a panic of this thread is expected and taken care of.
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Runs what reads a file of somebody else's; a panic in it becomes a trouble and is not printed.
pub fn guarded<T>(read: impl FnOnce() -> Result<T, WorkbookTrouble>) -> Result<T, WorkbookTrouble> {
    static HOOK: Once = Once::new();
    // Once for the whole process, and silent only for a thread that is inside: nobody else's panic is lost.
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !IS_GUARDED.get() {
                usual(panic);
            }
        }));
    });
    let was_guarded = IS_GUARDED.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    IS_GUARDED.set(was_guarded);
    read.unwrap_or_else(|_| Err(damaged("nội dung không theo quy cách của định dạng")))
}

/// A workbook whose sheets are read under guard.
pub struct Guarded(pub Box<dyn Book>);

impl Book for Guarded {
    fn format(&self) -> Format {
        self.0.format()
    }

    fn sheets(&self) -> &[SheetEntry] {
        self.0.sheets()
    }

    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble> {
        guarded(|| self.0.sheet(at))
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_a_damaged_file() {
        let read: Result<(), _> = guarded(|| panic!("index out of range"));
        assert!(read.is_err());
        assert_eq!(guarded(|| Ok(7)), Ok(7));
    }
}
