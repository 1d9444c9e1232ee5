"""The Academy stands as photographed and mapped: portal, niche, loggia, twelve pavilions."""

from __future__ import annotations

import numpy as np
import pytest

from almaty_tour.landmarks.academy_of_sciences import paint, portal, ranges


def test_portal_is_about_as_wide_as_high(landmark):
    block, attic = landmark.points("portal_block"), landmark.points("attic")
    cut = block[np.abs(block[:, 2] - 9.0) < 3.0]
    width = np.ptp(cut[:, 0])
    assert attic[:, 2].max() / width == pytest.approx(0.98, abs=0.03)
    assert block[block[:, 1] < -70.0][:, 2].max() / width == pytest.approx(0.83, abs=0.03)


def test_niche_is_pointed_and_takes_its_share_of_the_front():
    """0.36 of the width with its frame, the tip on the axis, rounder than a triangle."""
    shape = portal.arch(portal.ARCH_HALF_M, portal.ARCH_SPRING_M, portal.ARCH_TOP_M)
    tip = shape[shape[:, 1].argmax()]
    assert tip[0] == pytest.approx(0.0, abs=1e-6)
    share = 2 * portal.FRAME_HALF_M / (2 * paint.PORTAL_HALF_M)
    assert share == pytest.approx(0.36, abs=0.01)
    beside = np.abs(shape[:, 0]) < 0.5 * portal.ARCH_HALF_M
    rise = shape[beside & (shape[:, 1] > portal.ARCH_SPRING_M), 1]
    assert rise.min() > portal.ARCH_SPRING_M + 0.8 * (portal.ARCH_TOP_M - portal.ARCH_SPRING_M)


def test_niche_is_really_hollow(landmark):
    """A ray into the niche above the door meets its rear wall, not the front."""
    corner = landmark.corners("niche", "portal_block")
    inside = (np.abs(corner[..., 0]).max(axis=1) < 2.2) & (corner[..., 2].min(axis=1) > 2.0)
    inside &= corner[..., 2].max(axis=1) < 10.3
    assert corner[inside][..., 1].min() > portal.MIDDLE_Y_M + 1.0


def test_loggia_has_seven_windows_between_eight_colonnettes(landmark):
    panes = landmark.corners("loggia", material="window").mean(axis=1)
    assert len(landmark.clusters(panes[:, 0], 0.5)) == 7
    posts = landmark.points("loggia")
    posts = posts[(posts[:, 2] > 15.3) & (posts[:, 2] < 16.6) & (posts[:, 1] < -73.0)]
    assert len(landmark.clusters(posts[:, 0], 0.5)) == 8


def test_twelve_pavilions_stand_clear_of_one_another(landmark):
    """Eight in pairs, three on the axis and the portal; only ends touch."""
    pairs = [ranges.FRONT_RANGE, ranges.FRONT_PAVILION, ranges.SIDE_RANGE, ranges.REAR_RANGE]
    axis = [ranges.CENTRE, ranges.MIDDLE, ranges.REAR_PAVILION]
    boxes = [*pairs, *((-c, b, -a, d) for a, b, c, d in pairs), *axis, (-11.7, -74.0, 11.7, -45.0)]
    assert len(boxes) == 12
    for i, (ax0, ay0, ax1, ay1) in enumerate(boxes):
        for bx0, by0, bx1, by1 in boxes[:i]:
            across, along = min(ax1, bx1) - max(ax0, bx0), min(ay1, by1) - max(ay0, by0)
            assert min(across, along) < 0.6


def test_wings_are_less_than_half_as_high_as_the_portal(landmark):
    wings = landmark.points("wings")
    front = wings[(np.abs(wings[:, 0]) < 50.0) & (wings[:, 1] < -44.9)]
    assert front[:, 2].max() / landmark.spec.height_m == pytest.approx(0.45, abs=0.02)


def test_six_broad_steps_lead_to_the_door(landmark):
    tops = {round(f.top_m, 3) for f in landmark.floors if f.outline[:, 1].max() < -70.0}
    assert len(tops) == 6
    assert max(tops) == pytest.approx(0.9)
