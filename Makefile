# make report   regenerate output/digit-recognition/ from notebooks/digit-recognition.md
# make test     lint, build and run every test on the real data
# Both install what a fresh machine lacks; see Scripts/set-up.

SHELL := /bin/bash
.DEFAULT_GOAL := report

NOTEBOOK := notebooks/digit-recognition.md
FLAGS := -c release $(shell Scripts/processor-flags)
DAYBOOK := .build/release/daybook

.PHONY: report build test lint format set-up set-up-browser clean

report: build
	$(DAYBOOK) run $(NOTEBOOK)

build: set-up
	swift build $(FLAGS) --product daybook

test: set-up-browser lint
	swift test $(FLAGS)
	Tests/Browser/run

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests

set-up:
	@Scripts/set-up

set-up-browser:
	@Scripts/set-up browser

clean:
	swift package clean
	rm -rf output/.cache
