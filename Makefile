# Each target sets up what it needs; the second time that takes a moment. Windows commands without make: README.md.
PYTHON ?= python3
BOOTSTRAP = $(PYTHON) tools/bootstrap.py
BIN = .venv/bin
# A UTF-8 locale that every system has: Qt warns about any other.
export LC_ALL = C.UTF-8
export PYTHONUTF8 = 1

.PHONY: help run test test-oldest db check-db lint i18n app try-app bench screenshots lock fonts icons clean-room package-room clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

run: ## open the program (without a display: pictures of its window, chart and overview as PDF in out/)
	@$(BOOTSTRAP) $(if $(strip $(DISPLAY)$(WAYLAND_DISPLAY)),--window)
	@if $(BIN)/python -c 'from eitc_desktop.services.display import require_display as d; d()' 2>/dev/null; then \
	    $(BIN)/eitc-desktop; \
	else \
	    echo "没有可用的显示器：不打开窗口，改为把同一窗口的画面存为 out/ 中的 PNG 文件，机构设置图和三定概览存为 PDF 文件。"; \
	    $(BIN)/eitc-desktop render --out out/ --look zh-light-1366 && \
	    $(BIN)/eitc-desktop print chart --out out/chart.pdf && \
	    $(BIN)/eitc-desktop print dossier --out out/dossier.pdf; \
	fi

test: ## the whole test suite, with coverage of everything outside gui/
	@$(BOOTSTRAP) --dev
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --cov --cov-report=term

test-oldest: ## the test suite with the oldest PySide6 that is promised (for systems with an older glibc)
	@$(BOOTSTRAP) --dev
	@tools/test_oldest.sh

db: ## build data/eitc.db from resources/
	@$(BOOTSTRAP)
	@$(BIN)/eitc-desktop build-db

check-db: ## the committed database holds what a fresh build holds
	@$(BOOTSTRAP)
	@$(BIN)/python tools/compare_db.py

lint: ## style, types, import contracts, translations
	@$(BOOTSTRAP) --dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/basedpyright
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python tools/i18n.py --check

i18n: ## bring the translations up to date with the code, and say what is left to translate
	@$(BOOTSTRAP) --dev
	@$(BIN)/python tools/i18n.py

app: ## the packaged program in dist/: folder, tar.xz, .deb, list of parts, sums; then it is tried
	@$(BOOTSTRAP) --dev --xvfb --package
	@$(BIN)/python tools/make_app.py
	@$(MAKE) --no-print-directory try-app

try-app: ## try what lies in dist/: self-check in a window, no network, little allowed, things missing
	@$(BOOTSTRAP) --dev --xvfb --package
	@$(BIN)/python -m pytest --numprocesses auto tests/packaged --app dist/eitc-desktop

bench: ## times and memory, as medians and ratios within one run
	@$(BOOTSTRAP) --dev --xvfb
	@$(BIN)/python benchmarks/run.py

screenshots: ## pictures of the window for the documentation and for looking at, in out/ and docs/images/
	@$(BOOTSTRAP)
	@$(BIN)/eitc-desktop render --out out/
	@mkdir -p docs/images
	@cp out/window.png docs/images/window.png

lock: ## refresh the hash locks
	@$(BOOTSTRAP) --dev
	@tools/lock.sh
	@$(BOOTSTRAP) --dev

fonts: ## cut the bundled fonts anew (needs npm)
	@$(BOOTSTRAP) --dev
	@$(BIN)/python tools/fonts.py

icons: ## draw the icons anew from their lines (needs npm)
	@$(BOOTSTRAP) --dev
	@$(BIN)/python tools/icons.py

clean-room: ## make test in a bare Debian 12 with git, make and python3 only (needs root)
	@tools/clean_room.sh

package-room: ## prove dist/: the .deb in a bare Debian 12, the folder as an unprivileged user (needs root)
	@tools/package_room.sh dist/*.deb dist/*.tar.xz

clean: ## remove what the other targets made, the environment included
	rm -rf .venv out dist build .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
