#!/usr/bin/env bash
# A thousand decisions: the program (PDF and Excel, checked and recorded) against the typst command line (PDF alone), in
# one run, in turns. Needs `typst` of the same version on the PATH; without it, says so and stops.
#
#   benches/against-typst/run.sh [COUNT] [ROUNDS] [JOBS]
set -euo pipefail
cd "$(dirname "$0")/../.."
count=${1:-1000} rounds=${2:-3} jobs=${3:-2}
if ! command -v typst >/dev/null; then
  echo "typst is not installed: nothing to compare with" >&2
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
bench=$(cargo bench --bench province --no-run 2>&1 | sed -n 's/.*(\(.*\/province-[0-9a-f]*\)).*/\1/p')
program=$(dirname "$(dirname "$bench")")/duthao
"$bench" write "$work/province" "$count"
"$bench" typst "$work/typst" "$count"
fonts=$PWD/templates/fonts
ls "$work/typst" >"$work/names"

seconds() { local began=$EPOCHREALTIME; "$@" >/dev/null; echo "scale=3; ($EPOCHREALTIME - $began) / 1" | bc; }
ours() { (cd "$work/province" && "$program" build --quiet --force --only pdf,xlsx --jobs "$jobs"); }
theirs() {
  xargs -P"$jobs" -I{} typst compile --ignore-system-fonts --font-path "$fonts" --features a11y-extras \
    --root "$work/typst/{}" "$work/typst/{}/main.typ" "$work/typst/{}.pdf" <"$work/names"
}
typst --version
for round in $(seq "$rounds"); do
  a=$(seconds ours) b=$(seconds theirs)
  echo "round $round: duthao $a s, typst $b s, ratio $(echo "scale=3; $a / $b" | bc)"
done
