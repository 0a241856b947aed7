"""Other programs that find the article on a web page, each as a function from markup to text.

newspaper4k asks for other versions of what we stand on, so it runs in a Python of its own:

    python3 -m venv PEER && PEER/bin/pip install newspaper4k
    python3 dev.py bench articles --peer PEER/bin/python
"""

from __future__ import annotations

import functools
import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

_LIMIT_SECONDS: Final = 3_600
Reader = Callable[[str], str]


def installed() -> dict[str, Reader]:
    """Return the readers that can be imported here, trafilatura's default first."""
    trafilatura = importlib.import_module("trafilatura")
    readers: dict[str, Reader] = {
        "trafilatura default": trafilatura.extract,
        "trafilatura fast": functools.partial(trafilatura.extract, fast=True),
        "trafilatura, no comments": functools.partial(trafilatura.extract, include_comments=False),
        "trafilatura precision": functools.partial(trafilatura.extract, favor_precision=True),
    }
    makers = {"readability-lxml": _make_readability, "resiliparse": _make_resiliparse}
    for name, make in makers.items():
        try:
            readers[name] = make()
        except ImportError:
            print(f"  {name}: not installed, so skipped (requirements-bench.lock has it)")
    return readers


def read_safely(reader: Reader, markup: str) -> str:
    """Return what a reader finds, "" where it finds nothing or falls over."""
    try:
        return reader(markup) or ""
    except Exception:  # noqa: BLE001 - whatever another program throws, it has read nothing
        return ""


def ask_newspaper(python: Path, pages: Sequence[str]) -> list[str]:
    """Let another Python read the pages with newspaper4k."""
    ran = subprocess.run(  # noqa: S603 - the Python that the person who runs this names
        [str(python), str(Path(__file__).resolve())],
        input=json.dumps(list(pages)),
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_SECONDS,
    )
    return [str(text) for text in json.loads(ran.stdout)]


def _make_readability() -> Reader:
    readability: Any = importlib.import_module("readability")
    html: Any = importlib.import_module("lxml.html")

    def read(markup: str) -> str:
        summary = readability.Document(markup).summary(html_partial=True)
        return "\n".join(html.fromstring(summary).itertext())

    return read


def _make_resiliparse() -> Reader:
    extract: Any = importlib.import_module("resiliparse.extract.html2text").extract_plain_text
    return functools.partial(
        extract, main_content=True, alt_texts=False, links=False, form_fields=False,
        noscript=False, comments=False,
    )  # fmt: skip


def _read_newspaper(markup: str) -> str:
    newspaper: Any = importlib.import_module("newspaper")
    article = newspaper.Article("http://page.example/")
    article.download(input_html=markup)
    article.parse()
    return str(article.text)


if __name__ == "__main__":
    json.dump([read_safely(_read_newspaper, page) for page in json.load(sys.stdin)], sys.stdout)
