# `make briefing` writes the sample issue, `make test` runs the tests; both set
# everything up first. `make check` is what a change must pass.
PY := .venv/bin/python
GOLD ?= ../shared/gold
CODE := briefing tests tools

.PHONY: briefing test check format lint types layers docs docs-picture score bench pin clean

briefing: .venv
	.venv/bin/briefing build ukraine-weekly --days 1076-1080

test: .venv
	$(PY) -m pytest -q

check: format lint types layers test

# The stamp is written last, so a set-up that was cut short is not taken as done.
.venv: .venv/.complete
.venv/.complete: requirements-dev.txt pyproject.toml
	@PYTHON="$(PYTHON)" sh tools/setup.sh

format: .venv
	.venv/bin/ruff format --check $(CODE)

lint: .venv
	.venv/bin/ruff check $(CODE)

types: .venv
	.venv/bin/mypy

layers: .venv
	.venv/bin/lint-imports

# Writes the generated parts of the documents anew; the tests tell when they drift.
docs: .venv
	$(PY) tools/docs.py

# Pictures page 1 of the sample issue for README; needs pdftoppm.
docs-picture: .venv
	$(PY) tools/docs_picture.py

# Accuracy on marked-up articles that are no part of the project.
score: .venv
	$(PY) tools/score.py "$(GOLD)"

# Cost as ratios: `make bench ARTICLES=folder` for other articles than seeds/.
bench: .venv
	$(PY) tests/bench $(if $(ARTICLES),--articles "$(ARTICLES)")

# Writes both requirements files anew from pyproject.toml; UPGRADE=--upgrade for
# newer versions. No index is named in them, so that any mirror serves.
COMPILE = build/pin/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE) pyproject.toml

pin: .venv
	$(PY) -m venv --clear build/pin
	build/pin/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(COMPILE) --extra html --output-file requirements.txt
	$(COMPILE) --extra html --extra dev --output-file requirements-dev.txt

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache
