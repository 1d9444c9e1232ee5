"""From far away an imported map is seen in place of the built-in town."""

import numpy as np

from almaty_tour.scene.imported_picture import laid_over


def test_the_map_covers_the_town_as_far_as_it_counts():
    town = np.full((2, 2, 4), 100, np.uint8)
    theirs = np.zeros((2, 2, 4), np.uint8)
    theirs[0, 0] = (200, 10, 100, 255)
    theirs[0, 1] = (200, 0, 100, 128)
    made = laid_over(town, theirs)
    assert made[0, 0].tolist() == [200, 10, 100, 255]
    assert made[0, 1].tolist() == [150, 50, 100, 128]
    assert (made[1] == 100).all()
    assert (town == 100).all()


def test_a_picture_of_another_size_is_left_out():
    town = np.full((2, 2, 4), 100, np.uint8)
    assert laid_over(town, np.zeros((3, 2, 4), np.uint8)) is town
