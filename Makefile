# Two commands do everything on a fresh machine: `make run` and `make test`. Both set up what they need first.
SHELL := /bin/sh
PYTHON ?= $(shell .ci/find-python)
VENV := .venv
BIN := $(VENV)/bin
LINT := .venv-lint
# A linter of the interview that needs a newer Python than the program does.
YAML_LINT := .venv-yaml
# Asks the JSON API what its description allows, and what it does not.
API_LINT := .venv-api
NEWER = $(shell .ci/find-python 3.12)
# The rooms whose tests must reach 95 of 100 lines, and where those tests are: letterheads are tried with the centres.
CORE := case law plan argument letters
CORE_TESTS := $(CORE:%=tests/%) tests/centre tests/test_cli.py tests/test_matrix.py
# Run, but not measured: they compose some 70,000 letters, which is slow while lines are counted, and the 95 of 100 are
# reached without them. As the first in the alphabet they begin on one core and stay there: the letters are made once.
UNMEASURED := tests/argument/test_circumstances.py tests/argument/test_letters.py
MEASURED := $(filter-out tests/argument $(UNMEASURED),$(CORE_TESTS) $(wildcard tests/argument/test_*.py))
# What only our own code can break, and `make test` tries: which pages a road has, and what another road leaves out.
OUR_OWN_ROAD := \
  tests/interview/test_going_back.py::test_some_steps_back_and_forward_again_give_the_same_answers \
  tests/interview/test_pruning.py::test_every_example_can_be_told_over_every_other
# Every core of this machine has a share of the files; one that is done first takes over from the others.
SPREAD := -n auto --dist worksteal
LANES := not package and not server and not newer_python and not libreoffice
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: bench soak effect places citations words help run test test-all test-server test-api test-libreoffice server-up setup check lint lint-interviews questions dayamlchecker types road unit engine browser fuzz audit package core look goldens clean

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
	@.ci/install $(BIN)/python '.[interview,dev]'
	@touch $@

$(LINT)/ready: pyproject.toml
	@$(PYTHON) -m venv $(LINT)
	@$(LINT)/bin/python -m pip install --quiet 'ooxml-integrity>=0.8' 'docassemble-lsp>=26.10'
	@touch $@

$(YAML_LINT)/ready: pyproject.toml
	@$(NEWER) -m venv $(YAML_LINT)
	@$(YAML_LINT)/bin/python -m pip install --quiet 'dayamlchecker>=1.7'
	@touch $@

$(API_LINT)/ready: pyproject.toml
	@$(PYTHON) -m venv $(API_LINT)
	@$(API_LINT)/bin/python -m pip install --quiet 'schemathesis>=4.32'
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

test-libreoffice: $(VENV)/ready ## Open and save every template and a spreadsheet in LibreOffice: the letters stay the same
	@$(BIN)/python -m pytest -q -m libreoffice tests/letters tests/batch

lint-interviews: questions ## Both linters of docassemble's authors over the questions, and that they can fail (Python 3.12)
	@if [ -n "$(NEWER)" ]; then $(MAKE) --no-print-directory dayamlchecker; \
	  else echo "NOT TRIED: dayamlchecker, which needs Python 3.12 or newer. This machine has none that works."; fi

dayamlchecker: $(VENV)/ready $(YAML_LINT)/ready
	@$(BIN)/python tests/interview/linters.py dayamlchecker
	@$(BIN)/python -m pytest -q -m newer_python tests/interview/test_linters.py

unit: $(VENV)/ready $(LINT)/ready
	@$(BIN)/python tests/browser/chromium.py
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" $(CORE:%=--cov=challenge_letters.%) \
	  --cov-report=term:skip-covered --cov-fail-under=95 $(MEASURED)
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" $(MEASURED:%=--ignore=%) tests

engine: $(VENV)/ready $(LINT)/ready ## Only the tests of the interview and its server: what another docassemble release could break
	@$(BIN)/python -m pytest -q $(SPREAD) -m "$(LANES)" $(OUR_OWN_ROAD:%=--deselect=%) tests/web tests/interview

fuzz: $(VENV)/ready $(LINT)/ready ## A hundred thousand odd inputs: files, forms, links, templates, API (CASES=n SEED=n)
	@$(BIN)/python -m tests.fuzz $(if $(CASES),--cases $(CASES)) $(if $(SEED),--seed $(SEED))

audit: $(VENV)/ready ## Look up known holes in what is installed (needs the network: the index of packages)
	@$(PYTHON) -m venv .venv-audit
	@.venv-audit/bin/python -m pip install --quiet 'pip-audit>=2.9'
	@$(BIN)/python -m pip freeze --exclude-editable > .audit.txt
	@# Strict: a package that the index tells nothing about is not one without known holes.
	@.venv-audit/bin/pip-audit --strict --requirement .audit.txt --no-deps --disable-pip; s=$$?; rm -f .audit.txt; exit $$s

package: $(VENV)/ready ## Build the wheel from the sdist and try it in bare environments
	@$(BIN)/python -m pytest -q -m package

test-server: $(VENV)/ready ## Compare the interview on a stock docassemble server with the one here (Linux; as root it installs what is missing)
	@$(BIN)/python -m tests.server prepare
	@$(BIN)/python -m pytest -q -m server tests/server

test-api: $(VENV)/ready $(API_LINT)/ready ## Serve the JSON API and let schemathesis try everything its description allows (a few minutes)
	@$(BIN)/python -m tests.web.schemathesis_lane $(API_LINT)/bin/schemathesis

server-up: $(VENV)/ready ## Run that stock docassemble server until Ctrl+C
	@$(BIN)/python -m tests.server up

goldens: $(VENV)/ready ## Write the plain-text letters of all examples again (read the diff before you commit it)
	@$(BIN)/python tests/letters/branches.py
	@$(BIN)/python tests/letters/goldens.py

bench: $(VENV)/ready ## Measure pages, letters, commands and batches beside the build before and docxtpl (some minutes)
	@$(BIN)/python -m tests.bench $(PARTS)

soak: $(VENV)/ready ## Walk 5,000 interviews on one server and tell what grew and what failed (CASES=n)
	@$(BIN)/python -m tests.bench.soak $(if $(CASES),--interviews $(CASES))

citations: $(VENV)/ready ## Write plan/citations.yaml again: the points that the letters name law for
	@$(BIN)/python tests/letters/citations.py

words: $(VENV)/ready ## Print how plain the questions are: words in a sentence, years of school, hard words
	@$(BIN)/python -m tests.interview.words

effect: $(VENV)/ready ## Show what a change in the data of the law does to every example letter and plan
	@$(BIN)/challenge-letters check || true
	@$(BIN)/python tests/letters/effect.py

places: $(VENV)/ready ## Count in how many places a letter, a question, a nation, a failure stand, before and now
	@$(BIN)/python -m tests.places

look: $(VENV)/ready ## Render every example letter to pictures in look/ (needs LibreOffice and pdftoppm)
	@$(BIN)/python tests/letters/look.py

clean: ## Remove what the commands above made
	rm -rf $(VENV) $(LINT) $(YAML_LINT) $(API_LINT) .venv-server .venv-audit .bench bench.json dist build look .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
