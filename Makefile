# Set-up happens by itself: every target that needs the environment builds it once from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EVAL_DATA ?= ../shared/eval

.DEFAULT_GOAL := help
.PHONY: help brief test check approve eval bench docs lock clean

help: ## List the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

brief: $(READY) ## Brief the five articles in seeds/ without a key and without network
	@$(BIN)/summarizer brief seeds/

test: $(READY) ## Run the tests that need no outside part (network refused)
	$(BIN)/python -m pytest -m "not real"
