"""Where each article on a page begins and ends: its head, its body, and what follows it.

A page is read as a row of lines. A body is the stretch in which running text outweighs everything
else (the best contiguous sum of weights); a further article begins where a headline stands with a
head of its own — said twice, with a date, a byline or a publisher — before enough prose. A subhead
has none of these, so an article is not split at its subheads.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.articles.evidence import Line, Look
from twosource.articles.heads import Head, find_heads

_WEIGHTS: dict[Look, float] = {
    "prose": 0.0,
    "sentence": 0.5,
    "question": -0.2,
    "headline": -1.0,
    "short": -0.8,
    "date": -1.2,
    "byline": -1.0,
    "credit": 1.0,
    "caption": -0.3,
    "related": -0.2,
    "label": -1.0,
    "closing": -3.0,
    "aside": -1.5,
    "form": -3.0,
    "promotion": -1.5,
    "legal": -3.0,
    "rule": -0.5,
}
_PROSE_WORDS_PER_POINT = 10
_PROSE_WORDS_COUNTED = 80
_ZONE_WEIGHTS = {
    "nav": -4.0,
    "footer": -4.0,
    "comment": -5.0,
    "aside": -1.5,
    "form": -3.0,
    "hidden": -5.0,
}
_CHROME = frozenset(["nav", "comment", "footer", "hidden"])
_LINKED = 0.6
_ALL_LINK = 0.85
_LINKED_WEIGHT = -1.5
_HELD_WEIGHT = 1.0
_NOT_HELD_SHARE = 0.2
_NOT_HELD_WEIGHT = -0.5
_FAINT_PROSE_WEIGHT = 0.4
_HELD_CHROME_SHARE = 0.5
_LIST_TITLES = 3
_CHOSEN_TITLES = 3
_TITLES: frozenset[Look] = frozenset(("headline", "short", "date", "byline", "label"))

_HEAD_LINES = 14
_HEAD_PROSE_BLOCKS = 2
_HEAD_PROSE_WORDS = 45
_REPEAT_REACH = 6
_REPEAT_WORDS = 4
_FURTHER_BODY_WORDS = 60
_OPENED_BODY_WORDS = 40
_FIRST_BODY_WORDS = 12
_HEADED_BODY_WORDS = 25
_COHESION_LETTERS = 5
_TAIL_REACH = 6
_ABOVE_HEAD = 3
_LEVEL_SCORES = {1: 2.0, 2: 0.5}
_LISTED: frozenset[Look] = frozenset(
    ["headline", "question", "short", "label", "byline", "date", "rule", "related"]
)
_RAISED: frozenset[Look] = frozenset(
    ["prose", "sentence", "question", "headline", "short", "caption", "related"]
)


class Segment(NamedTuple):
    """An article's place on the page, as numbers of lines (``end`` and ``body_end`` half open).

    ``first`` to ``body`` is its head, ``body`` to ``body_end`` its body, ``body_end`` to ``end``
    what follows and still belongs to it, such as a credit line. ``headline`` is None without one.
    ``running`` are the lines of a plain text's body that are its text, not what stands between.
    """

    first: int
    headline: int | None
    body: int
    body_end: int
    end: int
    running: frozenset[int] = frozenset()


def find_segments(
    lines: list[Line], title: str = "", opened: list[Head] | None = None
) -> list[Segment]:
    """Return the articles of a page, in order, without overlap; none when the page holds none.

    ``title`` is the page's headline by its metadata, folded. Where the text of the page's articles
    is chosen, ``opened`` are the heads of further ones, and the choice outweighs what blocks look
    like; where it is not, ``opened`` is None.
    """
    trust_held = opened is not None
    listed = _find_lists(lines)
    weights = [
        _weigh(line, trust_held=trust_held, listed=place in listed)
        for place, line in enumerate(lines)
    ]
    starts = opened
    if starts is None:
        reading = [line.prose and weights[i] > _NOT_HELD_WEIGHT for i, line in enumerate(lines)]
        starts = find_heads(lines, reading)
    bounds = [0, *(s.headline for s in starts), len(lines)]
    known: list[Head | None] = [None, *starts]
    segments: list[Segment] = []
    for number, start in enumerate(known):
        first, stop = bounds[number], bounds[number + 1]
        floor = segments[-1].end if segments else 0
        segment = _read_segment(lines, weights, (first, stop), start, title)
        if segment is not None:
            segment = segment._replace(first=_open_head(lines, floor, segment))
        if segment is None:
            continue
        words = _body_words(lines, segment)
        further = _OPENED_BODY_WORDS if trust_held else _FURTHER_BODY_WORDS
        wanted = further if starts else _FIRST_BODY_WORDS
        if start is None and starts and _has_head(lines, segment):
            wanted = _HEADED_BODY_WORDS
        if words >= wanted:
            segments.append(segment)
    return segments


def _has_head(lines: list[Line], segment: Segment) -> bool:
    """Tell whether a headline stands above the body with a repeat, date or byline of its own."""
    if segment.headline is None:
        return False
    headline = lines[segment.headline].folded
    return any(
        line.folded == headline or line.look in {"date", "byline"}
        for line in lines[segment.headline + 1 : segment.body]
    )


def _find_lists(lines: list[Line]) -> set[int]:
    """Return the lines of long runs of titles, without a sentence between them, under a label."""
    found: set[int] = set()
    run: list[int] = []
    for place in range(len(lines) + 1):
        if place < len(lines) and lines[place].look in _LISTED:
            run.append(place)
            continue
        titles = sum(lines[i].look in {"headline", "question"} for i in run)
        if (
            titles >= _LIST_TITLES
            and lines[run[0] - 1].look in {"closing", "aside", "credit"}
            and run[0]
        ):
            found.update(run)
        run = []
    return found


def _weigh(line: Line, *, trust_held: bool, listed: bool) -> float:
    block = line.block
    weight = _WEIGHTS[line.look]
    if line.look == "prose":
        weight = 1.0 + min(line.words, _PROSE_WORDS_COUNTED) / _PROSE_WORDS_PER_POINT
    if block.zone in _ZONE_WEIGHTS and not (trust_held and block.held):
        weight = min(weight, 0.0) + _ZONE_WEIGHTS[block.zone]
    if block.link_share > _LINKED and not (trust_held and block.held):
        weight = min(weight, 0.0) + _LINKED_WEIGHT
    if trust_held:
        if block.held and line.look in _RAISED and not listed:
            weight = max(weight, _FAINT_PROSE_WEIGHT) + _HELD_WEIGHT
            if block.link_share > _ALL_LINK:
                weight = _FAINT_PROSE_WEIGHT
        elif block.held:
            weight *= _HELD_CHROME_SHARE
        elif weight > 0:
            weight = weight * _NOT_HELD_SHARE + _NOT_HELD_WEIGHT
        else:
            weight = max(weight, _NOT_HELD_WEIGHT)
    return weight


def _body_words(lines: list[Line], segment: Segment) -> int:
    return sum(
        line.words
        for line in lines[segment.body : segment.body_end]
        if line.look in {"prose", "sentence", "question"}
    )


def _read_segment(
    lines: list[Line],
    weights: list[float],
    bounds: tuple[int, int],
    start: Head | None,
    title: str,
) -> Segment | None:
    first, stop = bounds
    lower = start.body if start is not None else first
    body, body_end = _best_stretch(weights, lower, stop)
    if body_end <= body:
        return None
    if start is None and stop < len(lines):
        body = _pass_titles(lines, body, body_end)
    headline = start.headline if start is not None else _choose_headline(lines, first, body, title)
    if headline is None:
        below = _pass_titles(lines, body, body_end)
        headline = _choose_headline(lines, first, below, title)
        body = body if headline is None else below
    if headline is not None:
        body = _reach_back(lines, weights, headline, body, title)
        body = _skip_head(lines, headline, body, body_end)
        if headline >= body:
            headline = None
    end = _close_tail(lines, body_end, stop)
    return Segment(body if headline is None else headline, headline, body, body_end, end)


def _best_stretch(weights: list[float], first: int, stop: int) -> tuple[int, int]:
    """Return the contiguous stretch with the greatest sum, the earliest among equals."""
    best, found = 0.0, (first, first)
    total, begun = 0.0, first
    for place in range(first, stop):
        if total <= 0:
            total, begun = 0.0, place
        total += weights[place]
        if total > best:
            best, found = total, (begun, place + 1)
    return found


def _choose_headline(lines: list[Line], first: int, body: int, title: str) -> int | None:
    """Choose the headline of a page's first article among the lines before (or just in) its body.

    A line that says the headline of the page's metadata is it.
    """
    stop = min(len(lines), body + _REPEAT_REACH)
    if title:
        for place in range(first, stop):
            folded = lines[place].folded
            if folded and (
                folded == title
                or (lines[place].words >= _REPEAT_WORDS and title.startswith(folded))
            ):
                return place
    best: int | None = None
    best_score = 0.0
    after = {w for line in lines[body : body + 12] if line.prose for w in line.folded.split()}
    titled = set(title.split())
    for place in range(max(first, body - 3 * _HEAD_LINES), stop):
        line = lines[place]
        if line.look not in {"headline", "question", "short"} or line.block.zone in _CHROME:
            continue
        if line.look == "short" and line.block.level != 1:
            continue
        repeated = any(
            line.folded == other.folded
            for other in lines[place + 1 : min(stop, place + 1 + _REPEAT_REACH)]
        )
        if place >= body and not (repeated or line.block.level == 1):
            continue
        said = set(line.folded.split())
        titleness = len(said & titled) / len(said) if said and titled else 0.0
        words = {w for w in said if len(w) >= _COHESION_LETTERS - 1}
        share = len(words & after) / len(words) if words else 0.0
        score = 2.0 * repeated + _LEVEL_SCORES.get(line.block.level, 0.0) + share + titleness
        score += 0.2 if body - place <= _HEAD_LINES else -0.5
        score -= 1.0 if line.block.link_share > _LINKED else 0.0
        if score > best_score:
            best, best_score = place, score
    return best


def _reach_back(
    lines: list[Line], weights: list[float], headline: int, body: int, title: str
) -> int:
    """Return where the body begins when much prose stands above its stretch, below the headline."""
    line = lines[headline]
    if line.block.level != 1 and line.folded != title:
        return body
    between = [
        i for i in range(headline + 1, body) if lines[i].prose and weights[i] > _NOT_HELD_WEIGHT
    ]
    if (
        sum(lines[i].words for i in between) <= _HEAD_PROSE_WORDS
        or len(between) <= _HEAD_PROSE_BLOCKS
    ):
        return body
    return between[0]


def _pass_titles(lines: list[Line], body: int, body_end: int) -> int:
    """Return where a body begins below a title that was chosen as its text."""
    stop = min(body_end, body + _CHOSEN_TITLES + 1)
    titles = (i for i in range(body, stop) if lines[i].look not in _TITLES)
    found = next(titles, body)
    return found if lines[found].prose else body


def _skip_head(lines: list[Line], headline: int, body: int, body_end: int) -> int:
    """Return where the body begins after the head: past the last date, byline or repeat in it.

    A short sentence or two between the headline and these is a standfirst, not the first paragraph.
    """
    begin = max(body, headline + 1) if headline >= body else body
    prose_blocks = prose_words = 0
    for place in range(headline + 1, min(body_end, headline + 1 + _HEAD_LINES)):
        line = lines[place]
        repeat = line.folded == lines[headline].folded
        if repeat or (
            line.look in {"date", "byline"} and line.block.zone not in {"aside", "comment"}
        ):
            begin = max(begin, place + 1)
        elif line.prose or line.look == "sentence":
            prose_blocks += 1
            prose_words += line.words
            if prose_blocks > _HEAD_PROSE_BLOCKS or prose_words > _HEAD_PROSE_WORDS:
                break
    while begin < body_end - 1 and lines[begin].look in {
        "date",
        "byline",
        "caption",
        "label",
        "short",
        "rule",
        "closing",
    }:
        begin += 1
    return begin if begin < body_end else body


def _open_head(lines: list[Line], floor: int, segment: Segment) -> int:
    """Return where the article's region opens: a date, byline or reading time above it counts."""
    place = segment.first
    while place > max(floor, segment.first - _ABOVE_HEAD) and (
        lines[place - 1].look in {"date", "byline"} or _is_reading_time(lines[place - 1])
    ):
        place -= 1
    return place


def _is_reading_time(line: Line) -> bool:
    return line.look == "label" and line.folded.endswith(" read")


def _close_tail(lines: list[Line], body_end: int, stop: int) -> int:
    """Return where the region closes: a credit or sign-off soon after the body belongs to it."""
    end = body_end
    for place in range(body_end, min(stop, body_end + _TAIL_REACH)):
        line = lines[place]
        if line.look == "credit" or (line.look == "byline" and place == body_end):
            end = place + 1
        elif line.look in {"closing", "form", "legal"} or line.prose:
            break
    return end
