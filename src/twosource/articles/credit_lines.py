"""Lines that say whose text an article is: "SOURCE:AFP", "With inputs from PTI", "© 2031 AP".

A line is a credit by how it is worded; whom it names is judged by :mod:`.credits`. A credit that
names nobody ("With agencies") is a credit all the same. What only speaks of an agency ("AFP could
not verify …", "Follow Reuters on …", a picture's credit) is none.
"""

from __future__ import annotations

import re

from twosource.articles.credits import (
    SMALL_WORDS,
    abbreviates,
    clean_maker,
    find_house,
    is_acronym,
    is_house,
    is_staff,
    may_be_house,
    names_house,
    split_names,
)
from twosource.text.names import known_outlet, looks_like_outlet, shipped

LONGEST = 300
_SHORT = 160
_INITIALS = 2
"""Letters that a reporter signs with, an agency seldom."""
_SHORT_LABELLED = 4
"""A line of so few words, or fewer behind its label, needs no colon: "Source Norda Wire"."""
_MARKS = " -–—()[]*•·/|_"
_MORE = r"(?:(?:additional|extra|further|more|other|some)\s)?"
_SOURCE = re.compile(
    r"(?:news\s)?sources?|via|(?:news\s)?agenc(?:y|ies)|story\scredit|text\scredit|syndicated\svia|"
    rf"official\sservice\sof|by\scourtesy\sof|by\scable\sfrom|(?:with\s)?{_MORE}(?:material|"
    r"information|content|agency\sinputs?|inputs?|files|copy)\s?(?:by|from)?|own\sreports\sand|"
    r"(?:compiled|prepared|adapted|taken)\s(?:from|by)(?:\san?(?=\s))?|"
    r"text\sand\spicture\sservice|contact\sthe\sdesk|(?:provided|distributed|supplied)\sby|first\spublished\s(?:by|in)|wire|with",
    re.IGNORECASE,
)
"""Behind these words stands a house, known or not."""
_REPORTING = re.compile(
    rf"(?:with\s)?(?:also\s)?{_MORE}(?:news\s)?(?:reporting|report|reports|writing|words|text|story|"
    r"assistance|help|contributions?|contributors?)(?:\salso)?\s?(?:by|from)?|"
    r"also\sreporting|reported\sby",
    re.IGNORECASE,
)
"""Behind these words stand people more often than houses."""
_LINK = re.compile(r"\s{0,2}[:\-–—]\s{0,2}|\s{1,2}")
_PICTURE = re.compile(
    r"^\W{0,3}(?:photo|image|picture|pic\b|file\b|video|graphic|caption|illustration|cover\b|"
    r"credit)",
    re.IGNORECASE,
)
_EDITING = re.compile(
    r"^\W{0,2}(?:(?:and\s)?(?:edit(?:ing|ed)|production|graphics?|translat(?:ion|ed)|research)\sby|"
    r"editor)\b",
    re.IGNORECASE,
)
_FOR_HOUSE = re.compile(r"\bfor\s(?P<house>[A-Z][\w .'’&-]{1,40})$")
_HOUSE_REPORTING = re.compile(
    r"^(?P<house>[A-Z][\w .'’&-]{1,40})\s(?:reporting|report)\sby\s", re.IGNORECASE
)
_NOBODY = re.compile(
    r"^(?:with\s)?(?:(?:news|press|wire|post|various|other)\s){0,2}(?:agenc(?:y|ies)|wires?)"
    r"(?:\s(?:inputs?|reports?|copy|services?))?$|"
    r"^with\s[A-Z]\w{1,20}\swires?$|"
    r"^(?:agencies\s)(?:contributed\b.{0,40})$|"
    r"^(?:--\s?)?with\s(?:assistance|help)\s(?:from|by)\s.{3,100}$",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"^(?P<names>[A-Z].{1,150}?)\s(?:also\s)?contributed\b"
    r"(?:\s(?:to|from|reporting|this)\b.{0,60})?$"
)
_WRITERS = re.compile(
    r"^(?P<house>[A-Z][\w .'’&-]{1,40}?)\s(?:[A-Z]?[a-z]{2,12}\s)?"
    r"(?:writers?|reporters?|correspondents?|journalists?)\s[A-Z]"
)
_USED = re.compile(
    r"^(?:material|information|reporting|content|text)\s(?:by|from)\s(?P<names>[A-Z].{1,80}?|"
    r"the\s.{2,80}?)\s(?:was|were|has\sbeen|is)\s(?:also\s)?(?:used|included)\b.{0,60}$",
    re.IGNORECASE,
)
_THIS_TEXT = re.compile(
    r"^(?:this|the|published|except|produced)\b.{0,120}\b"
    r"(?:articles?|stor(?:y|ies)|reports?|text|dispatch|piece|feed|wire|copy)\b",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"\b(?:published|produced|provided|distributed|written|appeared|supplied|syndicated|"
    r"republished|taken|issued|sourced|translated)\b.{0,40}?\s(?:by|from|in|on|at|via)\s(?:an?\s)?"
    r"(?P<names>(?:the\s|The\s)?[A-Z].{1,60})$"
    r"|\b(?:report|story|article|text|dispatch)\sby\s(?P<by>(?:the\s|The\s)?[A-Z][^,;]{1,50}?)\s"
    r"(?:was|has\sbeen|is)\b"
    r"|\b(?:supplemented|edited|rewrote|updated)\b.{0,20}\bthis\s(?P<this>[A-Z].{1,40}?)\s"
    r"(?:article|story|report|dispatch)\b"
    r"|\bincludes\s(?:material|information|reporting)\s(?:by|from)\s(?P<includes>.{2,60})$"
)
_FEED = re.compile(
    r"\bfrom\san?\s(?P<house>[A-Z]?[\w .'’&-]{1,30}?)\s(?:feed|wire|report|dispatch)\b|"
    r"\b(?:wire|syndicated|agency)\s(?:agency\s)?feed\b"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s©,:–-]|\(c\)|\d{4}|\bcopyright\b|\bby\b|\bthe\b){0,12}"
    r"(?P<holder>[A-Za-z][\w&'’.-]{0,30}(?:\s(?:(?:of|and|de|des|du|del|to|&)\s)?[A-Z][\w&'’.-]{0,30}){0,4})",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"[.,]\sall\b", re.IGNORECASE)
_COPYRIGHT_READ = 140
_WITHIN = [[word] for word in sorted(SMALL_WORDS)]
_HELD = re.compile(
    r"^(?!(?i:copyright))(?P<holder>[A-Z][\w&'’.-]{0,30}(?:\s(?:(?:of|and|de|des|du|del|to|&)\s)?[A-Z][\w&'’.-]{0,30}){0,4})\s?©"
)
_DESK_SLUG = re.compile(r"^(?P<house>[A-Z]{2,5})-[A-Z]{2}?-{1,2}\w.{0,60}\b(?:Ld|Writethru|Adv)\b")
_DESK_LIST = re.compile(r"^[a-z]{2,3}(?:/[a-z]{2,3}){0,3}\s\((?P<names>[^()]{2,60})\)$")
_TRAILING = re.compile(
    r"(?:\s[-–—]{1,2}\s{0,2}|\s?[(\[])(?P<names>[A-Z][\w.&'’ /,:;-]{1,90})[)\]]?[.\s]{0,2}$"
)
_TRAILING_SIGN = re.compile(r"\s(?P<names>[A-Z]{2,8}(?:/[A-Z]{2,8}){0,2})$")
_TRAILING_READ = 100
_DATED = re.compile(r"\d")
_FOLLOWING_DATE = re.compile(
    r"\s(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s)?\d.{0,40}$"
)
_IN_PLACE = re.compile(r"\s(?:in|at|from)\s(?:[A-Z][\w.'’-]{1,20}\s?){1,3}$")
_BYLINE = re.compile(
    r"^(?:author|reporter|writer|report|reporting|text|words|story|source)\s?[:\-–]\s?|"
    r"^(?:written\s|reported\s|story\s|text\s|report\s|words\s)?(?:by|from|via)\s{1,2}",
    re.IGNORECASE,
)
_HEAD_BORDER = re.compile(r"\s{0,2}[,|/•·+]\s{0,2}|\s[–—-]\s")
_NAMES_ONLY = re.compile(
    r"^(?:(?:[A-Z\d][\w.,:'’&-]{0,30}|dpa|epd|and|in|for|of|the|at|from|staff|reporters?|agencies|"
    r"newswires?|desk|bureau|am|pm|de|van|von|&)(?:\s|$)){1,12}$"
)
"""Capitals throughout, but for what stands between names."""
_HEAD_LINE = 120
_HEAD_WORDS = 16
_HEAD_PIECES = 5


def read_credit_line(text: str) -> tuple[str, ...] | None:
    """Return whom a line of its own credits: () for nobody by name, None when it is no credit.

    >>> read_credit_line("SOURCE:AFP"), read_credit_line("With inputs from PTI and agencies")
    (('AFP',), ('PTI',))
    >>> read_credit_line("With agencies"), read_credit_line("AFP could not verify the report.")
    ((), None)
    """
    line = " ".join(text.split())
    if not line or len(line) > LONGEST or _PICTURE.match(line):
        return None
    held = _read_copyright(line)
    if held is not None:
        return held or None
    bare = line.strip(_MARKS).rstrip(".").rstrip(_MARKS)
    listed = _DESK_LIST.match(line)
    if listed is not None:
        return _read_list(listed["names"], marked=True)
    if len(line) > _SHORT:
        return _read_sign_off(bare) or _read_sentence(bare)
    for read in (_read_nobody, _read_sign_off, _read_labelled, _read_sentence):
        found = read(bare)
        if found is not None:
            return found
    return _read_list(bare, marked=line[0] in _MARKS or line[-1] in ")]/")


def read_head_credit(line: str) -> tuple[str, ...]:
    """Return the houses that a line of an article's head names as its makers; () without one.

    >>> read_head_credit("Norda Press, Velmora"), read_head_credit("Ada Roe, Associated Press")
    (('Norda Press',), ('Associated Press',))
    >>> read_head_credit("The press, as ever")
    ()
    """
    if len(line) > _HEAD_LINE or len(line.split()) > _HEAD_WORDS:
        return ()
    slug = _DESK_SLUG.match(line)
    if slug is not None:
        return (slug["house"],) if names_house(slug["house"]) else ()
    said = _BYLINE.sub("", _BYLINE.sub("", line.strip(_MARKS), count=1), count=1)
    places = (_IN_PLACE.sub("", piece) for piece in _HEAD_BORDER.split(said))
    pieces = [name for piece in places for name in split_names(piece)]
    if not pieces or len(pieces) > _HEAD_PIECES:
        return ()
    if not all(_NAMES_ONLY.match(piece) for piece in pieces):
        return ()
    found: list[str] = []
    for piece in pieces:
        name = clean_maker(_IN_PLACE.sub("", _FOLLOWING_DATE.sub("", piece)))
        if names_house(name):
            found.append(name)
        elif find_house(name) and len(name.split()) <= _HEAD_PIECES:
            house = find_house(name)
            if names_house(house):
                found.append(house)
    return tuple(dict.fromkeys(found))


def find_trailing_credit(text: str, begin: int) -> tuple[int, tuple[str, ...]]:
    """Return where the credit behind a paragraph's last sentence begins, and whom it names.

    Where there is none, that is the paragraph's end.

    >>> find_trailing_credit("They met. (AFP)", 0), find_trailing_credit("They met (AFP).", 0)
    ((9, ('AFP',)), (15, ()))
    """
    offset = max(begin, len(text) - _TRAILING_READ)
    for pattern in (_TRAILING, _TRAILING_SIGN):
        match = pattern.search(text, offset)
        if match is None:
            continue
        before = text[: match.start()].rstrip("\"'”’) ")
        if not before.endswith((".", "!", "?", "…")):
            continue
        found = read_credit_line(match["names"]) or ()
        names = tuple(n for n in found if is_house(n))
        if names and (pattern is _TRAILING or all(map(names_house, names))):
            return match.start(), names
    return len(text), ()


def _read_nobody(bare: str) -> tuple[str, ...] | None:
    return () if _NOBODY.match(bare) else None


def _read_copyright(line: str) -> tuple[str, ...] | None:
    """Return the agency that holds a text; () where another holds it, None without a notice."""
    seen = line[:_COPYRIGHT_READ]
    lower = seen.lower()
    if not ("©" in seen or "(c)" in lower or "copyright" in lower):
        return None
    match = _HELD.match(seen) or _COPYRIGHT.search(seen)
    if match is None:
        return None
    words = _RIGHTS.split(match["holder"])[0].split()
    for count in range(len(words), 0, -1):
        name = clean_maker(" ".join(words[:count]))
        if names_house(name) and (known_outlet(name) or words[count : count + 1] not in _WITHIN):
            return (name,)
    return ()


def _read_labelled(bare: str) -> tuple[str, ...] | None:
    for opening, houses in ((_SOURCE, True), (_REPORTING, False)):
        match = opening.match(bare)
        link = _LINK.match(bare, match.end()) if match is not None else None
        if match is None or link is None:
            continue
        said = bare[link.end() :]
        few = len(bare.split()) <= _SHORT_LABELLED or len(said.split()) < _SHORT_LABELLED
        found = _read_makers(said, houses=houses, labelled=few or ":" in link.group())
        if found is not None:
            return found
    return None


def _read_makers(said: str, *, houses: bool, labelled: bool) -> tuple[str, ...] | None:
    """Return the makers in a list behind a label; None when it is no list of names."""
    found: list[str] = []
    named = 0
    for piece in split_names(said):
        if is_staff(piece) or piece.casefold() in {"our own reporters", "own reporters"}:
            named += 1
            continue
        name = clean_maker(_IN_PLACE.sub("", piece)) if not _DATED.search(piece) else ""
        if not name:
            continue
        lone = len(name.split()) == 1 and name[0].isupper()
        # Behind the people who report stands whence they do: "Words by Ada Roe, Lindholm".
        house = is_house(name) or is_acronym(name) or (lone and (houses or not named))
        if house or (houses and labelled and may_be_house(name)):
            found.append(name)
            named += 1
        elif labelled or _is_person(name):
            named += 1
        elif find_house(name):
            found.append(find_house(name))
            named += 1
        else:
            return None
    return tuple(dict.fromkeys(found)) if named else None


def _is_person(name: str) -> bool:
    return len(name.split()) > 1 and all(part[:1].isupper() for part in name.split())


def _read_sign_off(bare: str) -> tuple[str, ...] | None:
    """Read "Reporting by …; Editing by …"; where a house edits, a house has reported."""
    lower = bare.lower()
    if "by" not in lower and "from" not in lower:
        return None
    pieces = [piece.strip(_MARKS) for piece in bare.split(";")]
    own = _HOUSE_REPORTING.match(bare)
    if own is not None and names_house(own["house"]):
        return (own["house"],)
    opening = _REPORTING.match(pieces[0])
    if opening is None or not re.search(r"(?:by|from)\s{0,1}$", opening.group() + " "):
        return None
    said = pieces[0][opening.end() :].strip()
    if not said[:1].isupper():
        return None
    ending = _FOR_HOUSE.search(bare)
    if ending is not None and is_house(ending["house"]):
        return (ending["house"],)
    edited = [_EDITING.sub("", piece).strip() for piece in pieces[1:] if _EDITING.match(piece)]
    by_house = any(looks_like_outlet(name) or is_house(name) for name in edited)
    return _read_makers(said, houses=by_house, labelled=True)


def _read_sentence(bare: str) -> tuple[str, ...] | None:
    """Read a whole sentence on whence a text comes; None where it names no house."""
    contributed = _CONTRIBUTED.match(bare) if "contributed" in bare else None
    if contributed is not None:
        writers = _WRITERS.match(bare)
        names = [writers["house"]] if writers else split_names(contributed["names"])
        return tuple(n for n in map(clean_maker, names) if is_house(n) and not n.endswith("’"))
    used = _USED.match(bare)
    if used is not None:
        return tuple(n for n in map(clean_maker, split_names(used["names"])) if is_house(n))
    if not _THIS_TEXT.match(bare) and not _TAKEN.search(bare):
        return None
    feed = _FEED.search(bare)
    if feed is not None:
        house = clean_maker(feed["house"] or "")
        return (house,) if house and is_house(house) else ()
    taken = _TAKEN.search(bare)
    if taken is None:
        return None
    said = taken["names"] or taken["by"] or taken["this"] or taken["includes"] or ""
    return _first_houses(said) or None


def _first_houses(said: str) -> tuple[str, ...]:
    """Return the houses that a run of words begins with: "Reuters and edited by our desk"."""
    found: list[str] = []
    for piece in split_names(said):
        words = piece.split()
        for count in range(min(len(words), _HEAD_PIECES), 0, -1):
            name = clean_maker(" ".join(words[:count]))
            if is_house(name):
                found.append(name)
                break
        else:
            break
    return tuple(found)


def _is_running(piece: str) -> bool:
    return len(piece.split()) > _HEAD_WORDS // 2


def _is_unsure(name: str) -> bool:
    known = shipped().find(name)
    return known is not None and name in known.unsure


def _read_list(bare: str, *, marked: bool) -> tuple[str, ...] | None:
    """Return the makers of a line that holds their names alone: "AFP", "Vatn Post/NTB"."""
    pieces = split_names(bare)
    if not pieces or len(pieces) > _HEAD_PIECES or any(map(_is_running, pieces)):
        return None
    # A name that stands alone must be an agency's.
    makes = is_house if len(pieces) > 1 else names_house
    names = []
    for piece in pieces:
        if _DATED.search(piece) or is_staff(piece):
            continue
        name = clean_maker(piece)
        if not ("/" in bare or makes(name) or is_acronym(name)):
            return None
        names.append(name)
    spelled = [n for n in names for short in names if "/" in bare and abbreviates(short, n)]
    if spelled:
        # "QDR/Quadrat" is one house, twice.
        return tuple(dict.fromkeys(spelled))
    houses = [n for n in names if is_house(n)]
    agencies = [n for n in houses if names_house(n)]
    if not marked and len(names) == 1 and len(names[0]) == _INITIALS and _is_unsure(names[0]):
        # "AA" alone is the button for the size of letters as well.
        return None
    if agencies and len(houses) == len(names):
        return tuple(dict.fromkeys(names))
    signed = all(n in houses or is_acronym(n) for n in names)
    if names and signed and (marked or houses) and (len(names) > 1 or len(names[0]) > _INITIALS):
        return tuple(dict.fromkeys(names)) if len(names) > len(houses) else None
    return None
