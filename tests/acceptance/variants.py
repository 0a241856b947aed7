"""The files of a variant of the real pages: some pages, renamed, in HTML, reordered."""

from __future__ import annotations

from tests.acceptance.layouts import LAYOUTS, Line
from tests.acceptance.sheet import Sheet, line_numbers

# Orders of page A's lines that an editor might have chosen as well; what follows stays where it is.
ORDERS: dict[str, tuple[int, ...]] = {
    "village-first": (1, 2, 3, 4, 5, 10, 11, 12, 13, 6, 7, 8, 9),
    "quote-early": (2, 1, 3, 4, 5, 6, 8, 9, 7, 10, 11, 12, 13),
    "officials-late": (1, 3, 2, 4, 5, 10, 11, 13, 12, 6, 7, 8, 9),
}


def write_pages(
    sheet: Sheet, pages: str, layout: str | None = None, order: str | None = None
) -> dict[str, bytes]:
    """Return the bytes of each page under a file name that begins with the sheet's page id."""
    files: dict[str, bytes] = {}
    for page in pages:
        lines = list(_lines(sheet, page))
        if order and page == "A":
            chosen = ORDERS[order]
            lines = [lines[n - 1] for n in chosen] + lines[len(chosen) :]
        if layout:
            files[f"{page}.html"] = LAYOUTS[layout](lines).encode()
        else:
            files[f"{page}.txt"] = "\n".join(line.text for line in lines).encode()
    return files


def _lines(sheet: Sheet, page: str) -> list[Line]:
    kinds: dict[int, str] = {}
    gold = next(p for p in sheet.gold["pages"] if p["id"] == page)
    # The whole further articles last: what the sheet says of single lines inside them is finer.
    for part in sorted(gold["parts"], key=lambda part: part["kind"] == "related_full_article"):
        for number in line_numbers(part):
            kinds[number] = part["kind"]
        if part["kind"] == "related_full_article":
            numbers = line_numbers(part)
            kinds.update(dict.fromkeys(numbers, "article_title"))
            entry = next(a for a in sheet.gold["articles"] if a["id"] == part["article"])
            kinds[entry["body_line"]] = "article_body"
            kinds[entry["outlet"]["line"]] = "article_outlet"
            kinds[entry["outlet"]["line"] + 4] = "article_outlet"
            kinds[entry["published"]["line"]] = "article_date"
    kinds = {n: ("title" if k.startswith("title") else k) for n, k in kinds.items()}
    return [
        Line(kinds.get(number, "other") if text.strip() else "blank", text)
        for number, text in enumerate(sheet.lines[page], start=1)
    ]
