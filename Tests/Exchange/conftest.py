"""The built program, real data, and notebooks that are run in a folder of their own."""

import gzip
import json
import pathlib
import struct
import subprocess

import numpy
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DAYBOOK = ROOT / ".build/release/daybook"


def read_idx(path):
    data = gzip.open(path).read()
    rank = data[3]
    sizes = struct.unpack(f">{rank}I", data[4:4 + 4 * rank])
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * rank).reshape(sizes)


@pytest.fixture(scope="session")
def mnist():
    """All images and labels, those for training first."""
    folder = ROOT / "notebooks/data/mnist"
    parts = ["train", "t10k"]
    return tuple(
        numpy.concatenate([read_idx(folder / f"{part}-{kind}-ubyte.gz") for part in parts])
        for kind in ("images-idx3", "labels-idx1"))


class Bench:
    def __init__(self, folder):
        self.folder = folder

    def run(self, notebook, status=0):
        (self.folder / "nb.md").write_text(notebook)
        done = subprocess.run(
            [DAYBOOK, "run", "--quiet", "--allow-read", ROOT, "--output", self.folder / "out", "nb.md"],
            cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == status, done.stderr
        if status:
            return done.stderr
        return json.loads((self.folder / "out/nb/results.json").read_text())

    def output(self, name):
        return self.folder / "out/nb" / name


@pytest.fixture
def bench(tmp_path):
    return Bench(tmp_path)
