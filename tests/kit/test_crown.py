"""Levels of a tree agree in colour and silhouette, so that none is seen to change."""

from functools import cache

import numpy as np
import pytest

from almaty_tour.kit.props import tree
from almaty_tour.kit.props.crown import Crown, Tier

CUT = {"leaf_clump": "clump", "leaf_spray": "spray", "leaf_droop": "droop"}
CELL_M, SAMPLES = 0.35, 60


@pytest.fixture(scope="module")
def picture(leaf_sheet):
    """The picture of a kind at a level, made when a test first asks for it."""
    return cache(lambda name, level: shown(tree.build(name, level), leaf_sheet))


def shown(made, leaf_sheet):
    """(rows, columns) mean tint of what is seen from the front, nan where the sky is."""
    corner = made.positions.astype(np.float64)[made.faces]
    facing = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])[:, 1] < 0.0
    faces = made.faces[facing]
    a, b = np.meshgrid((np.arange(SAMPLES) + 0.5) / SAMPLES, (np.arange(SAMPLES) + 0.5) / SAMPLES)
    a, b = a[a + b < 1.0], b[a + b < 1.0]
    weight = np.stack([1.0 - a - b, a, b], axis=1)
    place = np.einsum("sk,fkc->fsc", weight, made.positions[faces]).reshape(-1, 3)
    uv = np.einsum("sk,fkc->fsc", weight, made.uv[faces]).reshape(-1, 2)
    tint = np.einsum("sk,fkc->fsc", weight, made.tint[faces].astype(float)).reshape(-1, 4)
    solid = np.ones(len(place), bool)
    name = np.repeat(made.material[faces[:, 0]], len(a))
    for sheet, leaves in CUT.items():
        if sheet in made.materials:
            cut = leaf_sheet(leaves)[1]
            mine = name == made.materials.index(sheet)
            texel = np.clip(uv[mine] * 256, 0, 255).astype(int)
            solid[mine] = cut[255 - texel[:, 1], texel[:, 0]] > 0.4
    place, tint = place[solid], tint[solid]
    order = np.argsort(-place[:, 1], kind="stable")  # the nearest are written last
    cell = np.floor(place[order][:, [2, 0]] / CELL_M).astype(int) + np.array([4, 40])
    cells = np.full((90, 80, 4), np.nan)
    cells[cell[:, 0], cell[:, 1]] = tint[order]
    return cells


def area(cells):
    return (~np.isnan(cells[..., 0])).sum()


@pytest.mark.parametrize("name", tree.KINDS)
@pytest.mark.parametrize("level", [1, 2])
def test_levels_have_one_silhouette(picture, name, level):
    near, far = picture(name, 0), picture(name, level)
    assert area(far) == pytest.approx(area(near), rel=0.3)
    both = (~np.isnan(near[..., 0]) & ~np.isnan(far[..., 0])).sum()
    assert both > 0.66 * area(near)


@pytest.mark.parametrize("name", tree.KINDS)
@pytest.mark.parametrize("level", [1, 2])
def test_levels_have_one_colour(picture, name, level):
    near, far = (np.nanmean(picture(name, one), axis=(0, 1)) for one in (0, level))
    assert far[:3] == pytest.approx(near[:3], rel=0.16)


def test_lobes_are_inside_the_radius_that_the_crown_tells():
    crown = Crown.of((Tier(4.0, 2.0, 5, 1.5, 1.2), Tier(7.0, 0.0, 1, 2.0, 1.5)), "test")
    turn = np.linspace(0.0, 6.0, 50)
    z = np.linspace(crown.low_m, crown.high_m, 50)
    away = crown.radius(z, turn)
    skin = np.stack([away * np.cos(turn), away * np.sin(turn), z], axis=1)
    depth = crown.depth(skin)[0]
    assert depth[away > 0.23 * crown.reach_m] == pytest.approx(1.0, abs=1e-6)
    assert away.max() <= crown.reach_m
