"""Learning from people's marks alone: the teacher's course."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

import torch
from torch import Tensor

from training.attribution.batches import find_false_cues, lay_cues, lay_lines
from training.attribution.model import Tagger
from training.attribution.passages import list_passages
from training.attribution.prepare import Prepared, Row, cut_row
from training.attribution.styles import STYLES, restyle


@dataclass(frozen=True, kw_only=True)
class Diet:
    """What a training sees of the articles in one epoch."""

    empty: float = 0.6  # share of passages without a relation that are kept, and weigh more
    restyled: float = 0.15  # share of passages with other quotation marks


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A course over articles that people marked."""

    articles: list[Prepared]
    signs: dict[str, int]
    diet: Diet = field(default_factory=Diet)

    def draw(self, rng: random.Random) -> list[Row]:
        """Return one epoch's rows in random order."""
        diet, rows = self.diet, []
        for article in self.articles:
            links = rng.choice(article.readings)
            for first, last in list_passages(article.pieces):
                row = cut_row(article, links, first, last)
                if not row.links:
                    if rng.random() >= diet.empty:
                        continue
                    row = replace(row, weight=1 / diet.empty)
                if rng.random() < diet.restyled:
                    row = restyle(row, rng.choice(STYLES), self.signs)
                if len(row.ids):
                    rows.append(row)
        rng.shuffle(rows)
        return rows

    def measure(self, model: Tagger, rows: list[Row], *, doubt: bool) -> tuple[Tensor, Tensor]:
        """Return the summed losses of both heads; ``doubt`` shows the second one false cues too."""
        batch = lay_lines(rows)
        tags = torch.zeros_like(batch.ids)
        for i, row in enumerate(rows):
            tags[i, 1 : len(row.ids) + 1] = torch.from_numpy(row.tags())
        hidden = model.encode(batch.ids, batch.marks, batch.mask)
        scores = model.tag(hidden)
        tag_loss = (model.tag_chain.loss(scores, tags, batch.mask) * batch.weights).sum()
        linked = [(i, link) for i, row in enumerate(rows) for link in row.links]
        asked = [(i, link.cue[0] + 1, link.cue[1] + 1) for i, link in linked]
        if doubt:
            asked += find_false_cues(batch, torch.softmax(scores.detach(), dim=2), asked)
        if not asked:
            return tag_loss, tag_loss * 0
        roles = torch.zeros(len(asked), batch.length, dtype=torch.long)
        for k, (i, link) in enumerate(linked):
            length = len(rows[i].ids)
            roles[k, 1 : length + 1] = torch.from_numpy(link.role_tags(length))
        cues = lay_cues(batch, asked)
        projected = model.project(hidden)[cues.rows]
        read = model.score_roles(projected, cues.on, cues.offsets, cues.apart)
        role_loss: Tensor = model.role_chain.loss(read, roles, batch.mask[cues.rows]).sum()
        return tag_loss, role_loss
