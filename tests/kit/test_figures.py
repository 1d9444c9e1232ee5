"""Statues, letters, props: sizes, budgets and soundness."""

import numpy as np
import pytest

from almaty_tour.kit import lettering, placing, profile, props, sdf, statue, typeface
from almaty_tour.kit.paint import BRONZE
from almaty_tour.mesh import check


def test_surface_of_a_ball_is_round_everywhere():
    ball = sdf.surface(
        sdf.ball((1, 2, 3), 2.0), (-1.2, -0.2, 0.8), (3.2, 4.2, 5.2), BRONZE, cells=30
    )
    out = ball.positions - np.array([1, 2, 3])
    assert np.abs(np.linalg.norm(out, axis=1) - 2).max() < 0.004
    assert (ball.normals * out / 2).sum(axis=1).min() > 0.999
    assert check.is_solid(ball)


def test_budget_of_a_surface_is_kept():
    field = sdf.rounded_box((0, 0, 0), (2, 2, 2), 0.2)
    assert sdf.surface(field, (-1.1,) * 3, (1.1,) * 3, BRONZE, triangles=800).triangle_count <= 800


@pytest.mark.parametrize("pose", ["sides", "raised"])
def test_a_standing_figure_is_as_tall_as_asked_and_faces_the_front(pose):
    figure = statue.standing(3.0, BRONZE, pose=pose, triangles=2500)
    low, high = figure.bounds_m
    assert low[2] == pytest.approx(0.0, abs=0.05)
    head = figure.positions[np.abs(figure.positions[:, 0]) < 0.2]
    assert head[:, 2].max() == pytest.approx(3.0, abs=0.1)
    feet = figure.positions[figure.positions[:, 2] < 0.1]
    assert feet[:, 1].min() < -abs(feet[:, 1].max())  # the toes are before the heels
    assert high[2] < 3.4


def test_letters_have_holes_and_capital_height():
    word = lettering.lettering("О", 1.0, out_m=0.2)
    low, high = word.bounds_m
    assert high[2] - low[2] == pytest.approx(1.0, abs=0.06)
    assert (low[1], high[1]) == (pytest.approx(-0.2), 0.0)
    front = word.positions[word.faces][:, :, 1].max(axis=1) == low[1]
    corner = word.positions.astype(float)[word.faces[front]]
    across = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    assert np.linalg.norm(across, axis=1).sum() / 2 < 0.6  # a full disc would be about 0.8


@pytest.mark.parametrize("text", ["ӘҒҚҢӨҰҮҺІ", "әғқңөұүһі", "ЁЩЪЭЮЯ", "Almaty ₸"])
def test_every_kazakh_letter_has_an_outline(text):
    face = typeface.load(lettering.fontpkg.path("inter"))
    for character in text.replace(" ", ""):
        contours, advance = face.glyph(character)
        assert contours, character
        assert advance > 0.1


def test_holes_are_told_from_outlines():
    face = typeface.load(lettering.fontpkg.path("inter"))
    groups = lettering.grouped(face.glyph("В")[0])
    assert [len(holes) for _, holes in groups] == [2]
    assert all(profile.area_m2(shape) > 0 for shape, _ in groups)


SMALL = [kind for kind in props.kinds() if not kind.startswith("house.")]
# Most triangles of the finest and of the last level by family, where they differ from the rest: a
# broad crown near the eye needs 600 cards of leaves, with fewer its heart lies bare; a car that
# waits at a crossing before the eye has lamps, seams and spokes.
MOST = {
    "tree": (1600, 80), "car": (700, 24), "bus": (600, 24), "trackside": (720, 150),
    "play": (400, 90), "works": (400, 102), "person": (660, 12),
}  # fmt: skip
# How high the feet may be at the finer levels and at the last: what rolls on rails, hangs from
# masts, or is a dozen pixels high and has lost its wheels, stem or posts.
FEET_M = {
    "train": (0.75, 1.0), "wagon": (0.75, 0.9), "catenary.wires": (6.4, 6.4), "works": (0.05, 0.6),
    "fence.cage": (0.05, 3.1), "fence.low": (0.05, 0.6), "fence.yard": (0.05, 1.5),
}  # fmt: skip


@pytest.mark.parametrize("kind", SMALL)
def test_props_keep_their_budget_and_get_coarser(kind):
    family = kind.partition(".")[0]
    most, least = MOST.get(family, (400, 80))
    near_m, far_m = FEET_M.get(kind, FEET_M.get(family, (0.05, 0.4)))
    counts = [props.build(kind, level).triangle_count for level in range(props.LEVELS)]
    assert counts[0] <= most
    assert counts[-1] <= least
    assert counts == sorted(counts, reverse=True)
    for level in range(props.LEVELS):
        mesh = props.build(kind, level)
        assert [fault for fault in check.faults(mesh) if "their normals" not in fault] == []
        assert mesh.bounds_m[0][2] <= (far_m if level == props.LEVELS - 1 else near_m)


def test_trees_are_as_tall_at_every_level():
    for kind in (kind for kind in props.kinds() if kind.startswith("tree.")):
        tops = [props.build(kind, level).bounds_m[1][2] for level in range(props.LEVELS)]
        assert np.ptp(tops) < 0.2 * tops[0], kind


def test_an_unknown_prop_names_the_known_ones():
    with pytest.raises(ValueError, match=r"tree\.poplar"):
        props.build("tree.baobab")


def test_planting_depends_on_the_name_only():
    spots = placing.row((0, 0), (30, 0), 5)
    first = placing.instances("tree.elm", spots, "alley")
    again = placing.instances("tree.elm", spots, "alley")
    other = placing.instances("tree.elm", spots, "avenue")
    assert len(spots) == 7
    assert np.array_equal(first.seed, again.seed)
    assert np.array_equal(first.yaw_rad, again.yaw_rad)
    assert not np.array_equal(first.seed, other.seed)
    assert (np.abs(first.scale - 1) <= 0.25).all()
    assert len(np.unique(first.seed)) == 7
