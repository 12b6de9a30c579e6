# Set-up happens by itself: every target that needs the environment builds it once from the lock file.
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$each" && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP := $(BIN)/python -m pip --disable-pip-version-check
export EVAL_DATA ?= ../shared/eval

.DEFAULT_GOAL := help
.PHONY: help brief test check approve eval bench docs lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name one with make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up $(VENV) (once)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --quiet --requirement requirements.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

brief: $(READY) ## Brief the five articles in seeds/, without a key and without network
	@$(BIN)/summarizer brief seeds/

test: $(READY) ## Run the tests that need no outside part (network refused)
	$(BIN)/python -m pytest -m "not real" -rs

check: $(READY) ## Lint, types, layering, documents, and the tests with real outside parts; a skipped test fails
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m pytest -m real --nothing-skipped

approve: $(READY) ## Accept today's pages as the expected ones (tests/goldens), to be read in the diff
	APPROVE=1 $(BIN)/python -m pytest tests/test_goldens.py -n 0
	git diff --stat -- tests/goldens

eval: $(READY) ## Score the stages on labelled data in EVAL_DATA; a figure under its floor fails
	$(BIN)/python -m evaluation

bench: $(READY) ## Time the start of the program and the growth of reconciling; over a bound fails
	$(BIN)/python -m benchmarks.startup
	$(BIN)/python -m benchmarks.claims

docs: $(READY) ## Generate docs/cli.md and docs/briefing.schema.json from the program
	$(BIN)/python docs/generate.py

lock: ## Resolve the newest versions into requirements.lock (needs uv)
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --quiet --upgrade --output-file requirements.lock

clean: ## Remove the environment and everything built
	rm -rf $(VENV) build dist .*_cache .hypothesis
