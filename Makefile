# The first Python of 3.11 or later; `make PYTHON=python3.12` names another.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help review test check score screenshots benchmarks clean

## Install akapen into .venv and review the bundled sample articles.
review: $(VENV)/.installed
	@$(BIN)/akapen

## List what there is to make.
help:
	@awk '/^## /{about = substr($$0, 4)} /^[a-z]+:/{sub(/:.*/, ""); printf "  make %-12s %s\n", $$0, about}' Makefile

## Install what the tests need and run all of them.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

## The gate: format, lint, types, import contracts.
check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

## Score the extractor on the bundled samples.
score: $(VENV)/.installed
	@$(BIN)/akapen score

## Draw the screenshots and record the session of the docs.
screenshots: $(VENV)/.installed
	$(BIN)/python -m docs.making.screenshots
	$(BIN)/python -m docs.making.session

## Measure the performance promises.
benchmarks: $(VENV)/.installed-dev
	for each in $$(grep -l __main__ benchmarks/*.py); do $(BIN)/python $$each || exit 1; done

## Remove the virtual environment and all caches.
clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "akapen needs Python 3.11 or later; make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@echo "Installing akapen and its libraries into $(VENV); this takes half a minute."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@$(BIN)/python -m compileall -q tui extract store
	@$(BIN)/akapen score > /dev/null  # compiles the patterns that articles need, for the first start
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	@echo "Installing akapen and what its tests need into $(VENV); this takes a minute."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --editable '.[dev]'
	@touch $(VENV)/.installed $@
