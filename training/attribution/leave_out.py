"""Asks how much of what the tagger finds it owes to having met the publisher before.

python -m training.attribution.leave_out --data ../shared/data --out FOLDER

A short recipe, people's marks alone: the small tagger's shape is trained once on articles of all
publishers, and once without each of three. All trainings see equally many articles, and each is
scored on the left-out publisher's articles of dev and of the held-out slice, all cues that it
finds, nothing chosen on any article. FOLDER/leave_out.json holds the figures.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training.attribution import predict, prepare, run, student, train
from training.attribution.decode import Settings, list_candidates
from training.attribution.marked import Marked
from training.attribution.model import Shape, Tagger, load_encoder
from training.attribution.score import Score
from training.attribution.styles import find_signs

LEFT_OUT = ("breitbart", "nyt", "west-journal")  # named before any figure was seen
ARTICLES = 660
RECIPE = train.Recipe(
    seed=5, epochs=1.5, decay=1.2, rate=4e-4, doubt_from=0.3, averaging=0.98, pieces=2000
)
SETTINGS = Settings(source_bonus=1.0)
MEASURES = ("rel_sc", "rel_exact")


def name_publisher(article: prepare.Prepared) -> str:
    """Return whose article it is; PolNeAR's file names begin with the publisher."""
    return article.name.partition("_")[0]


def train_without(
    publisher: str | None, material: run.Material, tokenizer: Tokenizer, begun: Tagger, out: Path
) -> Tagger:
    """Return a tagger that met no article of one publisher, or articles of all."""
    articles = [a for a in material.train if name_publisher(a) != publisher]
    articles = random.Random(RECIPE.seed).sample(articles, ARTICLES)  # noqa: S311 - no secret
    torch.manual_seed(RECIPE.seed)
    model = student.make_student(begun, student.Cut(), RECIPE.dropout)
    model.requires_grad_(requires_grad=True)
    weights = out / (publisher or "all") / "last.pt"
    if not weights.exists():
        course = Marked(articles=articles, signs=find_signs(tokenizer))
        train.train(model, RECIPE, course, weights.parent)
    model.load_state_dict(torch.load(weights)["mean"])
    return model


def measure(model: Tagger, publisher: str, material: run.Material) -> dict[str, float]:
    """Return the figures on one publisher's articles of dev and of the held-out slice."""
    head, read, score = predict.take_head(model), predict.read_with_torch(model), Score()
    tests = zip(
        material.dev + material.held, material.dev_marked + material.held_marked, strict=True
    )
    for article, marked in tests:
        if name_publisher(article) == publisher:
            found = [
                predict.place_relation(article, passage, candidate)
                for passage in predict.read_article(article, read)
                for candidate in list_candidates(passage.scores, head, SETTINGS)
            ]
            score.add(article.text, marked, found)
    figures = {name: score.relation(name)[2] for name in MEASURES}
    return {**figures, "marked": score.counts["relations", "marked"]}


def compare(data: Path, out: Path) -> dict[str, object]:
    """Return for each publisher the figures with and without it, and what is lost."""
    pretrained = run.find_pretrained()
    whole = run.load_tokenizer(pretrained)
    material = run.gather(data, whole, out / "cache")
    kept = student.choose_pieces(material.train + material.news, whole)
    tokenizer = student.cut_tokenizer(whole, kept)
    material = run.gather(data, tokenizer, out / "cache" / "student")
    torch.manual_seed(RECIPE.seed)
    begun = Tagger(Shape(), RECIPE.dropout)
    load_encoder(begun, pretrained / "model.safetensors")
    begun = student.cut_words(begun, kept, RECIPE.dropout)
    trials = out / "leave_out"
    met = train_without(None, material, tokenizer, begun, trials)
    publishers: dict[str, object] = {}
    for publisher in LEFT_OUT:
        unmet = train_without(publisher, material, tokenizer, begun, trials)
        with_it, without = (measure(m, publisher, material) for m in (met, unmet))
        drop = {name: with_it[name] - without[name] for name in MEASURES}
        publishers[publisher] = {"met": with_it, "never met": without, "drop": drop}
        print(publisher, publishers[publisher], flush=True)
    return {"articles": ARTICLES, "epochs": RECIPE.epochs, "publishers": publishers}


def main() -> None:
    """Read the command line, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    figures = compare(asked.data, asked.out)
    path = asked.out / "leave_out.json"
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
