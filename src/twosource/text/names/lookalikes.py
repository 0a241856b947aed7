"""Names that only look alike: letters of several scripts, spaces of no width, turned directions.

What a reader can not see is shown and flagged. A skeleton (after Unicode Technical Standard 39,
with a small table of the letters that news names are forged with) tells which names look like one
another; nobody is ever joined for looking alike.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from twosource.text.names.keys import LONGEST_NAME

_CACHED_NAMES = 20_000
_LATIN_OF = str.maketrans(
    # Cyrillic, Greek, Armenian and Cherokee letters by the Latin ones that they look like.
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u04cf"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7\u03f2\u0555\u0585\u054f\u057d\u13aa\u13b3"
    "\u0131\u0261\u1d0f\u1d20\u1d21\u1d22",
    "ABEKMHOPCTYXSIJaeopcyxsijhdqwlABEZHIKMNOPTYXaikvopuxcOoSuGWigovwz",
)
_ALIKE_IN_PRINT = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b"})
_JOINED_IN_PRINT = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_UNSEEN = frozenset({"Cf", "Cc", "Zl", "Zp"})
_WRITTEN_OUT = re.compile(r"⟨U\+[0-9A-F]{4,6}⟩")
_BLANKS = frozenset("\t\n\r")
_JOINERS = frozenset("\u200c\u200d")
_WITHOUT_JOINERS = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_FILLERS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u180b\u180c\u180d\ufe0f")


def find_unseen(name: str) -> frozenset[str]:
    """Return the characters of a name that no reader sees: zero width, bidi controls, fillers.

    The joiners that some scripts need are such only where all letters are of scripts that do not.
    """
    found = {c for c in set(name) if c in _FILLERS or unicodedata.category(c) in _UNSEEN}
    found -= _BLANKS
    if found & _JOINERS and not scripts_of(name) <= _WITHOUT_JOINERS:
        found -= _JOINERS
    return frozenset(found)


@lru_cache(maxsize=_CACHED_NAMES)
def skeleton(name: str) -> str:
    """Return what a name looks like; two names of one skeleton can be taken for one another.

    >>> skeleton("\u0410da C\u043ervin") == skeleton("Ada Corvin") == skeleton("Ada\u200b Corvin")
    True
    """
    shown = _WRITTEN_OUT.sub("", name[:LONGEST_NAME])
    unseen = find_unseen(shown)
    seen = "".join(c for c in shown if c not in unseen).translate(_LATIN_OF)
    plain = unicodedata.normalize("NFKD", seen).translate(_LATIN_OF)
    folded = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    folded = folded.translate(_LATIN_OF).translate(_ALIKE_IN_PRINT)
    for pair, one in _JOINED_IN_PRINT:
        folded = folded.replace(pair, one)
    return " ".join(folded.split())


def show_unseen(name: str) -> str:
    """Return a name with what can not be seen written out, as the report does.

    >>> show_unseen("Ada\u202e Corvin")
    'Ada⟨U+202E⟩ Corvin'
    """
    return name.translate({ord(c): f"⟨U+{ord(c):04X}⟩" for c in find_unseen(name)})


def scripts_of(name: str) -> frozenset[str]:
    """Return the scripts that a name's letters are of; more than one, and it may only look alike.

    >>> sorted(scripts_of("Ada")), sorted(scripts_of("\u0410da"))
    (['LATIN'], ['CYRILLIC', 'LATIN'])
    """
    return frozenset(
        unicodedata.name(c, "UNKNOWN").split(" ", 1)[0] for c in name[:LONGEST_NAME] if c.isalpha()
    )


_WRITTEN_TOGETHER = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "HALFWIDTH"})


def is_disguised(name: str) -> bool:
    """Tell whether a name holds what a reader can not see, or a word of letters of several scripts.

    >>> (
    ...     is_disguised("Ada Corvin"),
    ...     is_disguised("\u0410da Corvin"),
    ...     is_disguised("Ada\u200b Corvin"),
    ... )
    (False, True, True)
    """
    shown = name[:LONGEST_NAME]
    if _WRITTEN_OUT.search(shown):
        return True
    if shown.isascii() and shown.isprintable():
        return False
    if find_unseen(shown):
        return True
    return any(len(scripts_of(word) - _WRITTEN_TOGETHER) > 1 for word in shown.split())
