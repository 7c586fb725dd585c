"""Runs processes and measures them: wall time, peak memory, and what they say of themselves."""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "Benchmarks"
DAYBOOK = ROOT / ".build" / "release" / "daybook"
NOTEBOOK = ROOT / "notebooks" / "digit-recognition.md"
MNIST = ROOT / "notebooks" / "data" / "mnist"
PYTHON = HERE / ".venv" / "bin" / "python"
CSV = HERE / ".data"


BEGAN = time.perf_counter()


def progress(text):
    """Says on standard error what is being measured, with the minutes since the beginning."""
    minutes, seconds = divmod(int(time.perf_counter() - BEGAN), 60)
    print(f"[{minutes}:{seconds:02}] {text}", file=sys.stderr, flush=True)


class Outcome:
    """A process that has ended: `seconds` of wall time, `megabytes` of its largest process."""

    def __init__(self, command, **options):
        with tempfile.TemporaryFile() as output:
            began = time.perf_counter()
            process = subprocess.Popen(
                [str(part) for part in command], stdout=output, stderr=subprocess.DEVNULL, **options)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            self.output = output.read().decode()
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))}: exit status {process.returncode}")
        self.megabytes = usage.ru_maxrss / 1024


def python(script, *arguments):
    """What one of the Python programs of the benchmark prints."""
    return json.loads(Outcome([PYTHON, HERE / script, *arguments]).output)


def daybook_run(notebook, output, *arguments):
    """A run of a notebook, with the seconds of each step beside those of the whole."""
    outcome = Outcome(
        [DAYBOOK, "run", "--quiet", "--output", output, "--allow-read", MNIST, notebook, *arguments])
    record = json.loads((pathlib.Path(output) / pathlib.Path(notebook).stem / "run.json").read_text())
    outcome.steps = {step["name"]: step["seconds"] for step in record["steps"]}
    return outcome


class Series:
    """Measurements of one thing."""

    def __init__(self, values=()):
        self.values = list(values)

    def add(self, value):
        self.values.append(value)

    @property
    def median(self):
        return statistics.median(self.values)

    def text(self, unit="s"):
        """The median with the smallest and the largest value."""
        scale, digits = {"s": (1, 2), "ms": (1000, 0), "MiB": (1, 0)}[unit]
        low, middle, high = (
            f"{value * scale:.{digits}f}"
            for value in (min(self.values), self.median, max(self.values)))
        return f"{middle} {unit} ({low}–{high})"


def ratio(ours, theirs):
    """The median of the ratios of measurements that were taken one after the other."""
    return statistics.median(b / a for a, b in zip(ours.values, theirs.values))


def ratio_text(ours, theirs):
    """That ratio with the smallest and the largest."""
    ratios = [b / a for a, b in zip(ours.values, theirs.values)]
    return f"{statistics.median(ratios):.1f} × ({min(ratios):.1f}–{max(ratios):.1f})"
