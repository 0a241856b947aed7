"""Small runs of the simulated press on the sample half, and events put together by hand."""

from functools import lru_cache
from pathlib import Path
from random import Random

from benchmarks.newsroom.copying import HABITS
from benchmarks.newsroom.editions import make_editions
from benchmarks.newsroom.events import Newsroom
from benchmarks.newsroom.half import open_half
from benchmarks.newsroom.press import Press
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.worlds import World
from benchmarks.newsroom.writing import Pen

SAMPLE = Path(__file__).parent / "sample"


@lru_cache(maxsize=1)
def sample():
    return open_half(str(SAMPLE))


@lru_cache(maxsize=1)
def press():
    return Press(sample(), 1)


@lru_cache(maxsize=4)
def editions(pages=150, seed=3):
    return tuple(make_editions(sample(), seed, pages))


def covered(number):
    """Return all texts about one event."""
    chance = Random(number)  # noqa: S311 - the same event at every run
    return list(Newsroom(sample(), press(), HABITS["plain"]).cover(number, chance))


class Story:
    """An event of which a test decides who prints what."""

    def __init__(self):
        self.chance = Random(5)  # noqa: S311 - the same words at every run
        self.world = World(sample(), press().names, 1, self.chance)
        self.texts = []

    def prints(self, maker, *plans, held=True, printer=None, credited=(), copy_of=None):
        """Add a text of these plans, or a copy of another text."""
        number = len(self.texts) + 1
        pen = Pen(sample(), self.world, maker, number, self.chance)
        text = Text(
            number,
            copy_of.root if copy_of else number,
            copy_of.maker if copy_of else maker,
            self.world,
            0,
            self.world.began,
            "a headline",
            "",
            copy_of.paragraphs if copy_of else [(pen.write(plan),) for plan in plans],
            (copy_of,) if copy_of else (),
            "verbatim" if copy_of else "",
            printer or maker,
            credits=credited,
            held=held,
        )
        self.texts.append(text)
        return text
