"""Trains the tagger on the processor's cores: one process a core, parameters shared in memory.

Each step every process reads its share of the batch; the gradients are summed in a fixed order and
each parameter is moved by the one process that owns it, so a seed gives the same weights again.
"""

from __future__ import annotations

import math
import os
import random
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from torch import Tensor, multiprocessing

from training.attribution.model import Tagger
from training.attribution.prepare import AnyLine, batch_rows

CLIP = 1.0
WARM = 0.1  # epochs
MEMORY_KEPT = {  # a process gives no memory back between steps: asking again costs a tenth
    "MALLOC_MMAP_THRESHOLD_": "2000000000",
    "MALLOC_TRIM_THRESHOLD_": "8000000000",
    "MALLOC_TOP_PAD_": "64000000",
    "MALLOC_ARENA_MAX": "1",
}
LOUD = 20  # steps between two lines of the log


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """Everything that decides the weights of a training."""

    seed: int = 1
    epochs: float = 2.65
    decay: float = 0.6  # epochs at the end over which the rate falls to nothing
    rate: float = 2e-4
    head_rate: float = 1e-3
    dropout: float = 0.1
    doubt_from: float = 0.5  # epoch; before, the first head takes too much for a cue
    averaging: float = 0.995  # of the running mean of the weights, per step
    pieces: int = 2000  # padded pieces a step
    saves: int = 1  # an epoch


class Course(Protocol[AnyLine]):
    """What is learned, and how far from it a model is."""

    def draw(self, rng: random.Random) -> list[AnyLine]:
        """Return one epoch's passages in random order."""

    def measure(self, model: Tagger, rows: list[AnyLine], *, doubt: bool) -> tuple[Tensor, Tensor]:
        """Return the summed losses of both heads; ``doubt`` shows the second one false cues too."""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What the processes share: weights, their running mean, gradients and norms."""

    model: Tagger
    mean: list[Tensor]
    gradients: list[list[Tensor]]
    norms: Tensor
    barrier: Any


def set_rate(optimizer: torch.optim.Optimizer, recipe: Recipe, epoch: float) -> None:
    """Set the rate of this moment: up, level, then down in a straight line."""
    share = min(1.0, epoch / WARM, (recipe.epochs - epoch) / recipe.decay)
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * max(share, 0.0)


def list_learned(model: Tagger) -> list[tuple[str, Tensor]]:
    """Return the parameters that the training moves, with their names."""
    return [(name, p) for name, p in model.named_parameters() if p.requires_grad]


def share_out(model: Tagger, world: int) -> list[int]:
    """Return for each parameter the process that owns it, so that each moves about as many."""
    loads = [0] * world
    owners = []
    for _, parameter in list_learned(model):
        owner = loads.index(min(loads))
        loads[owner] += parameter.numel()
        owners.append(owner)
    return owners


def is_head(name: str) -> bool:
    """Tell whether a parameter was not pretrained."""
    return not name.startswith(("words", "places", "norm", "layers"))


class Worker:
    """One process of a training."""

    def __init__(self, rank: int, world: int, shared: Shared, recipe: Recipe) -> None:
        self.rank, self.world, self.shared, self.recipe = rank, world, shared, recipe
        named = list_learned(shared.model)
        self.parameters = [p for _, p in named]
        owners = share_out(shared.model, world)
        self.mine = [i for i, owner in enumerate(owners) if owner == rank]
        for i, parameter in enumerate(self.parameters):
            parameter.grad = shared.gradients[rank][i]
        groups = [
            {
                "params": [named[i][1] for i in self.mine if is_head(named[i][0]) == head],
                "base": recipe.head_rate if head else recipe.rate,
            }
            for head in (False, True)
        ]
        self.optimizer = torch.optim.AdamW(
            [g for g in groups if g["params"]], lr=0.0, weight_decay=0.01, fused=True
        )

    def wait(self) -> None:
        """Wait for the other processes."""
        if self.world > 1:
            self.shared.barrier.wait()

    def move(self, epoch: float, step: int) -> None:
        """Sum the gradients of this process's parameters and move them."""
        self.wait()
        with torch.no_grad():
            square = torch.zeros(())
            for i in self.mine:
                own = self.shared.gradients[self.rank][i]
                total = self.shared.gradients[0][i]
                for other in range(1, self.world):
                    total = total + self.shared.gradients[other][i]
                own.copy_(total / self.world)
                square += own.square().sum()
            self.shared.norms[self.rank] = square
            self.wait()
            norm = math.sqrt(float(self.shared.norms.sum()))
            if norm > CLIP:
                for i in self.mine:
                    self.shared.gradients[self.rank][i].mul_(CLIP / norm)
            set_rate(self.optimizer, self.recipe, epoch)
            self.optimizer.step()
            keep = min(self.recipe.averaging, (1 + step) / (10 + step))
            for i in self.mine:
                self.shared.mean[i].lerp_(self.parameters[i], 1 - keep)
        self.wait()
        for gradient in self.shared.gradients[self.rank]:
            gradient.zero_()


def save(shared: Shared, path: Path) -> None:
    """Save the weights of now and their running mean."""
    names = [name for name, _ in list_learned(shared.model)]
    state = {name: value.clone() for name, value in shared.model.state_dict().items()}
    mean = {name: value.clone() for name, value in zip(names, shared.mean, strict=True)}
    torch.save({"now": state, "mean": {**state, **mean}}, path)


def work(
    rank: int,
    world: int,
    shared: Shared,
    recipe: Recipe,
    course: Course[AnyLine],
    folder: Path,
) -> None:
    """Train as one of ``world`` processes."""
    torch.set_num_threads(1)
    torch.manual_seed(recipe.seed * 1000 + rank)
    shared.model.train()
    worker = Worker(rank, world, shared, recipe)
    began, step, seen, saved = time.time(), 0, 0, 0
    heard: list[tuple[float, float]] = []
    for epoch in range(math.ceil(recipe.epochs)):
        rng = random.Random(recipe.seed * 1000 + epoch)  # noqa: S311 - no secret
        batches = batch_rows(course.draw(rng), recipe.pieces, rng)
        for number, rows in enumerate(batches):
            now = epoch + number / len(batches)
            if now >= recipe.epochs:
                break
            whole = sum(len(r.ids) for r in rows)
            mine = rows[rank::world]
            if mine:
                tag_loss, role_loss = course.measure(
                    shared.model, mine, doubt=now >= recipe.doubt_from
                )
                ((tag_loss + role_loss) * (world / whole)).backward()
                read = sum(len(r.ids) for r in mine)
                heard.append((tag_loss.item() / read, role_loss.item() / read))
            worker.move(now, step)
            step, seen = step + 1, seen + whole
            if rank == 0 and step % LOUD == 0:
                tag, role = (sum(x) / LOUD for x in zip(*heard[-LOUD:], strict=True))
                spent = time.time() - began
                print(
                    f"epoch {now:.2f} step {step} {spent:.0f} s, "
                    f"{seen / spent:.0f} pieces/s, loss {tag:.4f} + {role:.4f}",
                    flush=True,
                )
            due = int((now + 1 / len(batches)) * recipe.saves)
            if rank == 0 and due > saved:
                saved = due
                save(shared, folder / f"at-{due / recipe.saves:g}.pt")
            worker.wait()
    if rank == 0:
        save(shared, folder / "last.pt")


def train(model: Tagger, recipe: Recipe, course: Course[AnyLine], folder: Path) -> Path:
    """Train a model by a recipe; return the file with its weights."""
    os.environ |= MEMORY_KEPT
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "recipe.txt").write_text(f"{asdict(recipe)}\n", encoding="utf-8")
    world = min(2, os.cpu_count() or 1)
    model.share_memory()
    parameters = [p for _, p in list_learned(model)]
    shared = Shared(
        model=model,
        mean=[p.detach().clone().share_memory_() for p in parameters],
        gradients=[[torch.zeros_like(p).share_memory_() for p in parameters] for _ in range(world)],
        norms=torch.zeros(world).share_memory_(),
        barrier=multiprocessing.get_context("spawn").Barrier(world) if world > 1 else None,
    )
    arguments = (world, shared, recipe, course, folder)
    if world == 1:
        work(0, *arguments)
    else:
        multiprocessing.spawn(work, args=arguments, nprocs=world)
    return folder / "last.pt"
