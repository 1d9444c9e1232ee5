"""Errors that name what was meant."""

import pytest

from almaty_tour.base.errors import SettingError

KNOWN = ("abai_opera", "ascension_cathedral", "central_mosque", "kok_tobe_tower")


@pytest.mark.parametrize(
    ("name", "near"),
    [("abay_opera", "abai_opera"), ("catedral", "ascension_cathedral"),
     ("mosque", "central_mosque"), ("kok_tobe", "kok_tobe_tower"), ("towar", "kok_tobe_tower")],
)  # fmt: skip
def test_a_misspelt_name_leads_to_the_one_that_was_meant(name, near):
    assert f"did you mean {near}?" in str(SettingError.unknown("landmark", name, KNOWN))


def test_a_name_like_none_is_told_all():
    assert f"known: {', '.join(KNOWN)}" in str(SettingError.unknown("landmark", "xyz", KNOWN))
