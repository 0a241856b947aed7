"""Wording as numbers: house styles equal, places exact, shared runs never missed."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.alignment import align
from twosource.text.house_style import house_form, house_words
from twosource.text.quotations import quotations, within
from twosource.text.shingles import (
    SHINGLE_WORDS,
    WINNOWING_WINDOW,
    read_wording,
    read_wordings,
    shingles,
    winnow,
    word_key,
)
from twosource.text.words import words

KEYS = st.lists(st.integers(0, 12), max_size=60).map(lambda v: np.array(v, dtype=np.uint64))


def test_house_spellings_of_one_word_have_one_form():
    for one, other in (
        ("adviser", "advisor"),
        ("kyiv", "kiev"),
        ("zelensky", "zelenskyy"),
        ("organise", "organize"),
        ("labour", "labor"),
        ("cancelled", "canceled"),
        ("seven", "7"),
    ):
        assert house_form(one) == house_form(other)


def test_a_countrys_long_and_short_name_are_one_word():
    long = [w.folded for w in house_words(words("the United States of America's army"))]
    short = [w.folded for w in house_words(words("the U.S.'s army"))]
    assert long[:2] == short[:2] == ["the", "us's"] or long[1].startswith("us")


def test_words_inside_quotations_are_marked():
    text = 'She said "we will not go home" and left.'
    wording = read_wording(text, [(0, len(text))])
    quoted = [
        text[s:e] for s, e, q in zip(wording.starts, wording.ends, wording.quoted, strict=True) if q
    ]
    assert quoted == ["we", "will", "not", "go", "home"]


def test_word_order_changes_a_shingle():
    text = read_wording("one fish two fish red", [(0, 21)]).keys
    assert shingles(text)[0] != shingles(text[::-1])[0]


@given(st.text(max_size=300))
def test_every_word_lies_in_its_text(text):
    wording = read_wording(text, [(0, len(text))])
    assert len(wording.keys) == len(wording.exact) == len(wording.starts) == len(wording.quoted)
    assert all(0 <= s < e <= len(text) for s, e in zip(wording.starts, wording.ends, strict=True))


PRINTED = st.lists(
    st.one_of(
        st.sampled_from(
            ["United States", "per cent", " of America", "U.S.", "a.m.", "10,000.5", "d\u2019 or"]
        ),
        st.sampled_from("ab S.,\u2019'\"\u201c\u201d\u2018`\u00ab\n 12\u00b2\u00e9\u4e2d-"),
    ),
    max_size=30,
).map("".join)


@given(st.lists(PRINTED, min_size=1, max_size=4))
def test_many_texts_read_together_are_read_as_each_alone_word_by_word(texts):
    stretches = [((0, len(text) // 2), (len(text) // 2, len(text))) for text in texts]
    read = read_wordings(zip(texts, stretches, strict=True))
    for text, halves, wording in zip(texts, stretches, read, strict=True):
        expected = [word for half in halves for word in house_words(words(text, *half))]
        inside = [quotation for half in halves for quotation in quotations(text, *half)]
        assert wording.keys.tolist() == [word_key(word.folded) for word in expected]
        assert wording.exact.tolist() == [
            word_key(text[word.start : word.end].replace("\u2019", "'").casefold()) % 2**32
            for word in expected
        ]
        assert wording.starts.tolist() == [word.start for word in expected]
        assert wording.ends.tolist() == [word.end for word in expected]
        assert wording.quoted.tolist() == [within(word.start, inside) for word in expected]


QUOTED = st.lists(
    st.sampled_from(
        """‘Rain it’s dogs’ s’ over,’ over.' 'Never '90s '9 x “No no” ' ’ (‘so’) x’- —‘yes
        „a b” ‚c «d e» "f g" ›h""".split()
    ),
    min_size=1,
    max_size=50,
).map(" ".join)


@given(st.lists(QUOTED, min_size=1, max_size=6))
def test_quotations_of_many_paragraphs_are_found_as_in_each_alone(paragraphs):
    for text, wording in zip(
        paragraphs, read_wordings((text, ((0, len(text)),)) for text in paragraphs), strict=True
    ):
        inside = quotations(text)
        assert wording.quoted.tolist() == [within(start, inside) for start in wording.starts]


def test_a_text_of_many_pages_keeps_its_places():
    text = "rain " * 8000
    assert read_wording(text, [(0, len(text))]).starts[-1] == len(text) - len("rain ")


@given(KEYS, KEYS, KEYS, KEYS, st.data())
def test_winnowing_keeps_a_fingerprint_of_every_shared_run_of_twelve_words(a, b, c, d, data):
    shared = np.array(
        data.draw(
            st.lists(
                st.integers(0, 10**9),
                min_size=SHINGLE_WORDS + WINNOWING_WINDOW - 1,
                max_size=30,
            )
        ),
        dtype=np.uint64,
    )
    prints = []
    for head, tail in ((a, b), (c, d)):
        digests = shingles(np.concatenate([head, shared, tail]))
        prints.append(
            set(digests[winnow(digests, np.array([len(digests) + SHINGLE_WORDS - 1]))].tolist())
        )
    assert prints[0] & prints[1]


@given(KEYS, KEYS)
def test_runs_are_equal_words_and_swapping_the_texts_swaps_the_sides(left, right):
    found = align(left, right)
    for chain in found:
        for run in chain:
            assert run.length >= SHINGLE_WORDS
            here = left[run.left : run.left + run.length]
            there = right[run.right : run.right + run.length]
            assert (here == there).all()
    mirrored = {tuple((r.right, r.left, r.length) for r in chain) for chain in align(right, left)}
    assert mirrored == {tuple(tuple(r) for r in chain) for chain in found}
