"""What is told to a reader, in words and ready for any surface: a screen, a sheet, a page.

An account holds no style. The terminal (:mod:`twosource.explain.sheet`) and the printable page lay
out the same account, so that they can never say two different things. :func:`as_plain` gives it as
plain data, which is what ``report --json`` prints and what the printable page is made from.
"""

from __future__ import annotations

from typing import Any, NamedTuple


class Quote(NamedTuple):
    """Words of an article as they stand there, and the place where a reader finds them."""

    text: str
    place: str
    article: str


class Sentence(NamedTuple):
    """One thing that is told, the rule behind it if there is one, and the words it rests on."""

    text: str
    quotes: tuple[Quote, ...] = ()
    rule: str | None = None


class Section(NamedTuple):
    """Sentences that answer one question, under that question; ``listed`` ones get a mark each."""

    title: str
    sentences: tuple[Sentence, ...]
    listed: bool = True


class Explanation(NamedTuple):
    """What a record is, or why it is so: its name, the answer in short, the answer's sections."""

    noun: str
    id: str
    short: str
    title: str
    answer: str
    sections: tuple[Section, ...]
    question: str = "why"

    def __str__(self) -> str:
        """Give the explanation as it prints on a screen of 80 columns."""
        from twosource.explain.sheet import lay_out_explanation  # noqa: PLC0415 (sheet needs us)

        return lay_out_explanation(self)


class Branch(NamedTuple):
    """A text in a family tree: where it stands, what is known of it, and what was made from it."""

    name: str
    note: str
    lost: bool
    article: str | None
    branches: tuple[Branch, ...] = ()


class FamilyAccount(NamedTuple):
    """One text with all its copies, as a tree (several roots when their order is not known)."""

    id: str
    short: str
    title: str
    places: int
    note: str
    roots: tuple[Branch, ...]
    why: tuple[Sentence, ...] = ()


class Row(NamedTuple):
    """A labelled line of a claim: who says, confirms, denies or declines, where accounts differ."""

    label: str
    text: str


class ClaimAccount(NamedTuple):
    """A claim with its number, never alone: what it rests on and what would change it."""

    id: str
    short: str
    about: str
    gist: Quote
    lines: int
    voices: int
    number: str
    because: str
    rows: tuple[Row, ...]
    explanation: Explanation | None = None
    above: str = ""
    """The short id of the story under which the report has told this claim in full already."""


class StoryAccount(NamedTuple):
    """A story: where it was told, in how many texts, and what is claimed in it."""

    id: str
    short: str
    label: str
    dates: str
    outlets: str
    texts: str
    lost: tuple[str, ...]
    linked: tuple[str, ...]
    tally: str
    families: tuple[FamilyAccount, ...]
    more_families: int
    claims: tuple[ClaimAccount, ...]
    more_claims: int
    speech: tuple[ClaimAccount, ...]
    more_speech: int
    speech_title: str


class RefusalAccount(NamedTuple):
    """A page, or something in it, that was declined, with the reason in words."""

    subject: str
    reason: str
    stage: str
    rule: str


class Report(NamedTuple):
    """The whole report: which pile, what came in, the stories, what was refused or set aside.

    ``refusals`` are pages and inputs that gave no article; ``refused`` counts them.
    """

    pile: str
    head: str
    pages: int
    new: int | None
    refused: int
    stories: tuple[StoryAccount, ...]
    more_stories: int
    refusals: tuple[RefusalAccount, ...]
    more_refusals: int
    notes: tuple[str, ...] = ()
    set_aside: tuple[RefusalAccount, ...] = ()
    """What was declined on pages that were read: words, not pages."""
    more_set_aside: int = 0
    passed_over: str = ""
    notice: str = ""
    """What a reader must know before all else, if there is such a thing."""


def as_plain(value: object) -> Any:  # noqa: ANN401 (plain data has every shape)
    """Give an account as plain data: mappings, lists, words and numbers, as JSON has them.

    >>> as_plain(Row("denies", "the mayor"))
    {'label': 'denies', 'text': 'the mayor'}
    """
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: as_plain(getattr(value, name)) for name in value._fields}
    if isinstance(value, tuple):
        return [as_plain(one) for one in value]
    return value
