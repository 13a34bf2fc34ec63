"""What several tests share: the sample desk, the real articles, golden issues."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden issues anew instead of comparing with them",
    )


@pytest.fixture
def update_golden(request):
    """Whether golden issues are to be written anew."""
    return request.config.getoption("--update-golden")


@pytest.fixture
def desk(monkeypatch):
    """The project's own desk as the working folder."""
    monkeypatch.chdir(ROOT)
    return ROOT


@pytest.fixture
def real_articles():
    """The folder of five real articles, which lies outside the project."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the real articles lie outside the project")
    return folder
