"""Tellings of one claim, made by hand: who says it, through whom, in whose text."""

from functools import partial

from twosource.claims.graph import Told, draw
from twosource.claims.lines import count_lines
from twosource.claims.ties import draw_with_ties
from twosource.records import Family, Reason, Span, Statement, identify
from twosource.text.names import make_origin


def family(name, maker=None, *, kind="agency", held=True):
    """Return the family of one text; without ``maker`` nobody knows who made it."""
    witness = identify("article", name)
    return Family(
        id=identify("family", name),
        witnesses=(witness,),
        archetype=witness if held else None,
        origin=None if maker is None else make_origin(maker, kind),
    )


def person(name, role=""):
    """Return a person, with the role that a page gives."""
    return make_origin(name, "person", (role,) if role else ())


def unnamed(name):
    """Return people whom a page does not name."""
    return make_origin(name, "unnamed")


def outlet(name):
    """Return a paper or station."""
    return make_origin(name, "outlet")


def agency(name):
    """Return a news agency."""
    return make_origin(name, "agency")


def body(name):
    """Return an organisation."""
    return make_origin(name, "organisation")


def says(text, *speakers, through=(), first_hand=False, guessed=False, at=0):
    """Return one text's attribution of the claim to ``speakers``, as passed on by ``through``."""
    article = text.witnesses[0]
    why = [Reason("first-hand", 1.0)] if first_hand else []
    if guessed:
        why.append(Reason("context-relay", 0.5))
    place = Span(article, at + 10, at + 20)
    told = tuple(o.id for o in (*speakers, *through))
    statement = Statement(
        id=identify("statement", article, at, told, first_hand),
        article=article,
        source=Span(article, at, at + 5),
        cue=Span(article, at + 5, at + 9),
        content=(place,),
        kind="indirect",
        act="asserts",
        verb="say",
        speakers=tuple(speakers),
        relays=tuple(through),
        why=tuple(why),
    )
    return Told(statement, text, place)


def states(text, at=0):
    """Return one text's own sentence: nobody is named."""
    return Told(None, text, Span(text.witnesses[0], at + 10, at + 20))


def count(*told, ties=()):
    """Return (lines, names of voices, names of what it rests on) of these tellings."""
    graph = draw_with_ties(partial(draw, list(told)), tuple(ties))
    lines = count_lines(graph)
    names = {n.id: n.origin.name if n.origin is not None else n.id for n in graph.nodes}
    voices = sorted(names[n.id] for n in graph.nodes if n.kind == "voice")
    return lines.number, voices, sorted(names[key] for key in lines.rests_on)
