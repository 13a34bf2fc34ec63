from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "briefing"

LISTS = [
    ("ingest.readers", "READERS", "cases/ingest/{}.yaml"),
    ("annotate.timex_rules", "TIMEX_RULES", "cases/timex/{}.yaml"),
    ("annotate.figure_rules", "FIGURE_RULES", "cases/figures/{}.yaml"),
    ("compose.sections", "SECTIONS", "test_compose.py test_issue.py"),
    ("preview.fixtures", "FIXTURES", "test_preview.py"),
    ("render.formats", "FORMATS", "test_render.py"),
]
"""Package, its tuple, and where the cases of each of its modules stand."""


@pytest.mark.parametrize(("package", "name", "cases"), LISTS)
def test_every_module_is_in_its_list(package, name, cases):
    folder = PACKAGE / package.replace(".", "/")
    modules = {path.stem for path in folder.glob("[!_]*.py")}
    listed = [
        module.__name__.rpartition(".")[2]
        for module in getattr(import_module(f"briefing.{package}"), name)
    ]
    assert sorted(listed) == sorted(modules)


@pytest.mark.parametrize(("package", "name", "cases"), LISTS)
def test_every_module_has_cases(package, name, cases):
    for module in getattr(import_module(f"briefing.{package}"), name):
        stem = module.__name__.rpartition(".")[2]
        if "{}" in cases:
            path = TESTS / cases.format(stem)
            assert path.is_file(), f"{module.__name__} has no cases in {path.name}"
            assert path.read_text(encoding="utf-8").strip()
        else:
            tests = "".join(
                (TESTS / name).read_text(encoding="utf-8") for name in cases.split()
            )
            known = re.search(rf"\b{module.NAME}\b", tests)
            assert known, f"{module.__name__} is tested nowhere in {cases}"


def test_no_two_of_a_list_have_one_name():
    for package, name, _ in LISTS:
        modules = getattr(import_module(f"briefing.{package}"), name)
        names = [getattr(module, "NAME", module.__name__) for module in modules]
        assert len(names) == len(set(names))
