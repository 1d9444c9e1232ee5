"""Walls and roofs of every shape: closed, inside their heights, over their whole outline."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from almaty_tour.city.osm.decide import RISE, decided
from almaty_tour.city.osm.guesses import Footprint
from almaty_tour.city.osm.roofs import ONION, roofs
from almaty_tour.city.osm.soup import Palette, joined
from almaty_tour.city.osm.volumes import Volume
from almaty_tour.city.osm.walls import BELOW_M, edges_of, full_walls, plain_walls, table

PLOT = Footprint(240.0, 20.0, 12.0, "core", 12345, 54321)
BLOCK = shapely.box(0, 0, 20, 12)
ANGLE = shapely.Polygon([(0, 0), (30, 0), (30, 10), (10, 10), (10, 30), (0, 30)])
COURT = shapely.Polygon(
    shapely.box(0, 0, 40, 40).exterior, [shapely.box(12, 12, 28, 28).exterior.coords]
)
ROUND = shapely.Point(0, 0).buffer(10.0, quad_segs=8)
LOWER = (240.0 + 16.8 * 8.8 + 4.0 * (20 + 16.8) / 2 * (12 + 8.8) / 2) / 6 * 0.8
MANSARD = (LOWER + 16.8 * 8.8 * 0.2 * (1 / 2 - 8.8 / (6 * 16.8))) / 240.0
"""Steep slopes 1.6 m deep up to 0.8 of the rise, a flat hip over the rest; share of the box."""
PLANS = {"block": BLOCK, "angle": ANGLE, "court": COURT, "round": ROUND}


def volume(shape, roof="flat", *, low=0.0, eaves=0.0, **tags):
    known = {"building": "yes", "height": "15", "roof:shape": roof, "roof:height": "3"}
    one = decided(known | {k.replace("__", ":"): str(v) for k, v in tags.items()}, PLOT)
    one = replace(one, low_m=low, look=replace(one.look, eaves_m=eaves))
    return Volume(0, shapely.orient_polygons(shape), one)


def built(one, level):
    """The triangles of a volume: (m, 3, 3) corners and (m, 3) mean normals."""
    palette = Palette()
    edges, columns = edges_of([one]), table([one], palette)
    made = roofs([one], palette)
    walls = full_walls(edges, columns) if level == 0 else plain_walls(edges, columns)
    own = made.full if level == 0 else made.plain
    soup = joined([walls, made.shared.soup(), own.soup()])
    return soup.positions[soup.faces], soup.normals[soup.faces].mean(axis=1)


def content_m3(corners, floor_m):
    """Volume over a level floor of a surface without that floor."""
    a, b, c = np.moveaxis(corners - [0, 0, floor_m], 1, 0)
    return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6.0)


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("roof", ["flat", *RISE])
def test_every_roof_on_every_plan_stays_inside_its_heights(roof, plan):
    one = volume(PLANS[plan], roof)
    for level in (0, 1):
        corners, _ = built(one, level)
        top = one.decision.top_m + one.decision.look.rim_m
        assert np.isfinite(corners).all()
        assert corners[..., 2].min() == pytest.approx(-BELOW_M)
        assert corners[..., 2].max() <= top + 1e-6
        assert corners[..., 2].max() > one.decision.wall_m + 0.5 * one.decision.rise_m - 1e-6


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("roof", ["flat", *RISE])
def test_every_roof_covers_its_plan_and_looks_up(roof, plan):
    one = volume(PLANS[plan], roof)
    corners, normals = built(one, 1)
    a, b, c = np.moveaxis(corners[..., :2], 1, 0)
    flat = 0.5 * ((b - a)[:, 0] * (c - a)[:, 1] - (b - a)[:, 1] * (c - a)[:, 0])
    roofing = corners[..., 2].min(axis=1) >= one.decision.wall_m - 1e-6
    assert flat[roofing].sum() == pytest.approx(PLANS[plan].area, rel=0.01)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    size = np.linalg.norm(across, axis=1)
    outward = (across * normals).sum(axis=1)[size > 1e-6]
    assert (outward > 0.0).all()


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("roof", ["gabled", "hipped", "half-hipped"])
def test_eaves_stand_out_over_the_walls_and_look_up_too(roof, plan):
    one = volume(PLANS[plan], roof, eaves=0.45)
    corners, normals = built(one, 1)
    across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    sloping = (normals[:, 2] > 0.2) & (np.linalg.norm(across, axis=1) > 1e-6)
    assert (across[sloping, 2] > 0.0).all()
    assert across[sloping, 2].sum() / 2.0 == pytest.approx(
        PLANS[plan].buffer(0.45, join_style="mitre").area, rel=0.02
    )
    assert corners[sloping, :, 2].min() < one.decision.wall_m - 0.05


@pytest.mark.parametrize("plan", PLANS)
def test_flat_blocks_are_closed(plan):
    one = volume(PLANS[plan])
    corners, _ = built(one, 1)
    tall = one.decision.deck_m + BELOW_M
    assert content_m3(corners, -BELOW_M) == pytest.approx(PLANS[plan].area * tall, rel=1e-6)


@pytest.mark.parametrize(
    ("roof", "share"),
    [("gabled", 1 / 2), ("skillion", 1 / 2), ("pyramidal", 1 / 3), ("hipped", 1 / 2 - 12 / 120),
     ("gambrel", (0.65 / 2 * 0.45 + (0.65 + 1) / 2 * 0.55)),
     ("half-hipped", 1 / 2 - 2 / 3 * 0.45**3 * 36 / 240), ("round", 7 / 4 * np.sin(np.pi / 7)),
     ("mansard", MANSARD)],
)  # fmt: skip
def test_sloping_roofs_hold_what_they_should(roof, share):
    one = volume(BLOCK, roof)
    corners, _ = built(one, 1)
    expected = 240.0 * (one.decision.wall_m + BELOW_M + share * one.decision.rise_m)
    assert content_m3(corners, -BELOW_M) == pytest.approx(expected, rel=1e-3)


@pytest.mark.parametrize(
    "roof", ["gabled", "hipped", "half-hipped", "round", "mansard", "skillion"]
)
def test_full_and_plain_walls_hold_the_same(roof):
    one = volume(BLOCK, roof)
    assert one.decision.roof == roof
    full, plain = (content_m3(built(one, level)[0], -BELOW_M) for level in (0, 1))
    assert full == pytest.approx(plain, rel=1e-3)


def test_a_skillion_falls_to_the_side_that_its_tag_names():
    one = volume(BLOCK, "skillion", roof__direction="E")
    corners, _ = built(one, 1)
    points = corners.reshape(-1, 3)
    assert points[points[:, 0] > 19.9, 2].max() == pytest.approx(one.decision.wall_m)
    assert points[points[:, 0] < 0.1, 2].max() == pytest.approx(one.decision.top_m)


def test_a_ridge_runs_along_unless_its_tag_says_across():
    along, across = (
        volume(BLOCK, "gabled", roof__orientation=word) for word in ("along", "across")
    )
    tops = []
    for one in (along, across):
        points = built(one, 1)[0].reshape(-1, 3)
        tops.append(np.ptp(points[points[:, 2] > one.decision.top_m - 1e-3, 0]))
    assert tops[0] == pytest.approx(20.0)
    assert tops[1] == pytest.approx(0.0, abs=1e-6)


def test_what_begins_in_the_air_has_a_ceiling_and_no_plinth():
    one = volume(BLOCK, low=6.0, min_height="6")
    corners, normals = built(one, 0)
    assert corners[..., 2].min() == pytest.approx(6.0)
    under = normals[:, 2] < -0.9
    assert content_m3(corners[under], 0.0) == pytest.approx(-240.0 * 6.0 / 3.0, rel=1e-6)


def test_flat_roofs_lie_behind_a_parapet():
    one = volume(shapely.box(0, 0, 40, 20))
    corners, normals = built(one, 0)
    level = corners[normals[:, 2] > 0.99]
    top = one.decision.wall_m + one.decision.look.rim_m
    heights = np.unique(level[..., 2].round(3))
    assert heights[-1] == pytest.approx(top)
    assert heights[-2] < top - 0.3
    assert corners[..., :2].min() >= -1.2
    assert corners[..., 0].max() <= 41.2


def test_what_throws_the_shadow_of_a_flat_roof_lies_on_it():
    """Level 1 throws the shadows near by too: above the roof of level 0 it would shade it all."""
    one = volume(BLOCK)
    decks = []
    for level in (0, 1):
        corners, normals = built(one, level)
        up = corners[normals[:, 2] > 0.9]
        middle = np.abs(up.mean(axis=1)[:, :2] - (10.0, 6.0)).max(axis=1)
        decks.append(up[middle.argmin(), :, 2].max())
    assert decks[0] == pytest.approx(decks[1])
    assert decks[1] == pytest.approx(one.decision.deck_m)
    assert one.decision.wall_m < one.decision.deck_m < one.decision.wall_m + one.decision.look.rim_m


def drawn_in(profile):
    """Share of the cylinder that a plan holds which is drawn in along (k, 2) sizes and heights."""
    (a, low), (b, high) = np.moveaxis(np.stack([profile[:-1], profile[1:]]), 2, 1)
    return float(((high - low) * (a * a + a * b + b * b) / 3.0).sum())


QUARTER = np.linspace(0.0, np.pi / 2.0, 7)


@pytest.mark.parametrize(
    ("roof", "share"),
    [("pyramidal", 1 / 3), ("onion", drawn_in(np.array(ONION))),
     ("dome", drawn_in(np.stack([np.cos(QUARTER), np.sin(QUARTER)], axis=1)))],
)  # fmt: skip
def test_turned_roofs_hold_what_their_profiles_say(roof, share):
    one = volume(ROUND, roof)
    corners, _ = built(one, 1)
    expected = ROUND.area * (one.decision.wall_m + BELOW_M + share * one.decision.rise_m)
    assert content_m3(corners, -BELOW_M) == pytest.approx(expected, rel=1e-3)
    if roof == "dome":
        assert share == pytest.approx(2 / 3, rel=0.03)  # a half ball


@pytest.mark.parametrize("roof", [*RISE])
def test_roof_height_and_levels_are_the_rise(roof):
    one = volume(BLOCK, roof, roof__height="4.5")
    assert one.decision.rise_m == 4.5
    tags = {"building": "apartments", "building:levels": "5", "roof:shape": roof}
    two = decided(tags | {"roof:levels": "2"}, PLOT)
    floor_m = (two.wall_m - two.look.base_m) / 5.0
    assert two.rise_m == pytest.approx(2.0 * floor_m)
