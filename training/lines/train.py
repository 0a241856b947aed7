"""Fits the net that labels lines; torch, in an environment of its own (requirements.txt).

``python train.py --examples DIR`` writes the net that ships and the five of the folds, each trained
without one fold's domains and one group of layouts; ``--only FOLD`` (or ``all``) one of them.

Kinds are learned from what a line *may* be (the summed chance of all kinds allowed), since the
published sets only say what is body; regions and beginnings where they are known.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

DILATIONS: Final = (1, 2, 4, 8, 16, 1)
KINDS: Final = 17
REGIONS: Final = 3
BUCKETS: Final = 4096
FOLDS: Final = 5
UNGROUPED: Final = ("nothing", "short")
"""Layouts of the joined pages that every net may learn from: pages of no article or of one."""
NEWSROOM_WEIGHT: Final = 0.5
ROOT: Final = Path(__file__).resolve().parents[2]
LONGEST: Final = 900
"""Lines of a page that are learned from; of a longer one a stretch is drawn."""


class Example(NamedTuple):
    """A page's numbers and marks."""

    rows: NDArray[np.float16]
    buckets: NDArray[np.int16]
    starts: NDArray[np.int32]
    kinds: NDArray[np.bool_]
    regions: NDArray[np.int8]
    opens: NDArray[np.int8]
    weight: float


class _Kept(NamedTuple):
    """An example with where it came from."""

    example: Example
    fold: int
    layout: str


class Recipe(NamedTuple):
    """What a training does; the defaults are what the shipped file was made with."""

    width: int = 64
    word_width: int = 12
    epochs: int = 9
    batch: int = 16
    rate: float = 4e-3
    decay: float = 1e-2
    drop: float = 0.15
    drop_words: float = 0.3
    start_weight: float = 1.0
    seed: int = 1


class LineNet(nn.Module):
    """The net as ``twosource.articles.labeller`` reads it."""

    def __init__(self, recipe: Recipe, mean: Tensor, spread: Tensor) -> None:
        super().__init__()
        self.recipe = recipe
        self.register_buffer("mean", mean)
        self.register_buffer("spread", spread)
        self.words = nn.EmbeddingBag(BUCKETS, recipe.word_width, mode="mean")
        nn.init.normal_(self.words.weight, std=0.3)
        width = recipe.width
        self.first = nn.Linear(len(mean) + recipe.word_width, width)
        self.layers = nn.ModuleList(
            nn.Conv1d(width, width, 3, dilation=reach, padding=reach) for reach in DILATIONS
        )
        for layer in self.layers:
            with torch.no_grad():
                layer.weight *= 0.5
        self.last = nn.Linear(width, KINDS + REGIONS + 1)
        self.drop = nn.Dropout(recipe.drop)

    def forward(self, rows: Tensor, buckets: Tensor, offsets: Tensor, place: Tensor) -> Tensor:
        """Return scores, pages x lines; ``place`` tells which of them a line of the batch fills."""
        pages, longest, _ = rows.shape
        said = self.words(buckets, offsets)
        if self.training:
            kept = torch.rand(len(said), 1) >= self.recipe.drop_words
            said = said * kept / (1 - self.recipe.drop_words)
        words = torch.zeros(pages * longest, said.shape[1])
        words[place] = said
        mask = torch.zeros(pages * longest, 1)
        mask[place] = 1.0
        mask = mask.view(pages, longest, 1).transpose(1, 2)
        state = torch.cat(((rows - self.mean) / self.spread, words.view(pages, longest, -1)), dim=2)
        state = torch.relu(self.first(self.drop(state))).transpose(1, 2) * mask
        for layer in self.layers:
            state = (state + torch.relu(layer(self.drop(state)))) * mask
        return self.last(self.drop(state.transpose(1, 2)))

    def arrays(self) -> dict[str, NDArray[Any]]:
        """Return the net as the arrays that ship, in half precision."""
        held = {
            "mean": self.mean,
            "spread": self.spread,
            "words": self.words.weight,
            "first": self.first.weight.T,
            "first_bias": self.first.bias,
            "last": self.last.weight.T,
            "last_bias": self.last.bias,
        }
        for number, layer in enumerate(self.layers):
            held[f"layer{number}"] = layer.weight.permute(2, 1, 0)
            held[f"layer{number}_bias"] = layer.bias
        return {k: v.detach().contiguous().numpy().astype(np.float16) for k, v in held.items()}


def _cut(example: Example, chance: random.Random) -> Example:
    count = len(example.rows)
    if count <= LONGEST:
        return example
    opens = np.flatnonzero(example.opens == 1)
    low = max(0, int(opens[0]) - LONGEST // 3) if len(opens) else 0
    first = chance.randint(min(low, count - LONGEST), min(low + 20, count - LONGEST))
    keep = slice(first, first + LONGEST)
    bounds = np.append(example.starts, len(example.buckets))
    words = example.buckets[bounds[first] : bounds[first + LONGEST]]
    return example._replace(
        rows=example.rows[keep],
        buckets=words,
        starts=example.starts[keep] - example.starts[first],
        kinds=example.kinds[keep],
        regions=example.regions[keep],
        opens=example.opens[keep],
    )


class _Batch(NamedTuple):
    inputs: tuple[Tensor, Tensor, Tensor, Tensor]
    kinds: Tensor
    regions: Tensor
    opens: Tensor
    weights: Tensor


def _gather(examples: Sequence[Example]) -> _Batch:
    longest = max(len(example.rows) for example in examples)
    rows = np.zeros((len(examples), longest, examples[0].rows.shape[1]), dtype=np.float32)
    buckets, offsets, place, weights = [], [], [], []
    at = 0
    for number, example in enumerate(examples):
        rows[number, : len(example.rows)] = example.rows
        buckets.append(example.buckets.astype(np.int64))
        offsets.append(example.starts.astype(np.int64) + at)
        at += len(example.buckets)
        place.append(np.arange(len(example.rows)) + number * longest)
        weights.append(np.full(len(example.rows), example.weight, dtype=np.float32))
    return _Batch(
        (
            torch.from_numpy(rows),
            torch.from_numpy(np.concatenate(buckets)),
            torch.from_numpy(np.concatenate(offsets)),
            torch.from_numpy(np.concatenate(place)),
        ),
        torch.from_numpy(np.concatenate([example.kinds for example in examples])),
        torch.from_numpy(np.concatenate([example.regions for example in examples])).long(),
        torch.from_numpy(np.concatenate([example.opens for example in examples])).float(),
        torch.from_numpy(np.concatenate(weights)),
    )


def _loss(net: LineNet, batch: _Batch, recipe: Recipe) -> Tensor:
    out = net(*batch.inputs).reshape(-1, KINDS + REGIONS + 1)[batch.inputs[3]]
    shares = functional.log_softmax(out[:, :KINDS], dim=1)
    allowed = shares.masked_fill(~batch.kinds, -1e4)
    kinds = -torch.logsumexp(allowed, dim=1)
    known = batch.regions >= 0
    regions = functional.cross_entropy(
        out[:, KINDS : KINDS + REGIONS], batch.regions.clamp(min=0), reduction="none"
    )
    opens = functional.binary_cross_entropy_with_logits(
        out[:, -1], batch.opens.clamp(min=0), reduction="none"
    )
    each = kinds + known * regions + recipe.start_weight * (batch.opens >= 0) * opens
    return (each * batch.weights).sum() / batch.weights.sum()


def train(
    pools: Sequence[tuple[Sequence[Example], int]], recipe: Recipe | None = None
) -> dict[str, NDArray[Any]]:
    """Train a net and return its arrays; of each pool so many pages are drawn each epoch."""
    recipe = recipe or Recipe()
    torch.manual_seed(recipe.seed)
    torch.use_deterministic_algorithms(mode=True)
    chance = random.Random(recipe.seed)  # noqa: S311 - no secret
    sample = [example for pool, _ in pools for example in pool]
    chance.shuffle(sample)
    stacked = np.concatenate([example.rows for example in sample[:1500]]).astype(np.float32)
    mean = torch.from_numpy(stacked.mean(axis=0))
    spread = torch.from_numpy(np.maximum(stacked.std(axis=0), 0.05))
    net = LineNet(recipe, mean, spread)
    groups = [
        {"params": [p for n, p in net.named_parameters() if not n.startswith("words")]},
        {"params": net.words.parameters(), "weight_decay": 0.05},
    ]
    steps = recipe.epochs * (sum(size for _, size in pools) // recipe.batch + 1)
    optimiser = torch.optim.AdamW(groups, lr=recipe.rate, weight_decay=recipe.decay)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, max_lr=recipe.rate, total_steps=steps + 1, pct_start=0.15
    )
    for epoch in range(recipe.epochs):
        drawn = [_cut(e, chance) for pool, size in pools for e in _draw(pool, size, chance)]
        drawn.sort(key=lambda e: len(e.rows) + chance.randint(0, 60))
        batches = [drawn[k : k + recipe.batch] for k in range(0, len(drawn) - 1, recipe.batch)]
        chance.shuffle(batches)
        total = 0.0
        net.train()
        for batch in batches:
            loss = _loss(net, _gather(batch), recipe)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            if schedule.last_epoch < steps:
                schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / len(batches):.4f}", flush=True)
    return net.arrays()


def _draw(pool: Sequence[Example], size: int, chance: random.Random) -> list[Example]:
    return chance.sample(list(pool), min(size, len(pool)))


def load(folder: Path) -> dict[str, list[_Kept]]:
    """Return the pages of a folder, by the file that they stand in."""
    found = {}
    for name in ("single", "short", "joined", "newsroom"):
        with np.load(folder / f"{name}.npz", allow_pickle=False) as held:
            arrays = {key: held[key] for key in held.files}
        lines = np.append(0, np.cumsum(arrays["lines"]))
        words = np.append(0, np.cumsum(arrays["words"]))
        weight = NEWSROOM_WEIGHT if name == "newsroom" else 1.0
        found[name] = [
            _Kept(
                Example(
                    *(
                        arrays[key][words[k] : words[k + 1]]
                        if key == "buckets"
                        else arrays[key][lines[k] : lines[k + 1]]
                        for key in ("rows", "buckets", "starts", "kinds", "regions", "opens")
                    ),
                    weight,
                ),
                int(arrays["folds"][k]),
                str(arrays["layouts"][k]),
            )
            for k in range(len(arrays["lines"]))
        ]
    return found


def train_without(pages: dict[str, list[_Kept]], fold: int | None) -> dict[str, NDArray[Any]]:
    """Train a net without a fold's domains and group of layouts; None: on everything."""
    layouts = list(dict.fromkeys(page.layout for page in pages["joined"]))
    held_out = set() if fold is None else set(layouts[: -len(UNGROUPED)][fold::FOLDS])
    joined = [page for page in pages["joined"] if page.layout not in held_out]
    drawn = ((pages["single"], 1000), (pages["short"], 400), (joined, 900))
    pools = [([page.example for page in pool if page.fold != fold], size) for pool, size in drawn]
    return train([*pools, ([page.example for page in pages["newsroom"]], 150)])


def main() -> int:
    """Train the nets that are asked for."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--examples", type=Path, required=True)
    reader.add_argument("--only", choices=["all", *map(str, range(FOLDS))])
    given = reader.parse_args()
    pages = load(given.examples)
    for name in [given.only] if given.only else ["all", *map(str, range(FOLDS))]:
        net = train_without(pages, None if name == "all" else int(name))
        np.savez(given.examples / f"net-{name}.npz", **net)
    made = [given.examples / f"net-{fold}.npz" for fold in range(FOLDS)]
    if all(path.exists() for path in made):
        nets = [dict(np.load(path)) for path in made]
        np.savez(
            ROOT / "benchmarks" / "articles" / "line_folds.npz",
            **{f"{k}/{key}": array for k, net in enumerate(nets) for key, array in net.items()},
        )
    if (given.examples / "net-all.npz").exists():
        shipped = dict(np.load(given.examples / "net-all.npz"))
        np.savez(ROOT / "src" / "twosource" / "weights" / "lines.npz", **shipped)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
