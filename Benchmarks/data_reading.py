"""Reads data as people do in Python, and prints how long that took.

usage: data_reading.py npz FILE | png FOLDER | write FOLDER MNIST
`write` makes what the others read: MNIST as two .npz files, and 10,000 of its images as PNG files.
Prints one JSON object: {"seconds": …}.
"""

import json
import pathlib
import sys
import time

import numpy as np
from PIL import Image

from mnist import idx


def npz(path):
    with np.load(path) as file:
        return [file[name] for name in ("x_train", "y_train", "x_test", "y_test")]


def png(folder):
    paths = sorted(pathlib.Path(folder).glob("*/*.png"))
    return np.stack([np.asarray(Image.open(path)) for path in paths])


def write(folder, mnist):
    folder = pathlib.Path(folder)
    names = ["train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1"]
    arrays = [idx(pathlib.Path(mnist) / f"{name}-ubyte.gz") for name in names]
    keys = dict(zip(["x_train", "y_train", "x_test", "y_test"], arrays))
    np.savez(folder / "stored.npz", **keys)
    np.savez_compressed(folder / "deflated.npz", **keys)
    for number, (image, label) in enumerate(zip(arrays[2], arrays[3])):
        place = folder / "png" / str(label)
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image).save(place / f"{number}.png")


def main():
    what, path, *rest = sys.argv[1:]
    if what == "write":
        write(path, *rest)
        return
    began = time.perf_counter()
    {"npz": npz, "png": png}[what](path)
    print(json.dumps({"seconds": time.perf_counter() - began}))


if __name__ == "__main__":
    main()
