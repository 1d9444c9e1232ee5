"""What our own code costs a picture, by part, and against another tree in turns.

    python benchmarks/own.py [--preset high] [--tour grand] [--fps 12] [--parts] [--against TREE]

Thread time with Mesa's driver that drops all drawing, along pieces of a tour at 1280x720. With
`--against` a process of each tree draws the same piece in turn, so that both meet the same
machine; told are medians, 95th percentiles, and the median ratio of equal pictures.
`--parts` tells the passes of submission apart.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
SIZE_PX = (1280, 720)
PIECES, PIECE_FRAMES, LEFT_OUT = 24, 20, 4
PARTS = ("step", "interface", "light", "draw list", "submission")
PASSES = {
    "_begin": "begin", "_follow_light": "shadow", "_follow_eye": "painting", "_occlusion": "",
    "_mirror": "", "_lamplight": "", "_prop_pass": "", "_kerbs": "", "_sky": "", "_still": "",
    "_spray": "", "_beacons": "", "_falling": "", "_framed": "", "_overlay": "",
}  # fmt: skip


def main() -> int:
    options = _options()
    if options.inside:
        _serve(options)
        return 0
    trees = [ROOT, *([options.against] if options.against else [])]
    children = [_child(tree, options) for tree in trees]
    rows: list[list[dict[str, float]]] = [[] for _ in trees]
    for tour in options.tour.split(","):
        for piece in range(options.pieces):
            turn = list(zip(children, rows, strict=True))
            for child, found in turn if piece % 2 else turn[::-1]:
                child.stdin.write(f"{tour} {piece}\n")
                child.stdin.flush()
                found.extend(json.loads(child.stdout.readline()))
        for name, found in zip(("now", "before"), rows, strict=False):
            print(f"{options.preset}, {tour}, {name}: {told(found)}")
        if len(rows) > 1:
            ratio = [a["all"] / b["all"] for a, b in zip(*rows, strict=True)]
            print(f"  now / before, median of equal pictures: {np.median(ratio):.3f}")
        for found in rows:
            found.clear()
    for child in children:
        child.stdin.close()
        child.wait()
    return 0


def told(rows: list[dict[str, float]]) -> str:
    """Medians of the parts, median and tail of all."""
    names = list(rows[0])
    cells = []
    for name in names:
        values = np.array([row[name] for row in rows])
        if name in ("all", *PARTS) or values.mean() >= 0.02:
            tail = np.quantile(values, 0.95)
            cells.append(f"{name} {np.median(values):.2f} ({values.mean():.2f}, {tail:.2f})")
    return "; ".join(cells)


def _child(tree: Path, options) -> subprocess.Popen:
    env = {**os.environ, "GALLIUM_NOOP": "1", "PYTHONPATH": str(Path(tree) / "src")}
    command = [
        sys.executable, __file__, "--inside", "--preset", options.preset, "--pieces",
        str(options.pieces), "--fps", str(options.fps), *(["--parts"] if options.parts else []),
    ]  # fmt: skip
    return subprocess.Popen(
        command, env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def _serve(options) -> None:
    """Draws the pieces that are asked for on stdin."""
    from almaty_tour.app.proofs import Proofs
    from almaty_tour.base.assets import assets_dir
    from almaty_tour.export.studio import Studio

    studio = Studio(assets_dir(), options.preset, SIZE_PX)
    studio.stage.load_all()
    studio.stage.renderer.patient = True  # as in the window
    proofs = Proofs(assets_dir(), SIZE_PX)
    target = studio.stage.renderer.target(SIZE_PX)
    spent: dict[str, float] = {}
    if options.parts:
        _timed(studio.stage.renderer, spent)
    for line in sys.stdin:
        tour, piece = line.split()
        begin_s = studio.stage.world.film(tour).duration_s * int(piece) / options.pieces
        wanted = tour, begin_s, options.preset, 1.0 / options.fps
        found = _piece(studio.stage, proofs, target, wanted, spent)
        print(json.dumps(found), flush=True)


def _piece(stage, proofs, target, wanted, spent) -> list[dict[str, float]]:
    from almaty_tour.app.proofs import touring
    from almaty_tour.session.step import step

    tour, begin_s, preset, step_s = wanted
    state, rows = touring(stage.world, tour, begin_s, "kk"), []
    for number in range(PIECE_FRAMES):
        spent.clear()
        marks = [time.thread_time()]
        state = step(stage.world, state, step_s)
        marks.append(time.thread_time())
        overlay = proofs.caption(stage.world, state)
        marks.append(time.thread_time())
        environment = stage.world.environment(state.local_time, state.weather)
        marks.append(time.thread_time())
        frame = stage.frame(
            state.camera, environment, size_px=SIZE_PX, preset=preset, time_s=state.clock_s,
            overlay=overlay,
        )  # fmt: skip
        marks.append(time.thread_time())
        stage.draw(frame, target)
        marks.append(time.thread_time())
        target.read_depth(0, 0)
        if number >= LEFT_OUT:
            each = (np.diff(marks) * 1e3).tolist()
            row = {"all": sum(each), **dict(zip(PARTS, each, strict=True)), **spent}
            rows.append(row)
    return rows


def _timed(renderer, spent: dict[str, float]) -> None:
    """Lets the renderer's passes tell what they take."""
    from almaty_tour.render.passes import objects, terrain

    for attribute, name in PASSES.items():
        one = getattr(renderer, attribute)
        if name:
            setattr(renderer, attribute, _clocked(one, name, spent))
        else:
            for method in ("draw", "draw_glow", "prepare"):
                if hasattr(one, method):
                    called = _clocked(getattr(one, method), attribute.strip("_"), spent)
                    setattr(one, method, called)
    objects.draw = _clocked(objects.draw, "objects", spent)
    terrain.draw = _clocked(terrain.draw, "terrain", spent)
    renderer._inner.finish = _clocked(renderer._inner.finish, "finish", spent)
    renderer._inner.target_for = _clocked(renderer._inner.target_for, "inner", spent)
    renderer._inner.resolved = _clocked(renderer._inner.resolved, "inner", spent)
    renderer._view = _clocked(renderer._view, "view", spent)
    from almaty_tour.render import renderer as module
    from almaty_tour.render.passes.common import View

    module.clear = _clocked(module.clear, "clear", spent)
    View.hand_over = _clocked(View.hand_over, "hand over", spent)


def _clocked(call, name: str, spent: dict[str, float]):
    def timed(*given, **named):
        begin = time.thread_time()
        try:
            return call(*given, **named)
        finally:
            spent[name] = spent.get(name, 0.0) + (time.thread_time() - begin) * 1e3

    return timed


def _options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--preset", default="high")
    parser.add_argument("--tour", default="grand", help="names, with commas between")
    parser.add_argument("--pieces", type=int, default=PIECES)
    parser.add_argument("--fps", type=float, default=12.0, help="pictures a second of the tour")
    parser.add_argument("--parts", action="store_true", help="tell the passes apart")
    parser.add_argument("--against", type=Path, help="the root of another tree, measured in turns")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
