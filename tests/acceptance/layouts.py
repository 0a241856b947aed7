"""HTML pages written around lines of text, as different houses would write them.

A layout gets the lines of one page, each with the kind the sheet gives it (``body``, ``title``,
``link_list`` …; an empty line has the kind ``blank``), and gives a whole HTML page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple


class Line(NamedTuple):
    """A line of the page and what the sheet says it is."""

    kind: str
    text: str


Layout = Callable[[Sequence[Line]], str]
_TITLES = frozenset({"title", "article_title"})
_LINKS = frozenset({"link_list", "related_link"})
_FORMS = frozenset({"error_report_form", "comment_form", "comments_box"})


def _page(lines: Sequence[Line], body: str, style: str = "") -> str:
    title = next((line.text for line in lines if line.kind in _TITLES), "News")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title>"
        f"{style}</head>\n<body>\n{body}\n</body></html>\n"
    )


def _written(lines: Sequence[Line]) -> list[Line]:
    return [Line(line.kind, line.text.strip()) for line in lines if line.text.strip()]


def paragraphs(lines: Sequence[Line]) -> str:
    """Every line is a paragraph, whatever it is."""
    return _page(lines, "\n".join(f"<p>{escape(line.text)}</p>" for line in _written(lines)))


def semantic(lines: Sequence[Line]) -> str:
    """A careful house: article, h1, p, figure, aside, footer."""
    pieces: list[str] = []
    opened = False
    headed = False
    for line in _written(lines):
        text = escape(line.text)
        starts = line.kind == "article_title" and not (headed and pieces[-1].startswith("<h"))
        if starts or not opened:
            pieces.append("</article>\n<article>" if opened else "<article>")
            opened, headed = True, False
        if line.kind in _TITLES:
            pieces.append(f"<h2>{text}</h2>" if headed else f"<h1>{text}</h1>")
            headed = True
        elif line.kind in {"body", "article_body"}:
            pieces.append(f"<p>{text}</p>")
        elif line.kind == "image_caption":
            pieces.append(
                f"<figure><img src='a.jpg' alt=''><figcaption>{text}</figcaption></figure>"
            )
        elif line.kind == "subheading":
            pieces.append(f"<h2>{text}</h2>")
        elif line.kind in _LINKS:
            pieces.append(f'<aside><a href="/more">{text}</a></aside>')
        elif line.kind in {"date", "date_and_section", "publisher_and_date"}:
            pieces.append(f'<div class="meta"><time>{text}</time></div>')
        elif line.kind in _FORMS:
            pieces.append(f'<form><label>{text} <input name="x"></label></form>')
        else:
            pieces.append(f'<div class="note">{text}</div>')
    return _page(
        lines,
        "<header><nav><a href='/'>Home</a> <a href='/world'>World</a></nav></header>\n<main>\n"
        + "\n".join(pieces)
        + "\n</article>\n</main>\n<footer>All rights reserved</footer>",
    )


def div_soup(lines: Sequence[Line]) -> str:
    """Nothing but nested divs whose class names say nothing."""
    inner = "\n".join(
        f'<div class="x{number % 7}"><div><span>{escape(line.text)}</span></div></div>'
        for number, line in enumerate(_written(lines))
    )
    return _page(lines, f'<div id="root"><div class="k1"><div class="k2">{inner}</div></div></div>')


def breaks(lines: Sequence[Line]) -> str:
    """An old house: a table for the page, and line breaks between the paragraphs."""
    inner = "<br><br>\n".join(escape(line.text) for line in _written(lines))
    return _page(
        lines,
        "<table width='100%'><tr><td width='20%'><a href='/'>Home</a><br>"
        "<a href='/w'>World</a></td>"
        f"<td>\n{inner}\n</td></tr></table>",
    )


def lists(lines: Sequence[Line]) -> str:
    """A portal: menus, an article, lists of links, further articles as list items, a footer."""
    main: list[str] = []
    further: list[str] = []
    for line in _written(lines):
        text = escape(line.text)
        if line.kind in {"article_title", "article_outlet", "article_date"}:
            tag = {"article_title": "h3"}.get(line.kind, "span")
            further.append(f"<{tag}>{text}</{tag}>")
        elif line.kind == "article_body":
            further.append(f"<p>{text}</p>\n</li>\n<li>")
        elif line.kind in _LINKS or line.kind == "link_byline":
            main.append(f'<ul><li><a href="/n">{text}</a></li></ul>')
        elif line.kind == "title":
            main.append(f"<h1>{text}</h1>")
        elif line.kind == "body":
            main.append(f"<p>{text}</p>")
        else:
            main.append(f"<div>{text}</div>")
    menu = "".join(
        f"<li><a href='/{w.lower()}'>{w}</a></li>" for w in ("World", "Business", "Sport")
    )
    more = "<ul class='feed'><li>" + "\n".join(further) + "</li></ul>" if further else ""
    return _page(
        lines,
        f"<nav><ul>{menu}</ul></nav>\n<div class='content'>\n"
        + "\n".join(main)
        + f"\n{more}\n</div>\n"
        "<footer><ul><li><a href='/about'>About us</a></li>"
        "<li><a href='/privacy'>Privacy</a></li></ul></footer>",
    )


def sections(lines: Sequence[Line]) -> str:
    """A house of sections: each piece has a header, each further article is an article inside."""
    pieces: list[str] = []
    depth = 0
    for line in _written(lines):
        text = escape(line.text)
        if line.kind == "article_title":
            if not depth:
                pieces.append('<section class="more-stories">')
            if not pieces[-1].startswith("<h2"):
                pieces.append("</article>\n<article>" if depth > 1 else "<article>")
                depth = 2
            pieces.append(f"<h2>{text}</h2>")
        elif line.kind == "title":
            pieces.append(f"<header><h1>{text}</h1></header>")
        elif line.kind in {"body", "article_body"}:
            pieces.append(f"<section><p><span>{text}</span></p></section>")
        elif line.kind in _LINKS:
            pieces.append(f"<section><h4><a href='/r'>{text}</a></h4></section>")
        else:
            pieces.append(f"<p><small>{text}</small></p>")
    closing = "</article></section>" if depth else ""
    return _page(lines, "<main>\n" + "\n".join(pieces) + f"\n{closing}\n</main>")


def cards(lines: Sequence[Line]) -> str:
    """A modern portal: every line a card in a list, bold text for headings, no telling tags."""
    items = "\n".join(
        f"<li><b>{escape(line.text)}</b></li>"
        if line.kind in _TITLES
        else f"<li><p>{escape(line.text)}</p></li>"
        for line in _written(lines)
    )
    return _page(lines, f'<div id="app"><ul class="cards">\n{items}\n</ul></div>')


LAYOUTS: dict[str, Layout] = {
    "paragraphs": paragraphs,
    "semantic": semantic,
    "div-soup": div_soup,
    "breaks": breaks,
    "lists": lists,
    "sections": sections,
    "cards": cards,
}
