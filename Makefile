# Each target sets up what it needs; `make serve` and `make test` are all a newcomer has to know.
export NO_MKDOCS_2_WARNING := 1
PYTHON := .venv/bin/python
.PHONY: serve build test check format new setup

serve: .venv/.ready ## build, serve and reload on changes
	$(PYTHON) -m mkdocs serve --livereload

build: .venv/.ready ## write site/, whole or not at all
	$(PYTHON) -m tools.build

.PHONY: editions
editions: build ## build, and make PDF, EPUB, Anki deck and offline copy
	bash tools/setup.sh paper
	$(PYTHON) -m exports.editions site

test: .venv/.ready ## run every check
	bash tools/setup.sh browser paper java
	$(MAKE) --no-print-directory lint
	$(PYTHON) -m pytest -n 2 --dist worksteal

check: .venv/.ready lint ## the fast checks: style, types, unit tests
	$(PYTHON) -m pytest tests/unit

.PHONY: lint
lint: .venv/.ready
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m mypy
	.venv/bin/uv lock --check --quiet

format: .venv/.ready ## tidy the code
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format

new: .venv/.ready ## make new KIND=question ID=my-card
	$(PYTHON) -m tools.new "$(KIND)" "$(ID)"

.PHONY: bench
bench: .venv/.ready ## measure pages and build, write bench/RESULTS.md (some minutes; needs npm)
	bash tools/setup.sh browser
	$(PYTHON) -m bench

.PHONY: diagrams
diagrams: .venv/.ready ## draw docs/assets/diagrams from their sources
	$(PYTHON) -m tools.diagrams

.venv/.ready: uv.lock pyproject.toml tools/uv.txt tools/setup.sh
	bash tools/setup.sh
