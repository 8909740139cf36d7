# Every target sets up what it needs; nothing is installed by hand.
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null)
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: chaos compare-latest compare-baseline help setup run run-heavy test check format bench coverage clean docs report lock

help:  ## show the targets
	@grep -hE '^[a-z-]+:.*?## ' $(MAKEFILE_LIST) | awk -F':.*?## ' '{printf "  %-12s %s\n", $$1, $$2}'

setup: $(READY)  ## create .venv and install the locked dependencies

$(READY): requirements.lock pyproject.toml
	@echo "Setting up $(VENV) ..."
ifdef UV
	@test -x $(BIN)/python || $(UV) venv --quiet --python '>=3.11' $(VENV)
	@$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
else
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
endif
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "aurora.pth").write_text(str(pathlib.Path("src").resolve()) + "\n")'
	@$(BIN)/python -m compileall -q src/aurora  # a search starts in a sandbox that may read bytecode and not write it
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m aurora "$$@"\n' > $(BIN)/aurora && chmod +x $(BIN)/aurora
	@touch $@

run: $(READY)  ## synthesise specs/ and repair examples/, write runs/<id>/report.html
	@$(BIN)/aurora run

run-heavy: $(READY)  ## the same with ten times the budget
	@$(BIN)/aurora run --budget 200

test: $(READY)  ## all tests
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

check: $(READY)  ## format, lint, types, floors, budgets, docs, parts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m pytest -q -p no:cacheprovider tests/test_repository.py
	$(BIN)/python docs/generate.py --check
	$(BIN)/aurora check

format: $(READY)  ## write the format and the safe lint fixes
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY)  ## write the generated reference pages again
	@$(BIN)/python docs/generate.py

report: $(READY)  ## say where the newest report is
	@$(BIN)/aurora report latest

compare-latest: $(READY)  ## what got better and worse since the run before
	@$(BIN)/aurora compare previous latest

compare-baseline: $(READY)  ## the same against the baseline NAME=
	@$(BIN)/aurora compare $(NAME) latest

lock:  ## resolve the dependencies again (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --group dev --all-extras pyproject.toml -o requirements.lock

coverage: $(READY)  ## branch coverage, in process
	$(BIN)/python -m coverage run -m pytest -q $(PYTEST_ARGS)
	$(BIN)/python -m coverage combine -q
	$(BIN)/python -m coverage report --skip-covered

bench: $(READY)  ## what the sandbox costs and gains
	$(BIN)/python -m bench.sandbox

chaos: $(READY)  ## ten minutes of kills, hangs, leaks, port thefts and full disks against Luminar
	$(BIN)/python -m bench.supervisor.chaos 600

clean:  ## remove what can be made again
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache .coverage* htmlcov build dist
	find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} +
