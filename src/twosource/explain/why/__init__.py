"""Why a record is what it is: its reasons as sentences, each with its quotations."""

from __future__ import annotations

from collections.abc import Callable

from twosource.explain.account import Explanation
from twosource.explain.evidence import Evidence
from twosource.explain.why.articles import explain_article
from twosource.explain.why.claims import explain_claim
from twosource.explain.why.families import explain_derivation, explain_family
from twosource.explain.why.origins import explain_origin
from twosource.explain.why.pages import explain_page
from twosource.explain.why.statements import explain_statement
from twosource.explain.why.stories import explain_story

__all__ = [
    "explain",
    "explain_article",
    "explain_claim",
    "explain_derivation",
    "explain_family",
    "explain_origin",
    "explain_page",
    "explain_statement",
    "explain_story",
]


def explain(evidence: Evidence, identity: str) -> Explanation:
    """Say why the record with this full id is what it is.

    Raises ``KeyError`` when no record has the id.
    """
    tellers: tuple[tuple[dict[str, object], Callable[..., Explanation]], ...] = (
        (dict(evidence.claim), explain_claim),
        (dict(evidence.statement), explain_statement),
        (dict(evidence.family), explain_family),
        (dict(evidence.derivation), explain_derivation),
        (dict(evidence.story), explain_story),
        (dict(evidence.article), explain_article),
        (dict(evidence.page), explain_page),
        (dict(evidence.origin), explain_origin),
    )
    for records, tell in tellers:
        if identity in records:
            return tell(evidence, records[identity])
    raise KeyError(identity)
