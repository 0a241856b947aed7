"""Where names begin and end in a line, and what their own words say they are.

A line's capitals are walked once, from left to right. The longest name of the tables wins, then a
body told by its last word ("… Ports Authority"), then what stands behind an office or a given name;
the rest is left undecided, for what stands around it to tell.
"""

from __future__ import annotations

import re

from twosource.text.names.extents import (
    body_end,
    branch_end,
    chunk_end,
    is_small_name,
    joined_end,
    person_end,
)
from twosource.text.names.lexicon import (
    Entry,
    NameKind,
    common_words,
    given_names,
    longest_entry,
    surnames,
)
from twosource.text.names.papers import is_agency, is_paper
from twosource.text.names.piece import FIRM, GUESSED, TOLD, Piece
from twosource.text.names.shapes import is_adjective, kind_by_ending, read_shape
from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    BODY_ENDINGS,
    DETERMINERS,
    FORMS_OF_ADDRESS,
    JOINING_BODIES,
    MATTER_ENDINGS,
    MATTERS_OF_OFFICE,
    NO_NAMES,
    OFFICES,
    PLACE_ENDINGS,
    SAYING,
)

_LONGEST_WORD = 60
_PARTY = re.compile(r"[DRI]-[A-Z]")
"""A lawmaker's party and state: "R-Ariz."."""
_APOSTROPHE = re.compile("['\u2019]")
_TITLES = OFFICES | FORMS_OF_ADDRESS
_AUXILIARIES = frozenset("has had was is will would did does also".split())
_ENDS_PLACE = OFFICES | NO_NAMES
_BEFORE_BODIES = OFFICES - BODY_ENDINGS - {"first", "general"}


def read_pieces(tokens: Tokens) -> list[Piece]:
    """Return the names of one line in order."""
    found: list[Piece] = []
    words = tokens.words
    behind = 0
    for at in [at for at, word in enumerate(words) if not word.islower() and word[0].isalpha()]:
        if at < behind:
            continue
        word = words[at]
        is_name = word[0].isupper() or is_small_name(word)
        if is_name and len(word) <= _LONGEST_WORD and not _PARTY.match(word):
            behind = _read_one(tokens, at, found)
    return found


def _read_one(tokens: Tokens, at: int, found: list[Piece]) -> int:
    """Read what begins at a capital; return where to go on."""
    small = tokens.words[at].lower()
    entry = longest_entry(tokens, at)
    if entry is not None and len(entry.words) > 1:
        return _take_entry(tokens, at, entry, found)
    written_out = entry is not None and tokens.words[at].isupper()
    if not written_out and _is_passed_over(tokens, at, small):
        if small not in NO_NAMES and _may_act(tokens, at):
            found.append(Piece(at, at, None, is_common=True))
        return at + 1
    body = body_end(tokens, at)
    if body:
        return _take_body(tokens, at, body, found)
    if small in _TITLES:
        return _take_titled(tokens, at, found)
    if entry is not None:
        return _take_entry(tokens, at, entry, found)
    return _take_unknown(tokens, at, found)


def _is_passed_over(tokens: Tokens, at: int, small: str) -> bool:
    """Tell whether a capital is only that of a sentence's first word, or of a headline's."""
    if small in NO_NAMES or _APOSTROPHE.split(small, maxsplit=1)[0] in NO_NAMES:
        return True
    if (small not in common_words() and small not in DETERMINERS) or small in FORMS_OF_ADDRESS:
        return False
    if not (tokens.begins(at) or tokens.in_headline(at)):
        return False
    behind = tokens.word(at + 1) if tokens.touches(at) else ""
    if small in OFFICES:
        return not is_capital(behind) and behind != "of"
    if not is_capital(behind):
        return joined_end(tokens, at) == at
    if tokens.words[at] in given_names() and (
        behind in surnames() or behind.lower() not in common_words()
    ):
        return False
    return not body_end(tokens, at) or tokens.in_headline(at)


def _may_act(tokens: Tokens, at: int) -> bool:
    """Tell whether a verb stands behind a sentence's first word: "Cook said"."""
    behind = tokens.word(at + 1)
    return behind in SAYING or behind in _AUXILIARIES or tokens.is_possessive(at)


def _take_entry(tokens: Tokens, at: int, entry: Entry, found: list[Piece]) -> int:
    """Take a name of the tables, or the longer name that it begins."""
    last = at + len(entry.words) - 1
    goes_on = tokens.goes_on(last)
    if entry.needs_evidence and goes_on and entry.sort != "place":
        # "The National Convention" holds no paper's name.
        return at + 1 if tokens.words[at] == "The" else _take_unknown(tokens, at, found)
    if entry.sort in {"place", "organisation", "adjective"}:
        body = body_end(tokens, at)
        if body > last and not (entry.sort == "adjective" and tokens.in_headline(at)):
            return _take_body(tokens, at, body, found)
    if entry.sort == "adjective":
        return _take_behind_adjective(tokens, at, last, found)
    if entry.sort == "place" and goes_on and len(entry.words) == 1:
        longer = _take_place_and_more(tokens, at, last, found)
        if longer:
            return longer
    if (
        entry.sort == "organisation"
        and goes_on
        and {tokens.words[at], tokens.words[last + 1]} <= surnames()
    ):
        return _take_unknown(tokens, at, found)
    if entry.sort in {"outlet", "agency"}:
        last = branch_end(tokens, last)
    if entry.needs_evidence:
        found.append(Piece(at, last, None, entry=entry))
    else:
        found.append(Piece(at, last, entry.sort, FIRM, entry=entry))
    return last + 1


def _take_behind_adjective(tokens: Tokens, at: int, last: int, found: list[Piece]) -> int:
    """Pass over "Russian" or "Monday"; what stands behind it in capitals may be its noun."""
    if (
        tokens.goes_on(last)
        and not tokens.in_headline(at)
        and longest_entry(tokens, last + 1) is None
        and tokens.words[last + 1] not in given_names()
        and tokens.small(last + 1) not in OFFICES
    ):
        stop = chunk_end(tokens, last + 1)
        if tokens.small(stop) in MATTER_ENDINGS:
            found.append(Piece(at, stop, "other", FIRM))
            return stop + 1
    return last + 1


def _take_place_and_more(tokens: Tokens, at: int, last: int, found: list[Piece]) -> int:
    """Read "London Bridge", "Paris Hilton", "Denver Broncos"; 0 where the place stands alone."""
    behind = tokens.words[last + 1]
    small = behind.lower()
    if longest_entry(tokens, last + 1) is not None or small in _ENDS_PLACE or behind.isupper():
        return 0
    if _is_personal(behind) and (behind not in surnames() or tokens.words[at] not in given_names()):
        return 0
    if small in common_words() - PLACE_ENDINGS - MATTER_ENDINGS and tokens.in_headline(at):
        return 0
    stop = chunk_end(tokens, last + 1)
    ending = tokens.small(stop)
    strength = FIRM
    kind: NameKind
    if is_paper(tokens, at, stop):
        kind = "outlet"
    elif ending in PLACE_ENDINGS:
        kind = "place"
    elif ending in MATTER_ENDINGS:
        kind = "other"
    elif tokens.words[at] in given_names():
        kind = "person"
    else:
        kind, strength = "organisation", GUESSED
    found.append(Piece(at, stop, kind, strength))
    return stop + 1


def _take_body(tokens: Tokens, at: int, last: int, found: list[Piece]) -> int:
    """Take a body's name; a paper's or agency's name is that of an outlet."""
    first = at
    while first < last and tokens.small(first) in _BEFORE_BODIES:
        first += 1
    if first == last and tokens.small(last) not in JOINING_BODIES:
        return last + 1
    kind: NameKind = "organisation"
    if is_agency(tokens, first, last):
        kind = "agency"
    elif is_paper(tokens, first, last):
        kind = "outlet"
    found.append(Piece(first, last, kind, FIRM))
    return last + 1


def _take_titled(tokens: Tokens, at: int, found: list[Piece]) -> int:
    """Read the name behind "President", "Mr." or "Secretary of State"."""
    index = at
    address = at if tokens.small(at) in FORMS_OF_ADDRESS else None
    while tokens.touches(index) and tokens.small(index) in _TITLES:
        if tokens.small(index + 1) == "of" and tokens.touches(index + 1):
            return _past_office(tokens, index + 2)
        if not is_capital(tokens.words[index + 1]):
            break
        index += 1
        small = tokens.small(index)
        if small in FORMS_OF_ADDRESS:
            address = index if address is None else address
        elif small not in OFFICES or _is_personal(tokens.words[index]):
            if address is None and not _may_be_titled(tokens, index):
                return index
            common = small in common_words() and not _is_personal(tokens.words[index])
            if common and tokens.small(at) == "miss" and not tokens.goes_on(index):
                # "Miss Universe" is an office too.
                return index + 1
            if common and _is_given(tokens, index + 1):
                # "Miss Universe Ada Corvin": what stands before the given name is an office too.
                index, address = index + 1, None
            last = person_end(tokens, index)
            first = index if address is None else address
            found.append(Piece(first, last, "person", FIRM, titled=True))
            return last + 1
    return index + 1


def _past_office(tokens: Tokens, at: int) -> int:
    """Return where to go on behind "Secretary of": past "State", but not past "Norway"."""
    index = at + (tokens.small(at) == "the" and tokens.touches(at))
    while tokens.small(index) in MATTERS_OF_OFFICE:
        index += 1
        if not tokens.touches(index - 1):
            return index
    # "Director of Fisheries Odo Moe": one unknown word before a given name is the office's.
    unknown = not _is_personal(tokens.word(index)) and _is_given(tokens, index + 1)
    return index + 1 if unknown and longest_entry(tokens, index) is None else index


def _is_personal(word: str) -> bool:
    return word in surnames() or word in given_names()


def _is_given(tokens: Tokens, at: int) -> bool:
    return (
        at <= len(tokens)
        and tokens.touches(at - 1)
        and tokens.words[at] in given_names()
        and tokens.goes_on(at)
    )


def _may_be_titled(tokens: Tokens, at: int) -> bool:
    """Tell whether a word behind an office may begin a person's name."""
    entry = longest_entry(tokens, at)
    if entry is not None and entry.sort in {"outlet", "agency", "adjective"}:
        return False
    if _is_personal(tokens.words[at]):
        return True
    if is_adjective(tokens, at) or (tokens.touches(at) and tokens.small(at + 1) in OFFICES):
        return False
    if entry is not None and len(entry.words) == 1:
        return False
    common = tokens.small(at) in common_words()
    return not common or (tokens.goes_on(at) and not tokens.in_headline(at))


def _take_unknown(tokens: Tokens, at: int, found: list[Piece]) -> int:
    """Read capitals that no table knows as a whole."""
    word = tokens.words[at]
    if is_adjective(tokens, at):
        return at + 1
    person = -1
    if word in given_names() or (word in surnames() and not tokens.goes_on(at)):
        person = person_end(tokens, at)
    last = chunk_end(tokens, at) if person < 0 or _may_go_on(tokens, person) else person
    kind = kind_by_ending(tokens, at, last)
    if person >= 0 and (kind is None or person >= last):
        strength = FIRM if person > at or word in surnames() else GUESSED
        found.append(Piece(at, person, "person", strength))
        return person + 1
    if kind is not None:
        found.append(Piece(at, last, kind, FIRM))
        return last + 1
    if tokens.in_headline(at):
        last = _before_given(tokens, at, last)
    while last > at and tokens.words[last].isdigit():
        last -= 1
    if tokens.touches(last) and tokens.words[last + 1].isdigit():
        # A number behind a name makes it a product's: "Atmos 65".
        found.append(Piece(at, last + 1, "other", TOLD))
        return last + 2
    found.append(read_shape(tokens, at, last))
    return last + 1


def _may_go_on(tokens: Tokens, last: int) -> bool:
    """Tell whether a name may be longer than the person's name that it begins with."""
    if not tokens.touches(last):
        return False
    behind = tokens.words[last + 1]
    return is_capital(behind) or behind == "&" or behind.isdigit()


def _before_given(tokens: Tokens, at: int, last: int) -> int:
    """Return where a headline's capitals end before a person's name begins."""
    for index in range(at + 1, last):
        if tokens.words[index] in given_names():
            return index - 1
    return last
