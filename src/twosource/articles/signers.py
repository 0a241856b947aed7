"""Names that may be an author's: where each stands on a page, and what it looks like.

A name behind "By", a name that the markup or the page's head gives as the author's, a name alone on
a line beside the headline. Each comes with its traits, by which :mod:`.authors` tells the people
who wrote an article from the products, cities, buttons and other people that stand there as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from twosource.articles.credits import is_staff, names_house
from twosource.articles.evidence import Line
from twosource.articles.houses import same_house
from twosource.articles.labels import Labelled
from twosource.text.names import looks_like_outlet
from twosource.text.names.lexicon import common_words, given_names
from twosource.text.page_dates import read_page_date

TRAITS: Final = (
    "told", "told others", "by given", "byline", "alone below", "common word", "twice", "first",
    "crowd", "elsewhere", "beside date", "above headline", "below text", "other zone", "reviewed",
)  # fmt: skip
"""What may be said of a name; training/authors/card.md says what each is."""

_OPENING = re.compile(
    r"^\W{0,3}(?:(?:(?:article|posted|written|words|text|story|report|reported|published|authored|"
    r"created|blog|guest|post|by|the|this|was|also|contributed|guide|essay|interview)\s){0,4}by\b|from(?:\sour)?(?=\s[A-Z])|"
    r"(?:authors?|writers?|reporters?|report|contributors?|written|words|text|story|from)\b(?:\sby\b)?"
    r"(?=\s?[:\-–])|by(?=[A-Z][a-z]))\s?[:\-–]?\s{0,2}",
    re.IGNORECASE,
)
_OPENINGS_MOST = 2
_BY_WITHIN = re.compile(r"(?:^|[\s|•·,\d])(?:posted\s|written\s)?by:?\s(?=[A-Z])")
_NOT_AUTHORS = re.compile(
    r"^\W{0,3}(?:medically\s|clinically\s|expert\s|fact[\s-])?(?:review|check|edit|photo|image|"
    r"pictur|recommend|illustrat|translat|interview(?!\sby)|video|approv|verif)",
    re.IGNORECASE,
)
"""Openings of lines that name people who wrote nothing of the text."""
_NOT_AUTHORS_BELOW = re.compile(
    rf"{_NOT_AUTHORS.pattern}\w{{0,12}}(?:\s(?:credits?|by|\w{{1,12}}\sby))?\W{{0,3}}$",
    re.IGNORECASE,
)
"""A line that says so of the next one."""
_GLUED = re.compile(
    r"(?<=[a-z])(?=(?:Updated?|Published|Posted|Reviewed|Edited|Follow|Founder|Editor|Writer|Senior|"
    r"Staff|Chief|Contribut|Last|Author|Reporter|Min|Read|By|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|"
    r"Oct|Nov|Dec)[a-z]{0,12}\b)"
)
_BORDER = re.compile(
    r"[|•·●⋅/()\[\]“”\"‘:→>\n]|\s[–—-]{1,2}\s|\s(?:on|in|at|for|from|of|is|was|posted|published|"
    r"updated|last)\s|\s\d|^\d",
    re.IGNORECASE,
)
_AND = re.compile(r"\s?[,;&]\s?(?:and\s)?|\s(?:and|with|und|et|y)\s", re.IGNORECASE)
_PAIR = re.compile(r"([A-ZÀ-Þ][a-zà-ÿ]{1,14})\s(?:and|&|und|et|y)\s([A-ZÀ-Þ][a-zà-ÿ]{1,14})")
"""Two people who sign with their given names."""
_POSTS = frozenset(
    """editor editors reporter writer correspondent founder co-founder cofounder head chief senior
    executive managing director president ceo cto cmo cfo analyst expert specialist manager
    contributor contributing columnist producer professor gardener staff freelance author technology
    tech news associate assistant deputy digital marketing content product lead guest follow
    blogger strategist consultant coach engineer developer attorney full bio profile team
    updated published posted reviewed edited last read share more view articles posts former
    astrologer""".split()
)
"""Words behind a name that say what the person does, or what the page does."""
_COLLECTIVE = frozenset(
    """admin administrator team teams staff webmaster editor editors editorial desk newsroom inc llc
    ltd corporation company agency group undefined contributor contributors community members
    association institute foundation university hospital school college department office council
    bureau admissions clinic center centre society store shop magazine
    studio media marketing online official reviews""".split()
)
"""Words of names that several people, or a house, sign with."""
_DEGREE = re.compile(
    r"(?:[A-Z]{2,7}|Ph\.?D\.?|M\.?D\.?|M\.?A\.?|B\.?A\.?|M\.?Sc\.?|B\.?Sc\.?|R\.?D\.?|J\.?D\.?|Esq\.?|"
    r"[A-Z][A-Za-z]{0,3}-?[A-Z]{1,4}|DrPH|PsyD|PharmD|EdD)"
)
_ASIDE = re.compile(r"\s?\([^()]{0,40}\)")
_NOTE_MARK = re.compile(r"(?<=[^\W\d_])[\d*†‡]{1,3}$")
_WORD = re.compile(r"[^\W\d_][\w.'’\-]{0,30}")
_PARTICLES = frozenset("de da di du la le van von der den al el bin ibn ben dos del".split())
_MARKS = " ,.·•|–—-/:*_\t"
_WORDS_MOST = 5
_LONGEST = 60
_LINE_LONGEST = 160
_BEFORE, _AFTER, _BEHIND = 8, 6, 8
"""Lines around a head, and behind a text, in which people sign."""
_DATES_MOST = 3
_SIGNERS_MOST = 40
_SIGHTINGS_MOST = 400
"""Names that are looked at; a page may hold any number."""
_CROWD = 4
_GLUED_LETTERS = 12
"""A longer word with a capital in it is two, as furniture runs them together: "RoadsWeather"."""
_TITLE_WORDS = 4
_TWO = 2
_BESIDE = 2
_OTHERS = frozenset(("aside", "footer", "nav", "hidden"))
"""Zones in which other people sign as well; in comments nobody but them does."""
_TITLES = frozenset("dr. dr prof. prof professor mr. mrs. ms. sir".split())
_HANDLE = re.compile(r"(?!(?:Ma?c|[DL][aei])[A-Z])[^\W\d_]{0,20}[a-zà-ÿ][A-ZÀ-Þ][^\W\d_]{0,20}")
"""Two words written as one, as people are called by a machine: "MaudT"."""
_BY = re.compile(r"\W{0,3}(?:[\w.]{1,12}\s){0,4}(?i:by)(?:\b|(?=[A-Z]))")
"""How a line that signs begins; some are taken for what stands below a headline."""
_WRITTEN = re.compile(
    r"\W{0,3}(?:this\s\w{1,12}\swas\s)?(?:written|posted|authored|text|words)\sby\b", re.IGNORECASE
)
_LABEL = re.compile(
    r"\W{0,3}(?:(?:[a-z]{1,12}\s){0,4}by|(?:about\sthe\s)?(?:authors?|writers?)(?:\(s\))?)\W{0,3}",
    re.IGNORECASE,
)
"""A line that says what the next one is."""


class Signer(NamedTuple):
    """A name that may be an author's, as it is shown, and which of ``TRAITS`` hold of it."""

    name: str
    traits: frozenset[str]


def read_names(text: str) -> list[str]:
    """Return the names that a line or field consists of, without posts, degrees and dates.

    >>> read_names("Written by Maud Terling, M.D., and Odo Brask, Senior Editor | May 3, 2031")
    ['Maud Terling', 'Odo Brask']
    """
    bare = _GLUED.sub(" | ", text[:_LINE_LONGEST])
    for _ in range(_DATES_MOST):
        dated = read_page_date(bare)
        if dated is None:
            break
        bare = f"{bare[: dated.start]} | {bare[dated.end :]}"
    bare = bare.strip(_MARKS)
    for _ in range(_OPENINGS_MOST):
        bare = _OPENING.sub("", bare, count=1)
    said = next((piece for piece in _BORDER.split(bare) if piece.strip(_MARKS)), "")
    pair = _PAIR.fullmatch(said.strip(_MARKS))
    if pair is not None:
        return list(pair.groups())
    found: list[str] = []
    for piece in _AND.split(said):
        name = _bare_name(piece)
        if name and (" " in name or not found):
            found.append(name)
    return list(dict.fromkeys(found))


def read_graduates(text: str) -> list[str]:
    """Return the people of a line that consists of several names with degrees behind them.

    >>> read_graduates("Maud Terling, MD, PhD; Odo Brask, RN (Wards) & Hanna Viik, DVM")
    ['Maud Terling', 'Odo Brask', 'Hanna Viik']
    >>> read_graduates("Bethesda, MD")
    []
    """
    pieces = [piece.strip(_MARKS) for piece in _AND.split(_ASIDE.sub("", text[:_LINE_LONGEST]))]
    degrees = [piece for piece in pieces if _DEGREE.fullmatch(piece)]
    names = [_bare_name(piece) for piece in pieces if piece and not _DEGREE.fullmatch(piece)]
    listed = min(len(degrees), len(names)) >= _TWO and all(" " in name for name in names)
    return names if listed else []


def _bare_name(piece: str) -> str:
    """Return a person's name without what stands behind it; "" where there is none."""
    words = piece.strip(_MARKS).split()
    # "Jean DUPONT" bears no degree; a line in capitals tells none apart.
    while len(words) > _TWO and not piece.isupper() and _DEGREE.fullmatch(words[-1].strip(",")):
        words.pop()
    while len(words) > 1 and words[0].casefold() in _POSTS:
        words = words[1:] if len(words) > _TWO else []
    for at, word in enumerate(words):
        if at and word.casefold().strip(".,") in _POSTS:
            # Behind "Staff Writer" stands a person, behind "Staff" alone a house.
            house = at + 1 == len(words) and word.casefold() in _COLLECTIVE
            words = [] if house else words[:at]
            break
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        words = words[:half]
    if len(words) > 1:
        words[-1] = _NOTE_MARK.sub("", words[-1])
    name = " ".join(words).strip(_MARKS[:-1])
    shaped = 0 < len(words) <= _WORDS_MOST and len(name) <= _LONGEST
    if not shaped or not all(map(_WORD.fullmatch, words)) or words[0].casefold() in _POSTS:
        return ""
    if not all(word[:1].isupper() or word in _PARTICLES for word in words) and len(words) > 1:
        return name.title() if name.islower() else ""
    return name.title() if name.isupper() and len(words) > 1 else name


class _Sighting(NamedTuple):
    """A name at a place of the page; ``line`` is None for the page's head."""

    name: str
    source: str
    line: int | None
    reviewed: bool = False


def find_signers(
    lines: list[Line], labelled: Labelled, told: tuple[str, ...], site: str, *, alone: bool
) -> list[Signer]:
    """Return the names that may be an article's authors, in the order of the page.

    ``told`` is what the page's head says of its authors. ``alone`` tells that the page holds no
    other article, so that names around the article's own lines are looked at as well.
    """
    sightings = [
        one
        for one in islice(_sightings(lines, labelled, told, alone=alone), _SIGHTINGS_MOST)
        if _may_be_person(one.name, site, told=one.source == "told")
    ]
    crowd = len({one.line for one in sightings if one.source == "by"}) >= _CROWD
    people = {one.name for one in sightings if one.source == "told"}
    signed = _signed_below(sightings, labelled)
    if signed and signed.isdisjoint(name.casefold() for name in people):
        # What a page shows its readers goes before who put it there.
        sightings = [one for one in sightings if one.source != "told"]
        people = set()
    people_seen = _gather(sightings)[:_SIGNERS_MOST]
    writers = [seen for seen in people_seen if not all(one.reviewed for one in seen)]
    # Above a headline stand those of other articles as well.
    top = labelled.segment.headline or 0
    below = [seen for seen in writers if any(one.line is None or one.line > top for one in seen)]
    first = {one.line for one in next(iter(below or writers), [])}
    texts = Counter(line.block.text for line in lines)
    found: list[Signer] = []
    for seen in people_seen:
        name = seen[0].name
        sources = {one.source for one in seen}
        places = {one.line for one in seen if one.line is not None}
        own = _traits_of_name(name) | _traits_of_place(lines, labelled, seen) | sources
        holds = {
            "told others": "told" not in sources and any(" " in name for name in people),
            "twice": len(sources) > 1,
            "first": any(one.line in first for one in seen),
            "crowd": crowd,
            "elsewhere": texts[name] > sum(lines[at].block.text == name for at in places),
            "by given": {"by", "given"} <= own,
            "alone below": {"alone", "below headline"} <= own,
        }
        traits = own | {trait for trait, held in holds.items() if held}
        found.append(Signer(name, traits & frozenset(TRAITS)))
    return found


def _signed_below(sightings: list[_Sighting], labelled: Labelled) -> set[str]:
    """Return the names behind "By" between an article's headline and its text."""
    segment = labelled.segment
    first = segment.headline if segment.headline is not None else segment.first
    return {
        one.name.casefold()
        for one in sightings
        if one.source == "by"
        and one.line is not None
        and first < one.line < segment.body
        and not one.reviewed
    }


def _gather(sightings: list[_Sighting]) -> list[list[_Sighting]]:
    """Return the sightings of each person: "Maud", "Maud Terling", "Maud Terling Bookbinder"."""
    by_name: dict[str, list[_Sighting]] = {}
    for one in sightings:
        by_name.setdefault(one.name.casefold(), []).append(one)
    for key in list(by_name):
        shorter = [k for k in by_name if " " in k and key.startswith(f"{k} ")]
        longer = [k for k in by_name if " " not in key and k != key and key in k.split()]
        if shorter or longer:
            kept = by_name[max(shorter, key=len) if shorter else longer[0]]
            kept.extend(by_name.pop(key))
    return list(by_name.values())


def _sightings(
    lines: list[Line], labelled: Labelled, told: tuple[str, ...], *, alone: bool
) -> Iterator[_Sighting]:
    for said in told:
        if "/" not in said and "@" not in said:
            for name in read_names(said):
                yield _Sighting(name, "told", None)
    pictured = {s.line for s in labelled.stretches if s.kind in {"caption", "photo_credit"}}
    people = {name for said in told for name in read_names(said) if " " in name}
    for at in _places(lines, labelled, alone=alone):
        if at in pictured or lines[at].look == "caption" or lines[at].block.zone == "comment":
            continue
        reviewed = _NOT_AUTHORS.match(lines[at].block.text) is not None or (
            at > 0 and _NOT_AUTHORS_BELOW.match(lines[at - 1].block.text) is not None
        )
        for name in read_names(lines[at].block.signed):
            yield _Sighting(name, "marked", at, reviewed)
        introduced = _is_introduced(lines, at)
        for source, name in _read_line(lines[at], people, by=_is_label(lines, at), sure=introduced):
            yield _Sighting(name, source, at, reviewed)


def _read_line(line: Line, people: set[str], *, by: bool, sure: bool) -> Iterator[tuple[str, str]]:
    """Return the names of a line, behind "By" or alone on it.

    A line that names one of the ``people`` of the page's head names people. ``by`` tells that the
    line before is "Written by" and nothing else, ``sure`` that the next one says who this is.
    """
    text = line.block.text
    if len(text) > 2 * _LINE_LONGEST:
        return
    opening = _OPENING.match(text)
    within = None if opening else _BY_WITHIN.search(text[:_LINE_LONGEST])
    if opening or within or by:
        for name in read_names(text[within.end() :] if within else text):
            yield "by", name
    elif "/" not in text and (
        len(text) <= _LINE_LONGEST // 2 or line.look == "date" or read_graduates(text)
    ):
        # Alone on a line stand sections, places and houses as well.
        graduates = read_graduates(text)
        names = graduates or read_names(text)
        signed = sure or bool(graduates) or not people.isdisjoint(names)
        for name in names:
            if " " in name and (signed or _given(name) in given_names()):
                yield "alone", name


def _places(lines: list[Line], labelled: Labelled, *, alone: bool) -> list[int]:
    """Return the lines in which people sign: around an article's head, and behind its text."""
    segment = labelled.segment
    running = {
        s.line
        for s in labelled.stretches
        if s.kind in {"body", "headline"} or (s.kind == "standfirst" and not _signs(lines[s.line]))
    }
    first, last = segment.first, segment.body
    if alone:
        first = max(0, min(first, segment.body) - _BEFORE)
        last = min(len(lines), segment.body + _AFTER)
    chosen = [at for at in range(first, last) if at not in running]
    if alone:
        marked = [at for at in range(first) if lines[at].block.signed]
        chosen = marked + chosen
    below = range(max(last, segment.body_end), min(len(lines), segment.body_end + _BEHIND))
    chosen += [
        at
        for at in below
        if at not in running
        and (at < segment.end or (alone and _signs_alone(lines, segment.end, at)))
    ]
    signed = {s.line for s in labelled.stretches if s.kind in {"byline", "date", "credit"}}
    return list(dict.fromkeys([*chosen, *sorted(signed)]))


def _signs_alone(lines: list[Line], end: int, at: int) -> bool:
    """Tell whether a line says, or one beside it, that it names the author of what stands above.

    "By Maud Terling" may sign a headline that stands between.
    """
    said = _WRITTEN.match(lines[at].block.text) is not None
    between = any(line.words >= _TITLE_WORDS for line in lines[end:at])
    signed = said or (_signs(lines[at]) and not between)
    return signed or _is_label(lines, at) or _is_introduced(lines, at)


def _is_introduced(lines: list[Line], at: int) -> bool:
    """Tell whether the next line says of the name on this one who that is."""
    name = lines[at].block.text
    if not 0 < len(name) <= _LONGEST or at + 1 == len(lines):
        return False
    begins = lines[at + 1].block.text[: 2 * _LONGEST]
    return begins.startswith((f"{name} is ", f"{name.split()[0]} is "))


def _is_label(lines: list[Line], at: int) -> bool:
    """Tell whether the line before is "Written by" and nothing else."""
    return at > 0 and _LABEL.fullmatch(lines[at - 1].block.text[:_LONGEST]) is not None


def _signs(line: Line) -> bool:
    text = line.block.text
    signed = line.block.signed or _BY.match(text) or read_graduates(text)
    return len(text) <= _LINE_LONGEST and bool(signed)


def _given(name: str) -> str:
    """Return the given name that a name begins with, behind a title."""
    words = name.split()
    return words[1 if len(words) > 1 and words[0].casefold() in _TITLES else 0]


def _traits_of_place(
    lines: list[Line], labelled: Labelled, seen: list[_Sighting]
) -> frozenset[str]:
    segment = labelled.segment
    headline = segment.headline if segment.headline is not None else segment.first
    found: set[str] = {"reviewed"} if any(one.reviewed for one in seen) else set()
    for at in (one.line for one in seen if one.line is not None):
        if any(line.look == "date" for line in lines[max(0, at - _BESIDE) : at + _BESIDE + 1]):
            found.add("beside date")
        if lines[at].block.zone in _OTHERS:
            found.add("other zone")
        if lines[at].look == "byline" and not segment.body <= at < segment.body_end:
            found.add("byline")
        if at < headline:
            found.add("above headline")
        elif headline < at < segment.body:
            found.add("below headline")
        elif at >= segment.body_end:
            found.add("below text")
    return frozenset(found)


def _traits_of_name(name: str) -> frozenset[str]:
    words = name.split()
    given = {"given"} if _given(name) in given_names() else set()
    common = any(word.casefold() in common_words() for word in words)
    return frozenset(given | ({"common word"} if common else set()))


def _may_be_person(name: str, site: str, *, told: bool) -> bool:
    """Tell whether a name can be one person's: no house signs, no desk, and no handle.

    Of one word it must be a given name, unless the page's head has ``told`` that it is an author's.
    """
    words = name.split()
    if len(words) == 1 and name not in given_names() and not (told and name[0].isupper()):
        return False
    glued = any(len(word) > _GLUED_LETTERS and _HANDLE.fullmatch(word) for word in words)
    if glued or words[0].casefold() == "the" or (len(words) == 1 and _HANDLE.fullmatch(name)):
        return False
    if is_staff(name) or looks_like_outlet(name) or names_house(name):
        return False
    if any(word.casefold() in _COLLECTIVE for word in words):
        return False
    # A weblog may bear its writer's name; a house bears nobody's given name.
    given = _given(name) in given_names() and len(words) > 1
    return given or not (site and same_house(name, site))
