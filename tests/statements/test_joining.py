"""Rules and tagger as one reading: what each adds, and what neither may say."""

from __future__ import annotations

import time

import pytest

from tests.statements.telling import read
from twosource.records import Article, Part
from twosource.statements import read_article, seeing
from twosource.statements.tagging import Tagged

BLAMED = "The harbour board has blamed the winter storms for the long delay at the pier."


def make(text: str) -> Article:
    return Article(id="a", page="p", text=text, parts=(Part("body", 0, len(text)),))


class Told:
    """A tagger that says what a test tells it to, whatever the paragraph."""

    threshold = 0.4

    def __init__(self, text: str, source: str, cue: str, content: str, sure: float = 0.9) -> None:
        def place(words: str) -> tuple[int, int]:
            return text.index(words), text.index(words) + len(words)

        self.tagged = Tagged(place(cue), place(source) if source else None, (place(content),), sure)

    def tag(self, passages: list[str]) -> list[tuple[Tagged, ...]]:
        return [(self.tagged,) for _ in passages]


def test_an_indirect_statement_that_no_rule_reads_is_found() -> None:
    assert read(BLAMED) == []
    (told,) = read(BLAMED, model=True)
    assert (told.speakers, told.act, told.kind) == (("harbour board",), "condemns", "indirect")
    assert told.rules == ("tagged",)
    assert "winter storms" in told.content


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Ana Moe will tell them that the pier is safe.", "Ana Moe", "tell", "the pier is safe"),
        ("Ana Moe did not say the pier is safe.", "Ana Moe", "say", "the pier is safe"),
        ("Ana Moe was told that the pier is safe.", "Ana Moe", "told", "the pier is safe"),
        (
            "Ana Moe walked to the pier that is safe.",
            "Ana Moe",
            "walked to",
            "the pier that is safe",
        ),
        ("Ana Moe has shown the pier to her guests.", "Ana Moe", "shown", "the pier to her guests"),
        ("The report on Ana Moe blames the pier.", "", "blames", "the pier"),
        ("Ana Moe blamed storms.", "Ana Moe", "blamed", "storms"),
    ],
)
def test_what_was_not_said_is_no_statement_and_that_is_told(
    monkeypatch: pytest.MonkeyPatch, text: str, source: str, cue: str, content: str
) -> None:
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, source, cue, content, 0.7))
    found, refused = read_article(make(text))
    assert found == ()
    assert [one.rule for one in refused] in (["tagged-cue-unknown"], ["tagged-in-part"])


def test_what_it_is_not_sure_of_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("The harbour board", "has blamed", "the winter storms")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(BLAMED, *words, 0.3))
    assert read(BLAMED, model=True) == []


def test_a_verb_that_is_not_known_only_speaks_of_something(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Moe stands by the plan for the pier."
    words = ("Ana Moe", "stands by", "the plan for the pier")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, *words))
    (told,) = read(text, model=True)
    assert (told.act, told.verb) == ("characterises", "stands by")


@pytest.mark.parametrize(("source", "acts"), [("The survey", ["reports"]), ("The curator", [])])
def test_what_a_document_shows_it_tells(
    monkeypatch: pytest.MonkeyPatch, source: str, acts: list[str]
) -> None:
    text = f"{source} shows only a small gap between the two piers."
    words = (source, "shows", "only a small gap between the two piers")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, *words))
    assert [told.act for told in read(text, model=True)] == acts


def test_it_sets_the_bounds_of_what_a_rule_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Moe said the pier was shut because of the storms in March, when ice came."
    words = ("Ana Moe", "said", "the pier was shut because of the storms in March")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, *words))
    (told,) = read(text, model=True)
    assert told.content == words[2]
    assert told.rules[:2] == ("source-cue-content", "tagger-mends")


def test_the_rules_keep_refusals_and_denials() -> None:
    text = "Ana Moe declined to comment on the leak. Ole Brandt denied that the pump had failed."
    assert [(s.speakers, s.act) for s in read(text, model=True)] == [
        (("Ana Moe",), "declines"),
        (("Ole Brandt",), "denies"),
    ]


def test_a_quotation_is_given_without_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ana Moe yelled “the pier is gone for good” across the yard."
    words = ("Ana Moe", "yelled", "“the pier is gone for good")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, *words))
    (told,) = read(text, model=True)
    assert (told.content, told.kind) == ("the pier is gone for good", "direct")


def test_whose_source_is_not_understood_has_no_speaker(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Sixty percent blamed the storms for the delay."
    words = ("Sixty percent", "blamed", "the storms for the delay")
    monkeypatch.setattr(seeing, "load_tagger", lambda: Told(text, *words))
    ((statement,), _) = read_article(make(text))
    assert statement.speakers == ()
    assert statement.confidence == pytest.approx(0.45)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was late and nobody on the quay knew why. " * 20_000,
        "\n".join(f"“Ferry {n} was late again today,” said Ana Moe." for n in range(10_000)),
    ],
    ids=["a paragraph of a megabyte", "ten thousand quotations"],
)
def test_an_endless_article_is_tagged_up_to_a_bound_and_said_so(text: str) -> None:
    began = time.process_time()
    _, refused = read_article(make(text))
    assert time.process_time() - began < 10
    assert "not-tagged" in {one.rule for one in refused}
