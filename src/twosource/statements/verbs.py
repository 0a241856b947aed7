"""Verbs as they look: which word is probably one, and whether it is passive or negated."""

from __future__ import annotations

from twosource.statements.tokens import Token

AUXILIARIES = frozenset(
    """has have had was were is are be been being do does did will would can could may might must
    shall should 's 'd 've 'll""".split()
)
_BE = frozenset("was were is are been being be get got gets".split())
ADVERBS = frozenset(
    """also again once then now still further previously already even later earlier soon just only
    thus meanwhile however often always never not instead though too separately together jointly
    first flatly both""".split()
)
"""Words that may stand between a source and its verb."""
IRREGULAR = frozenset(
    """took went came held made got saw fell rose left hit struck shot ran gave found knew began
    broke brought built bought caught chose drew drove fought fled flew grew kept led lost met
    paid sent set spent spoke stood stole taught told thought threw won wrote said became felt
    put cut sank sought slammed tore wore bore swore froze shook woke blew bred crept dealt dug
    drank ate forgot forgave forbade hid hung knelt laid leapt lent meant overtook oversaw
    overthrew rang rode sang shone slept slid sprang stuck strode swam swept swung underwent
    undertook understood upheld wept withdrew withheld""".split()
)
"""Past forms without "-ed"."""
_NOT_VERBS = frozenset(
    """united armed so-called displaced alleged unnamed unidentified retired elected appointed
    limited red hundred kindred sacred shed bed wed speed breed feed seed need indeed building
    morning evening king ring spring string thing nothing something anything everything wing
    housing leading ruling governing meeting hearing briefing ceiling being beijing intelligence
    nursing banking shipping mining fishing planning advanced unmanned opposing counselling
    counseling visiting sitting acting detained injured wounded briefed involved based
    authorised authorized concerned tasked engineering manufacturing broadcasting training
    policing""".split()
)
"""Words in "-ed" and "-ing" that are nouns or adjectives as often as verbs."""
_FINITE = frozenset(
    """wants want needs need faces face remains remain plans plan continues shows stands lies knows
    has""".split()
)
"""Present forms that are seldom nouns."""
_SHORTEST_VERB_FORM = 4
_NEGATION_REACHES = 4


def is_verbish(token: Token) -> bool:
    """Tell whether a token is probably a verb form."""
    word = token.folded
    if word in AUXILIARIES or word in IRREGULAR or word.endswith("n't"):
        return True
    if token.is_capital or word in _NOT_VERBS or len(word) < _SHORTEST_VERB_FORM:
        return False
    return word.endswith(("ed", "ing"))


def is_finite(token: Token) -> bool:
    """Tell whether a token is a finite verb: not a bare "-ing", which needs an auxiliary."""
    if token.folded in _FINITE:
        return True
    return is_verbish(token) and not token.folded.endswith("ing")


def is_adverb(token: Token) -> bool:
    """Tell whether a token may stand between a source and its verb: "also", "flatly"."""
    return token.folded in ADVERBS or token.folded.endswith("ly")


def is_passive(tokens: list[Token], at: int) -> bool:
    """Tell whether the verb at ``at`` is passive: "was told", "were also asked"."""
    index = at - 1
    while index >= 0 and is_adverb(tokens[index]):
        index -= 1
    return index >= 0 and tokens[index].folded in _BE


def is_negated(tokens: list[Token], at: int) -> bool:
    """Tell whether "not", "never" or "n't" stands between source and verb."""
    for index in range(at - 1, max(-1, at - 1 - _NEGATION_REACHES), -1):
        word = tokens[index].folded
        if word in {"not", "never"} or word.endswith("n't"):
            return True
        if word not in AUXILIARIES and not is_adverb(tokens[index]):
            return False
    return False
