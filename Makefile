# Two commands do everything on a fresh machine: `make run` and `make test`. Both set up what they need first.
SHELL := /bin/sh
PYTHON ?= $(shell .ci/find-python)
VENV := .venv
BIN := $(VENV)/bin
LINT := .venv-lint
# A linter of the interview that needs a newer Python than the program does.
YAML_LINT := .venv-yaml
NEWER = $(shell .ci/find-python 3.12)
# The rooms whose tests must reach 95 of 100 lines, and where those tests are.
CORE := case law plan argument letters
CORE_TESTS := $(CORE:%=tests/%) tests/test_cli.py tests/test_matrix.py
# Every core of this machine has a share of the files; one that is done first takes over from the others.
SPREAD := -n auto --dist worksteal
LANES := not package and not server and not newer_python and not libreoffice
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: effect help run test test-all test-server test-libreoffice server-up setup check lint lint-interviews questions dayamlchecker types road unit engine browser package core look goldens clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/ready ## Set up, then serve the interview on http://127.0.0.1:8000 (PORT and HOST can be changed)
	@$(BIN)/challenge-letters serve

test: $(VENV)/ready $(LINT)/ready check unit ## Set up, then pass the tests

test-all: ## Run the tests on every Python from 3.11 on that this machine has, and print the matrix
	@.ci/test-all

setup: $(VENV)/ready $(LINT)/ready ## Only set up

$(VENV)/ready: pyproject.toml hatch_build.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, with its venv module (Debian: apt-get install python3-venv)."; exit 1; }
	@echo "Setting up $(VENV) with $$($(PYTHON) --version). The first time this takes a few minutes."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --editable '.[interview,dev]'
	@touch $@

$(LINT)/ready: pyproject.toml
	@$(PYTHON) -m venv $(LINT)
	@$(LINT)/bin/python -m pip install --quiet 'ooxml-integrity>=0.8' 'docassemble-lsp>=26.10'
	@touch $@

$(YAML_LINT)/ready: pyproject.toml
	@$(NEWER) -m venv $(YAML_LINT)
	@$(YAML_LINT)/bin/python -m pip install --quiet 'dayamlchecker>=1.7'
	@touch $@

check: lint types road questions ## Lint, types, the one-way road, the questions, and the program's own check of law and templates
	@$(BIN)/challenge-letters check

lint: $(VENV)/ready
	@$(BIN)/ruff check src tests hatch_build.py
	@$(BIN)/ruff format --check --quiet src tests hatch_build.py

types: $(VENV)/ready
	@$(BIN)/mypy

road: $(VENV)/ready
	@$(BIN)/lint-imports --no-cache > .import-linter.log || { cat .import-linter.log; exit 1; }
	@rm -f .import-linter.log

questions: $(VENV)/ready $(LINT)/ready
	@$(BIN)/python tests/interview/linters.py docassemble-lsp

test-libreoffice: $(VENV)/ready ## Open and save every template in LibreOffice: the letters stay the same
	@$(BIN)/python -m pytest -q -m libreoffice tests/letters

lint-interviews: questions ## Both linters of docassemble's authors over the questions, and that they can fail (Python 3.12)
	@if [ -n "$(NEWER)" ]; then $(MAKE) --no-print-directory dayamlchecker; \
	  else echo "NOT TRIED: dayamlchecker, which needs Python 3.12 or newer. This machine has none that works."; fi

dayamlchecker: $(VENV)/ready $(YAML_LINT)/ready
	@$(BIN)/python tests/interview/linters.py dayamlchecker
	@$(BIN)/python -m pytest -q -m newer_python tests/interview/test_linters.py

unit: $(VENV)/ready $(LINT)/ready
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" $(CORE:%=--cov=challenge_letters.%) \
	  --cov-report=term:skip-covered --cov-fail-under=95 $(CORE_TESTS)
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" $(CORE_TESTS:%=--ignore=%) tests

engine: $(VENV)/ready $(LINT)/ready ## Only the tests of the interview and its server: what another docassemble release could break
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" tests/web tests/interview

package: $(VENV)/ready ## Build the wheel from the sdist and try it in bare environments
	@$(BIN)/python -m pytest -q -m package

test-server: $(VENV)/ready ## Compare the interview on a stock docassemble server with the one here (Linux; as root it installs what is missing)
	@$(BIN)/python -m tests.server prepare
	@$(BIN)/python -m pytest -q -m server tests/server

server-up: $(VENV)/ready ## Run that stock docassemble server until Ctrl+C
	@$(BIN)/python -m tests.server up

goldens: $(VENV)/ready ## Write the plain-text letters of all examples again (read the diff before you commit it)
	@$(BIN)/python tests/letters/branches.py
	@$(BIN)/python tests/letters/goldens.py

effect: $(VENV)/ready ## Show what a change in the data of the law does to every example letter and plan
	@$(BIN)/challenge-letters check || true
	@$(BIN)/python tests/letters/effect.py

look: $(VENV)/ready ## Render every example letter to pictures in look/ (needs LibreOffice and pdftoppm)
	@$(BIN)/python tests/letters/look.py

clean: ## Remove what the commands above made
	rm -rf $(VENV) $(LINT) $(YAML_LINT) .venv-server dist build look .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
