PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: review test check score screenshots benchmarks clean

## Install akapen into .venv and review the bundled sample articles.
review: $(VENV)/.installed
	$(BIN)/akapen

## Install what the tests need and run all of them.
test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest

## The gate: format, lint, types, import contracts.
check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
