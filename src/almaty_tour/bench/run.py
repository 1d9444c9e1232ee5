"""The benchmark of the peers' contract: a GLB and a path in, times of frames out.

The same renderer as the tour's, with the scene as a still: one light that never changes.
"""

from __future__ import annotations

import json
import math
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from almaty_tour.base.errors import AssetError
from almaty_tour.base.files import write_atomic
from almaty_tour.base.memory import keep_heap
from almaty_tour.bench.kept import entry_of, found, keep
from almaty_tour.bench.placed import TO_Z_UP, Light
from almaty_tour.bench.read import read_plain
from almaty_tour.bench.scene import still_of
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.render.frame import Frame
from almaty_tour.scene.drawing import Viewpoint
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.still import Still, still_list

F64 = npt.NDArray[np.float64]

PRESET = "bench"
ASPECT = 16 / 9  # the contract keeps it whatever the size is
LONGEST_S = 100.0
ENVIRONMENT = Environment(sun_enu=(0.0, 0.0, 1.0), haze=0.0, snow_line_m=9_000.0)
"""Nothing of a still asks for it."""


@dataclass(frozen=True)
class CameraPath:
    """A path of the contract: cameras of the product, light, which frames to keep."""

    cameras: tuple[CameraState, ...]
    light: Light
    backdrop: tuple[float, float, float]
    shots: tuple[int, ...]


def run_bench(
    scene: Path, path: Path, size_px: tuple[int, int], out: Path, png: str | None = None
) -> dict[str, Any]:
    """Run the contract and write `out`; returns what was written."""
    from almaty_tour.render.gl.context import ensure_context

    keep_heap()
    cameras = read_path(path)
    window = ensure_context()
    stage = BenchStage(size_px)
    begin = time.perf_counter()
    made = None
    still = found(scene, cameras.light)
    if still is None:
        still = made = still_of(read_plain(scene), cameras.light)
    stage.take(still)
    del still  # it is on the card
    result: dict[str, Any] = {
        "load_s": time.perf_counter() - begin,
        "gl": stage.renderer.driver.renderer,
    }
    stage.draw(cameras, 0)
    result["t_first_frame"] = _wall_clock()
    stage.draw(cameras, 0)
    result |= {"name": "almaty-tour", "size": list(size_px), **_timed(stage, cameras)}
    if png is not None:
        _pictures(stage, cameras, png)
    if made is not None:
        keep(entry_of(scene, cameras.light), made)  # not before: it takes time that is measured
    write_atomic(out, json.dumps(result).encode())
    stage.renderer.free()
    del window
    return result


class BenchStage:
    """Scene and renderer of one run."""

    def __init__(self, size_px: tuple[int, int]) -> None:
        from almaty_tour.base.assets import assets_dir
        from almaty_tour.render.materials import plain_materials
        from almaty_tour.render.renderer import Renderer

        self.size_px = size_px
        white = np.ones((1, 3), np.float32)
        self.renderer = Renderer(PRESET, assets_dir(), materials=plain_materials(white))
        self.target = self.renderer.target(size_px)
        self._pixels = np.zeros((size_px[1], size_px[0], 4), np.uint8)

    def take(self, still: Still) -> None:
        """Put a scene on the card."""
        self.renderer.upload_still(still)
        self._ranges, self._origin_enu = still.ranges, still.origin_enu

    def frame(self, path: CameraPath, number: int) -> Frame:
        """The frame of a camera of the path."""
        camera = path.cameras[number]
        view = Viewpoint(
            np.asarray(camera.position_enu), frustum_planes(camera, ASPECT),
            camera.fov_rad, self.size_px[1],
        )  # fmt: skip
        drawn = still_list(self._ranges, self._origin_enu, view)
        return Frame(
            drawn, camera, ENVIRONMENT, PRESET, 0.0, self.size_px,
            aspect=ASPECT, backdrop=path.backdrop,
        )  # fmt: skip

    def submit(self, path: CameraPath, number: int) -> None:
        """Draw a frame without waiting for it."""
        self.renderer.draw(self.frame(path, number), self.target)

    def draw(self, path: CameraPath, number: int) -> npt.NDArray[np.uint8]:
        """(h, w, 4) u1 of a frame, first row at the top."""
        self.submit(path, number)
        return self.read()

    def read(self) -> npt.NDArray[np.uint8]:
        """(h, w, 4) u1 of what was submitted, in the same memory every time."""
        return self.target.read_rgba(self._pixels)


def read_path(path: Path) -> CameraPath:
    """The path of a JSON file of the contract. Raises AssetError when it is not one."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        fov_rad = math.radians(float(data["fovy_deg"]))
        cameras = tuple(_camera(one, fov_rad) for one in data["frames"])
        light = -(TO_Z_UP @ np.asarray(data["light"]["direction"], np.float64))
        x, y, z = (light / np.linalg.norm(light)).tolist()
        shade = Light((x, y, z), float(data["light"]["ambient"]))
        red, green, blue = map(float, data["background"])
        return CameraPath(cameras, shade, (red, green, blue), tuple(data.get("shots", ())))
    except OSError as fault:
        raise AssetError(path, f"cannot be read: {fault.strerror}") from fault
    except (ValueError, KeyError, TypeError) as fault:
        raise AssetError(path, f"is not a path of the contract: {fault}") from fault


def _camera(one: dict[str, Any], fov_rad: float) -> CameraState:
    eye = TO_Z_UP @ np.asarray(one["eye"], np.float64)
    ahead = TO_Z_UP @ np.asarray(one["target"], np.float64) - eye
    x, y, z = eye.tolist()
    return CameraState(
        position_enu=(x, y, z),
        heading_rad=math.atan2(ahead[0], ahead[1]),
        pitch_rad=math.atan2(ahead[2], math.hypot(ahead[0], ahead[1])),
        fov_rad=fov_rad,
    )


def _timed(stage: BenchStage, path: CameraPath) -> dict[str, Any]:
    wall, submit, thread, process = [], [], [], []
    limit = float(os.environ.get("PEERS_MAX_S", LONGEST_S))
    begin = time.perf_counter()
    for number in range(len(path.cameras)):
        process_0, thread_0, wall_0 = time.process_time(), time.thread_time(), time.perf_counter()
        stage.submit(path, number)
        submitted = time.thread_time()
        stage.read()
        wall.append((time.perf_counter() - wall_0) * 1e3)
        submit.append((submitted - thread_0) * 1e3)
        thread.append((time.thread_time() - thread_0) * 1e3)
        process.append((time.process_time() - process_0) * 1e3)
        if time.perf_counter() - begin > limit:
            break
    return {
        "frames_ms": wall, "draw_cpu_ms": submit, "thread_cpu_ms": thread,
        "process_cpu_ms": process,
    }  # fmt: skip


def _pictures(stage: BenchStage, path: CameraPath, prefix: str) -> None:
    from PIL import Image

    for number in path.shots:
        Image.fromarray(stage.draw(path, number)[..., :3]).save(f"{prefix}_{number:03d}.png")


def _wall_clock() -> float:
    return time.time()  # noqa: TID251  the contract asks for Unix time
