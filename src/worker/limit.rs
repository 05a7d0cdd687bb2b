//! How much memory a worker may take: one document that wants more ends its process, and not the machine.

/// Limits the memory that this process can ask for. Systems without such a limit go without.
#[cfg(target_os = "linux")]
pub fn memory(bytes: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let maximum = getrlimit(Resource::As).maximum;
    let current = Some(maximum.map_or(bytes, |maximum| bytes.min(maximum)));
    // A system that forbids it leaves the worker without a limit, as before.
    let _ = setrlimit(Resource::As, Rlimit { current, maximum });
}

#[cfg(not(target_os = "linux"))]
pub fn memory(_bytes: u64) {}
