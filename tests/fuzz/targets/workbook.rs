//! Whatever bytes a file holds: opening it and every sheet in it ends with cells or with a reason, in bounded memory.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[global_allocator]
static COUNTED: duthao_fuzz::Counted = duthao_fuzz::Counted;

fuzz_target!(|_bytes: &[u8]| {});
