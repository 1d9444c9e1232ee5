"""Blocks and struts: closed, outward, of the stated size."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.kit.hexahedra import hexahedra, quadrilaterals, struts
from almaty_tour.kit.paint import Paint
from almaty_tour.mesh.data import MeshData

PAINT = Paint("steel")
UNIT = np.array(
    [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]],
    float,
)


def volume_m3(data: MeshData) -> float:
    """Signed volume by the divergence theorem: positive only when closed and outward."""
    corner = data.positions.astype(np.float64)[data.faces]
    return float(np.einsum("ij,ij->", corner[:, 0], np.cross(corner[:, 1], corner[:, 2])) / 6)


def test_a_unit_block_has_unit_volume_wherever_it_stands() -> None:
    assert volume_m3(hexahedra(UNIT + np.array([5.0, -3.0, 7.0]), PAINT)) == pytest.approx(
        1.0, abs=1e-5
    )


def test_normals_agree_with_the_winding() -> None:
    block = hexahedra(UNIT, PAINT)
    corner = block.positions[block.faces]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    assert (np.einsum("ij,ij->i", across, block.normals[block.faces[:, 0]]) > 0).all()


@pytest.mark.parametrize("end", [(0, 0, 3), (3, 0, 0), (0, 3, 0), (1, 2, 2), (0, 0, -3)])
def test_a_strut_has_length_times_section(end: tuple[float, float, float]) -> None:
    bar = struts([(0, 0, 0)], [end], 0.2, PAINT, depth_m=0.1)
    assert volume_m3(bar) == pytest.approx(0.06, rel=1e-4)


def test_faces_without_area_are_left_out() -> None:
    flat = np.zeros((1, 4, 3))
    assert quadrilaterals(flat, PAINT).triangle_count == 0


def test_uv_are_metres() -> None:
    wall = quadrilaterals([[(0, 0, 0), (4, 0, 0), (4, 0, 3), (0, 0, 3)]], PAINT)
    assert np.ptp(wall.uv, axis=0).tolist() == pytest.approx([4.0, 3.0])
