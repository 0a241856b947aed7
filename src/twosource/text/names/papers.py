"""Papers and agencies that no table knows, told in running text by their own words.

A name in running text is taken for a paper's with more care than a line of a page that says who
published it: "Breaking News", "Hard Times" and "Daily Mix" are none.
"""

from __future__ import annotations

from twosource.text.names.lexicon import common_words, longest_entry
from twosource.text.names.tokens import Tokens

_LAST = frozenset(
    """times post herald gazette tribune news journal chronicle courier mail observer telegraph
    mirror bulletin register dispatch ledger sentinel examiner inquirer globe newspaper argus
    messenger advertiser mercury gazeta zeitung pravda star-tribune newswire""".split()
)
_WORDS_OF_MANY = frozenset("news times post journal mail mirror register globe mercury".split())
"""Last words that stand behind common words elsewhere too: "Fake News", "Hard Times"."""
_AGENCY_LAST = frozenset("agency service newswire".split())
_AGENCY_BEFORE = frozenset("news press telegraph wire".split())
_OWNER_BEFORE = frozenset("his her their my your our its".split())
_SURE_FIRST = frozenset("daily sunday morning evening".split())


def is_paper(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words are the name of a paper that no table knows: "The Harbour Gazette"."""
    if last == first or tokens.small(first - 1) in _OWNER_BEFORE:
        return False
    ending = tokens.small(last)
    if ending == "press":
        return tokens.small(last - 1) in {"free", "daily"} and last - first > 1
    if ending not in _LAST:
        head, dash, tail = ending.partition("-")
        if not dash or tail not in _LAST or head not in _LAST:
            return False
    before = [tokens.small(at) for at in range(first, last) if tokens.small(at) != "the"]
    if not before:
        return False
    if ending not in _WORDS_OF_MANY:
        return True
    if before[0] in _SURE_FIRST and len(before) == 1:
        return ending in {"news", "mail", "mirror", "post", "times"}
    return any(word not in common_words() for word in before) or _begins_with_place(tokens, first)


def _begins_with_place(tokens: Tokens, first: int) -> bool:
    entry = longest_entry(tokens, first)
    return entry is not None and entry.sort == "place"


def is_agency(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether words are the name of a news agency: "Wirrel News Agency"."""
    return (
        last - first > 1
        and tokens.small(last) in _AGENCY_LAST
        and tokens.small(last - 1) in _AGENCY_BEFORE
        and not (tokens.small(last) == "service" and tokens.small(last - 1) == "press")
    )
