"""A text as one house has it: written from reporting, or made from another house's text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.newsroom.houses import House
from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.worlds import World
from benchmarks.newsroom.writing import Paragraph, Sentence


@dataclass(slots=True, eq=False)
class Text:
    """A text, on the wire or in print. ``parents`` are the texts that it was made from.

    ``printer`` is the outlet that printed it (None: only on the wire); ``held`` says whether that
    page is in the pile; ``via`` is the aggregator on whose page it stands; ``credits`` are those
    whom the page names as its origin; ``changed`` is the share of words that a rewrite changed;
    ``root`` is the number of the text from which most of it descends.
    """

    number: int
    root: int
    maker: Publisher
    world: World
    phase: int
    moment: datetime
    headline: str
    standfirst: str
    paragraphs: list[Paragraph]
    parents: tuple[Text, ...] = ()
    kind: str = ""
    printer: Publisher | None = None
    via: str = ""
    house: House | None = None
    credits: tuple[Publisher, ...] = ()
    held: bool = False
    live: bool = False
    changed: float = 0.0
    styled: dict[int, list[Paragraph]] = field(default_factory=dict)

    def in_style(self, house: House) -> list[Paragraph]:
        """Return the paragraphs as a house prints them; made once for each house."""
        if house is self.house:
            return self.paragraphs
        key = id(house)
        found = self.styled.get(key)
        if found is None:
            found = [
                tuple(
                    Sentence(house.style(s.marked), s.plan, s.text, s.names, s.needs)
                    for s in paragraph
                )
                for paragraph in self.paragraphs
            ]
            self.styled[key] = found
        return found
