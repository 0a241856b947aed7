"""The tagger: what it says of a paragraph hangs on that paragraph alone."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise, product

import numpy as np
import pytest

from training.attribution import passages as trained
from twosource.statements import tagging
from twosource.statements.tagging import Tagger, load_tagger
from twosource.statements.tagging.chains import find_best, find_chances, lay_rows
from twosource.statements.tagging.encoder import Encoder, load_encoder, load_tokenizer
from twosource.statements.tagging.gate import load_gate
from twosource.statements.tagging.pieces import LONGEST, cut_pieces

PLAIN = "The harbour board said on Monday that the pier would stay shut until May."
OTHERS = (
    "“Nobody asked us,” Ole Brandt, a baker on the quay, told the meeting. “Nobody.”",
    "Residents fear that the new ferry will be louder. The company, it said, has known of it.",
    "Ana Moe warned that the pump was old; two engineers agreed.",
)
ODD = (
    PLAIN,
    *OTHERS,
    "«Nous verrons», said Zoë Ångström – „morgen“ – in Þórshöfn’s 2nd hall. ‘Maybe,’ SHE added!",
    'Кирилл said: 「no」 🙂 "It\'s 25 °C," e.g. at 5 p.m. And then? He left.',
)


@pytest.mark.parametrize("text", ODD)
def test_pieces_and_marks_are_those_of_the_training(text: str) -> None:
    ours = cut_pieces(text, load_tokenizer())
    theirs = trained.cut_pieces(text, load_tokenizer())
    assert [i for run in ours for i in run.ids] == theirs.ids
    assert [m for run in ours for m in run.marks] == theirs.marks
    assert [p for run in ours for p in run.places] == theirs.spans
    counted = [s for run in ours for s in run.sentences]
    assert np.diff(counted).tolist() == np.diff(theirs.sentences).tolist()


def test_a_long_paragraph_is_cut_where_sentences_end_and_none_of_it_is_lost() -> None:
    text = " ".join(f"Ferry number {n} came in late, the harbour office said." for n in range(60))
    runs = cut_pieces(text, load_tokenizer())
    assert len(runs) > 1
    assert all(len(run.ids) <= LONGEST for run in runs)
    assert all(text[run.places[0][0] :].startswith("Ferry") for run in runs)
    whole = load_tokenizer().encode(text, add_special_tokens=False).ids
    assert [i for run in runs for i in run.ids] == whole


def test_what_is_said_of_a_paragraph_is_the_same_whatever_stands_beside_it() -> None:
    alone = Tagger().tag([PLAIN])
    first = Tagger().tag([PLAIN, *OTHERS])
    last = Tagger().tag([*reversed(OTHERS), *OTHERS, PLAIN])
    assert alone[0]
    assert alone[0] == first[0] == last[-1]


def test_a_paragraph_that_is_met_again_is_not_tagged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    score = Encoder.score
    monkeypatch.setattr(
        Encoder, "score", lambda self, pieces: runs.append(pieces) or score(self, pieces)
    )
    tagger = Tagger()
    assert tagger.tag([PLAIN, OTHERS[0], PLAIN]) == tagger.tag([PLAIN, OTHERS[0], PLAIN])
    assert len(runs) == 2


def test_it_keeps_no_more_paragraphs_than_it_should(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagging, "_PASSAGES_KEPT", 2)
    tagger = Tagger()
    for text in (PLAIN, *OTHERS):
        tagger.tag([text])
    assert len(tagger._kept) == 2


def test_what_it_finds_are_words_of_the_paragraph() -> None:
    source, cue, content = "The harbour board", "said", "the pier would stay shut"
    (found,) = load_tagger().tag([PLAIN])[0]
    assert found.source is not None
    assert PLAIN[slice(*found.source)] == source
    assert cue in PLAIN[slice(*found.cue)]
    assert content in PLAIN[slice(*found.contents[0])]
    assert found.confidence > load_tagger().threshold


@pytest.mark.parametrize("seed", range(3))
def test_the_likeliest_row_and_the_chances_are_those_of_all_rows_together(seed: int) -> None:
    rng = np.random.default_rng(seed)
    moves = rng.normal(size=(3, 3)).astype(np.float32)
    moves[[0], 2] = -1e4
    rows = [rng.normal(size=(size, 3)).astype(np.float32) for size in (4, 6, 3)]
    laid, lengths = lay_rows(rows)
    best, chances = find_best(laid, lengths, moves), find_chances(laid, lengths, moves)
    for number, row in enumerate(rows):
        worth = {}
        for path in product(range(3), repeat=len(row) - 2):
            whole = (0, *path, 0)
            steps = sum(moves[a, b] for a, b in pairwise(whole))
            worth[whole] = float(steps + sum(row[i, tag] for i, tag in enumerate(whole)))
        assert tuple(best[: len(row), number]) == max(worth, key=lambda path: worth[path])
        shares = {path: np.exp(value) for path, value in worth.items()}
        total = sum(shares.values())
        for at in range(len(row)):
            for tag in range(3):
                share = sum(s for path, s in shares.items() if path[at] == tag) / total
                assert chances[at, tag, number] == pytest.approx(share, abs=1e-5)


@pytest.mark.parametrize("text", [PLAIN, *OTHERS])
def test_the_gate_passes_what_attributes(text: str) -> None:
    assert load_gate().passes(text)


@pytest.mark.parametrize(
    "text", ["Final score: Skerry 2, Velmora 1.", "Skerry, Velmora and Orrend", ""]
)
def test_the_gate_keeps_out_what_nobody_says(text: str) -> None:
    assert not load_gate().passes(text)
    assert Tagger().tag([text]) == [()]


def test_the_network_is_shared_by_all_who_read() -> None:
    assert load_encoder() is load_encoder()
    assert load_tagger() is load_tagger()


def test_reading_by_rules_alone_imports_neither_runtime_nor_tokenizers() -> None:
    program = (
        "import sys, twosource; "
        "found = twosource.statements('The mayor said the mill was full.', model=False); "
        "print(len(found), *sorted({'onnxruntime', 'tokenizers'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["1"]
