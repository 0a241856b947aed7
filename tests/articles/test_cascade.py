"""Trafilatura's main text, by our shorter way through its cascade and by its own front door."""

from __future__ import annotations

import pytest
import trafilatura

from twosource.articles.cascade import extract_main_text
from twosource.articles.trees import read_tree

STORY = "".join(
    f"<p>The harbour board of Velmora met for the {word} time on Monday, and its members argued "
    f"over the crane until the {word} bell was rung in the old tower.</p>"
    for word in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
)
SHORT = "<p>The crane of Velmora stays where it stands, the board said on Monday evening.</p>"
NOISE = "".join(
    f"<div class='card'><div>Ferry {number} leaves the lower quay at dawn, and the porters of the "
    "fish hall carry what it brought up the hill before the market opens.</div></div>"
    for number in range(120)
)
FRAME = "<nav><ul><li><a href='/'>Home</a></li></ul></nav>{}<footer><p>About us</p></footer>"
SAID = "<li>Ada Roe says that the crane should have gone long ago, and that nobody asked her.</li>"


def page(body: str) -> str:
    return f"<!DOCTYPE html><html><head><title>Velmora</title></head><body>{body}</body></html>"


PAGES = {
    "one article": page(FRAME.format(f"<main><article>{STORY}</article></main>")),
    "hardly a word": page("<div>Rain.</div>"),
    "without paragraphs": page("<div><div>" + "The board met again. " * 30 + "</div></div>"),
    "comments of readers": page(
        f"<article>{STORY}<div id='comments'><p>{SAID}</p></div></article>"
    ),
    "a list of comments": page(f"<article>{STORY}<ul class='CommentList'>{SAID}</ul></article>"),
    "no comments": page(f"<article>{STORY}<div id='commentary'><p>{SAID}</p></div></article>"),
    "comments of a service": page(
        f"<article>{STORY}<div id='disqus_thread'><p>{SAID}</p></div></article>"
    ),
    "endless": page(f"<article>{STORY}<div class='infinite-scroll'>{SHORT}</div></article>"),
    "further articles": page(
        f"<article>{SHORT}</article><div id='mvp-post-add-wrap'><h1>Quay</h1>{STORY}</div>"
    ),
    "buttons": page(
        "<article><div class='elementor-widget'><div class='elementor-share-buttons'>"
        f"<p>Share this with all of Velmora.</p></div>{STORY}</div></article>"
    ),
    "little of a page": page(f"<article><h1>Crane</h1>{SHORT * 3}</article>{NOISE}"),
    "little beside a figure": page(f"<article>{SHORT}</article><aside>{STORY}</aside><svg></svg>"),
    "all beside": page(f"<aside>{STORY}</aside><div>Rain fell.</div>"),
    "words in a form": page(f"<form id='page'><div class='story'>{STORY}</div></form>"),
}


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES)
def test_the_shorter_way_finds_what_trafilatura_finds(markup: str):
    tree, whole = read_tree(markup), trafilatura.load_html(markup)
    assert tree is not None
    theirs = trafilatura.bare_extraction(whole, fast=True, include_comments=False)
    assert extract_main_text(tree) == (theirs.text if theirs else "")


def test_a_text_that_is_little_of_its_page_is_looked_for_again():
    little = page(f"<article><h1>Crane</h1>{SHORT * 3}</article>{NOISE}")
    tree = read_tree(little)
    assert tree is not None
    assert "Ferry 7" in extract_main_text(tree)
