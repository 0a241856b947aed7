"""Which names a credit may hold: agencies, papers, houses told by where they stand; never people.

A house that no list knows is told by its own words ("Norda Press", "Agencia Norda") and by its
place: in the brackets of a dateline, behind "Source:", beside a house that is known.
"""

from __future__ import annotations

import re
from functools import lru_cache

from twosource.text.names import known_country, known_outlet, looks_like_agency, looks_like_outlet
from twosource.text.names.lexicon import given_names

_AGENCY_LAST_WORDS = frozenset({"press", "newswire", "newswires", "wire", "wires"})
"""Last words that name an agency where makers stand, and many other things elsewhere."""
_AGENCY_FIRST_WORDS = frozenset(
    """agence agencia agência agenzia agenția agentur nachrichtenagentur presseagentur agencja
    agentura""".split()
)
SECTION_WORDS = frozenset(
    """news world latest breaking top more local national international politics business sport
    sports tech technology science health culture opinion entertainment travel industry company
    general featured feature features live daily weekly today press releases release video videos
    the a and of & general uk us europe asia africa america middle east war crime education
    environment climate economy markets money finance style life lifestyle read now later follow
    share comments comment back all home page updated story stories article articles
    campaign travel weather wellness gossip street fashion art arts music film food family weekend
    morning evening community investor travel property motoring student""".split()
)
"""Words that name a site's sections, not its house: "Campaign Wire", "World News"."""
_HOUSE_WORDS = frozenset(
    """network broadcasting television tv radio fm online live uncovered media newsroom channel
    bugle crier packet gazette weekly journal now today morning evening""".split()
)
"""Words that stand in a house's name and in nobody's own."""
_PAPER_OF = re.compile(
    r"^The\s(?:[A-Z][\w'’]{1,20}\s){0,2}(?:Times|Tribune|Herald|Gazette|Chronicle|Courier|Telegraph|"
    r"Observer|Journal|Voice|Examiner)\sof\s[A-Z]"
)
_NAME_WORDS = range(2, 6)
_OPENING_WORDS = frozenset("by from via with source sources text words report author".split())
"""Words before a maker's name that are none of it."""
SMALL_WORDS = frozenset({"of", "the", "and", "de", "des", "du", "del", "to", "&"})
"""Words without a capital that stand within a house's name."""
_AGENCY_FORM = re.compile(
    r"\b(?:Press|News|Wire|Telegraph(?:ic)?|Cable|Information|Media|Dispatch)\s(?:Agency|Services?|"
    r"Bureau|Union|Alliance|Exchange|Trust|Association|Syndicate|Network|Feed|International|Wire)"
    r"(?P<of>\sof\s(?:the\s)?[A-Z]\w{1,30})?$"
)
_CAPITALISED = re.compile(
    r"[A-Z][\w&.'’-]{1,30}(?:\s(?:of\s|the\s|and\s|&\s)?[A-Z][\w&.'’-]{0,30}){0,5}"
)
_NAME_WORD = re.compile(r"[\w&.'’-]{1,31}")
_STAFF_TAIL = re.compile(
    r"\s(?:staff|newsroom|desk|bureau|newswires?|service|feed|reports?|dispatches|copy|news\sdesk|"
    r"correspondents?|reporters?)"
    r"(?:\s(?:writers?|reporters?|correspondents?))?$",
    re.IGNORECASE,
)
_LEGAL_TAIL = re.compile(r"\s(?:L\.?P|Inc|Ltd|LLC|GmbH|plc)\.?$")
_WORLDWIDE = " International"
_CREDIT_WORDS = 4
_NAME_LONGEST = 60
_NAMES_KEPT = 20_000
"""Answers kept: the lines of menus and lists are the same on page after page."""
_LIST_LONGEST = 300
_LIST_BORDER = re.compile(r"[,;/|+•]")
_LIST_JOINT = re.compile(r"\s(and|with|&)\s")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_NO_MAKERS = frozenset(
    """END ENDS TBC TBD FILE NEWS LIVE VIDEO PHOTO PHOTOS UPDATE UPDATED EXCLUSIVE WATCH PDF FAQ USA
    UK EU UN US AM PM GMT UTC EDT EST BST CET IST""".split()
)
_MONTHS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_STAFF = re.compile(
    r"^(?:(?:our|the|web|online|news|digital|special|by|a|own|city|desk|international|foreign|"
    r"political|sports?|press|wire|regional|with)\s){0,6}"
    r"(?:staff|desk|newsroom|newsdesk|bureau|correspondents?|reporters?|editors?|admin|"
    r"administrator|author|agencies|agency|wires?|news|team|editorial|editorial board|contributor|"
    r"writer|guest|unknown|staff writers?|online|n/a)\b.{0,30}$",
    re.IGNORECASE,
)


def is_staff(name: str) -> bool:
    """Tell whether a name stands for a house's own people: "Staff writers", "Web desk"."""
    return _STAFF.match(name) is not None and not (_is_publisher(name) or names_house(name))


def drop_staff(name: str) -> str:
    """Return a house's name without "staff", "reporter"… behind it; other names unchanged.

    >>> drop_staff("Norda Press staff"), drop_staff("Political Correspondent")
    ('Norda Press', 'Political Correspondent')
    """
    bare = _STAFF_TAIL.sub("", name)
    if bare == name or known_outlet(name) is not None or looks_like_agency(name):
        return name
    form = _AGENCY_FORM.search(name)
    if form is not None and form.start() and known_outlet(bare) is None:
        # "Norda Press Service" is a house; "Reuters service" is what a house sends.
        return name
    if names_house(bare) or is_acronym(bare) or looks_like_outlet(f"The {bare}"):
        return bare
    return name


def names_house(name: str) -> bool:
    """Tell whether a name, standing where makers are named, is an agency's: "Norda Press" is.

    A section of a paper is none: "Campaign Wire", "Business Press".
    """
    known = known_outlet(name)
    if known is not None:
        return known.kind == "agency"
    # "JANE DOE Associated Press" is no house of that name.
    return _has_form_of_agency(name) and not find_house(name)


def _has_form_of_agency(name: str) -> bool:
    parts = name.split()
    form = _AGENCY_FORM.search(name)
    if len(parts) not in _NAME_WORDS or not all(
        part[0].isupper() or part in SMALL_WORDS for part in parts
    ):
        return False
    if not all(_NAME_WORD.fullmatch(part) for part in parts):
        return False
    if form is not None and form["of"]:
        return True
    if parts[-1] in SMALL_WORDS or parts[0].casefold() in _OPENING_WORDS:
        return False
    if parts[0].casefold() in _AGENCY_FIRST_WORDS:
        return True
    if parts[-2] in SMALL_WORDS:
        return False
    own = [part for part in parts[:-1] if part.casefold() not in SECTION_WORDS]
    if looks_like_agency(name) or parts[-1].casefold() in _AGENCY_LAST_WORDS:
        return bool(own)
    return form is not None and bool(name[: form.start()].strip())


@lru_cache(maxsize=_NAMES_KEPT)
def is_house(name: str) -> bool:
    """Tell whether a name, standing where makers are named, is a paper's or an agency's."""
    if names_house(name) or looks_like_outlet(name):
        return True
    parts = name.casefold().split()
    if _PAPER_OF.match(name):
        return True
    return len(parts) > 1 and (parts[-1] in _HOUSE_WORDS or parts[0] in _HOUSE_WORDS)


def may_be_house(name: str) -> bool:
    """Tell whether a name that no list knows may be a house's, where only houses are named.

    People are told by their given names; a name of one word is nobody's full name.
    """
    parts = name.split()
    if not parts or len(parts) > _CREDIT_WORDS or name in _NO_MAKERS:
        return False
    if _CAPITALISED.fullmatch(name) is None or parts[0].casefold() in _MONTHS:
        return False
    return known_country(name) is None and parts[0] not in given_names()


def is_acronym(name: str) -> bool:
    """Tell whether a name is an agency's initials, where agencies sign: "QDR"."""
    return _ACRONYM.fullmatch(name) is not None and name not in _NO_MAKERS


def split_names(names: str | None) -> list[str]:
    """Return the names of a list such as "AFP, Reuters and agencies"; "Post and Mail" stays one.

    >>> split_names("The Vatn Telegraph and Mail, AFP and Reuters")
    ['The Vatn Telegraph and Mail', 'AFP', 'Reuters']
    """
    found: list[str] = []
    for piece in _LIST_BORDER.split((names or "")[:_LIST_LONGEST]):
        first, *others = _LIST_JOINT.split(piece.strip())
        found.append(first.strip())
        for joint, part in zip(others[::2], others[1::2], strict=True):
            if _is_one_name(found[-1], joint, part):
                found[-1] = f"{found[-1]} {joint} {part}"
            else:
                found.append(part.strip())
    return [name for name in found if name]


def _is_one_name(before: str, joint: str, after: str) -> bool:
    """Tell whether a joint stands within a name: "North and South Wire", "Lumen & Tarn"."""
    if joint == "with" or not before[:1].isupper() or not after[:1].isupper():
        return False
    if len(before.split()) > _CREDIT_WORDS:
        return False
    if is_staff(before) or is_acronym(before) or known_outlet(after) is not None:
        return False
    if is_house(before):
        return not is_house(after) and is_house(f"{before} {joint} {after}")
    if before.split(maxsplit=1)[0] in given_names():
        return False
    return joint == "&" or is_house(_STAFF_TAIL.sub("", f"{before} {joint} {after}"))


def clean_maker(name: str) -> str:
    """Return a maker's name without its article, its form in law, or what it sends.

    >>> clean_maker("the Associated Press"), clean_maker("Bloomberg L.P."), clean_maker("PTI feed")
    ('Associated Press', 'Bloomberg', 'PTI')
    """
    bare = name.strip(" .()[]*-–—\"'’“”©:/").removeprefix("the ")
    if known_outlet(bare) is None:
        bare = _LEGAL_TAIL.sub("", bare)
        short = bare.removesuffix(_WORLDWIDE)
        bare = short if known_outlet(short) is not None else bare
    if bare.startswith("The ") and known_outlet(bare[4:]) is not None:
        bare = bare[4:]
    return drop_staff(bare)


def find_house(words: str) -> str:
    """Return the known house that stands beside a person's name: "JANE DOE Associated Press".

    "" where there is none, or where all the words are a house's own name.
    """
    parts = words.split()
    for count in range(min(_CREDIT_WORDS, len(parts) - 1), 0, -1):
        for run, rest in ((parts[-count:], parts[:-count]), (parts[:count], parts[count:])):
            name = " ".join(run)
            known = known_outlet(name)
            if known is None or (known.kind != "agency" and count == 1) or rest[0] == "of":
                continue
            capitals = "".join(rest).isupper() and not name.isupper()
            if capitals or rest[0].title() in given_names() or not rest[0][:1].isupper():
                return name
    return ""


def abbreviates(short: str, name: str) -> bool:
    """Tell whether capitals may be a house's short name: its letters in order, all initials in it.

    >>> abbreviates("QDR", "Quadrat"), abbreviates("QDR", "Quell Radio"), abbreviates("QD", "Norda")
    (True, False, False)
    """
    if not is_acronym(short) or name.isupper():
        return False
    initials = iter(short.casefold())
    if not all(part[0].casefold() in initials for part in name.split() if part[0].isupper()):
        return False
    letters = iter(name.casefold())
    return name[:1] == short[0] and all(letter in letters for letter in short.casefold())


def credits_in_dateline(name: str) -> bool:
    """Tell whether a name in the brackets of a dateline is its maker's, known or not.

    Countries, days and what is no name stand there too: "PARIS (France)", "LONDON (May 5)".
    """
    if _CAPITALISED.fullmatch(name) is None or len(name.split()) > _CREDIT_WORDS:
        return False
    return known_country(name) is None and name.split(maxsplit=1)[0].casefold() not in _MONTHS


def _is_publisher(name: str) -> bool:
    return len(name) <= _NAME_LONGEST and known_outlet(name) is not None
