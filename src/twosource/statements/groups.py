"""Speakers without a name: bodies ("the emergency service") and groups ("two US officials")."""

from __future__ import annotations

from twosource.statements.mentions import Mention, Phrase, is_name_word, join_bits
from twosource.statements.vocabulary import PAPERS
from twosource.text.names.vocabulary import NO_SPEAKERS, PLURAL_UNNAMED, SPEAKING_BODIES, UNNAMING

_MEMBERS = PLURAL_UNNAMED - {"forces", "police", "services"}
"""Plurals of people; "the emergency services" are a body."""
_LONGEST_SHOWN = 80
_LONGEST_DESCRIPTION = 4
_SHORTEST_PLURAL = 4
_AGENT_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee")
"""Endings of words for people: "a docker", "another cyclist"."""


def read_group(phrase: Phrase) -> Mention | None:
    """Tell "Ukraine's Emergency Service" (a body) from "two US officials" (unnamed people)."""
    core = phrase.core
    keep = [b for b in core if b.folded not in UNNAMING]
    if not keep:
        return None
    name = join_bits([*keep, *phrase.bits[len(core) :]])
    if len(name) > _LONGEST_SHOWN:
        name = join_bits(keep)
    head = core[-1].folded
    if head in PAPERS and not any(is_name_word(b) for b in core):
        return phrase.mention(name, None)._replace(document=True)
    is_body = head in SPEAKING_BODIES and head not in _MEMBERS
    return phrase.mention(name, "organisation" if is_body else "unnamed")


def read_description(phrase: Phrase) -> Mention | None:
    """Read a short phrase of common words that no list holds: "rescue divers", "the skipper"."""
    core = phrase.core
    last = core[-1].folded
    if len(core) > _LONGEST_DESCRIPTION or last in NO_SPEAKERS:
        return None
    if _is_plural(last) and not any(b.is_capital for b in core[1:]):
        kept = [b for b in core if b.folded not in UNNAMING]
        return phrase.mention(join_bits([*kept, *phrase.bits[len(core) :]]), "unnamed")
    if core[0].folded in {"a", "an", "another"} and len(core) > 1 and last.endswith(_AGENT_ENDINGS):
        return phrase.mention(join_bits(core), "unnamed")
    the_one = core[0].folded in {"the", "its", "their"} and len(core) > 1
    if the_one and not any(is_name_word(b) for b in core):
        return phrase.mention(join_bits(core), "unnamed")
    return None


def _is_plural(folded: str) -> bool:
    return (
        len(folded) >= _SHORTEST_PLURAL
        and folded.endswith("s")
        and not folded.endswith(("ss", "us", "is"))
    )
