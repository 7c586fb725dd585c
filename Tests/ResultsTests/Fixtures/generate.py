#!/usr/bin/env python3
"""Writes shares.tsv: counts of wholes with their share as Python's `format` writes it."""

from pathlib import Path

WHOLES = [1, 2, 3, 7, 8, 16, 32, 64, 80, 93, 160, 400, 1000, 1600, 28000, 41000]


def rows():
    for total in WHOLES:
        step = max(1, total // 40)
        for count in range(0, total + 1, step):
            share = count / total
            yield count, total, f"{share:.1%}", f"{share:.0%}"
    # Ties of the exact ratio and their neighbours.
    for count, total in [(1, 2000), (3, 2000), (1249, 2000), (1251, 2000), (41, 80), (835, 10000)]:
        share = count / total
        yield count, total, f"{share:.1%}", f"{share:.0%}"


lines = ["\t".join(map(str, row)) for row in rows()]
(Path(__file__).parent / "shares.tsv").write_text("\n".join(lines) + "\n")
