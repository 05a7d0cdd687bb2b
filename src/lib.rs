//! duthao: from target spreadsheets and YAML plan content to Vietnamese official documents in the form of
//! Nghị định 30/2020/NĐ-CP. `docs/architecture.md` is the map; `pipeline` is the way through.

pub mod annex;
pub mod annotate;
pub mod batch;
pub mod check;
pub mod cli;
pub mod collect;
pub mod compile;
pub mod diag;
pub mod discover;
pub mod draft;
pub mod expand;
pub mod fault;
pub mod load;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod readback;
pub mod recall;
pub mod record;
pub mod render;
pub mod review;
pub mod stopwatch;
pub mod templates;
pub mod vietnamese;
pub mod worker;
