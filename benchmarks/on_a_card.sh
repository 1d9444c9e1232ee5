#!/bin/sh
# The figures of a machine with a graphics card and nothing else: no display, no network.
#
#   benchmarks/on_a_card.sh pack DIR        here: the tree and the libraries, in parts of 56 MiB
#   sh DIR/on_a_card.sh run DIR OUT         there: unpacks, measures, writes JSON to OUT
#
# Measured: 1440p `high` along `grand` (pictures a second, card time by pass, processor time,
# what was special about the slowest pictures), then the scenarios at the same size, then `low`.
# The first result is written after about two minutes, the whole stays below four: each step ends
# in time. Where libEGL is missing there, put the packages with the loaders (libegl1, libglvnd0,
# libopengl0, libgl1, libglx0) into DIR as .deb files.
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
        src assets benchmarks -C "$1" wheels | xz -2 -T0 | split -b 56m - "$1/tree.tar.xz."
    rm -r "$1/wheels"
    cp "$0" "$1/on_a_card.sh"
    ls -l "$1"
}

run() {
    parts=$(cd "$1" && pwd)
    mkdir -p "$2"
    out=$(cd "$2" && pwd)
    tree=$(mktemp -d)
    if ! ldconfig -p | grep -q libEGL.so.1; then # loaders of OpenGL, if they were brought
        for one in "$parts"/*.deb; do dpkg -x "$one" / && ldconfig; done
    fi
    cat "$parts"/tree.tar.xz.* | python3 -c "import sys, tarfile
tarfile.open(fileobj=sys.stdin.buffer, mode='r|xz').extractall(sys.argv[1], filter='data')" "$tree"
    python3 -m pip install -q --no-index --no-deps --no-compile --target "$tree/site" "$tree"/wheels/*.whl
    export PYTHONPATH="$tree/site:$tree/src" XDG_CACHE_HOME="$tree/cache" PYTHONUNBUFFERED=1
    cd "$tree/benchmarks"
    timeout 150 python3 passes.py --preset "${PRESET:-high}" --size "${SIZE:-2560x1440}" \
        --pieces "${PIECES:-16}" --out "$out/passes_high.json" --shots "$out" || echo "passes: $?"
    timeout 80 python3 scenarios.py --preset "${PRESET:-high}" --size "${SIZE:-2560x1440}" \
        --out "$out/scenarios_card_high.json" || echo "scenarios of high: $?"
    timeout 60 python3 scenarios.py --preset low --out "$out/scenarios_card_low.json" ||
        echo "scenarios of low: $?"
    rm -rf "$tree"
}

case ${1:-} in
pack) pack "$2" ;;
run) run "$2" "$3" ;;
*) sed -n '2,11s/^# \{0,1\}//p' "$0" ;;
esac
