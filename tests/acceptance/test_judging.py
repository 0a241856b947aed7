"""The judge is fair: what is right passes, what is wrong is seen."""

from __future__ import annotations

from tests.acceptance.naming import same_name, same_names
from tests.acceptance.places import find_all, share_of_words
from tests.acceptance.swaps import Swap


def test_titles_articles_and_spellings_do_not_make_another_person():
    assert same_name("Ada Brandt", "Chancellor Ada Brandt")
    assert same_name("Morning Post", "The Morning Post")
    assert same_name("US officials", "United States officials")
    assert same_name("Ivan Petrovsky", "Ivan Petrovskyy")


def test_a_surname_alone_or_another_word_is_not_the_name():
    assert not same_name("Ada Brandt", "Brandt")
    assert not same_name("Morning Post", "Evening Post")
    assert not same_name("Special Forces", "Air Force Special Forces")


def test_every_name_is_wanted_once():
    assert same_names([["A Lee"], ["B Lee"]], [["B Lee"], ["A Lee"]])
    assert not same_names([["A Lee"], ["B Lee"]], [["A Lee"]])
    assert not same_names([["A Lee"]], [["A Lee"], ["B Lee"]])


def test_words_are_found_whatever_the_white_space():
    assert find_all("one\ntwo  three two", "one two three") == [(0, 14)]
    assert not find_all("one two", "")
    assert share_of_words("a b c d", "a b c d") == 1.0


def test_a_swap_keeps_the_grammar_and_reaches_glued_names():
    swap = Swap({"Arland": "Bost", "Arlish": "Bostish", "Bost": "Arland"})
    assert swap.rewrite("RelatedArland News01-01-2025") == "RelatedBost News01-01-2025"
    assert swap.rewrite("an Arlish mayor, Bostonian") == "a Bostish mayor, Bostonian"
