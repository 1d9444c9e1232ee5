#!/bin/sh
# The figures of a machine with a graphics card and nothing else: no display, no network.
#
#   benchmarks/on_a_card.sh pack DIR        here: the tree and the libraries, in parts of 56 MiB
#   sh DIR/on_a_card.sh run DIR OUT         there: unpacks, measures, writes JSON to OUT
#
# Measured: 1440p `high` along `grand` (pictures a second, card time by pass, processor time,
# what was special about the slowest pictures), then the scenarios at the same size, then `low`.
# The first result is written after about a minute; the whole stays below four. The parts may be
# brought one after the other; `run` waits for nothing and says what is missing.
set -eu

PYTHON_VERSION=${PYTHON_VERSION:-3.12}

pack() {
    root=$(cd "$(dirname "$0")/.." && pwd)
    mkdir -p "$1/wheels"
    for line in $(sed -n 's/^\([a-z-]*\)==\([0-9.]*\).*/\1==\2/p' "$root/requirements/run.txt"); do
        case $line in av==*) continue ;; esac # videos only, and large
        python3 -m pip download -q --no-deps --only-binary=:all: --implementation cp \
            --python-version "$PYTHON_VERSION" --platform manylinux_2_28_x86_64 \
            --platform manylinux_2_27_x86_64 --platform manylinux_2_17_x86_64 \
            --platform manylinux2014_x86_64 --platform manylinux1_x86_64 \
            -d "$1/wheels" "$line"
    done
    tar -C "$root" --exclude=__pycache__ --exclude=assets/audio -cf - \
        src assets benchmarks -C "$1" wheels | xz -6 -T0 | split -b 56m - "$1/tree.tar.xz."
    rm -r "$1/wheels"
    cp "$0" "$1/on_a_card.sh"
    ls -l "$1"
}

run() {
    parts=$(cd "$1" && pwd)
    mkdir -p "$2"
    out=$(cd "$2" && pwd)
    tree=$(mktemp -d)
    cat "$parts"/tree.tar.xz.* | xz -dc -T0 | tar -C "$tree" -xf -
    python3 -m pip install -q --no-index --no-deps --no-compile --target "$tree/site" "$tree"/wheels/*.whl
    export PYTHONPATH="$tree/site:$tree/src" XDG_CACHE_HOME="$tree/cache" PYTHONUNBUFFERED=1
    cd "$tree/benchmarks"
    timeout 150 python3 passes.py --preset "${PRESET:-high}" --size "${SIZE:-2560x1440}" \
        --pieces "${PIECES:-24}" --out "$out/passes_high.json" --shots "$out" || echo "passes: $?"
    timeout 80 python3 scenarios.py --preset "${PRESET:-high}" --size "${SIZE:-2560x1440}" \
        --out "$out/scenarios_card_high.json" || echo "scenarios of high: $?"
    timeout 60 python3 scenarios.py --preset low --out "$out/scenarios_card_low.json" ||
        echo "scenarios of low: $?"
    rm -rf "$tree"
}

case ${1:-} in
pack) pack "$2" ;;
run) run "$2" "$3" ;;
*) sed -n '2,12s/^# \{0,1\}//p' "$0" ;;
esac
