#!/usr/bin/env python3
"""Trains the classic network in NumPy, with 64-bit floats, and writes what the Swift one is held to.

usage: generate.py [SEED ...]        (seeds 0 and 3 if none is named)

Writes reference-seedN.json beside this script. It reads MNIST from notebooks/data/mnist, needs
NumPy and takes about a minute a seed. NumPy's sums depend in their last bits on its BLAS, so another
machine may move a count by one; `git diff` shows whether it did.

The draws, in this order: the rows are shuffled, of which the first 1,000 become the dev set; then W1
(10 x 784), b1 (10 x 1), W2 (10 x 10) and b2 (10 x 1), uniform in [-0.5, 0.5).
"""

import gzip
import hashlib
import json
import pathlib
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
MNIST = HERE.parents[2] / "notebooks" / "data" / "mnist"
LABELLED, DEV, ITERATIONS, RATE = 42_000, 1_000, 500, 0.1


def idx(name):
    """The array in an IDX file: two zero bytes, the type, the number of dimensions, their sizes."""
    data = gzip.decompress((MNIST / name).read_bytes())
    sizes = np.frombuffer(data, ">u4", data[3], 4)
    return np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]).reshape(sizes)


def both(kind):
    return np.concatenate([idx(f"train-{kind}.gz"), idx(f"t10k-{kind}.gz")])


class Network:
    """784 -> 10 relu -> 10 softmax; an example is a column."""

    def __init__(self):
        draw = lambda *shape: np.random.rand(*shape) - 0.5
        self.w1, self.b1, self.w2, self.b2 = draw(10, 784), draw(10, 1), draw(10, 10), draw(10, 1)

    def forward(self, x):
        z1 = self.w1 @ x + self.b1
        a1 = np.maximum(z1, 0)
        z2 = self.w2 @ a1 + self.b2
        powers = np.exp(z2 - z2.max(axis=0))
        return z1, a1, powers / powers.sum(axis=0)

    def predict(self, x):
        return self.forward(x)[2].argmax(axis=0)

    def update(self, x, one_hot):
        """One step of gradient descent; answers the probabilities before it."""
        m = x.shape[1]
        z1, a1, a2 = self.forward(x)
        dz2 = a2 - one_hot
        dz1 = (self.w2.T @ dz2) * (z1 > 0)
        self.w2, self.b2 = self.w2 - RATE / m * (dz2 @ a1.T), self.b2 - RATE / m * dz2.sum(1, keepdims=True)
        self.w1, self.b1 = self.w1 - RATE / m * (dz1 @ x.T), self.b1 - RATE / m * dz1.sum(1, keepdims=True)
        return a2


def reference(seed, images, labels):
    np.random.seed(seed)
    rows = np.column_stack([labels[:LABELLED], images[:LABELLED]])
    np.random.shuffle(rows)
    y_dev, y = rows[:DEV, 0], rows[DEV:, 0]
    x_dev, x, x_test = (part.T / 255 for part in (rows[:DEV, 1:], rows[DEV:, 1:], images[LABELLED:]))
    network, one_hot = Network(), np.eye(10)[y].T
    history = []
    for iteration in range(ITERATIONS):
        probabilities = network.update(x, one_hot)
        if iteration % 10 == 0:
            history.append([iteration, int((probabilities.argmax(axis=0) == y).sum())])
    dev, test = network.predict(x_dev), network.predict(x_test)
    confusion = np.zeros((10, 10), int)
    np.add.at(confusion, (y_dev, dev), 1)
    submission = "ImageId,Label\n" + "".join(f"{i},{d}\n" for i, d in enumerate(test, 1))
    return {
        "seed": seed,
        "iterations": ITERATIONS,
        "dtype": "float64",
        "train_rows": len(y),
        "history_correct": history,
        "train_accuracy_final_weights": float((network.predict(x) == y).mean()),
        "dev_accuracy": float((dev == y_dev).mean()),
        "test_accuracy": float((test == labels[LABELLED:]).mean()),
        "dev_confusion": confusion.tolist(),
        "first_training_samples": [[int(a), int(b)] for a, b in zip(network.predict(x[:, :4]), y)],
        "first_misclassified_dev": [
            [int(i), int(dev[i]), int(y_dev[i])] for i in np.flatnonzero(dev != y_dev)[:3]
        ],
        "submission_sha256": hashlib.sha256(submission.encode()).hexdigest(),
    }


if __name__ == "__main__":
    images = both("images-idx3-ubyte").reshape(-1, 784)
    labels = both("labels-idx1-ubyte")
    for seed in map(int, sys.argv[1:] or [0, 3]):
        text = json.dumps(reference(seed, images, labels), separators=(",", ":"))
        (HERE / f"reference-seed{seed}.json").write_text(text)
