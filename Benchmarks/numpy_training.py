"""Trains the classic notebook's network in NumPy and prints how long that took.

usage: numpy_training.py MNIST_DIR [--dtype float64|float32] [--hidden 10] [--rows 42000] [--iterations 500]

784 inputs, HIDDEN rectified units, 10 softmax outputs; full-batch gradient descent with rate 0.1,
written as the classic notebook writes it: the accuracy is counted every tenth iteration. The
seconds run from the loaded rows to the trained weights: shuffle, scaling and training.
Prints one JSON object: {"seconds": …, "accuracy": …}.
"""

import argparse
import json
import time

import numpy as np

import mnist


def prepare(rows, dtype):
    """The training images as columns of inputs, and their labels."""
    np.random.shuffle(rows)
    training = rows[1000:].T
    return (training[1:] / 255.0).astype(dtype), training[0]


def forward(weights, x):
    w1, b1, w2, b2 = weights
    z1 = w1 @ x + b1
    a1 = np.maximum(z1, 0)
    z2 = w2 @ a1 + b2
    e = np.exp(z2 - z2.max(axis=0, keepdims=True))
    return z1, a1, e / e.sum(axis=0, keepdims=True)


def train(x, y, hidden, iterations, dtype):
    m = x.shape[1]
    shapes = ((hidden, x.shape[0]), (hidden, 1), (10, hidden), (10, 1))
    weights = [(np.random.rand(*shape) - 0.5).astype(dtype) for shape in shapes]
    target = np.zeros((10, m), dtype)
    target[y, np.arange(m)] = 1
    rate, mean = dtype(0.1), dtype(1 / m)
    accuracy = 0.0
    for iteration in range(iterations):
        z1, a1, a2 = forward(weights, x)
        dz2 = a2 - target
        dz1 = (weights[2].T @ dz2) * (z1 > 0)
        gradients = (
            mean * (dz1 @ x.T),
            mean * dz1.sum(axis=1, keepdims=True),
            mean * (dz2 @ a1.T),
            mean * dz2.sum(axis=1, keepdims=True),
        )
        weights = [w - rate * gradient for w, gradient in zip(weights, gradients)]
        if iteration % 10 == 0:
            accuracy = float((a2.argmax(axis=0) == y).mean())
    return accuracy


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dtype", default="float64")
    parser.add_argument("--hidden", type=int, default=10)
    parser.add_argument("--rows", type=int, default=42000)
    parser.add_argument("--iterations", type=int, default=500)
    arguments = parser.parse_args()

    images, labels = mnist.read(arguments.folder)
    rows = np.column_stack([labels, images])[: arguments.rows].astype(np.int64)
    dtype = np.dtype(arguments.dtype).type
    np.random.seed(0)
    began = time.perf_counter()
    x, y = prepare(rows, dtype)
    accuracy = train(x, y, arguments.hidden, arguments.iterations, dtype)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "accuracy": accuracy}))


if __name__ == "__main__":
    main()
