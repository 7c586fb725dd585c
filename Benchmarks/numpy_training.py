"""Trains the classic notebook's network in NumPy and prints how long the training took.

usage: numpy_training.py MNIST_DIR [--dtype float64|float32] [--hidden 10] [--rows 42000] [--iterations 500]

784 inputs, HIDDEN rectified units, 10 softmax outputs; full-batch gradient descent with rate 0.1.
Prints one JSON object: {"seconds": …, "accuracy": …}.
"""

import argparse
import json
import time

import numpy as np

import mnist


def train(x, y, hidden, iterations, dtype):
    m = x.shape[1]
    w1, b1, w2, b2 = (
        (np.random.rand(*shape) - 0.5).astype(dtype)
        for shape in ((hidden, x.shape[0]), (hidden, 1), (10, hidden), (10, 1))
    )
    target = np.eye(10, dtype=dtype)[:, y]
    rate, mean = dtype(0.1), dtype(1 / m)
    for _ in range(iterations):
        z1 = w1 @ x + b1
        a1 = np.maximum(z1, 0)
        z2 = w2 @ a1 + b2
        e = np.exp(z2 - z2.max(axis=0))
        a2 = e / e.sum(axis=0)
        dz2 = a2 - target
        dz1 = (w2.T @ dz2) * (z1 > 0)
        w2 -= rate * mean * (dz2 @ a1.T)
        b2 -= rate * mean * dz2.sum(axis=1, keepdims=True)
        w1 -= rate * mean * (dz1 @ x.T)
        b1 -= rate * mean * dz1.sum(axis=1, keepdims=True)
    return float((a2.argmax(axis=0) == y).mean())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--dtype", default="float64")
    parser.add_argument("--hidden", type=int, default=10)
    parser.add_argument("--rows", type=int, default=42000)
    parser.add_argument("--iterations", type=int, default=500)
    arguments = parser.parse_args()

    images, labels = mnist.read(arguments.folder)
    np.random.seed(0)
    order = np.random.permutation(arguments.rows)[1000:]
    dtype = np.dtype(arguments.dtype).type
    x = (images[order].T / 255.0).astype(dtype)
    began = time.perf_counter()
    accuracy = train(x, labels[order], arguments.hidden, arguments.iterations, dtype)
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "accuracy": accuracy}))


if __name__ == "__main__":
    main()
