# make report   regenerate output/digit-recognition/ from notebooks/digit-recognition.md
# make reports  regenerate the report of every notebook
# make test     lint, build and run every test on the real data
# make install  put the program beneath PREFIX, with man pages and completions
# make dist     make an archive and a Debian package for every machine of this architecture
# make test-dist  try them: unpacked, installed in a bare Debian, and made again
# make docs     write the parts of docs/notebook.md that the program knows
# make bench    measure it beside NumPy, JAX, pandas and nbconvert; writes Benchmarks/RESULTS.md
# make fuzz     fuzz every reader of foreign text and bytes, TIME seconds each
# make growth   count the steps that inputs of growing size take
# The first two install what a fresh machine lacks; see Scripts/set-up.

SHELL := /bin/bash
.DEFAULT_GOAL := report

NOTEBOOK := notebooks/digit-recognition.md
NOTEBOOKS := $(wildcard notebooks/*.md)
DAYBOOK := .build/release/daybook

TIME := 120
PREFIX := /usr/local
DESTDIR :=

.PHONY: report reports build install dist test-dist test lint format docs bench bench-quick fuzz growth set-up \
	set-up-browser set-up-exchange set-up-editors set-up-kernels clean

report: build
	$(DAYBOOK) run $(NOTEBOOK) --allow-read Sources

reports: build
	$(DAYBOOK) run $(NOTEBOOKS) --allow-read Sources

build: set-up
	swift build -c release --product daybook

install: build
	@Scripts/install $(DAYBOOK) $(PREFIX) $(DESTDIR)

dist: build
	@Scripts/distribute $(DAYBOOK)

test: set-up-browser set-up-exchange set-up-editors set-up-kernels lint
	swift test -c release
	Tests/Browser/run
	Tests/Exchange/run
	Tests/Editors/run
	Tests/Packages/run
	Tests/Kernels/run

test-dist: dist
	Tests/Packages/run dist

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Fuzz
	Scripts/check-imports
	Scripts/check-lengths

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Fuzz

docs: build
	Scripts/update-docs $(DAYBOOK)

bench: build set-up-browser
	@Benchmarks/set-up
	Benchmarks/.venv/bin/python Benchmarks/bench.py

bench-quick: build
	@Benchmarks/set-up
	Benchmarks/.venv/bin/python Benchmarks/bench.py --quick --rounds 3

fuzz: set-up
	Fuzz/run $(TIME)

# The compiler counts edges only beside a sanitizer.
growth: set-up
	ASAN_OPTIONS=detect_leaks=0 swift test -c release --scratch-path .build/growth --sanitize=address \
	  -Xswiftc -sanitize-coverage=edge,trace-pc-guard --filter GrowthTests

set-up:
	@Scripts/set-up

set-up-browser:
	@Scripts/set-up browser

set-up-exchange:
	@Scripts/set-up exchange

set-up-editors:
	@Scripts/set-up editors

set-up-kernels:
	@Scripts/set-up kernels

clean:
	swift package clean
	rm -rf output/.cache
