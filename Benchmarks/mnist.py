"""Reads the MNIST files, and writes them in the shape of Kaggle's Digit Recognizer."""

import gzip
import pathlib
import sys

import numpy as np


def idx(path):
    """The array in a gzipped IDX file of bytes."""
    raw = gzip.open(path).read()
    rank = raw[3]
    shape = [int.from_bytes(raw[4 + 4 * i : 8 + 4 * i], "big") for i in range(rank)]
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * rank).reshape(shape)


def read(folder):
    """70,000 images as rows of 784 bytes, and their labels: the training files, then the test files."""
    folder = pathlib.Path(folder)
    images = [idx(folder / f"{part}-images-idx3-ubyte.gz") for part in ("train", "t10k")]
    labels = [idx(folder / f"{part}-labels-idx1-ubyte.gz") for part in ("train", "t10k")]
    return np.concatenate(images).reshape(-1, 784), np.concatenate(labels)


def write_csv(folder, out, labelled=42000):
    """Writes train.csv with the first `labelled` rows and test.csv, without labels, with the rest."""
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    images, labels = read(folder)
    header = ",".join(f"pixel{i}" for i in range(images.shape[1]))
    with open(out / "train.csv", "w") as file:
        file.write("label," + header + "\n")
        for label, row in zip(labels[:labelled], images[:labelled]):
            file.write(f"{label}," + ",".join(map(str, row)) + "\n")
    with open(out / "test.csv", "w") as file:
        file.write(header + "\n")
        for row in images[labelled:]:
            file.write(",".join(map(str, row)) + "\n")


if __name__ == "__main__":
    write_csv(sys.argv[1], sys.argv[2])
