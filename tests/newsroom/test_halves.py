"""A half is read as FORMAT.md has it, and the checker says in sentences what it lacks."""

import pytest

from benchmarks.newsroom.check import complain, main
from benchmarks.newsroom.grammar import Fault, compile_entry, count_renderings
from benchmarks.newsroom.half import Half, read_cast, read_slot
from tests.newsroom.made import SAMPLE, sample


def test_the_sample_is_too_small_and_otherwise_sound():
    complaints = list(complain(sample()))
    assert complaints
    assert [c for c in complaints if "at least" not in c and "share five" not in c] == []


def test_a_choice_in_a_choice_counts_all_its_ways():
    assert count_renderings(compile_entry("the (big|(very |)small) river[ Ash]"), {}) == 6


@pytest.mark.parametrize(
    ("entry", "complaint"),
    [("a (b|c", "not closed"), ("a | b", "outside round brackets"), ("a }b", "brace")],
)
def test_a_broken_entry_is_refused_in_a_sentence(entry, complaint):
    with pytest.raises(Fault, match=complaint):
        compile_entry(entry)


def test_slots_and_cast_are_refused_where_they_are_not_what_the_format_says():
    with pytest.raises(Fault, match="smaller first"):
        read_slot("number 9-3")
    with pytest.raises(Fault, match="for BODY"):
        read_cast("mayor", "person of town | mayor | the mayor")


def test_where_there_is_nothing_to_show_a_sentence_says_so(tmp_path, capsys):
    assert main([str(tmp_path), "--show", "3"]) == 1
    assert capsys.readouterr().out == "the file shared.txt is not there.\n"
    for path in SAMPLE.glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert main([str(tmp_path), "--show", "3"]) == 1
    assert "nothing to show" in capsys.readouterr().out


def test_a_missing_file_is_named(tmp_path):
    assert "the file names.txt is not there." in list(complain(Half(tmp_path)))
