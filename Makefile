# Every target sets up what is missing first. `make help` lists them.
STACK ?= dev
PYTHON ?= python3
VENV := .venv/bin
# What a killed command left is put right before the next one; where nothing was deployed yet, nothing was killed.
RECOVER = test ! -d .sandbox/$(STACK)/project || \
	$(VENV)/python -m sandbox run --stack $(STACK) -- backbone recover --stack $(STACK)

.DEFAULT_GOAL := help
.PHONY: help setup ready up preview destroy test lint docs bench

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## set up what is missing: virtual environment, Pulumi CLI
	@$(PYTHON) tools/setup.py

ready:
	@$(PYTHON) tools/setup.py --quiet

up: ready ## say what the stack file means, then deploy the stack onto the simulated Azure [STACK=dev]
	@$(VENV)/backbone plan --stack $(STACK) || test $$? -ne 2
	@$(RECOVER)
	@$(VENV)/python -m sandbox up --stack $(STACK)

preview: ready ## say what the stack file means, then show what `make up` would do [STACK=dev]
	@$(VENV)/backbone plan --stack $(STACK) || test $$? -ne 2
	@$(RECOVER)
	@$(VENV)/python -m sandbox preview --stack $(STACK)

destroy: ready ## delete the stack from the simulated Azure; UNPROTECT=1 also takes what is protected [STACK=dev]
	@$(RECOVER)
	@$(VENV)/python -m sandbox destroy --stack $(STACK) $(if $(filter 1,$(UNPROTECT)),--unprotect)

test: ready lint ## formatting, lint, types, all tests
	@$(VENV)/python -m pytest --numprocesses auto --dist worksteal

lint:
	@$(VENV)/ruff format --check --quiet . || { echo "run: $(VENV)/ruff format ." >&2; exit 1; }
	@$(VENV)/ruff check --quiet .
	@$(VENV)/mypy --no-error-summary

docs: ready ## write the generated parts of README.md and docs/, and stack.schema.json
	@$(VENV)/python -m tools.docs

bench: ready ## the benchmarks, each with what it measured and its ratio
	@$(VENV)/python -m tests.bench
