"""What is dragged over the window on X11 never ends the program."""

from types import SimpleNamespace

import pytest

from almaty_tour.app.drops import guard_drops

FILES, WORDS = 77, 12


def entered(*told):
    return SimpleNamespace(xclient=SimpleNamespace(data=SimpleNamespace(l=list(told))))


@pytest.fixture
def window():
    asked = []
    made = SimpleNamespace(
        _xdnd_atoms={"text/uri-list": FILES}, _event_drag_enter=asked.append, asked=asked
    )
    guard_drops(made)
    return made


@pytest.mark.parametrize("place", [2, 3, 4])
def test_files_among_few_kinds_are_taken(window, place):
    told = [9, 5 << 24, WORDS, WORDS, 0]
    told[place] = FILES
    window._event_drag_enter(entered(*told))
    assert (window._xdnd_format, window._xdnd_source, window._xdnd_version) == (FILES, 9, 5)
    assert not window.asked


@pytest.mark.parametrize("told", [(9, 5 << 24, WORDS, 0, 0), (9, 6 << 24, FILES, 0, 0)])
def test_words_and_unknown_protocols_are_refused(window, told):
    window._event_drag_enter(entered(*told))
    assert window._xdnd_format is None


def test_many_kinds_are_left_to_the_library(window):
    window._event_drag_enter(entered(9, 5 << 24 | 1, 0, 0, 0))
    assert len(window.asked) == 1


def test_other_systems_stay_as_they_are():
    other = SimpleNamespace(on_file_drop=1)
    guard_drops(other)
    assert vars(other) == {"on_file_drop": 1}
