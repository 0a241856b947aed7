"""The tagger: a small BERT that marks sources, cues and contents, and reads the rest cue by cue.

Two heads share the encoder. The first marks every piece with one of seven tags. The second takes
one cue and marks which pieces are its source and its content, so that linking is learned with the
spans. Both are chains: the tags of neighbours depend on each other (a conditional random field).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.attribution.passages import MARKS, QUOTES, SHAPES, STARTS

WIDTH, HEADS, POSITIONS = 384, 12, 512
TAGS = 7  # outside; source, cue and content, each first and further
ROLES = 5  # for one cue: outside; source and content, each first and further
FAR = 64  # pieces; beyond it all distances look alike
SENTENCES_APART = 5  # two or more before, one before, the same, one after, more
NEVER = -1e4
CUE_FIRST, CUE_FURTHER = 3, 4


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How large a tagger is."""

    vocabulary: int = 30522
    layers: int = 6
    inner: int = 1536
    link: int = 256


def forbid(size: int) -> Tensor:
    """Return what is added to transitions: a further tag follows only its first or its like."""
    table = torch.zeros(size, size)
    for further in range(2, size, 2):
        for before in range(size):
            if before not in {further, further - 1}:
                table[before, further] = NEVER
    return table


class Chain(nn.Module):
    """A linear-chain conditional random field over tags (Lafferty and others, 2001)."""

    forbidden: Tensor
    opening: Tensor

    def __init__(self, size: int) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(size, size))
        self.register_buffer("forbidden", forbid(size))
        opening = torch.zeros(size)
        opening[2::2] = NEVER
        self.register_buffer("opening", opening)

    def total(self, scores: Tensor, mask: Tensor) -> Tensor:
        """Return the logarithm of the sum over all rows of tags; shapes (rows, length, tags)."""
        moves = self.moves + self.forbidden
        alpha = scores[:, 0] + self.opening
        for i in range(1, scores.shape[1]):
            step = torch.logsumexp(alpha.unsqueeze(2) + moves, dim=1) + scores[:, i]
            alpha = torch.where(mask[:, i, None], step, alpha)
        return torch.logsumexp(alpha, dim=1)

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log-likelihood of each row."""
        moves = self.moves + self.forbidden
        gold = (scores[:, 0] + self.opening).gather(1, tags[:, :1]).squeeze(1)
        if scores.shape[1] > 1:
            on = mask[:, 1:]
            emitted = scores[:, 1:].gather(2, tags[:, 1:, None]).squeeze(2)
            gold = gold + ((emitted + moves[tags[:, :-1], tags[:, 1:]]) * on).sum(1)
        return self.total(scores, mask) - gold

    def chances(self, scores: Tensor, mask: Tensor) -> Tensor:
        """Return the chance of every tag: the slope of the total."""
        with torch.enable_grad():
            asked = scores.detach().requires_grad_()
            slope: Tensor = torch.autograd.grad(self.total(asked, mask).sum(), asked)[0]
        return slope

    def soft_loss(self, scores: Tensor, chances: Tensor, mask: Tensor) -> Tensor:
        """Return how far each row is from another chain's chances, whose moves are the same.

        Up to a constant this is the divergence of the two chains over all rows of tags.
        """
        return self.total(scores, mask) - (scores * chances * mask.unsqueeze(2)).sum((1, 2))


class Layer(nn.Module):
    """One transformer layer as BERT has it: norms after the sums."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.join = nn.Linear(WIDTH, WIDTH)
        self.norm_joined = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.norm_narrowed = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """Return the layer's output; ``mask`` is added to the attention scores."""
        rows, length, _ = hidden.shape
        heads = self.attend(hidden).view(rows, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = heads.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        joined = self.join(mixed.transpose(1, 2).reshape(rows, length, WIDTH))
        hidden = self.norm_joined(hidden + self.drop(joined))
        inner = self.narrow(functional.gelu(self.widen(hidden)))
        normed: Tensor = self.norm_narrowed(hidden + self.drop(inner))
        return normed


class Tagger(nn.Module):
    """The encoder with its two heads."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, WIDTH)
        self.places = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.starts = nn.Embedding(STARTS, WIDTH)
        self.quotes = nn.Embedding(QUOTES, WIDTH)
        for table in (self.shapes, self.starts, self.quotes):
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape.inner, dropout) for _ in range(shape.layers))
        self.drop = nn.Dropout(dropout)
        self.tag = nn.Linear(WIDTH, TAGS)
        self.project = nn.Linear(WIDTH, 4 * shape.link)
        self.distance = nn.Embedding(2 * FAR + 1, shape.link)
        self.apart = nn.Embedding(SENTENCES_APART, shape.link)
        for table in (self.distance, self.apart):
            nn.init.normal_(table.weight, std=0.02)
        self.role = nn.Linear(shape.link, ROLES)
        self.tag_chain = Chain(TAGS)
        self.role_chain = Chain(ROLES)

    def mark_table(self) -> Tensor:
        """Return one row for each combination of marks: the sum of its three."""
        shape = self.shapes.weight[:, None, None]
        start = self.starts.weight[None, :, None]
        quote = self.quotes.weight[None, None, :]
        return (shape + start + quote).reshape(MARKS, WIDTH)

    def encode(self, ids: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """Return the hidden states; shapes (rows, length), the mask true on real pieces."""
        return self.read(self.words(ids), marks, mask)

    def read(self, words: Tensor, marks: Tensor, mask: Tensor | None) -> Tensor:
        """Return the hidden states of words that have been looked up."""
        places = self.places.weight[: words.shape[1]]
        hidden = words + places + functional.embedding(marks, self.mark_table())
        hidden = self.drop(self.norm(hidden))
        added = None
        if mask is not None:
            added = torch.where(mask, 0.0, NEVER)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, added)
        dropped: Tensor = self.drop(hidden)
        return dropped

    def score_roles(
        self, projected: Tensor, cues: Tensor, offsets: Tensor, apart: Tensor
    ) -> Tensor:
        """Return role scores, one row a cue.

        ``projected`` (cues, length, 4 * link) are the projections of each cue's passage, ``cues``
        (cues, length) is 1 on the pieces of the cue, ``offsets`` and ``apart`` the distances.
        """
        token, by_cue, factor, cue_factor = projected.split(self.shape.link, dim=2)
        share = (cues / cues.sum(1, keepdim=True)).unsqueeze(1)
        mean, mean_factor = share @ by_cue, share @ cue_factor
        near = self.distance(offsets) + self.apart(apart)
        scores: Tensor = self.role(functional.gelu(token + mean + near + factor * mean_factor))
        return scores


def load_encoder(model: Tagger, path: Path) -> None:
    """Fill the encoder with a pretrained BERT's weights."""
    weights = load_file(path)
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    filled: dict[str, Tensor] = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "join": "attention.output.dense",
        "norm_joined": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm_narrowed": "output.LayerNorm",
    }
    for number in range(model.shape.layers):
        theirs = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            parts = [f"{theirs}attention.self.{x}.{kind}" for x in ("query", "key", "value")]
            filled[f"layers.{number}.attend.{kind}"] = torch.cat([weights[p] for p in parts])
            for ours, other in names.items():
                filled[f"layers.{number}.{ours}.{kind}"] = weights[f"{theirs}{other}.{kind}"]
    missing, unexpected = model.load_state_dict(filled, strict=False)
    assert not unexpected
    assert not any(name.startswith(("words", "places", "norm", "layers")) for name in missing)
