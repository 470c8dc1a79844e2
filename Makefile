# Everything that is done with this repository, by name. `make` alone lists it.

PYTHON ?= python3
FORMAT ?= text
BASE   ?= origin/main
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip -qq --disable-pip-version-check install

# Material greets every build with an essay about MkDocs 2.
export NO_MKDOCS_2_WARNING := 1

MERMAID := tests/mermaid/node_modules/.installed

.PHONY: help serve build check diff test lint bench format reference lock clean browser

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 15

serve: .venv/site ## show the example site, and show it again after every change
	$(BIN)/journeys serve

build: .venv/site ## build the example site into site/
	$(BIN)/journeys build --strict

check: .venv/site ## check the example's journeys, personas, touchpoints and evidence
	@$(BIN)/journeys check --strict --format $(FORMAT)

diff: .venv/site ## tell what changed in them since BASE (a branch, a tag, HEAD~3)
	@$(BIN)/journeys diff $(BASE) --format $(FORMAT)

test: lint browser $(MERMAID) check build ## all that must pass before a change is merged
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

lint: .venv/tests ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: .venv/tests ## measure how long a thousand journeys take
	$(BIN)/python -m pytest -m benchmark --capture=no tests/benchmarks

format: .venv/tests ## mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

reference: .venv/site ## write anew what is made from the code: the format reference, the findings, help for editors
	$(BIN)/python -m mkdocs_journeys.authoring.format_reference docs/guide
	$(BIN)/python -m mkdocs_journeys.authoring.editors

LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
       --custom-compile-command 'make lock' pyproject.toml --extra search --group build

lock: .venv/tests ## newest versions into the lock files, within pyproject.toml's ranges
	$(LOCK) --upgrade --output-file requirements.txt
	$(LOCK) --upgrade --group dev --constraint requirements.txt --output-file tests/requirements.txt
	npm update --prefix tests/mermaid --package-lock-only --ignore-scripts --no-audit --no-fund
	$(BIN)/python tests/mermaid/without_hosts.py tests/mermaid/package-lock.json

clean: ## remove what was made, the environment too
	rm -rf .venv .cache site dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -rf tests/mermaid/node_modules
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Set-up. A file in .venv says what was installed from; it is done again when that changes.

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt pyproject.toml | .venv/bin/python
	$(PIP) --require-hashes --requirement requirements.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tests: tests/requirements.txt .venv/site
	$(PIP) --require-hashes --requirement tests/requirements.txt
	@touch $@

# The browser tests need Chromium and a font that holds Chinese; where apt-get may be used, it brings them.

HAS_BROWSER = command -v chromium >/dev/null && fc-list :lang=zh-cn | grep -q .
MAY_INSTALL = [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
INSTALL     = apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq --yes -o DPkg::Lock::Timeout=300 \
              install --no-install-recommends >/dev/null

browser:
	@$(HAS_BROWSER) || { $(MAY_INSTALL) && { echo 'Installing Chromium and Chinese fonts'; \
	  $(INSTALL) chromium fontconfig fonts-noto-cjk; }; } || true
	@$(HAS_BROWSER) || { echo 'The browser tests need Chromium and a font that holds Chinese.' \
	  'On Debian: sudo apt-get install chromium fontconfig fonts-noto-cjk' >&2; exit 1; }

# Mermaid's own parser reads what is exported for it. npm fetches it, by hash, and runs nothing of it.

HAS_NPM = command -v npm >/dev/null

$(MERMAID): tests/mermaid/package-lock.json
	@$(HAS_NPM) || { $(MAY_INSTALL) && { echo 'Installing npm'; $(INSTALL) npm; }; } || true
	@$(HAS_NPM) || { echo 'The tests of exports need npm. On Debian: sudo apt-get install npm' >&2; exit 1; }
	npm ci --prefix tests/mermaid --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
