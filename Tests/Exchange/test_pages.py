"""A notebook for each kind of data that is not MNIST, through every step and figure."""

import re

import numpy
import pytest

from test_data import save

NOTEBOOK = """---
title: Any images
---

`{load.rows}` rows; `{dev.accuracy:.1%}`; `{dev.confusion.recall("NAME")}` of NAME.

```load
OPTIONS
```

```plot counts
show: class-counts
```

```split
dev: 60
```

```train
layers: [8 relu, UNITS softmax]
learning-rate: 0.3
iterations: 30
```

```evaluate dev
on: dev
```

```plot confusion
show: confusion-matrix
```

```plot scores
show: per-class
```

```plot shown
show: images
from: dev
```

```plot units
show: weights
```

```predict
on: dev
```

```export
to: model.onnx
```

```try
from: dev
```
"""


def write_idx(path, array):
    path.parent.mkdir(parents=True, exist_ok=True)
    sizes = b"".join(size.to_bytes(4, "big") for size in array.shape)
    path.write_bytes(bytes([0, 0, 8, array.ndim]) + sizes + array.astype("u1").tobytes())


def write_csv(path, images, labels):
    rows = (f"{label}," + ",".join(map(str, image.ravel())) for image, label in zip(images, labels))
    path.write_text("\n".join(rows) + "\n")


def three_classes(folder, images, labels):
    for number in numpy.flatnonzero(labels < 3):
        save(images[number], folder / f"d/{['cat', 'dog', 'shirt'][labels[number]]}/{number}.png")
    return "images: d", ["cat", "dog", "shirt"], (28, 28, 1), 255


def letters(folder, images, labels):
    numbers = (labels + 10 * (numpy.arange(len(labels)) % 3)) % 26 + 1
    for part in ("train", "test"):
        write_idx(folder / f"d/emnist-letters-{part}-images-idx3-ubyte", images.transpose(0, 2, 1))
        write_idx(folder / f"d/emnist-letters-{part}-labels-idx1-ubyte", numbers)
    return "mnist: d\norient: transposed", [chr(65 + i) for i in range(26)], (28, 28, 1), 255


def tall(folder, images, labels):
    for part in ("train", "t10k"):
        write_idx(folder / f"d/{part}-images-idx3-ubyte", images[:, :, 4:24])
        write_idx(folder / f"d/{part}-labels-idx1-ubyte", labels)
    return "mnist: d", [str(i) for i in range(10)], (20, 28, 1), 255


def colour(folder, images, labels):
    padded = numpy.pad(images, ((0, 0), (2, 2), (2, 2)))
    write_csv(folder / "d.csv", numpy.stack([padded, padded // 2, 200 - padded // 2], -1), labels % 4)
    names = ["red", "green", "blue", "yellow"]
    return f"csv: d.csv\nsize: 32x32\nchannels: 3\nclasses: [{', '.join(names)}]", names, (32, 32, 3), 255


def sixteen_levels(folder, images, labels):
    small = images[:, 2:26, 2:26].reshape(-1, 8, 3, 8, 3).mean((2, 4)) / 255 * 16
    write_csv(folder / "d.csv", small.round().astype(int), labels)
    return "csv: d.csv\nlevels: 16", [str(i) for i in range(10)], (8, 8, 1), 16


@pytest.mark.parametrize("kind", [three_classes, letters, tall, colour, sixteen_levels])
def test_every_step_and_figure(bench, mnist, kind):
    options, names, (width, height, channels), levels = kind(
        bench.folder, mnist[0][:600], mnist[1][:600].astype(int))
    text = NOTEBOOK.replace("OPTIONS", options).replace("UNITS", str(len(names)))
    results = bench.run(text.replace("NAME", names[-1]))
    assert results["load.class-names"] == names
    assert [results[f"load.{name}"] for name in ("width", "height", "channels", "levels")] == [
        width, height, channels, levels]
    assert len(results["dev.per-class"]) == len(names)
    assert results["split.scale"] == pytest.approx(1 / levels)
    page = bench.output("index.html").read_text()
    words = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S)
    assert not re.search(r"\bdigits?\b", words, re.I)
    assert all(name in words for name in names)


@pytest.mark.parametrize("count", [2, 47, 100, 300])
def test_any_number_of_classes(bench, mnist, count):
    labels = numpy.arange(900) % count
    write_csv(bench.folder / "d.csv", mnist[0][:900, ::2, ::2], labels)
    text = NOTEBOOK.replace("OPTIONS", "csv: d.csv").replace("UNITS", str(count))
    text = text.replace("NAME", str(count - 1))
    if count > 200:
        assert "class-counts shows up to 200 classes, and there are 300" in bench.run(text, status=1)
        text = re.sub(r"```plot (counts|confusion|scores)\n.*?```\n", "", text, flags=re.S)
    results = bench.run(text)
    assert results["load.classes"] == count
    assert len(results["dev.per-class"]) == count
