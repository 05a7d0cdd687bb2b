//! What the fuzz targets share: an allocator that ends the run when one input takes more memory than it may.
//!
//! libFuzzer's own limit looks at the process once a second; a file that asks for 549 GB in one request is past it by
//! then. Here the request itself is the crash, with the bytes that made it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

static HELD: AtomicUsize = AtomicUsize::new(0);
static MOST: AtomicUsize = AtomicUsize::new(usize::MAX);

/// The system's allocator with a count of what is held.
pub struct Counted;

impl Counted {
    fn take(size: usize) {
        let held = HELD.fetch_add(size, Ordering::Relaxed).saturating_add(size);
        if held > MOST.load(Ordering::Relaxed) {
            MOST.store(usize::MAX, Ordering::Relaxed);
            eprintln!("one input holds {held} bytes, {size} of them asked for at once");
            std::process::abort();
        }
    }
}

// SAFETY: every request goes to the system's allocator as it is.
unsafe impl GlobalAlloc for Counted {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Self::take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        Self::take(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        if let Some(more) = new_size.checked_sub(layout.size()) {
            Self::take(more);
        } else {
            HELD.fetch_sub(layout.size() - new_size, Ordering::Relaxed);
        }
        unsafe { System.realloc(pointer, layout, new_size) }
    }
}

/// Runs one input, which may hold so many bytes more than are held already.
pub fn within<T>(bytes: usize, run: impl FnOnce() -> T) -> T {
    MOST.store(HELD.load(Ordering::Relaxed).saturating_add(bytes), Ordering::Relaxed);
    let result = run();
    MOST.store(usize::MAX, Ordering::Relaxed);
    result
}
