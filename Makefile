# Three commands do everything on a machine that has nothing but Python 3.11 and make:
#
#     make demo     set up, then open the demo study
#     make test     set up, then run format, lint and tests
#     make check    the same, then types: what a commit wants
#
# Everything made lands in this folder (.venv, .cache, .demo); nothing is written to the home directory.
# The set-up uses uv where it is installed, else venv and pip. It works with GNU make 3.81, which macOS ships.

PYTHON ?= python3

BIN   := .venv/bin
READY := .venv/.ready
WORDS := $(patsubst %.po,%.mo,$(wildcard tui/locale/*/LC_MESSAGES/*.po))
UV    := $(shell command -v uv 2>/dev/null)

export UV_CACHE_DIR  := $(CURDIR)/.cache/uv
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# pip asks rustc for its version, and a rustup that finds no folder of its own makes one in the home directory.
ifeq ($(RUSTUP_HOME)$(wildcard $(HOME)/.rustup),)
export RUSTUP_HOME := $(CURDIR)/.cache/rustup
endif

# A program without its bytecode starts four times slower, and another project's modules must not get in.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test types check bundle windows interop faults bench suite scale pictures scan import-score advice-score docs words language house format lock clean

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 |\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

demo: $(READY) $(WORDS) ## set up and open the demo study
	@exec $(BIN)/intervjuguide demo .demo

test: $(READY) $(WORDS) ## set up and run format, lint and tests (not the types: make check)
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/python -m pytest -n 3 --dist worksteal

check: test types ## all that a commit wants: make test, then make types

# Darwin differs from Linux only where the code asks which system it is; Windows where it names a module that differs there.
types: $(READY) ## look at the types, here and as they are on Windows and macOS
	$(BIN)/mypy
	$(BIN)/mypy --platform win32 --follow-imports silent --cache-dir .cache/mypy-win32 \
	    $$(grep -rlE '^ *(import|from) ($(DIFFER))\b|\.(owner|group|is_mount)\(' --include='*.py' guide interviews tui)
	$(BIN)/mypy --platform darwin --follow-imports silent --cache-dir .cache/mypy-darwin \
	    $$(grep -rlE 'sys\.platform|os\.name' --include='*.py' guide interviews tui)

DIFFER = asyncio|codecs|ctypes|errno|fcntl|locale|mmap|msvcrt|multiprocessing|os|pwd|grp|resource|select|selectors|shutil|signal|$\
    socket|ssl|stat|subprocess|sys|tempfile|termios|threading|time|tty|webbrowser|winreg

bundle: $(READY) $(WORDS) ## make the program as one file, for people without Python, and try it
	@$(BIN)/python -m bundle

windows: $(READY) $(WORDS) ## try it on a Windows Python under wine (TESTS="tests/windows …")
	$(BIN)/python -m tests.windows.under_wine $(TESTS)

faults: $(READY) $(WORDS) ## try bad days, 200 kills and many examples, and print what was lost
	$(BIN)/python -m pytest tests/faults tests/tui/test_forget_steps.py tests/interviews/test_unfinished.py \
	    tests/interviews/test_leaving_out.py tests/interviews/test_backup.py tests/interviews/test_finishing.py \
	    tests/tui/test_teams.py tests/tui/test_progress.py -n 3 --kills 200 --table
	$(BIN)/python -m pytest -m hypothesis -n 2 --hypothesis-profile many
	WHOLE_SIZES=1 $(BIN)/python -m pytest -n 2 tests/guide/test_monsters.py tests/guide/test_typos.py tests/guide/importing/test_hostile.py \
	    tests/guide/importing/test_hostile_files.py tests/interviews/test_large.py

interop: $(READY) $(WORDS) ## read every export back with other people's readers (INTERVIEWS=1000 EVENTS=600)
	@INTERVIEWS="$(INTERVIEWS)" EVENTS="$(EVENTS)" $(BIN)/python -P -m tests.interop.run $(TESTS)

fuzz: $(READY) ## spoil files of a study at random (SECONDS=600 ONLY=facts,keys SEED=…)
	@ONLY="$(ONLY)" SECONDS="$(SECONDS)" SEED="$(SEED)" $(BIN)/python -P -m tests.fuzz

bench: $(READY) $(WORDS) ## measure, each figure beside its floor (ONLY=start,act BEFORE=<commit>)
	@ONLY="$(ONLY)" BEFORE="$(BEFORE)" ROUNDS="$(ROUNDS)" UPTO="$(UPTO)" $(BIN)/python -m tests.bench

suite: $(READY) $(WORDS) ## print the processor time of the tests, file by file (BEFORE=<commit> TESTS=…)
	@BEFORE="$(BEFORE)" TESTS="$(TESTS)" $(BIN)/python -m tests.suite

scale: $(READY) $(WORDS) ## open, review and export 10,000 interviews (INTERVIEWS=10000 EVENTS=600 ONLY=json,open)
	@$(BIN)/python -P -m tests.bench.scale $(or $(INTERVIEWS),10000) $(or $(EVENTS),600) $(ONLY)

pictures: $(READY) ## draw the pictures in docs/pictures anew
	$(BIN)/python -m pytest --update-pictures

scan: $(READY) ## measure what the scan for third persons finds in invented notes
	@$(BIN)/python -m tests.scan.measure
	@$(BIN)/python -m tests.scan.masks

import-score: $(READY) ## measure how well the importer reads labelled guides (FOLDER=… BEFORE=<commit> WRONG=9)
	@FOLDER="$(FOLDER)" BEFORE="$(BEFORE)" WRONG="$(WRONG)" $(BIN)/python -m tests.import_score

advice-score: $(READY) ## measure how often the advice on wording is right (BEFORE=<commit> MISSED=1 FOLDER=…)
	@BEFORE="$(BEFORE)" MISSED="$(MISSED)" FOLDER="$(FOLDER)" $(BIN)/python -m tests.advice_score

docs: $(READY) ## write anew what the documents take from the code
	$(BIN)/python -m pytest --quiet tests/test_docs.py --update-docs

words: $(READY) ## find the sentences in the code for the catalogues in tui/locale
	@$(BIN)/python -m tests.catalogues

language: $(READY) ## begin the catalogue of another language (CODE=sv)
	@test -n "$(CODE)" || { echo "Name the language: make language CODE=sv" >&2; exit 1; }
	@$(BIN)/python -m tests.catalogues $(CODE)
	@echo "Not registered yet? A line in LANGUAGES, and in IN_PART until it is whole (guide/schema.py); then make words."

house: $(READY) ## print the sources in figures: sizes, helpers, names
	@$(BIN)/python -m tests.house

format: $(READY) ## bring the sources into form
	$(BIN)/ruff check --fix-only --quiet
	$(BIN)/ruff format

# The lock names every package with its hashes, for Linux, macOS and Windows and every Python from 3.11 on, and no index: each
# machine takes the files from where it takes all its files. `make lock UPGRADE=--upgrade` takes the newest versions.
lock: ## work out both locks anew (needs uv)
	@test -n "$(UV)" || { echo "make lock needs uv." >&2; exit 1; }
	"$(UV)" pip compile --quiet pyproject.toml --extra all --group dev --universal --python-version 3.11 --generate-hashes \
	    --no-header --no-annotate $(UPGRADE) --output-file requirements.lock
	"$(UV)" pip compile --quiet pyproject.toml bundle/bundle.in --extra documents --extra locked --universal --python-version 3.11 \
	    --constraint requirements.lock --generate-hashes --no-header --no-annotate $(UPGRADE) --output-file bundle/bundle.lock

clean: ## remove everything that was made here
	rm -rf .venv .cache .demo build dist tui/locale/*/LC_MESSAGES/*.mo
	find guide interviews tui tests -name __pycache__ -type d -prune -exec rm -rf {} +

# ---------------------------------------------------------------------------------------------------------- set-up

# The stamp holds the folder it was made in: scripts in .venv name it, so a moved or copied checkout starts afresh.
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

ifneq ($(UV),)
VENV    = "$(UV)" venv --quiet --allow-existing --python "$(PYTHON)" .venv
SYNC    = "$(UV)" pip sync --quiet --python $(BIN)/python --compile-bytecode --require-hashes requirements.lock
PROJECT = "$(UV)" pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
else
VENV    = "$(PYTHON)" -m venv .venv
SYNC    = $(BIN)/python -m pip install -qq --require-hashes --requirement requirements.lock
PROJECT = $(BIN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
endif

# A catalogue that is newer than what was compiled of it is read all the same, only slower.
%.mo: %.po | $(READY)
	@$(BIN)/python -c "from hatch_build import compile_catalogues; compile_catalogues()"
	@touch $@

$(READY): requirements.lock pyproject.toml
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "intervjuguide needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" --version 2>&1 || true)." >&2; \
	    echo "Name a newer one: make PYTHON=python3.12 …" >&2; exit 1; }
	@echo "Setting up (once) …"
	@test "$$(cat $@ 2>/dev/null)" = "$(CURDIR)" || rm -rf .venv
	@rm -f $@
	@$(VENV)
	@$(SYNC)
	@$(PROJECT)
	@$(BIN)/python -m compileall -q guide interviews tui
	@echo "$(CURDIR)" > $@
