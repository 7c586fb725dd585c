"""Measures Daybook beside what people use instead, and writes RESULTS.md.

usage: bench.py [--rounds 5] [--quick | --batched]

The two sides of a row run in turn, round by round; a ratio is the median of the rounds' ratios.
--quick measures the training row alone, --batched trainings in batches; both write nothing.
"""

import argparse
import datetime
import importlib.metadata
import pathlib
import platform
import re
import shutil
import subprocess
import tempfile

import language_server
import measure
from measure import (
    CSV, DAYBOOK, MNIST, NOTEBOOK, Outcome, Series, daybook_run, progress, python)


def training_notebook(folder, name, train, rows=42000):
    """Writes a notebook that only loads, splits and trains."""
    path = pathlib.Path(folder) / f"{name}.md"
    path.write_text(
        f"```load\nmnist: {MNIST}\nlabelled: {rows}\n```\n\n"
        "```split\ndev: 1000\n```\n\n"
        f"```train\n{train}\n```\n")
    return path


def train_seconds(run):
    """What the Python side counts too: shuffle, scaling and training."""
    return run.steps["split"] + run.steps["train"]


def training(folder, rounds, quick):
    """Rows of the training of the classic network."""
    notebook = training_notebook(folder, "classic", "layers: [10 relu, 10 softmax]\niterations: 500")
    sides = {"NumPy, 64 bits": lambda: python("numpy_training.py", MNIST)["seconds"]}
    if not quick:
        sides["NumPy, 32 bits"] = (
            lambda: python("numpy_training.py", MNIST, "--dtype", "float32")["seconds"])
        sides["JAX, compiled, 32 bits"] = lambda: python("jax_training.py", MNIST)["seconds"]
    ours, theirs = {name: Series() for name in sides}, {name: Series() for name in sides}
    for round in range(rounds):
        for name, run in sides.items():
            progress(f"training beside {name}, round {round + 1} of {rounds}")
            ours[name].add(train_seconds(daybook_run(notebook, folder, "--no-cache")))
            theirs[name].add(run())
    return [
        ("Training, 500 iterations", ours[name].text(), name, theirs[name].text(),
         measure.ratio_text(ours[name], theirs[name]))
        for name in sides
    ]


CONVOLUTION = (
    "layers: [conv 16 5x5 relu, max-pool 2x2, conv 32 5x5 relu, max-pool 2x2, 128 relu, 10 softmax]")
DENSE = "layers: [256 relu, 128 relu, 10 softmax]"


def epoch_seconds(folder, train, rows=42000):
    """The time of one epoch, and the memory: what a training of three takes longer than one of one."""
    def run(epochs):
        notebook = training_notebook(
            folder, "batched",
            f"{train}\nbatch: 128\nepochs: {epochs}\noptimizer: adam\ninitial-weights: he",
            rows)
        return daybook_run(notebook, folder, "--no-cache", "--threads", 2)
    short, long = run(1), run(3)
    return (long.steps["train"] - short.steps["train"]) / 2, long.megabytes


def batched(folder, rounds):
    """Rows of trainings in batches of 128 by Adam, an epoch of 41,000 images, beside PyTorch."""
    cases = [
        ("16 and 32 filters of 5 by 5, one epoch", CONVOLUTION, "PyTorch", ["convolution"]),
        ("the same", CONVOLUTION, "PyTorch, channels last", ["convolution", "--channels-last"]),
        ("the same with shifts, turns and scales",
         CONVOLUTION + "\naugment: [shift 2, rotate 10, scale 0.1]", "PyTorch",
         ["convolution", "--augment"]),
        ("784-256-128-10, one epoch", DENSE, "PyTorch", ["dense"]),
    ]
    table = []
    for name, train, side, arguments in cases:
        ours, theirs, ours_memory, theirs_memory = Series(), Series(), Series(), Series()
        for round in range(rounds):
            progress(f"{name} beside {side}, round {round + 1} of {rounds}")
            seconds, megabytes = epoch_seconds(folder, train)
            torch = python("torch_training.py", MNIST, *arguments)
            ours.add(seconds), ours_memory.add(megabytes)
            theirs.add(torch["seconds"]), theirs_memory.add(torch["megabytes"])
        table.append((name, ours.text(), side, theirs.text(), measure.ratio_text(ours, theirs)))
        if name == cases[0][0]:
            table.append(("peak memory of that", ours_memory.text("MiB"), side,
                          theirs_memory.text("MiB"),
                          measure.ratio_text(ours_memory, theirs_memory)))
    return table + [peak(folder, rounds)]


# Multiply-adds of an example: forward, and backward to the weights of all layers and the inputs of
# all but the first.
FORWARD = [24 * 24 * 16 * 25, 8 * 8 * 32 * 16 * 25, 512 * 128, 128 * 10]
WORK = 3 * sum(FORWARD) - FORWARD[0]


def peak(folder, rounds):
    """The share of what two cores could multiply and add that an epoch with convolutions does."""
    program = pathlib.Path(folder) / "peak"
    subprocess.run(["cc", "-O2", "-march=native", "-ffp-contract=off", "-pthread",
                    measure.HERE / "peak.c", "-o", program], check=True)
    ours, most = Series(), Series()
    for round in range(rounds):
        progress(f"the processor's peak, round {round + 1} of {rounds}")
        most.add(float(Outcome([program, "2"]).output) / 1000)
        ours.add(41000 * WORK / epoch_seconds(folder, CONVOLUTION)[0] / 1e9)
    return ("multiply-adds a second, convolutions, in thousands of millions",
            f"{ours.median:.0f}", "two cores, from registers alone", f"{most.median:.0f}",
            f"{ours.median / most.median:.0%}")


def batched_growth(folder, rounds):
    """How an epoch in batches grows with examples and filters."""
    table = []
    cases = [(rows, 16) for rows in (11000, 21000, 42000)] + [(21000, 8), (21000, 32)]
    for rows, filters in cases:
        progress(f"growth: {rows:,} rows, {filters} filters, {rounds} rounds")
        train = CONVOLUTION.replace("conv 32", f"conv {2 * filters}").replace(
            "conv 16", f"conv {filters}")
        seconds = Series(epoch_seconds(folder, train, rows)[0] for _ in range(rounds))
        table.append((f"{rows - 1000:,} examples, {filters} and {2 * filters} filters",
                      seconds.text(), f"{seconds.median / (rows - 1000) * 1e6:.0f} µs"))
    return table


def whole_run(folder, rounds):
    """Rows of the classic notebook from CSV: time, reading, memory."""
    ours, theirs, ours_memory, theirs_memory = Series(), Series(), Series(), Series()
    reading, pandas, polars = Series(), Series(), Series()
    for round in range(rounds):
        progress(f"the whole run from CSV beside nbconvert, round {round + 1} of {rounds}")
        run = daybook_run(measure.HERE / "classic.md", f"{folder}/whole-{round}", "--no-cache")
        classic = Outcome([measure.PYTHON, measure.HERE / "classic_notebook.py", CSV, folder])
        ours.add(run.seconds), theirs.add(classic.seconds)
        ours_memory.add(run.megabytes), theirs_memory.add(classic.megabytes)
        reading.add(run.steps["load"])
        pandas.add(python("csv_reading.py", "pandas", CSV)["seconds"])
        polars.add(python("csv_reading.py", "polars", CSV)["seconds"])
    classic = "the classic notebook by nbconvert"
    return [
        ("The whole run from CSV, nothing stored", ours.text(), classic, theirs.text(),
         measure.ratio_text(ours, theirs)),
        ("Peak memory of that run", ours_memory.text("MiB"), classic, theirs_memory.text("MiB"),
         measure.ratio_text(ours_memory, theirs_memory)),
        ("Reading both CSV files", reading.text("ms"), "pandas", pandas.text("ms"),
         measure.ratio_text(reading, pandas)),
        ("Reading both CSV files", reading.text("ms"), "Polars", polars.text("ms"),
         measure.ratio_text(reading, polars)),
    ], theirs


def formats(folder, rounds):
    """Rows of reading data in other forms: the step `load`, beside the same in Python."""
    Outcome([measure.PYTHON, measure.HERE / "data_reading.py", "write", folder, MNIST])
    table = []
    for name, options, side, what in (
            ("70,000 images from .npz, stored", "npz: stored.npz", "NumPy", ("npz", "stored.npz")),
            ("70,000 images from .npz, deflated", "npz: deflated.npz", "NumPy",
             ("npz", "deflated.npz")),
            ("10,000 PNG files of 28 by 28", "images: png", "Pillow", ("png", "png"))):
        path = pathlib.Path(folder) / "formats.md"
        path.write_text(f"```load\n{options}\n```\n")
        ours, theirs = Series(), Series()
        for round in range(rounds):
            progress(f"{name} beside {side}, round {round + 1} of {rounds}")
            ours.add(daybook_run(path, f"{folder}/out", "--no-cache").steps["load"])
            theirs.add(python("data_reading.py", what[0], f"{folder}/{what[1]}")["seconds"])
        table.append((name, ours.text("ms"), side, theirs.text("ms"),
                      measure.ratio_text(ours, theirs)))
    return table


def rerun(folder, rounds, text, output):
    """The time of a run after each of some edits of the notebook."""
    series = Series()
    path = pathlib.Path(folder) / "project" / "notebooks" / "digits.md"
    for round in range(rounds):
        path.write_text(text(round))
        series.add(Outcome([DAYBOOK, "run", "--quiet", "--output", output, path]).seconds)
    return series


def editing(folder, rounds, classic):
    """Rows of what people wait for all day: whole processes with a warm store."""
    # A project of its own: no link leads out of one.
    project = pathlib.Path(folder) / "project"
    notebooks = project / "notebooks"
    (project / ".git").mkdir(parents=True)
    shutil.copytree(NOTEBOOK.parent, notebooks, symlinks=False)
    shutil.copytree(measure.ROOT / "Sources", project / "Sources")
    original, output = NOTEBOOK.read_text(), f"{folder}/edited"
    path = notebooks / "digits.md"
    path.write_text(original)
    daybook_run(path, output)
    plots = re.compile(r"(```plot loss-curve\n)")
    rows = {
        "Rerun, nothing changed": lambda round: original,
        "Rerun, a sentence changed": lambda round: original + f"\nOne more thing, {round}.\n",
        "Rerun, a plot's title changed":
            lambda round: plots.sub(rf"\1title: Loss, version {round}\n", original),
        "Rerun, a plot of digits changed":
            lambda round: original.replace("count: 10", f"count: {11 + round}", 1),
    }
    table = []
    for name, text in rows.items():
        progress(f"{name.lower()}, {rounds} rounds")
        series = rerun(folder, rounds, text, output)
        times = f"{classic.median / series.median:.0f} ×"
        table.append((name, series.text("ms"), "the same edit in nbconvert: a full execution",
                      classic.text(), times))
    for name, command in (("`daybook check`", ["check", NOTEBOOK]), ("`daybook --version`", ["--version"])):
        series = Series(Outcome([DAYBOOK, *command]).seconds for _ in range(4 * rounds))
        table.append((name, series.text("ms"), "", "", ""))
    return table


def growth(folder, rounds):
    """How time and memory grow with examples, threads and units."""
    table = []
    for rows in (10000, 20000, 40000, 70000):
        for threads in (1, 2):
            progress(f"growth: {rows:,} rows, {threads} threads, {rounds} rounds")
            notebook = training_notebook(
                folder, "growth", "layers: [10 relu, 10 softmax]\niterations: 100", rows)
            runs = [daybook_run(notebook, folder, "--no-cache", "--threads", threads)
                    for _ in range(rounds)]
            seconds = Series(train_seconds(run) for run in runs)
            memory = Series(run.megabytes for run in runs)
            examples = rows - 1000
            table.append((f"{rows:,} rows, {threads} threads", seconds.text(),
                          f"{seconds.median / examples / 100 * 1e9:.0f} ns", memory.text("MiB")))
    return table


def wide(folder, rounds):
    """Wider layers beside NumPy in 32 bits."""
    table = []
    for units in (10, 32, 128, 512):
        iterations = 200 if units < 100 else 20
        progress(f"{units} hidden units beside NumPy, {rounds} rounds")
        notebook = training_notebook(
            folder, "wide", f"layers: [{units} relu, 10 softmax]\niterations: {iterations}")
        ours, theirs = Series(), Series()
        for _ in range(rounds):
            ours.add(train_seconds(daybook_run(notebook, folder, "--no-cache")))
            theirs.add(python(
                "numpy_training.py", MNIST, "--dtype", "float32", "--hidden", str(units),
                "--iterations", str(iterations))["seconds"])
        table.append((f"{units} hidden units, {iterations} iterations", ours.text(), theirs.text(),
                      measure.ratio_text(ours, theirs)))
    return table


def page(folder):
    """The size of the report, and how long a browser takes to show something of it."""
    progress("the page in a browser")
    path = pathlib.Path(folder) / "edited" / "digits" / "index.html"
    script = measure.ROOT / "Tests" / "Browser" / "first_paint.py"
    browser = measure.ROOT / ".build" / "browser" / "bin" / "python"
    text = path.read_text()
    figures = re.findall(r'<img[^>]* src="(data:image/png[^"]*)" width="\d+" height="\d+" alt', text)
    narrow = re.findall(r'<source[^>]* srcset="([^"]*)"', text)
    rows = [("Size of the default report", f"{path.stat().st_size / 1000:.0f} kB"),
            ("of which its figures", f"{sum(map(len, figures)) / 1000:.0f} kB"),
            ("of which its figures drawn again for phones", f"{sum(map(len, narrow)) / 1000:.0f} kB")]
    if browser.exists() and script.exists():
        paints = Outcome([browser, script, path]).output.split()
        rows.append(("First contentful paint from disk, headless Chromium",
                     Series(float(paint) / 1000 for paint in paints).text("ms")))
    return rows


def lines(header, rows):
    """A table in Markdown."""
    yield "| " + " | ".join(header) + " |"
    yield "|" + "---|" * len(header)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def told(rows):
    """The rows, printed as soon as they are measured: what fails later does not lose them."""
    for row in rows:
        print("| " + " | ".join(row) + " |", flush=True)
    return rows


def machine():
    """What the figures were measured on."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    swift = re.search(r"Swift version ([\d.]+)", swift)
    packages = ", ".join(
        f"{name} {importlib.metadata.version(name)}"
        for name in ("numpy", "jax", "torch", "pandas", "polars", "pillow", "nbconvert"))
    version = subprocess.run(
        [measure.ROOT / ".build/release/daybook", "--version", "--verbose"], capture_output=True,
        text=True).stdout
    return (
        f"{datetime.date.today()}, {cpu.group(1) if cpu else platform.machine()}, "
        f"{len(__import__('os').sched_getaffinity(0))} processors, {platform.system()}; "
        f"Swift {swift.group(1) if swift else '?'}, {version.splitlines()[1]}; "
        f"Python {platform.python_version()}, {packages}.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--batched", action="store_true")
    arguments = parser.parse_args()
    header = ("what", "Daybook", "beside", "takes", "ratio")
    with tempfile.TemporaryDirectory() as folder:
        if arguments.batched:
            print("\n".join(lines(header, batched(folder, arguments.rounds))))
            print("\n".join(lines(("", "an epoch", "per example"),
                                  batched_growth(folder, min(3, arguments.rounds)))))
            return
        rows = told(training(folder, arguments.rounds, arguments.quick))
        if arguments.quick:
            print("\n".join(lines(header, rows)))
            return
        whole, classic = whole_run(folder, arguments.rounds)
        for more in (told(whole), told(batched(folder, arguments.rounds)),
                     told(formats(folder, arguments.rounds)),
                     told(editing(folder, arguments.rounds, classic))):
            rows += more
        text = ["# Results", "", machine(), "",
                "Medians with the smallest and the largest value; a ratio is the median of the "
                "rounds' ratios. Written by `make bench`; see [README.md](README.md).", ""]
        text += lines(header, rows)
        text += ["## Growth", "", "Training of the classic network for 100 iterations.", ""]
        text += lines(("", "training", "per example and iteration", "peak memory"),
                      growth(folder, min(3, arguments.rounds)))
        text += ["An epoch in batches of 128 by Adam, two layers of convolutions.", ""]
        text += lines(("", "an epoch", "per example"),
                      batched_growth(folder, min(3, arguments.rounds)))
        text += ["Wider layers on 41,000 examples, beside NumPy in 32 bits.", ""]
        text += lines(("", "Daybook", "NumPy", "ratio"), wide(folder, min(3, arguments.rounds)))
        text += ["## The language server", "", "After each letter.", ""]
        text += lines(("", "its mistakes", "completion", "hover", "hints", "outline"),
                      language_server.answers(arguments.rounds))
        text += ["## The page", ""] + list(lines(("", ""), page(folder)))
    (measure.HERE / "RESULTS.md").write_text("\n".join(text))
    print("\n".join(text))


if __name__ == "__main__":
    main()
