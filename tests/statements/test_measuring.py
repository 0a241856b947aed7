"""What the benchmark of statements counts: what is right, what is doubtful, how sure it was."""

import pytest

from benchmarks.statements.baseline import read_with_verbs
from benchmarks.statements.measuring import (
    Bin,
    Read,
    Told,
    count,
    find_precision_at,
    list_bins,
    measure_calibration,
)

TEXT = "Ada Lund said the ferry had left. The mate, Per Holm, added that the sea was calm that day."


def relate(source, cue, content):
    def place(words):
        return [(TEXT.index(words), TEXT.index(words) + len(words))]

    return {"Source": place(source), "Cue": place(cue), "Content": place(content)}


FERRY = relate("Ada Lund", "said", "the ferry had left")
SEA = relate("The mate, Per Holm", "added", "that the sea was calm that day")
WRONG = relate("the ferry", "left", "was calm")


def test_a_relation_with_half_the_words_right_is_right_and_not_exact():
    short = relate("Per Holm", "added", "the sea was calm")
    score = count([Read(TEXT, [FERRY, SEA], [Told(short), Told(FERRY)])])
    assert score.relation("rel_sc") == (1, 1, 1)
    assert score.relation("rel_exact") == (0.5, 0.5, 0.5)


def test_a_doubtful_relation_is_neither_right_nor_wrong():
    told = [Told(FERRY), Told(SEA), Told(WRONG)]
    precision, recall, _ = count([Read(TEXT, [FERRY], told, [SEA])]).relation("rel_sc")
    assert (precision, recall) == (0.5, 1)
    assert count([Read(TEXT, [FERRY], [], [SEA])]).relation("rel_sc")[1] == 0


def test_precision_is_told_where_the_share_is_found_first():
    told = [Told(FERRY, 0.9), Told(WRONG, 0.6), Told(SEA, 0.3)]
    reads = [Read(TEXT, [FERRY, SEA], told)]
    assert find_precision_at(reads, 0.5) == 1
    assert find_precision_at(reads, 1.0) == pytest.approx(2 / 3)
    assert find_precision_at([Read(TEXT, [FERRY, SEA], told[:2])], 1.0) == 0


def test_confidence_is_held_against_what_came_true():
    told = [Told(FERRY, 0.92), Told(SEA, 0.98), Told(WRONG, 0.31)]
    bins = list_bins([Read(TEXT, [FERRY, SEA], told)])
    assert [(one.size, one.right) for one in bins] == [(1, 0), (2, 1)]
    assert measure_calibration(bins) == pytest.approx((0.31 + 2 * 0.05) / 3)
    assert measure_calibration([Bin(4, 0.5, 0.5)]) == 0


def test_the_baseline_ties_a_quotation_to_the_verb_beside_it():
    text = "“The pier is closed,” Ada Lund said. Nobody was hurt."
    (told,) = read_with_verbs(text)
    found = {role: [text[a:b] for a, b in spans] for role, spans in told.relation.items()}
    assert found == {"Source": ["Ada Lund"], "Cue": ["said"], "Content": ["“The pier is closed,”"]}
