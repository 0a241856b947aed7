"""The head noun of what a number counts, found without a tagger.

A plural noun is known by its ending or from a table; small words, verbs and marks end a naming.
"""

from __future__ import annotations

from twosource.text.numbers.language import Language
from twosource.text.numbers.surroundings import Token

_FARTHEST_HEAD = 9
_SHORTEST_PLURAL = 3
_SHORTEST_PAST = 5
_LONGEST_LIST = 3
_QUOTES = frozenset("'\"“”‘’`«»*_")
_HYPHEN = "-"
_STOP = 0


def find_head(
    tokens: tuple[Token, ...], at: int, language: Language, *, singular: bool
) -> int | None:
    """Return the index of the head noun of what begins at a word; None where there is none.

    ``singular`` takes a singular noun too (behind "one", "percent of", "half the").
    """
    walk = _Walk(tokens, at, language, singular=singular)
    walk.go()
    head = walk.head
    return None if head is not None and tokens[head].word in language.adjectives else head


def is_plural(token: Token, language: Language) -> bool:
    """Tell whether a word looks like a plural noun."""
    word = token.word.rpartition(_HYPHEN)[2]
    if word in language.plurals or token.word in language.plurals:
        return True
    if word in language.not_plurals or len(word) < _SHORTEST_PLURAL:
        return False
    if word.endswith(language.plural_endings):
        return True
    return word.endswith("s") and not word.endswith(language.not_plural_endings)


class _Walk:
    """One walk over the words behind a number, up to the head noun; each rule is a method.

    A rule returns how many words to go on, ``_STOP`` to end the walk, or None where it has nothing
    to say.
    """

    def __init__(
        self, tokens: tuple[Token, ...], start: int, language: Language, *, singular: bool
    ) -> None:
        self.tokens = tokens
        self.start = start
        self.language = language
        self.singular = singular
        self.head: int | None = None

    def go(self) -> None:
        """Walk until a rule stops."""
        at = self.start
        last = min(len(self.tokens), self.start + _FARTHEST_HEAD)
        while at < last:
            on = self._pass_word(at) if self.tokens[at].is_word else self._pass_mark(at)
            if on == _STOP:
                return
            at += on

    def _next(self, at: int) -> Token | None:
        return self.tokens[at + 1] if at + 1 < len(self.tokens) else None

    def _pass_mark(self, at: int) -> int:
        word, following = self.tokens[at].word, self._next(at)
        if following is None:
            return _STOP
        if word in _QUOTES or word == "&":
            return 1 if self.head is None else _STOP
        if word == _HYPHEN:
            return 1 if at > self.start else _STOP
        if word[0].isdigit() and at > self.start and self.tokens[at - 1].word.endswith("'s"):
            # "half of Norland's 70,000 boats"
            return 1
        if word[0].isdigit() and following.word == _HYPHEN:
            # "three 10-year sentences"
            measured = at + 2 < len(self.tokens) and self.tokens[at + 2].is_word
            return 3 if measured else _STOP
        if word == "," and self.head is None and at > self.start and self._goes_on(at):
            return 1
        return _STOP

    def _pass_word(self, at: int) -> int:
        for rule in (
            self._possessive,
            self._unit,
            self._small,
            self._adverb,
            self._plural,
            self._behind_head,
            self._past,
        ):
            on = rule(at)
            if on is not None:
                return on
        if self.singular:
            if self.head is not None and self.tokens[at].word.endswith("ing"):
                return _STOP
            self.head = at
        return 1

    def _possessive(self, at: int) -> int | None:
        """A possessive leads another noun: "women's"; "years' experience" is a time."""
        word, following = self.tokens[at].word, self._next(at)
        if not word.endswith(("'s", "s'")) or following is None or not following.is_word:
            return None
        if word.rstrip("'") in self.language.durations:
            self.head = at
            return _STOP
        self.head = None
        return 1

    def _unit(self, at: int) -> int | None:
        word = self.tokens[at].word
        measure = word in self.language.measures and len(word) > 1
        if not measure and word not in self.language.durations:
            return None
        if self.head is None or self.singular:
            self.head = at
        return _STOP

    def _small(self, at: int) -> int | None:
        word = self.tokens[at].word
        if word in self.language.determiners and self.head is None:
            return 1
        if word not in self.language.stops and word not in self.language.articles:
            return None
        joins = word in self.language.joiners or word == self.language.choice
        if joins and self.head is None and at > self.start and self._goes_on(at):
            return 1
        return _STOP

    def _adverb(self, at: int) -> int | None:
        word = self.tokens[at].word
        if not word.endswith("ly") or word in self.language.nouns_in_ly:
            return None
        return 1 if self.head is None else _STOP

    def _plural(self, at: int) -> int | None:
        token, following = self.tokens[at], self._next(at)
        if not is_plural(token, self.language):
            return None
        self.head = at
        leads = self._leads_noun(following)
        if token.word in self.language.plural_modifiers and leads:
            return 1
        if token.capital:
            people = token.word.endswith(self.language.people_endings)
            return 1 if leads and not people else _STOP
        if following is None or following.capital or token.word in self.language.plurals:
            return _STOP
        # "sales managers": two plurals side by side.
        another = following.is_word and following.word.endswith("s") and leads
        return 1 if another and is_plural(following, self.language) else _STOP

    def _behind_head(self, at: int) -> int | None:
        """Behind a plural the naming ends, unless that plural may lead another noun."""
        del at
        if self.head is None:
            return None
        head = self.tokens[self.head]
        if self.singular and not is_plural(head, self.language):
            return None
        return 1 if head.word in self.language.plural_modifiers or head.capital else _STOP

    def _past(self, at: int) -> int | None:
        """A past form is a verb, or leads a noun: "wounded soldiers"."""
        word, following = self.tokens[at].word, self._next(at)
        irregular = word in self.language.verbs
        if not irregular and not (word.endswith("ed") and len(word) >= _SHORTEST_PAST):
            return None
        if self.head is not None and (
            not self.singular or following is None or following.capital or irregular
        ):
            return _STOP
        if irregular and not (following is not None and following.word.endswith("s")):
            return _STOP
        joined = following is not None and following.word in self.language.joiners
        if self._leads_noun(following) or (joined and self._goes_on(at + 1)):
            return 1
        return _STOP

    def _leads_noun(self, following: Token | None) -> bool:
        """Tell whether the next word can still belong to the same naming."""
        if following is None or not following.is_word:
            return False
        word = following.word
        if self.language.is_small(word) or word in self.language.verbs:
            return False
        past = len(word) >= _SHORTEST_PAST and word.endswith("ed")
        return not past and not word.endswith(("ly", "ing"))

    def _goes_on(self, at: int) -> bool:
        """Tell whether a naming goes on behind "and" or a comma: "black and white cats"."""
        before = self.tokens[at - 1]
        if not before.is_word or is_plural(before, self.language):
            return False
        for token in self.tokens[at + 1 : at + 1 + _LONGEST_LIST]:
            counts = token.word in self.language.ones or token.word in self.language.vague
            if not token.is_word or counts or self.language.is_small(token.word):
                return False
            if is_plural(token, self.language):
                return True
        return False
