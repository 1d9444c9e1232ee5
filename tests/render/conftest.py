"""A renderer of a small made-up world on the shared context."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from almaty_tour.base.assets import assets_dir
from almaty_tour.camera.matrices import frustum_planes
from almaty_tour.camera.state import CameraState
from almaty_tour.mesh.data import MeshData, mesh
from almaty_tour.mesh.simplify import LevelMesh
from almaty_tour.scene.arrays import Scene
from almaty_tour.scene.drawing import Viewpoint, draw_list
from almaty_tour.scene.environment import Environment
from almaty_tour.scene.load import Placement, model_chunk

SIZE = (160, 90)


def sun(elevation_deg: float, azimuth_deg: float = 180.0) -> Environment:
    lift, turn = np.radians([elevation_deg, azimuth_deg])
    direction = (np.sin(turn) * np.cos(lift), np.cos(turn) * np.cos(lift), np.sin(lift))
    return Environment(sun_enu=tuple(float(part) for part in direction))


def box(size_m, material="plaster") -> MeshData:
    """A closed box on z = 0 about the origin."""
    points, normals, faces = [], [], []
    for axis in range(3):
        for side in (-1.0, 1.0):
            corner = np.zeros((4, 3))
            corner[:, axis] = side
            corner[:, (axis + 1) % 3] = [-1, 1, 1, -1]
            corner[:, (axis + 2) % 3] = [-1, -1, 1, 1]
            normal = np.zeros(3)
            normal[axis] = side
            first = len(points)
            quad = [(0, 1, 2), (0, 2, 3)] if side > 0 else [(0, 2, 1), (0, 3, 2)]
            faces += [[first + a, first + b, first + c] for a, b, c in quad]
            points += list((corner + np.array([0, 0, 1])) * np.array(size_m) / 2.0)
            normals += [normal] * 4
    return mesh(points, faces, normals, material)


@dataclass
class Bench:
    """A renderer with an own scene; pictures are (90, 160, 3) u1."""

    renderer: object
    scene: Scene = field(default_factory=Scene)
    given: list = field(default_factory=list)

    def put(self, name, size_m, at, material="plaster"):
        rows = {text: row for row, text in enumerate(self.renderer.materials.names)}
        made = model_chunk(name, [LevelMesh(box(size_m, material), 0.0)], Placement(at), rows)
        self.given.append((self.scene.add(made), made))
        self.renderer.upload(*self.given[-1])

    def frame(self, camera=None, environment=None, preset="golden", size=SIZE, **draw):
        from almaty_tour.render.frame import Frame
        from almaty_tour.render.quality import detail_limits, quality

        camera = camera or CameraState((0.0, -60.0, 20.0), 0.0, -0.15)
        view = Viewpoint(
            np.array(camera.position_enu), frustum_planes(camera, size[0] / size[1]),
            camera.fov_rad, size[1],
        )  # fmt: skip
        listed = replace(draw_list(self.scene, view, detail_limits(quality(preset))), **draw)
        return Frame(listed, camera, environment or sun(40.0), preset, 0.0, size)

    def picture(self, frame):
        target = self.renderer.target(frame.size_px)
        self.renderer.draw(frame, target)
        pixels = self.renderer.read_pixels(target)
        target.free()
        assert self.renderer.error() == 0
        return pixels.astype(np.int64)


@pytest.fixture
def bench(context):
    from almaty_tour.render.renderer import Renderer

    renderer = Renderer("golden", assets_dir())
    yield Bench(renderer)
    renderer.free()
