from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almaty_tour.ui.breaks import LINE_LETTERS, PAGE_LINES, split_pages
from almaty_tour.ui.captions import FASTEST_LETTERS_S, caption_pages, page_at, reading_s

WORDS = st.lists(st.text("абвгқөүabc-", min_size=1, max_size=14), min_size=1, max_size=60)
ENDS = st.sampled_from(["", ".", "!", ","])


@given(WORDS, st.lists(ENDS, min_size=60, max_size=60), st.floats(0.5, 200.0))
def test_pages_say_every_word_in_lines_that_fit(words, ends, seconds):
    text = " ".join(word + end for word, end in zip(words, ends, strict=False))
    pages = caption_pages(text, seconds)
    assert " ".join(line for page in pages for line in page.lines).split() == text.split()
    assert all(1 <= len(page.lines) <= PAGE_LINES for page in pages)
    assert all(len(line) <= LINE_LETTERS for page in pages for line in page.lines)


@given(WORDS, st.floats(0.5, 200.0))
def test_pages_follow_each_other_within_the_time(words, seconds):
    pages = caption_pages(" ".join(words), seconds)
    assert pages[0].start_s == 0.0
    for before, after in pairwise(pages):
        assert before.end_s == after.start_s
    assert pages[-1].end_s <= seconds * (1 + 1e-9)
    assert all(page.end_s > page.start_s for page in pages)


@given(WORDS, st.floats(1.0, 4.0))
def test_a_caption_with_enough_time_is_never_too_fast(words, factor):
    text = " ".join(words)
    for page in caption_pages(text, reading_s(text) * factor):
        assert page.letters / (page.end_s - page.start_s) <= FASTEST_LETTERS_S * (1 + 1e-6)


def test_a_sentence_keeps_its_page():
    sentences = ["Short one here.", "A longer sentence that needs two lines of its own."]
    pages = caption_pages(" ".join(sentences), 20)
    assert [" ".join(page.lines) for page in pages] == sentences


def test_two_lines_are_about_equally_long():
    ((above, below),) = split_pages("the golden cradle of Independence over Almaty")
    assert (above, below) == ("the golden cradle", "of Independence over Almaty")


def test_pages_break_where_a_speaker_pauses():
    text = (
        "Morning in Almaty. In 1854 a fort was built by the Almaty rivers; "
        "in 1867 it became the town of Verny."
    )
    assert [" ".join(lines)[-1] for lines in split_pages(text)] == [".", ";", "."]
    assert split_pages(text)[-1] == ("in 1867 it became the town of Verny.",)


@given(st.lists(st.text("абвгқөүabc-", min_size=1, max_size=14), min_size=50, max_size=70))
def test_no_page_of_a_long_caption_is_one_short_word(words):
    assert all(len(" ".join(lines)) > 14 for lines in split_pages(" ".join(words)))


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_to_say(text):
    assert caption_pages(text, 5.0) == ()
    assert page_at((), 0.0) is None


def test_the_page_of_a_moment():
    pages = caption_pages("One two three. " * 12, 30.0)
    middle = pages[2]
    assert page_at(pages, (middle.start_s + middle.end_s) / 2) is middle
    assert page_at(pages, pages[-1].end_s) is None
