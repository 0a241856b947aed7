"""The export is the same bytes for any hash seed, time zone, locale and number of workers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import twosource
from tests.pipeline.fiction import write_pages

SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8", "WORKERS": "1"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C", "WORKERS": "2"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Caracas", "LC_ALL": "C.UTF-8", "WORKERS": "4"},
)
CODE = """
import os, twosource
with twosource.open("a.db") as pile:
    pile.trace(["../saved"], workers=int(os.environ["WORKERS"]))
    pile.export("jsonl", "out")
"""


@pytest.mark.parametrize("settings", SETTINGS[1:], ids=["tokyo", "caracas"])
def test_surroundings_change_no_byte(settings, tmp_path):
    write_pages(tmp_path / "saved")
    exports = []
    for number, given in enumerate((SETTINGS[0], settings)):
        place = tmp_path / str(number)
        place.mkdir()
        source = Path(twosource.__file__).resolve().parents[1]
        environment = {**os.environ, "PYTHONPATH": str(source), **given}
        subprocess.run([sys.executable, "-c", CODE], cwd=place, env=environment, check=True)
        exports.append({path.name: path.read_bytes() for path in (place / "out").iterdir()})
    assert exports[0] == exports[1]
    assert len(exports[0]) == 9
