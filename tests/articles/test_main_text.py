"""The article's own text on a web page: what belongs to it, what does not, however it is built."""

from __future__ import annotations

import time

import numpy as np
import pytest

from tests.articles.reading import quoted, read
from twosource.articles import read_page
from twosource.articles.blocks import Block
from twosource.articles.chooser import (
    Home,
    load_forest,
    measure_blocks,
    plant,
    weigh,
    weigh_blocks,
)
from twosource.articles.evidence import look_at
from twosource.pages.reading import read as read_bytes

PARAGRAPHS = [
    f"On day {number} of the strike the ferry men of Vatn met the harbour council once more, and "
    f"the {number}th offer was sent back with a note that asked for better coats."
    for number in range(1, 13)
]
MENU = "".join(
    f"<li><a href='/{word}'>{word}</a></li>"
    for word in "Home World Sport Sea Land Air Money Books Food".split()
)


def page_of(inside: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>Ferry men say no again</title>{head}</head><body>"
        f"<nav><ul>{MENU}</ul></nav><main><h1>Ferry men say no again</h1>{inside}</main>"
        "<footer><p>All rights reserved by the house.</p></footer></body></html>"
    )


@pytest.mark.parametrize("depth", [260, 1_000, 10_000])
def test_an_article_below_many_nested_elements_is_read_whole(depth: int):
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = read_bytes(page_of("<div>" * depth + text + "</div>" * depth).encode())
    found = read_page(page).articles
    shown = "\n".join(text for article in found for text in quoted(article, "body"))
    assert [p for p in PARAGRAPHS if p not in shown] == []


def test_links_to_other_articles_stay_out_of_the_text():
    related = "".join(
        f"<li><a href='/{n}'>Harbour council to meet on crane for the {n}th time</a></li>"
        for n in range(6)
    )
    inside = "".join(f"<p>{p}</p>" for p in PARAGRAPHS[:6])
    inside += f"<div class='related'><h3>Read more</h3><ul>{related}</ul></div>"
    inside += "".join(f"<p>{p}</p>" for p in PARAGRAPHS[6:])
    [article] = read(page_of(inside), html=True).articles
    assert quoted(article, "body") == PARAGRAPHS


@pytest.mark.parametrize("piece", ['"@type":[', '{"a":', '"@type" : [ "', "\\", "<!--"])
def test_json_that_wants_to_be_slow_costs_little(piece: str):
    hostile = piece * (200_000 // len(piece))
    head = f"<script type='application/ld+json'>{hostile}</script>"
    page = page_of("".join(f"<p>{p}</p>" for p in PARAGRAPHS), head)
    began = time.process_time()
    [article] = read(page, html=True).articles
    assert time.process_time() - began < 3
    assert quoted(article, "body") == PARAGRAPHS


def test_trees_are_walked_to_their_leaves():
    forest = plant(
        {
            "asked": np.array([[0, 1], [1, 0]]),
            "borders": np.array([[0.5, 2.0], [9.0, 0.0]]),
            "left": np.array([[-1, -2], [-1, 0]]),
            "right": np.array([[1, -3], [-2, 0]]),
            "leaves": np.array([[-1.0, 0.5, 3.0], [0.0, 8.0, 0.0]], dtype=np.float32),
            "depth": np.array(2),
        }
    )
    rows = np.array([[0, 9], [1, 2], [1, 3], [1, 10]], dtype=np.float32)
    assert weigh(rows, forest).tolist() == [-1.0, 0.5, 3.0, 11.0]


def test_the_trees_ask_only_for_what_is_measured():
    line, asked = look_at(Block("A word.")), np.zeros(1, dtype=np.int64)
    rows = measure_blocks([line], [Home(0, 1, 0)], [True], "a word", asked)
    forest = load_forest()
    assert rows.shape[1] > forest.asked.max()
    assert forest.children.max() < len(forest.leaves)


def test_a_page_of_no_blocks_or_of_very_many_is_left_to_the_other_reader():
    assert weigh_blocks([], [], [], "") == []
    line, count = look_at(Block("Nothing.")), 20_001
    kept = [number % 2 == 0 for number in range(count)]
    odds = weigh_blocks([line] * count, [Home(0, 1, 0)] * count, kept, "")
    assert [odd > 0 for odd in odds] == kept
