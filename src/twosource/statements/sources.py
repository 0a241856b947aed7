"""Source phrases: who is meant by "Kremlin spokesman X", "US and Ukrainian officials" or "he"."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.records import Origin, OriginKind
from twosource.text.names import known_country, known_outlet, looks_like_outlet, make_origin
from twosource.text.words import fold

_SUBJECT_FORM = {
    "he": "he",
    "she": "she",
    "they": "they",
    "it": "it",
    "we": "we",
    "i": "i",
    "him": "he",
    "her": "she",
    "them": "they",
    "us": "we",
    "me": "i",
}
PRONOUNS = frozenset(_SUBJECT_FORM)
_SPEAKING_NOUNS = frozenset(
    """official officials authority authorities police officer officers spokesman spokeswoman
    spokesperson spokespeople spokespersons minister ministers ministry president secretary
    government administration agency agencies service services military army navy force forces
    source sources person people diplomat diplomats lawyer lawyers attorney attorneys prosecutor
    prosecutors judge judges court tribunal witness witnesses resident residents expert experts
    analyst analysts researcher researchers scientist scientists economist economists doctor doctors
    physician physicians nurse nurses hospital hospitals mayor governor senator senators lawmaker
    lawmakers congressman congresswoman mp mps deputy chief chairman chairwoman chair head director
    manager executive executives ceo founder owner owners leader leaders commander commanders
    general colonel captain lieutenant sergeant detective inspector investigator investigators
    aide aides adviser advisers advisor advisors ambassador envoy negotiator negotiators delegate
    delegation union unions company firm bank group organisation organization charity committee
    commission council board parliament party opposition regulator watchdog operator
    journalist journalists correspondent correspondents reporter reporters blogger bloggers
    newspaper magazine broadcaster paper channel outlet article report study survey statement
    document documents letter memo filing indictment complaint email bulletin
    coach captain player players referee teacher teachers professor student students
    neighbour neighbours neighbor neighbors father mother brother sister wife husband son daughter
    family relatives relative friend friends survivor survivors victim victims farmer farmers
    worker workers driver drivers pilot pilots sailor sailors fisherman fishermen
    activist activists campaigner campaigners protester protesters volunteer volunteers
    bishop archbishop pope priest imam rabbi king queen prince princess duke
    members member representative representatives candidate candidates critics supporters
    kremlin pentagon congress senate
    spokespersons negotiators monitors observers inspectors engineers engineer meteorologist
    meteorologists forecaster forecasters rescuers firefighters firefighter coroner ombudsman
    superintendent auditor auditors trustees trustee insurers insurer developer analysts
    intelligence emergency office department bureau institute university federation association
    embassy consulate foreign defence insider insiders employee employees staff
    defendant plaintiff suspect passenger passengers customer customers producer author authors
    historian veteran veterans mission team panel jury office headquarters centre center
    treasurer clerk harbourmaster warden premier chancellor vice-president
    vice-chairman councillor councillors councilor councilors commissioner
    commissioners sheriff trader traders consultant consultants physicist biologist
    specialist specialists campaign coalition alliance movement militia rebels militants
    separatists insurgents""".split()
)
_DOCUMENTS = frozenset(
    "article report study survey statement document documents letter memo filing indictment complaint email bulletin".split()
)
_PLURAL_UNNAMED = frozenset(
    w for w in _SPEAKING_NOUNS if w.endswith("s") and not w.endswith(("ss", "us"))
) | {"people", "police", "staff", "family", "spokespeople", "fishermen"}
_TITLES = frozenset(
    """president minister prime secretary senator governor mayor mp mps general colonel captain
    lieutenant sergeant major admiral mr mrs ms miss dr doctor prof professor judge justice sir dame lord
    lady king queen prince princess duke pope bishop archbishop father reverend rev ambassador
    chancellor premier congressman congresswoman representative rep sen gov gen col capt lt sgt
    chief inspector detective superintendent commissioner councillor councilor chairman chairwoman
    chair ceo director deputy vice former ex acting interim analyst spokesman spokeswoman
    spokesperson commander officer attorney sheriff coach""".split()
)
_ORGANISATION_WORDS = frozenset(
    """ministry agency agencies service services forces force army navy department office bureau
    council committee commission board court parliament congress senate house party union bank
    company corporation corp inc ltd plc group association federation foundation institute
    university college school hospital police authority administration government organisation
    organization institution centre center watch international command guard corps team club league alliance
    coalition movement embassy staff union airport airlines airways port railway railways trust
    society academy observatory fund exchange treasury cabinet kremlin pentagon directorate
    power energy ferries motors airways industries holdings steel gas electric telecom insurance
    systems technologies foods media lines shipping marine yard shipyard lifeboat mutual pharma
    petroleum mining logistics
    inspectorate society brigade division regiment registry laboratory museum church""".split()
)
_BODY_NOUNS = _ORGANISATION_WORDS | frozenset(
    """firm operator retailer airline charity insurer lender maker manufacturer brewery carmaker
    developer utility builder shipbuilder supplier startup network club newspaper magazine
    broadcaster regulator watchdog brigade""".split()
)
_METONYMS = frozenset(
    """kremlin pentagon downing elysee westminster brussels hamas hezbollah taliban nato
    interpol europol unicef unesco fifa uefa""".split()
)
_DETERMINERS = frozenset(
    """the a an this that these those its his her their our another other some several many two
    three four five six both one unnamed anonymous unidentified top senior former""".split()
)
_INDEFINITE = frozenset(
    "one a an another some several many few media news press local unconfirmed various".split()
)
_UNNAMING = frozenset(
    """unnamed anonymous unidentified some several many one two three four five six seven eight nine ten
    dozen a an the other another various multiple numerous""".split()
)
_NAME_PARTICLES = frozenset(
    "de da di del della van von der den al el bin ibn abu la le du dos mc o'".split()
)
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['\u2019.\-][^\W\d_]+)*(?:['\u2019](?=\s|$|,))?|\d+(?:[.,]\d+)*|[,&/]|\S"
)
_OF = re.compile(
    r"\b(?:for|of|at|with|from|in|on|who|familiar|speaking|close|briefed|citing|by|seen|obtained|reviewed|near|inside|within)\b",
    re.IGNORECASE,
)
_REPORT_FROM = re.compile(
    r"^(?:the |a |an |its |their |his |her |new |latest |initial |official |several |some )*"
    r"(?:reports?|statements?|data|figures|information|details|accounts?|documents?|estimates?|briefings?|sources?) "
    r"(?:from|by|released by|issued by|published by|provided by|of|at|in|within) (?=\S)"
)


_NO_SPEAKERS = frozenset(
    """plans rules laws terms prices shares talks negotiations results events attacks strikes
    measures elections sanctions weeks days months years hours minutes times things numbers rates
    sales stocks costs profits conditions standards news series always towards perhaps besides
    headlines signs steps efforts moves changes plan law schedule timetable custom tradition
    agreement constitution treaty contract calendar forecast""".split()
)
"""Plurals that do not speak, though a verb of saying may stand behind them."""
_LONGEST_UNNAMED = 80
_LONGEST_DESCRIPTION = 4


class Mention(NamedTuple):
    """One speaker as a phrase names it: ``start``/``end`` in the text, with its role and kind."""

    start: int
    end: int
    name: str
    kind: OriginKind | None
    role: str
    pronoun: bool = False
    document: bool = False


class Bit(NamedTuple):
    """A word or sign of a source phrase."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[:1].isupper()


def _bits(text: str, start: int, end: int) -> list[Bit]:
    return [
        Bit(m.group(), _folded(m.group()), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
    ]


def _folded(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("'") if word[0].isalnum() else word


def _joined(bits: list[Bit]) -> str:
    """Return the words of a phrase whose bits need not stand side by side in the text."""
    return _bare(" ".join(b.text for b in bits).replace(" ,", ","))


def _is_name_word(bit: Bit) -> bool:
    return bit.is_capital and bit.text[0].isalpha() and bit.folded not in _DETERMINERS


def read_source(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Return the speakers that a source phrase names, one for each coordinated group.

    The phrase is ``text[start:end]``. Empty when nothing in it can speak.
    """
    phrase = text[start:end]
    from_report = _REPORT_FROM.match(phrase.lower())
    if from_report:
        inner = read_source(text, start + from_report.end(), end)
        if inner:
            return inner
    bits = _bits(text, start, end)
    while bits and bits[-1].folded in {",", "and", "or"}:
        bits.pop()
    while bits and bits[0].folded in {",", "and", "but", "or", "both", "meanwhile", "however"}:
        bits.pop(0)
    if not bits:
        return ()
    groups = _coordinate(bits)
    found: list[Mention] = []
    for group in groups:
        mention = _read_group(text, group)
        if mention is None:
            return () if not found else tuple(found)
        found.append(mention)
    return tuple(found)


def _coordinate(bits: list[Bit]) -> list[list[Bit]]:
    """Part "Western, South Korean and Ukrainian agencies" into groups that share their head."""
    limit = next((i for i, b in enumerate(bits) if _OF.fullmatch(b.folded) and i), len(bits))
    cuts = [i for i, b in enumerate(bits[:limit]) if b.folded in {"and", "&", "nor"}]
    for at in range(limit, len(bits) - 1):
        if bits[at].folded in {"and", "nor"} and _begins_source(bits[at + 1 :]):
            return [*_coordinate(bits[:at]), *_coordinate(bits[at + 1 :])]
    if not cuts:
        return [bits]
    last = cuts[-1]
    commas = [i for i, b in enumerate(bits[:last]) if b.folded == ","]
    pieces: list[list[Bit]] = []
    at = 0
    for cut in [*commas, *cuts]:
        if cut < at:
            continue
        if bits[at:cut]:
            pieces.append(bits[at:cut])
        at = cut + 1
    pieces.append(bits[at:])
    pieces = [p for p in pieces if p]
    tail = pieces[-1]
    head = next(
        (i for i, b in enumerate(tail) if not b.is_capital and b.folded not in _DETERMINERS), None
    )
    shared = [] if head is None or head == 0 else tail[head:]
    all_modifiers = all(_is_place_like(piece) for piece in pieces[:-1])
    if shared and all_modifiers and _is_place_like(tail[:head]):
        return [*([*piece, *shared] for piece in pieces[:-1]), tail]
    if not all(_can_speak(piece) for piece in pieces):
        return [bits]
    return pieces


def _begins_source(bits: list[Bit]) -> bool:
    """Tell whether what follows "and" is a source of its own: "… and former engineers of X"."""
    stop = next(
        (i for i, b in enumerate(bits) if i and (_OF.fullmatch(b.folded) or b.folded == ",")),
        len(bits),
    )
    core = bits[:stop]
    if core[-1].folded in _PLURAL_UNNAMED - _ORGANISATION_WORDS - {"services", "forces"}:
        return True
    return any(b.folded in _TITLES for b in core[:-1]) and _is_name_word(core[-1])


def _is_place_like(piece: list[Bit]) -> bool:
    named = [b for b in piece if b.folded not in _DETERMINERS]
    if not named or not all(_is_name_word(b) for b in named):
        return False
    return known_country(" ".join(b.text for b in named)) is not None or (
        len(named) <= 2
        and named[-1].folded.endswith(("an", "ish", "ese", "ian", "ic", "i", "ch", "ern"))
    )


def _can_speak(piece: list[Bit]) -> bool:
    return any(b.folded in _SPEAKING_NOUNS for b in piece) or any(_is_name_word(b) for b in piece)


def _read_group(text: str, bits: list[Bit]) -> Mention | None:
    """Read one speaker: pronoun, outlet, named person, body, or unnamed people."""
    while bits and bits[0].folded in {",", "then", "later", "also"}:
        bits = bits[1:]
    if not bits:
        return None
    start, end = bits[0].start, bits[-1].end
    if bits[-1].folded in PRONOUNS and not bits[-1].text.isupper():
        last = bits[-1]
        return Mention(last.start, last.end, _SUBJECT_FORM[last.folded], None, "", pronoun=True)
    counted = [b.folded for b in bits[:2]]
    if len(bits) > 2 and counted[0] in _UNNAMING | {"most", "all"} and counted[1] == "of":
        # "one of the people": whoever it is, it is of those people.
        of_these = _read_group(text, bits[2:])
        return of_these._replace(start=start) if of_these is not None else None
    apposition = _read_apposition(text, bits)
    if apposition is not None:
        return apposition
    comma = next((i for i, b in enumerate(bits) if b.folded == ","), None)
    if comma is not None:
        bits = bits[:comma]
        if not bits:
            return None
        end = bits[-1].end
    if bits[0].folded in {"neither", "either"} and len(bits) > 1:
        bits = bits[1:]
    core = bits
    of = next(
        (
            i
            for i, b in enumerate(bits)
            if i
            and _OF.fullmatch(b.folded)
            and not (b.folded in {"of", "for"} and _inside_name(bits, i))
        ),
        None,
    )
    if of is not None:
        core = bits[:of]
    if (
        len(core) == 1
        and core[0].folded in _SPEAKING_NOUNS - _METONYMS
        and core[0].folded not in _DOCUMENTS
    ):
        return _unnamed_or_body(bits, core, start, end)
    named = [b for b in core if _is_name_word(b)]
    shown = text[core[0].start : core[-1].end]
    if named and looks_like_outlet(shown):
        name = _bare(shown)
        return Mention(
            start, end, shown if " " not in name and not looks_like_outlet(name) else name, None, ""
        )
    document = core[-1].folded in _DOCUMENTS
    if document:
        whole = text[start:end]
        if (
            all(b.folded in _INDEFINITE for b in core[:-1])
            and len(core) > 1
            and _outlet_inside(whole) is None
        ):
            # "One report said": nobody is named, and no report before it is meant.
            return Mention(start, end, _bare(shown), "document", "", document=False)
        publisher = text[core[0].start : core[-2].end] if len(core) > 1 else ""
        if publisher and looks_like_outlet(_bare(publisher)):
            return Mention(start, end, _bare(publisher), None, "", document=True)
        inside = _outlet_inside(whole)
        if inside is not None:
            return Mention(start, end, inside, None, "", document=True)
        if (
            named
            and _is_name_word(core[0])
            and len(core) > 1
            and text[core[-2].start : core[-2].end].endswith(("'s", "\u2019s"))
        ):
            return Mention(start, end, _bare(publisher), "organisation", "", document=True)
        return Mention(start, end, _bare(shown), "document", "", document=True)
    joints = [
        i for i, b in enumerate(core) if i and b.folded in {"of", "for"} and _inside_name(core, i)
    ]
    if joints and any(b.folded in _ORGANISATION_WORDS for b in core[: joints[0]] if b.is_capital):
        return Mention(start, end, _bare(shown), "organisation", "")
    role_at = _last_role(core)
    tail = core[role_at + 1 :] if role_at is not None else core
    if named and all(_is_name_word(b) or b.folded in _NAME_PARTICLES for b in tail) and tail:
        return _name_of(text, core, tail, role_at, start, end)
    if core[-1].folded in _SPEAKING_NOUNS or (
        of is not None and any(b.folded in _SPEAKING_NOUNS for b in core)
    ):
        return _unnamed_or_body(bits, core, start, end)
    if _is_bare_plural(core):
        kept = [b for b in core if b.folded not in _UNNAMING]
        return Mention(start, end, _joined([*kept, *bits[len(core) :]]), "unnamed", "")
    if (
        core[0].folded in {"the", "its", "their"}
        and core[-1].folded not in _NO_SPEAKERS
        and 2 <= len(core) <= _LONGEST_DESCRIPTION
        and not named
    ):
        return Mention(start, end, _joined(core), "unnamed", "")
    trailing = _trailing_name(core)
    if (
        trailing
        and len(core) - len(trailing) <= 6
        and any(b.folded in _SPEAKING_NOUNS for b in core)
    ):
        return _name_of(text, core, trailing, None, start, end)
    return None


def _is_bare_plural(core: list[Bit]) -> bool:
    """Tell whether a phrase is a short plural of common words: "rescue divers", "two truckers"."""
    last = core[-1].folded
    return (
        len(core) <= _LONGEST_DESCRIPTION
        and last.endswith("s")
        and not last.endswith(("ss", "us", "is"))
        and len(last) > len("gas")
        and not any(b.is_capital for b in core[1:])
        and last not in _NO_SPEAKERS
    )


def _inside_name(bits: list[Bit], at: int) -> bool:
    """Tell whether an "of"/"for" joins capitalised words: "Ministry of Defence"."""
    return (
        at + 1 < len(bits)
        and _is_name_word(bits[at - 1])
        and (
            _is_name_word(bits[at + 1])
            or (bits[at + 1].folded == "the" and at + 2 < len(bits) and _is_name_word(bits[at + 2]))
        )
        and bits[at - 1].folded not in _TITLES
    )


def _outlet_inside(phrase: str) -> str | None:
    """Return the outlet named in "a report in the Harbour Gazette", or None."""
    found = re.search(
        r"\b(?:by|in|from|of)\s+((?:the\s+)?[A-Z][\w.&'\u2019-]*(?:\s+[A-Z][\w.&'\u2019-]*){0,4})",
        phrase,
    )
    if found and looks_like_outlet(found.group(1)):
        return _bare(found.group(1))
    return None


def _bare(phrase: str) -> str:
    """Return a phrase without article, adverbs of quantity or a possessive."""
    return (
        re.sub(
            r"^(?:the|a|an|its|their)\s+(?=[a-z0-9])",
            "",
            " ".join(phrase.split()),
            flags=re.IGNORECASE,
        )
        .removesuffix("'s")
        .removesuffix("\u2019s")
    )


def _last_role(core: list[Bit]) -> int | None:
    """Return where the last word of a role stands before a name: "Kremlin spokesman |"."""
    for index in range(len(core) - 2, -1, -1):
        folded = core[index].folded
        if folded in _ORGANISATION_WORDS and core[index].is_capital and folded not in _TITLES:
            return None
        if folded in _TITLES or (folded in _SPEAKING_NOUNS and not core[index].is_capital):
            return index
        if not _is_name_word(core[index]) and folded not in _NAME_PARTICLES:
            return index
    return None


def _trailing_name(core: list[Bit]) -> list[Bit]:
    index = len(core)
    while index > 0 and _is_name_word(core[index - 1]):
        index -= 1
    return core[index:]


def _name_of(
    text: str, core: list[Bit], tail: list[Bit], role_at: int | None, start: int, end: int
) -> Mention | None:
    while len(tail) > 1 and tail[0].folded in _DETERMINERS:
        tail = tail[1:]
    name = _bare(text[tail[0].start : tail[-1].end])
    lead = core[: len(core) - len(tail)]
    role = text[lead[0].start : lead[-1].end].strip(" ,") if lead else ""
    folded = [b.folded for b in tail]
    known = known_outlet(name)
    if known is not None:
        return Mention(start, end, name, known.kind, "")
    if lead and lead[-1].folded in _BODY_NOUNS:
        return Mention(start, end, name, "organisation", "")
    if role_at is not None and not set(folded) & _ORGANISATION_WORDS and len(tail) <= 4:
        personal = any(b.folded in _TITLES or b.folded in _SPEAKING_NOUNS for b in lead)
        if personal:
            return Mention(start, end, name, "person", _clean_role(role))
    if set(folded) & (_ORGANISATION_WORDS | _METONYMS) or known_country(name) is not None:
        return Mention(start, end, name, "organisation", "")
    if lead and not {b.folded for b in lead} <= (_DETERMINERS | {"war", "fellow"}):
        if any(not _is_name_word(b) and b.folded not in _DETERMINERS for b in lead):
            return (
                Mention(start, end, name, "person", _clean_role(role)) if len(tail) <= 4 else None
            )
    if lead and lead[-1].folded == "the":
        return Mention(start, end, name, "organisation", "")
    acronym = len(tail) == 1 and (name.isupper() and len(name) > 1)
    if acronym:
        return Mention(start, end, name, "organisation", "")
    if 1 <= len(tail) <= 4:
        return Mention(start, end, name, "person", _clean_role(role))
    return Mention(start, end, name, "organisation", "")


def _clean_role(role: str) -> str:
    return re.sub(r"^(?:the|a|an|another)\s+", "", role.strip(" ,"), flags=re.IGNORECASE)


def _read_apposition(text: str, bits: list[Bit]) -> Mention | None:
    """Read "Jane Doe, a spokeswoman for the port" and "Another correspondent, John Roe"."""
    comma = next((i for i, b in enumerate(bits) if b.folded == ","), None)
    if comma is None or comma == 0 or comma == len(bits) - 1:
        return None
    left, right = bits[:comma], [b for b in bits[comma + 1 :] if b.folded != ","]
    if not right:
        return None
    left_trailing = _trailing_name(left)
    if left_trailing and (len(left) == len(left_trailing) or len(left) - len(left_trailing) <= 6):
        mention = _read_group(text, left)
        if mention is not None and mention.kind == "person":
            role = _clean_role(text[right[0].start : right[-1].end])
            if right[0].folded in {"who", "which", "speaking"} or len(role) > 120:
                role = mention.role
            return mention._replace(end=bits[-1].end, role=mention.role or role)
    if (
        right
        and all(_is_name_word(b) for b in right)
        and len(right) <= 4
        and any(b.folded in _SPEAKING_NOUNS or b.folded in _TITLES for b in left)
    ):
        return Mention(
            bits[0].start,
            bits[-1].end,
            _bare(text[right[0].start : right[-1].end]),
            "person",
            _clean_role(text[left[0].start : left[-1].end]),
        )
    return None


def _unnamed_or_body(bits: list[Bit], core: list[Bit], start: int, end: int) -> Mention | None:
    """Tell "Ukraine's Emergency Service" (a body) from "two US officials" (unnamed people)."""
    head = core[-1]
    keep = [b for b in core if b.folded not in _UNNAMING]
    if not keep:
        return None
    name = _joined([*keep, *bits[len(core) :]])
    if len(name) > _LONGEST_UNNAMED:
        name = _joined(keep)
    singular_body = head.folded in _BODY_NOUNS | {
        "government",
        "military",
        "army",
        "police",
        "company",
        "firm",
        "operator",
        "regulator",
        "watchdog",
        "parliament",
        "opposition",
        "ministry",
        "delegation",
        "newspaper",
        "magazine",
        "broadcaster",
        "paper",
        "channel",
        "union",
        "charity",
        "kremlin",
        "pentagon",
        "congress",
        "senate",
    }
    plural = head.folded in _PLURAL_UNNAMED and head.folded not in {"forces", "police", "services"}
    if head.folded in {
        "newspaper",
        "magazine",
        "broadcaster",
        "paper",
        "channel",
        "outlet",
    } and not any(_is_name_word(b) for b in core):
        return Mention(start, end, name, None, "", document=True)
    if singular_body and not plural:
        return Mention(start, end, name, "organisation", "")
    return Mention(start, end, name, "unnamed", "")


def names_no_body(name: str) -> bool:
    """Tell whether no word of a name says that it is a ministry, company, court or the like."""
    return not {fold(w) for w in name.split()} & (_ORGANISATION_WORDS | _METONYMS)


def is_title(word: str) -> bool:
    """Tell whether a word is a title or role that stands before a person's name."""
    folded = fold(word)
    return folded in _TITLES or (folded in _SPEAKING_NOUNS and folded not in _ORGANISATION_WORDS)


def is_plural(mention: Mention) -> bool:
    """Tell whether a mention is of several: "doctors at the port", "people briefed on it"."""
    head = _OF.split(mention.name, maxsplit=1)[0].split()
    return bool(head) and (head[-1].casefold() in _PLURAL_UNNAMED or mention.name == "they")


def make_speaker(mention: Mention) -> Origin:
    """Return the origin of a mention that is not a pronoun."""
    roles = (mention.role,) if mention.role else ()
    return make_origin(mention.name, mention.kind, roles)
