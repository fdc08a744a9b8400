# What can be done here. Every target sets up what it needs, asks nothing, and takes seconds the second time.
# `make help` lists them.

SHELL := /bin/sh
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench bench-short reference clean

# Where Python may not keep what it compiled, each of the hundreds of processes of the tests compiles Django again.
unexport PYTHONDONTWRITEBYTECODE

export PORT ?= 8000
export MINUTES ?=
TESTS ?=

PYTHON_HERE := .venv/bin/python
ARISING := .venv/bin/arising
LOCKED := pyproject.toml uv.lock tools/setup

help: ## List what can be done
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: .venv/.ready ## Lay the locked dependencies into .venv; leaves the command at .venv/bin/arising
	@echo "The command is at .venv/bin/arising"

run: .venv/.ready ## Open the sample council at 127.0.0.1:8000; MINUTES=path opens yours, PORT=8080 elsewhere
	@tools/run

test: .venv/.ready-test ## Run every test, the browser's and PostgreSQL's included; TESTS="-k words" narrows it
	@$(PYTHON_HERE) -m tools.test_run -n auto $(TESTS)

lint: .venv/.ready-test .venv/.ready-lint .venv/.ready-bench ## Check style, types and the order of the packages
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	ARISING_DATA=.mypy_cache/register .venv/bin/mypy
	.venv/bin/lint-imports --no-logo

bench: .venv/.ready-test .venv/.ready-bench ## Measure speed and memory; results in benchmarks/results
	@$(PYTHON_HERE) -m benchmarks

bench-short: .venv/.ready-test .venv/.ready-bench ## The same in under a minute
	@$(PYTHON_HERE) -m benchmarks --short

reference: .venv/.ready ## Write docs/reference anew from the code
	@$(PYTHON_HERE) -m tools.reference

clean: ## Remove what set-up and tests made; what is in var/ stays
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis benchmarks/results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.ready: $(LOCKED)
	@tools/setup
	@touch $@

.venv/.ready-%: .venv/.ready
	@tools/setup --group $*
	@touch $@
