from __future__ import annotations

import pytest

from tests.acceptance.sheet import ABSENT, Sheet, load_sheet


@pytest.fixture(scope="session")
def sheet() -> Sheet:
    found = load_sheet()
    if found is None:
        pytest.skip(ABSENT)
    return found
