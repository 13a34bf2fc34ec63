# `make briefing` writes the sample issue, `make test` runs the tests; both set
# everything up first. `make check` is what a change must pass.
PY := .venv/bin/python

.PHONY: briefing test check format lint types layers docs score bench clean

briefing: .venv
	.venv/bin/briefing build ukraine-weekly --days 1076-1080

test: .venv
	$(PY) -m pytest -q

check: format lint types layers docs test

.venv: requirements-dev.txt pyproject.toml
	sh tools/setup.sh
	@touch .venv

format: .venv
	.venv/bin/ruff format --check briefing tests

lint: .venv
	.venv/bin/ruff check briefing tests

types: .venv
	.venv/bin/mypy

layers: .venv
	.venv/bin/lint-imports

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache
