"""What each block of a page looks like by itself: prose, headline, date, byline, credit, chrome.

All of it is general: the habits of pages, never the names on them. Patterns look at a bounded
beginning or end of a block, so that their cost does not grow with what a hostile page holds.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from twosource.articles.blocks import Block
from twosource.articles.credit_lines import read_credit_line
from twosource.articles.credits import drop_staff
from twosource.text.names import looks_like_outlet
from twosource.text.page_dates import read_page_date

Look = Literal[
    "prose", "sentence", "question", "headline", "short", "date", "byline", "credit", "caption",
    "related", "label", "aside", "closing", "form", "promotion", "legal", "rule",
]  # fmt: skip

_TOKEN = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_COUNTED = 1_500
"""Letters of a block that are looked at when its words are counted; the rest is in proportion."""
_HEAD = 300
_TAIL = 200
_TERMINAL = ".!?…。！？؟।"
_TERMINAL_SIGN = re.compile(f"[{_TERMINAL}]")
_CLOSERS = "\"'”’»)]› "
_TRAILER = re.compile(
    r"\s?(?:\([^()]{1,50}\)|\s[–—-]{1,2}\s?[A-Z][^.!?]{1,30}|(?<=[.!?\"”’])\s[A-Z]{2,8})\s{0,3}$"
)
"""A credit behind the last sentence: "(AFP)", "— AFP"."""
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
"""Scripts written without spaces between words."""
_LETTERS_PER_WIDE_WORD = 2

PROSE_WORDS = 9
_LONG_PROSE_WORDS = 30
_SENTENCE_WORDS = 3
_HEADLINE_FEWEST = 3
_HEADLINE_MOST = 32
_QUESTION_MOST = 22
_PROSE_LOWER = 0.35
_WITHIN = (". ", "? ", "! ", '."', ".”", ',"', ",”")
"""Ends of sentences and of speech that a single question does not hold."""
_SHORT_LINE = 160
_ALL_LINK = 0.9
_LINK_ZONES = frozenset(("nav", "footer", "aside"))
_LINES_KEPT = 20_000

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DATES = re.compile(
    r"(?<!\d)(?:19|"
    r"20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|"
    r"[+-]\d\d:?\d\d)?)?(?!\d)"
    r"|(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:(?:19|20)\d\d|\d\d)(?!\d)"
    rf"|(?<![^\W\d_]){_MONTH}\.?\s{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?(?:\s?,?\s{{0,2}}(?:19|20)\d\d)?(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?\.?[\s-]{{1,2}}(?:of\s)?{_MONTH}\.?(?:[\s,-]{{1,3}}(?:19|20)?\d\d)?(?![^\W_])"
    r"|(?<!\d)(?:\d{1,3}|an?)\s?(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[hd])\s{1,2}ago\b"
    r"|\b(?:yesterday|today|just now)\b",
    re.IGNORECASE,
)
_DATE_FILL = re.compile(
    r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?|\b(?:[ap]\.?m\.?|gmt|utc|[ecmp][sd]t|i?st|bst|cet|cest|msk|"
    r"published|publication|posted|updated?|modified|last|first|created|issued|released?|edited|on|at|in|date|"
    r"time|the|hrs?|o'clock|local|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"\d{1,3}\s?min(?:ute)?s?(?:\sread)?|read(?:ing)?)\b|^(?:date|time)(?=\d)|[\W_]",
    re.IGNORECASE,
)
_DATE_SIGN = re.compile(r"\d|\bago\b|yesterday|today|just now", re.IGNORECASE)
_DATE_REST_WORDS = 4
_DATE_LINE = 120
_DATED_NAME = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE)
_PIECE_BORDER = re.compile(r"[|•·]|\s[/–—-]\s")
_PIECE_ENDS = " |,•·–—-/:"
_DATE_TAG = re.compile(r"\s?\b(?:date|time)$|^(?:date|time)\b\s?", re.IGNORECASE)
_DATE_LABEL = re.compile(
    r"^(?:date|time|by)\b|publi|posted|updated|modified|created|issued|released|edited|\bread\b|"
    r"comments?|\bago\b|day\b|written|author|reviewed",
    re.IGNORECASE,
)

_BYLINE_OPENING = re.compile(
    r"^(?:(?:by|words by|text by|reported by|written by|story by|report by|posted by|author|"
    r"reporter|writer)\s{0,2}[:\-–]?|from)\s{1,3}",
    re.IGNORECASE,
)
_BYLINE_END = re.compile(r"\s{0,2}[|•·(]|\s[/–—-]\s|\sin\s")
_BYLINE_AND = re.compile(r"\s{0,2}(?:,|&|\band\b|\bwith\b)\s{0,2}", re.IGNORECASE)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’\-]{0,30}$")
_PARTICLES = frozenset("de da di du la le van von der den al el bin ibn ben dos del of the".split())
_COLLECTIVES = frozenset("staff admin agencies editor editorial newsroom desk".split())
_NAME_WORDS_MOST = 5
_BYLINE_REST = 90
_BYLINE_LINE = 160
_REPORTING = re.compile(
    r"^\(?(?:Reporting|Writing|Editing|Additional reporting)\sby\s", re.IGNORECASE
)
_REPORTING_LINE = 300
_LEGAL = re.compile(
    r"all rights reserved|terms (?:of (?:use|service)|(?:and|&) conditions)|"
    r"privacy (?:policy|notice)|"
    r"(?:uses?|accept|these|our|all) cookies|cookie (?:policy|settings|preferences|consent)|"
    r"may not be (?:published|reproduced|copied|redistributed)|reproduction in whole|©|"
    r"\(c\)\s?\d{4}|^copyright\b|affiliate (?:links?|commission)|"
    r"registered (?:trademark|office|in england)|is not responsible for (?:the )?content|"
    r"views expressed .{0,60}(?:author|their own|not necessarily)|"
    r"enable javascript|your browser|ad ?blocker|"
    r"(?:this|our) (?:site|website|service) (?:uses|is protected)",
    re.IGNORECASE,
)
_LEGAL_SIGNS = (
    "right", "terms", "privacy", "cookie", "may not", "reproduc", "©", "(c)", "copyright",
    "affiliate", "registered", "responsible", "views", "javascript", "browser", "block", "site",
    "service",
)  # fmt: skip
_GOODS_SIGNS = (
    "newsletter", "app", "google play", "channel", "subscri", "trial", "account", "alert",
    "notification", "inbox", "podcast", "member", "telegram", "whatsapp", "facebook", "twitter",
    "instagram", "youtube", "linkedin", "tiktok", "rss", "mail", "journalism", "you", "us", "our",
    "here", "website",
)  # fmt: skip
_PHOTO_TAIL = re.compile(
    r"(?:^|[/|(\[–—•]|[.!?…\"'”’]\s|\s-\s|\s{2,})\s{0,3}"
    r"(?:(?:[A-Z][\w.\-]{1,20}\s){0,3}(?:photos?|photographs?|photographer|images?|pictures?|"
    r"picture credit|pic|"
    r"(?:photo|image)\s?credits?|file(?:\sphoto|\simage|\spic(?:ture)?)?|handout|screengrab|screenshot|illustration)\b"
    r"\s{0,2}(?:by|via|from|courtesy(?:\sof)?|credit)?\s{0,2}[:/]?\s{0,2}[^.:?!]{0,70}"
    r"|(?:getty|shutterstock|istock|unsplash|alamy)\b[^.?!]{0,50}"
    r"|[^/()\[\].?!]{2,40}/\s?(?:getty|shutterstock|istock|afp|reuters|ap|epa|anadolu|bloomberg|xinhua|tass|file)\b[^.?!]{0,40})"
    r"[.)\]]{0,2}$",
    re.IGNORECASE,
)
_PICTURED_BY = re.compile(r"\([^()/]{2,50}\s?/\s?(?P<house>[A-Z][^()/]{1,40})\)\s{0,2}$")
"""A photographer and a house in brackets at a line's end: "(Ada Roe / Harbour Gazette)"."""
_PHOTO_SIGNS = (
    "photo", "image", "pic", "credit", "file", "handout", "screen", "illustration", "getty",
    "shutterstock", "istock", "unsplash", "alamy", "/",
)  # fmt: skip
_PHOTO_HEAD = re.compile(
    r"^\W{0,2}(?:credits?|courtesy|file\s?(?:photo|image|picture|pic)?|photo(?:graph)?s?|images?|pictures?|(?:photo|image|picture)\s?(?:credits?|by|courtesy)|"
    r"caption|representational image|pictured|illustration)\s{0,2}(?:by\s|of\s|[:/(–—-])",
    re.IGNORECASE,
)
_CAPTION_LINE = 700
_RELATED_SPACED = re.compile(
    r"^\W{0,3}(?:(?:also|must|please|you may also)\s)?(?:read|see|watch|listen|click|more|"
    r"related|don['’]?t miss|"
    r"in pictures|explainer)\b\s{0,2}"
    r"(?:(?:also|more|next|here|on this(?: story| topic)?|this|about this|stor(?:y|ies)|"
    r"articles?|news|topics?|coverage|"
    r"now|reading|links?|posts?|content|video)\s{0,2}){0,3}\s{0,2}(?:[:|>»→•–—]|\s-\s)",
    re.IGNORECASE,
)
_RELATED_GLUED = re.compile(
    r"^(?:RELATED|Related|READ MORE|Read more|Read More|ALSO READ|Also read|Also Read|"
    r"READ ALSO|Read also|Read Also|SEE ALSO|See also|"
    r"Recommended|RECOMMENDED|WATCH|MORE|More)(?=[A-Z‘“\"'0-9])"
)
_LABELS = frozenset(
    """recommended explore comments comment share menu search logo home advertisement advertisements
    trending topics tags tag newsletter newsletters subscribe login register video videos gallery
    photos print email e-mail facebook twitter whatsapp telegram linkedin reddit pinterest instagram
    youtube copy link save listen loading close next previous more back top sponsored promoted
    partners archive rss live latest popular opinion politics world business sport sports culture
    technology science health travel lifestyle entertainment environment food weather follow like
    reply report image photo play pause mute english sections section read skip content
    main permalink bio reprint reprints purchase order""".split()
)
_LABEL_PHRASES = re.compile(
    r"^(?:share (?:this|on|via|article|with)|share:|follow us|follow me|sign (?:in|up)|"
    r"log ?in|my account|skip to|copy link|"
    r"no comments|\d{1,5} (?:comments?|shares?|views?|likes?|replies)|add (?:a )?comment|"
    r"leave a (?:comment|reply)|view comments|show comments|"
    r"load more|show more|view (?:all|more)|see (?:all|more)|read full|read more$|continue reading|"
    r"\d{1,3}\s?min(?:ute)?s?(?: to)? read|(?:estimated )?reading time|listen to|"
    r"(?:story|article) continues|(?:this )?(?:video|content) (?:can not|is not|cannot)|"
    r"go to (?:permalink|comments|top)|story continued|"
    r"scroll (?:to|down)|click (?:here|to)|tap to|back to top|print this|email this|text size|"
    r"font size|advertisement)",
    re.IGNORECASE,
)
_PAGE_SPEAKS = re.compile(
    r"^%\s|^a link has been (?:sent|posted|copied)\b|"
    r"^(?:% of )?readers? (?:think|rate|say)\b.{0,60}\b(?:story|article)\b|"
    r"^(?:please )?add your (?:two cents|comment|voice|opinion)\b",
    re.IGNORECASE,
)
"""A tool of the page speaks, often with its number left out: "% of readers think …"."""
_SHARE_WORDS = frozenset(["this", "on", "via", "to", "with", "x", "tweet", "pin", "post"])
_CLOSING = re.compile(
    r"^\W{0,3}(?:(?:related|similar|other|latest|recent|top|popular|trending|featured|recommended|suggested|most\s(?:read|popular|viewed|shared|commented))"
    r"\s(?:articles?|stor(?:y|ies)|news|posts?|content|headlines|topics|videos?|reads?|coverage|links)?"
    r"|more\s(?:from|in|on|stories|news|articles|about|like this|to read|headlines|"
    r"coverage).{0,40}|(?:user |reader |view |all |post |\d{1,4} )?comments?(?:\s\(\d{1,5}\))?"
    r"|more\s(?:\w{1,20}\s){1,2}(?:news|stories|headlines)"
    r"|you (?:may|might|could)(?: also)? (?:like|be interested|enjoy|have missed).{0,20}|"
    r"recommended(?: for you| stories| articles| reading)?"
    r"|read (?:next|also)|up next|what to read next|don['’]?t miss|editors?['’]?s? (?:picks?|"
    r"choice)|about the authors?|leave a (?:reply|comment).{0,20}"
    r"|most read|most popular|related|explore(?: more)?|further reading|see also|"
    r"from around the web|sponsored(?: content)?|promoted(?: content)?"
    r"|tags?:.{0,80}|topics?:.{0,80}|filed under:?.{0,80}|join the (?:conversation|"
    r"discussion).{0,20}|also (?:on|in) .{0,30})\W{0,3}$",
    re.IGNORECASE,
)
_ASIDES = frozenset(["recommended", "related", "explore", "more"])
"""Labels of one word that stand as often inside an article as below it."""
_PROMOTION = re.compile(
    r"^\W{0,3}(?:(?:please|to)\s)?(?:subscribe|sign up|sign-up|register|join (?:us|our|the)|"
    r"follow (?:us|our|@|[\w ]{1,30} on)|download|install|get (?:the|our|started|unlimited|"
    r"more|daily|breaking|all|your|notified)|"
    r"try (?:our|it|free)|like us|find us|support (?:us|our|independent)|donate|become a|"
    r"unlock|start (?:your|exploring|a)|become|stay (?:informed|updated|up to date|connected|"
    r"tuned)|never miss|"
    r"contact (?:us|the)|chat with us|email us|send us|tell us|have you got|do you have|ready to|"
    r"want (?:to|more)|enjoy(?:ing|ed)? (?:this|our|unlimited)|"
    r"explore (?:what|our)|discover (?:what|our|more)|check out|thank you for|thanks for|"
    r"already a|not a (?:subscriber|member)|this article (?:was|is) (?:originally|first|for)|"
    r"click here|visit our|for more (?:news|information|stories|on)|"
    r"(?:you can )?(?:listen|watch|read|follow) (?:us|more|our|along|live)|catch (?:all|up))\b",
    re.IGNORECASE,
)
_PROMOTED = re.compile(
    r"\b(?:newsletters?|apps?|app store|google play|play store|channels?|subscri\w{1,9}|"
    r"free trial|account|alerts?|notifications?|"
    r"telegram|whatsapp|facebook|twitter|instagram|youtube|linkedin|tiktok|rss|e-?mails?|inbox|podcasts?|membership|members?|journalism|"
    r"your|you|us|our|here|website)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:download|subscribe|sign up|register|install|join|follow|get|become|try|explore)\b",
    re.IGNORECASE,
)
_BIDS = re.compile(
    r"(?:^|[.!?:;]\s)(?:download|subscribe|sign up|register|install|join|follow|get|become|try)\b",
    re.IGNORECASE,
)
_GOODS = re.compile(
    r"\b(?:newsletters?|apps?|app store|google play|channels?|subscriptions?|free trial|account|"
    r"alerts?|notifications?|inbox|podcasts?|membership)\b",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:said|says|told|according|added|reported)\b", re.IGNORECASE)
_PROMOTION_WORDS = 45
_FORM_WORDS = frozenset(
    """comment comments name email e-mail mail url website message password username phone search
    captcha error text subject your code""".split()
)
_FORM_MOST = 6
_RULE = re.compile(r"^[\W_]{1,80}$")
_END_MARK = re.compile(r"^(?:-?\s?(?:30|ends?)\s?-?|###|\* \* \*)$", re.IGNORECASE)


class Line(NamedTuple):
    """A block with what it looks like; ``folded`` is what repeats compare by."""

    block: Block
    look: Look
    words: int
    terminal: bool
    folded: str

    @property
    def prose(self) -> bool:
        """Tell whether the block reads like running text of an article."""
        return self.look == "prose"


class _Seen(NamedTuple):
    look: Look
    words: int
    terminal: bool
    folded: str


def look_at(block: Block) -> Line:
    """Return what a block looks like by itself, whatever stands around it."""
    linked = block.link_share > _ALL_LINK and block.zone in _LINK_ZONES
    see = _see_again if len(block.text) <= _SHORT_LINE else _see
    return Line(block, *see(block.text, linked=linked))


def _see(text: str, *, linked: bool) -> _Seen:
    seen = text[:_COUNTED]
    tokens = _TOKEN.findall(seen)
    count = len(tokens)
    wide = len(_WIDE.findall(seen[:_HEAD]))
    if wide > len(seen[:_HEAD]) // 3:
        count = max(count, len(seen) // _LETTERS_PER_WIDE_WORD)
    if len(text) > _COUNTED:
        count = count * len(text) // _COUNTED
    tail = text[-_TAIL:]
    terminal = _ends_sentence(tail)
    if not terminal and _TERMINAL_SIGN.search(tail):
        terminal = _ends_sentence(_TRAILER.sub("", tail))
    folded = " ".join(t.casefold() for t in tokens[:40])
    return _Seen(
        _look(text, tokens, count, terminal=terminal, linked=linked), count, terminal, folded
    )


_see_again = lru_cache(maxsize=_LINES_KEPT)(_see)
"""Half of the lines of a house's pages are its menus, on every page the same."""


def _ends_sentence(text: str) -> bool:
    bare = text.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _TERMINAL


def _linked_look(text: str, count: int, *, terminal: bool) -> Look:
    """Return the look of a link in a menu or list: there is no more to it than its length."""
    if _CLOSING.match(text) and not terminal:
        return "closing"
    return "headline" if count >= _HEADLINE_FEWEST else "short"


def _look(text: str, tokens: list[str], count: int, *, terminal: bool, linked: bool) -> Look:
    if not tokens:
        return "rule"
    if linked and count <= _HEADLINE_MOST:
        return _linked_look(text, count, terminal=terminal)
    if len(text) <= _CAPTION_LINE:
        special = _special_look(text, tokens, count, terminal=terminal)
        if special is not None:
            return special
    return _running_look(text, tokens, count, terminal=terminal)


def _special_look(text: str, tokens: list[str], count: int, *, terminal: bool) -> Look | None:
    if len(text) <= _SHORT_LINE:
        short = _short_look(text, tokens, count, terminal=terminal)
        if short is not None:
            return short
    if _PHOTO_HEAD.match(text[:60]) or find_photo_credit(text) is not None:
        return "caption"
    if _REPORTING.match(text[:60]) and len(text) <= _REPORTING_LINE:
        return "byline"
    if '"' in text or "“" in text:
        return None
    seen = text[:_HEAD].lower()
    # A plain search for telling words first: the patterns cost more, and few lines need them.
    if (
        any(map(seen.__contains__, _LEGAL_SIGNS))
        and _LEGAL.search(seen)
        and not _TELLS.search(seen)
    ):
        return "legal"
    goods = count <= _PROMOTION_WORDS and any(map(seen.__contains__, _GOODS_SIGNS))
    return "promotion" if goods and _promotes(seen) else None


def _promotes(text: str) -> bool:
    """Tell whether a line asks its reader to do something for the house: subscribe, download."""
    if _PROMOTION.match(text) and _PROMOTED.search(text):
        return True
    asks = _BIDS.search(text) or (_ASKS.search(text) and _READER.search(text))
    return bool(asks and _GOODS.search(text)) and not _TELLS.search(text)


def _short_look(text: str, tokens: list[str], count: int, *, terminal: bool) -> Look | None:
    folded = [t.casefold() for t in tokens]
    if _RULE.match(text) or _END_MARK.match(text):
        return "rule"
    if is_date_line(text):
        return "date"
    if read_credit_line(text) is not None:
        return "credit"
    if len(text) <= _BYLINE_LINE and read_byline(text) is not None:
        return "byline"
    if _PAGE_SPEAKS.match(text) or all(t in _LABELS or t in _SHARE_WORDS for t in folded):
        return "label"
    if text.endswith(":") and count <= _FORM_MOST and (set(folded) & _FORM_WORDS):
        return "form"
    if not terminal and _CLOSING.match(text):
        return "aside" if count == 1 and folded[0] in _ASIDES else "closing"
    if _RELATED_SPACED.match(text[:90]) or (_RELATED_GLUED.match(text[:60]) and not terminal):
        return "related"
    if not terminal and (all(t in _LABELS for t in folded) or _LABEL_PHRASES.match(text)):
        return "label"
    return None


def _share_of_small(tokens: list[str]) -> float:
    """Return the share of words that begin with a small letter, the first left out."""
    initials = [t[0] for t in tokens[1:80]]
    cased = [letter for letter in initials if letter.isalpha()]
    small = [letter for letter in cased if letter == letter.lower()]
    return len(small) / len(cased) if cased else 0.0


def _running_look(text: str, tokens: list[str], count: int, *, terminal: bool) -> Look:
    lower = _share_of_small(tokens) if terminal or count >= _LONG_PROSE_WORDS else 0.0
    if terminal and count >= PROSE_WORDS and lower >= _PROSE_LOWER:
        asks = count <= _QUESTION_MOST and text.rstrip(_CLOSERS)[-1:] == "?"
        return "question" if asks and not any(map(text[:-3].__contains__, _WITHIN)) else "prose"
    if count >= _LONG_PROSE_WORDS and lower >= _PROSE_LOWER:
        return "prose"
    if terminal and count >= _SENTENCE_WORDS and lower > 0:
        return "question" if text.rstrip(_CLOSERS)[-1:] == "?" else "sentence"
    if terminal and count >= PROSE_WORDS:
        return "sentence"
    if _HEADLINE_FEWEST <= count <= _HEADLINE_MOST and not text.endswith((",", ";", ":")):
        return "headline"
    return "short"


def is_date_line(text: str) -> bool:
    """Tell whether a line says when something was published, and hardly anything else."""
    if text.startswith(("http://", "https://", "www.")):
        return False
    if len(text) > _DATE_LINE or not _DATE_SIGN.search(text):
        return False
    spans = _date_spans(text)
    if not spans:
        return False
    beside = _pieces_beside(text, spans)
    return sum(len(piece.split()) for piece in beside) <= _DATE_REST_WORDS


def _date_spans(text: str) -> list[tuple[int, int]]:
    spans = [match.span() for match in _DATES.finditer(text)]
    if not spans and _YEAR.search(text):
        # Months in other languages are known to the reader of page dates.
        found = read_page_date(text)
        spans = [(found.start, found.end)] if found is not None else []
    return spans


def _pieces_beside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return what a line says beside its dates, piece by piece, each once."""
    between: list[str] = []
    place = 0
    for start, end in spans:
        between.append(text[place:start])
        place = end
    between.append(text[place:])
    pieces: dict[str, str] = {}
    for part in between:
        for piece in _PIECE_BORDER.split(part):
            bare = _CLOCK.sub(" ", piece)
            if _DATE_FILL.sub(" ", bare).split():
                shown = _DATE_TAG.sub("", " ".join(bare.split()).strip(_PIECE_ENDS))
                pieces.setdefault(shown.casefold(), shown)
    return [piece for piece in pieces.values() if piece]


def split_date(text: str) -> tuple[str, str] | None:
    """Return (words beside the date, the dates) of a date line; None when it is none.

    >>> split_date("Harbour Gazette31-01-2025")
    ('Harbour Gazette', '31-01-2025')
    """
    if not is_date_line(text):
        return None
    spans = _date_spans(text)
    dates = " ".join(text[start:end] for start, end in spans)
    beside = next(iter(_pieces_beside(text, spans)), "")
    if len(beside) > _DATED_NAME or _DATE_LABEL.search(beside):
        beside = ""
    return beside, dates


def read_byline(text: str) -> tuple[tuple[str, ...], str] | None:
    """Return the names of a byline and what follows them; None when the line is no byline.

    >>> read_byline("By Jane Doe and John Roe, in Plainville")
    (('Jane Doe', 'John Roe'), 'in Plainville')
    >>> read_byline("By then it was over")
    """
    bare = text.strip()
    opening = _BYLINE_OPENING.match(bare) if len(bare) <= _BYLINE_LINE else None
    if opening is None:
        return None
    tail = _BYLINE_END.search(bare, opening.end())
    said = bare[opening.end() : tail.start() if tail else len(bare)]
    rest = bare[tail.start() :] if tail else ""
    names: list[str] = []
    place = 0
    for separator in (*_BYLINE_AND.finditer(said), None):
        piece = drop_staff(said[place : separator.start() if separator else len(said)])
        if not _is_name(piece):
            rest = said[place:] + rest
            break
        names.append(" ".join(piece.split()))
        place = separator.end() if separator else len(said)
    if not names or len(rest) > _BYLINE_REST:
        return None
    return tuple(names), rest.strip(" ,|/•·–—-()")


def _is_name(piece: str) -> bool:
    tokens = piece.split()
    if not tokens or len(tokens) > _NAME_WORDS_MOST or not tokens[0][:1].isupper():
        return False
    if len(tokens) == 1:
        return tokens[0].casefold() in _COLLECTIVES or looks_like_outlet(tokens[0])
    return all(_NAME_WORD.match(t) and (t[:1].isupper() or t in _PARTICLES) for t in tokens)


def find_photo_credit(text: str) -> int | None:
    """Return where the credit of a picture begins at the end of a caption; None without one."""
    offset = max(0, len(text) - _TAIL)
    tail = text[offset:].lower()
    if not any(map(tail.__contains__, _PHOTO_SIGNS)):
        return None
    match = _PHOTO_TAIL.search(text, offset)
    if match is None:
        pictured = _PICTURED_BY.search(text, offset)
        if pictured is None or not looks_like_outlet(pictured["house"].strip()):
            return None
        return pictured.start()
    start = match.start()
    while start < len(text) - 1 and (text[start] in ".!?…\"'”’ \t"):
        start += 1
    return start
