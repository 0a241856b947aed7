"""The locks: hashes for everything, no host, each holding all of those below it; one version."""

import re
import tomllib
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[2]
LOCKS = tuple(dev.LOCKS.values())


def read_pins(name: str) -> dict[str, str]:
    """Return package → version (and marker) of a lock."""
    lines = (ROOT / name).read_text("utf-8").splitlines()
    found = [re.match(r"([a-z0-9-]+)==([^\\]+)", line) for line in lines]
    return {pin[1]: pin[2].strip() for pin in found if pin}


def read_project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_host(name):
    text = (ROOT / name).read_text("utf-8")
    assert not re.search(r"https?:|--(extra-)?index|--find-links|@ ", text)


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_a_hash_for_every_package(name):
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8"))
    assert blocks
    for block in blocks:
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_each_lock_holds_all_of_those_below_it():
    for need, lesser in dev.LESSER_NEEDS.items():
        for other in lesser:
            assert read_pins(dev.LOCKS[other]).items() <= read_pins(dev.LOCKS[need]).items()


def test_what_the_program_needs_is_locked():
    needs = {
        re.split(r"[<>=~!;\[ ]", need)[0].lower()
        for need in read_project()["project"]["dependencies"]
    }
    assert needs <= read_pins("requirements.lock").keys()


def test_what_the_tests_need_is_locked():
    needs = {
        re.split(r"[<>=~!;\[ ]", need)[0].lower()
        for need in read_project()["dependency-groups"]["dev"]
    }
    assert needs <= read_pins("requirements-dev.lock").keys()


def test_every_dependency_is_explained_to_contributors():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for need in read_project()["project"]["dependencies"]:
        name = re.split(r"[<>=~!;\[ ]", need)[0]
        assert f"| {name} |" in text, f"{name} has no row in CONTRIBUTING.md"


def test_the_version_is_the_newest_of_the_changelog():
    versions = re.findall(
        r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE
    )
    assert versions[0] == read_project()["project"]["version"]


def test_the_citation_names_the_same_version():
    citation = (ROOT / "CITATION.cff").read_text("utf-8")
    assert f"version: {read_project()['project']['version']}\n" in citation
