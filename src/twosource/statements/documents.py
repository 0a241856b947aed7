"""Documents that speak: "a report in the Harbour Gazette", "the Gazette's article", "a study"."""

from __future__ import annotations

import re

from twosource.statements.mentions import Mention, Phrase, bare, is_name_word
from twosource.statements.vocabulary import INDEFINITE
from twosource.text.names import looks_like_outlet

_IN_OUTLET = re.compile(
    r"\b(?:by|in|from|of)\s+"
    r"((?:the\s+)?[A-Z][\w.&'\u2019-]*(?:\s+[A-Z][\w.&'\u2019-]*){0,4})"
)


def read_document(phrase: Phrase) -> Mention:
    """Return the one whom a document speaks for: its outlet or body, else the document itself."""
    core = phrase.core
    inside = _find_outlet(phrase.text[phrase.start : phrase.end])
    if len(core) > 1 and all(b.folded in INDEFINITE for b in core[:-1]) and inside is None:
        # "One report said": nobody is named, and no report before it is meant.
        return phrase.mention(bare(phrase.shown), "document")
    publisher = phrase.text[core[0].start : core[-2].end] if len(core) > 1 else ""
    if publisher and looks_like_outlet(bare(publisher)):
        return phrase.mention(bare(publisher), None)._replace(document=True)
    if inside is not None:
        return phrase.mention(inside, None)._replace(document=True)
    if publisher.endswith(("'s", "\u2019s")) and is_name_word(core[0]):
        return phrase.mention(bare(publisher), "organisation")._replace(document=True)
    return phrase.mention(bare(phrase.shown), "document")._replace(document=True)


def _find_outlet(words: str) -> str | None:
    """Return the outlet named in "a report in the Harbour Gazette", or None."""
    found = _IN_OUTLET.search(words)
    if found and looks_like_outlet(found.group(1)):
        return bare(found.group(1))
    return None
