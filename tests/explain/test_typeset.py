"""Words are set into lines of a given width in any script, and nothing in them is hidden."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.explain.typeset import clip, columns, visible, wrap

WORDS = st.text(st.characters(codec="utf-8"), max_size=200)


@given(WORDS, st.integers(24, 100))
def test_no_line_is_wider_than_asked(text, width):
    for line in wrap(visible(text), width, first="  • ", rest="    "):
        assert columns(line) <= width


@given(WORDS, st.integers(24, 100))
def test_wrapping_loses_no_letter(text, width):
    shown = visible(text)
    wrapped = "".join("".join(wrap(shown, width)).split())
    assert wrapped == "".join(shown.split())


@given(WORDS, st.integers(2, 60))
def test_cut_words_fit(text, width):
    assert columns(clip(visible(text), width)) <= width


@given(WORDS)
def test_no_commanding_character_gets_through(text):
    shown = visible(text)
    assert "\x1b" not in shown
    assert "\n" not in shown
    assert "\u202e" not in shown


def test_a_name_that_turns_the_direction_of_reading_is_shown_as_such():
    assert visible("Daily\u202eyliaD") == "Daily⟨U+202E⟩yliaD"


def test_wide_letters_take_two_columns_and_accents_none():
    assert columns("東都新聞") == 8
    assert columns("e\u0301") == 1


def test_a_long_line_of_wide_letters_is_broken_where_the_line_ends():
    assert wrap("水" * 10, 8) == ["水水水水", "水水水水", "水水"]
