//! The integration tests: one binary, one harness, texts in and texts out.
//!
//! Every case starts from the small valid project of `harness::Project::sample` and changes one thing in it, in the
//! words that a clerk would type. What is compared is what a clerk reads: findings, printed lines, cells, records.
//! Golden files lie in `expected/`. Update: `INSTA_UPDATE=always cargo test --release --test suite`, then read the diff.

mod allocation;
mod annex;
mod annotate;
mod cells;
mod collect;
mod conformity;
mod contract;
mod decree;
mod diff;
mod docs;
mod draft;
mod explain;
mod fan_out;
mod figures;
mod findings;
mod forms;
mod harness;
mod hostile;
mod inspect;
mod long_annex;
mod mutants;
mod odd_text;
mod office;
mod output;
mod overrides;
mod package;
mod pages;
mod pdf;
mod provenance;
mod publishing;
mod readback;
mod rebuilding;
mod records;
mod returns;
mod review;
mod round_trip;
mod same_bytes;
mod seeded;
mod tidy;
mod timings;
mod trace;
mod typed;
mod verify;
mod workbooks;
mod workers;
