"""Alignment: many pairs together give what a plain walk through each alone gives."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.alignment import LARGEST_GAP, PAIRS_AT_ONCE, align, align_pairs
from twosource.text.shingles import SHINGLE_WORDS

TEXTS = st.one_of(
    st.lists(st.integers(0, 3), max_size=40), st.lists(st.integers(0, 14), max_size=60)
).map(tuple)
PASSAGE = st.lists(st.integers(20, 900), min_size=6, max_size=30).map(tuple)


def _walk(left, right):
    """Walk along the left text, at each shared run taking the place nearest to the last one."""
    runs = []
    at = drift = 0
    while at + SHINGLE_WORDS <= len(left):
        wanted = left[at : at + SHINGLE_WORDS]
        several = range(len(right) - SHINGLE_WORDS + 1)
        places = [p for p in several if right[p : p + SHINGLE_WORDS] == wanted][:16]
        if not places:
            at += 1
            continue
        other = min(places, key=lambda place: (abs(place - at - drift), place))
        length = 0
        for ours, theirs in zip(left[at:], right[other:], strict=False):
            if ours != theirs:
                break
            length += 1
        runs.append((at, other, length))
        drift = other - at
        at += length
    return runs


def _chain(runs):
    chains = []
    for run in runs:
        if chains:
            left, right, length = chains[-1][-1]
            gaps = (run[0] - left - length, run[1] - right - length)
            if all(0 <= gap <= LARGEST_GAP for gap in gaps):
                chains[-1].append(run)
                continue
        chains.append([run])
    return chains


def _keys(text):
    return np.array(text, dtype=np.uint64)


@st.composite
def _pairs(draw):
    shared = [draw(PASSAGE) for _ in range(draw(st.integers(0, 3)))]
    sides = []
    for _ in range(2):
        text = draw(TEXTS)
        for passage in draw(st.permutations(shared)):
            text = (*text, *passage, *draw(TEXTS))
        sides.append(text)
    return tuple(sides)


@given(_pairs())
def test_passages_are_those_of_a_plain_walk(pair):
    shorter, longer = sorted(pair, key=lambda text: (len(text), _keys(text).tobytes()))
    expected = _chain(_walk(shorter, longer))
    found = align(_keys(shorter), _keys(longer))
    assert [[tuple(run) for run in chain] for chain in found] == expected


@given(st.lists(_pairs(), min_size=1, max_size=6))
def test_pairs_aligned_together_are_aligned_as_each_alone(pairs):
    keys = [(_keys(left), _keys(right)) for left, right in pairs]
    found = align_pairs(keys)
    for number, (left, right) in enumerate(keys):
        of_pair = found.pair == number
        alone = align_pairs([(left, right)])
        for together, single in zip(found[2:], alone[2:], strict=True):
            assert together[of_pair].tolist() == single.tolist()
        chains = found.chain[of_pair]
        assert (chains - chains[:1]).tolist() == alone.chain.tolist()


def test_as_many_pairs_as_are_aligned_at_once_keep_their_numbers():
    text = _keys(range(30))
    found = align_pairs([(text, text)] * PAIRS_AT_ONCE)
    assert found.pair.tolist() == list(range(PAIRS_AT_ONCE))
    assert set(found.length.tolist()) == {30}
