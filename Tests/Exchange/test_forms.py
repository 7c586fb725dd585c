"""Every form of data, tried: the levels that a page shows are those that the field's own tool reads."""

import base64
import io
import os
import re

import numpy
import pytest
from PIL import Image

from conftest import ROOT
from forms import FORMS

NOTEBOOK = """```load
OPTIONS
```

```split
shuffle: false
dev: 1
```

```train
layers: [UNITS softmax]
batch: 16
iterations: 1
```

```try labelled
from: labelled
samples: 1000
```
"""

TESTED = """
```try test
from: test
samples: 1000
```
"""


def shown(page, channels, levels):
    """The levels of the samples of a page, N × channels × height × width."""
    images = []
    for data in re.findall(r'<li><img src="data:image/png;base64,([^"]*)" width="44"', page):
        shades = numpy.asarray(Image.open(io.BytesIO(base64.b64decode(data))), int)
        assert shades.ndim == (3 if channels == 3 else 2)
        images.append(shades.transpose(2, 0, 1) if channels == 3 else shades[None])
    # A page shows levels from 0 to 255.
    return (numpy.stack(images) * levels + 127) // 255


def try_form(form, bench, mnist):
    """Runs a notebook on a form; returns what it printed and what is to be read."""
    expected = form.make(bench.folder, mnist[0][:160], mnist[1][:160].astype(int))
    count, channels, height, width = expected.images.shape
    labelled = count - expected.test
    classes = len(expected.names) if expected.names else int(max(expected.labels)) + 1
    text = NOTEBOOK.replace("OPTIONS", form.options).replace("UNITS", str(classes))
    results = bench.run(text + (TESTED if expected.test else ""))
    sizes = [results[f"load.{name}"] for name in ("rows", "channels", "height", "width", "levels")]
    assert sizes == [count, channels, height, width, expected.levels]
    assert results["load.class-names"] == (expected.names or [str(number) for number in range(classes)])
    labels = [sample["label"] for sample in results["labelled.samples"]]
    wanted = [int(label) for label in expected.labels]
    assert labels == wanted[:labelled][:1000]
    if expected.test and len(wanted) == count:
        assert [sample["label"] for sample in results["test.samples"]] == wanted[labelled:]
    levels = shown(bench.output("index.html").read_text(), channels, expected.levels)
    images = expected.images if expected.test else expected.images[:1000]
    assert levels.shape == images.shape
    assert numpy.array_equal(levels, images)
    return f"{count:,} of {width} × {height}" + (" in colour" if channels == 3 else "")


def row(form, read):
    options = ", ".join(f"`{line}`" for line in form.options.split("\n"))
    return f"| {form.name} | {options} | {form.file} | {form.tool} | {read} |"


TABLE = "| form | options | the file | what reads it too | read alike |\n|---|---|---|---|---|\n"
READ = {}


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_levels_are_those_that_the_tool_reads(form, bench, mnist):
    READ[str(form)] = try_form(form, bench, mnist)


def test_the_documentation_has_every_form():
    """`docs/data.md` says what was read; with `RECORD=1` it is written."""
    if len(READ) < len(FORMS):
        pytest.skip("not all forms were tried")
    tables = ""
    for group in ("IDX", "CSV", "NPZ", "Folders"):
        rows = {}
        for form in FORMS:
            if form.group == group:
                rows.setdefault(form.name, row(form, READ[str(form)]))
        tables += f"### {group}\n\n{TABLE}" + "\n".join(rows.values()) + "\n\n"
    path = ROOT / "docs/data.md"
    before, marked, rest = path.read_text().partition("<!-- forms -->\n")
    _, end, after = rest.partition("<!-- /forms -->")
    assert marked and end
    wanted = f"{before}{marked}\n{tables}{end}{after}"
    if os.environ.get("RECORD"):
        path.write_text(wanted)
    assert path.read_text() == wanted
