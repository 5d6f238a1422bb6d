# Each target makes .venv, installs what it needs and builds the demo's sample year ahead;
# nothing but Python 3.11, make and git has to be there.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt
ARGS ?=

.PHONY: demo test lint bench crash year clean

demo: .venv/.runtime
	$(BIN)/piltuvelis demo $(ARGS)

test: .venv/.dev
ifeq ($(ARGS),)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m "not alone"
	$(BIN)/python -m pytest -m alone
else
	$(BIN)/python -m pytest $(ARGS)
endif

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.dev
	$(BIN)/python -m tests.bench $(ARGS)

crash: .venv/.dev
	$(BIN)/python -m tests.crash $(ARGS)

year: .venv/.dev
	$(BIN)/python -m tests.year $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/.runtime: .venv/bin/python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	$(BIN)/python -m bot.demo.keeping
	touch $@

.venv/.dev: .venv/bin/python pyproject.toml constraints.txt
	$(INSTALL) --editable '.[dev]'
	$(BIN)/python -m bot.demo.keeping
	touch $@ .venv/.runtime
