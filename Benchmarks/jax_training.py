"""Trains the classic notebook's network with JAX on the CPU, the whole loop compiled.

usage: jax_training.py MNIST_DIR
Prints one JSON object: {"seconds": …, "accuracy": …}; the seconds leave the compilation out.
"""

import json
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np

import mnist

jax.config.update("jax_platforms", "cpu")


def forward(weights, x):
    w1, b1, w2, b2 = weights
    z1 = w1 @ x + b1
    a1 = jnp.maximum(z1, 0)
    return z1, a1, jax.nn.softmax(w2 @ a1 + b2, axis=0)


@jax.jit
def train(weights, x, target):
    def step(weights, _):
        w1, b1, w2, b2 = weights
        m = x.shape[1]
        z1, a1, a2 = forward(weights, x)
        dz2 = (a2 - target) / m
        dz1 = (w2.T @ dz2) * (z1 > 0)
        gradients = (
            dz1 @ x.T,
            dz1.sum(axis=1, keepdims=True),
            dz2 @ a1.T,
            dz2.sum(axis=1, keepdims=True),
        )
        return tuple(w - 0.1 * g for w, g in zip(weights, gradients)), None

    return jax.lax.scan(step, weights, None, length=500)[0]


def main():
    images, labels = mnist.read(sys.argv[1])
    np.random.seed(0)
    order = np.random.permutation(42000)[1000:]
    x = jnp.asarray(images[order].T / 255.0, jnp.float32)
    target = jnp.asarray(np.eye(10)[:, labels[order]], jnp.float32)
    weights = tuple(
        jnp.asarray(np.random.rand(*shape) - 0.5, jnp.float32)
        for shape in ((10, 784), (10, 1), (10, 10), (10, 1))
    )
    compiled = train.lower(weights, x, target).compile()
    began = time.perf_counter()
    trained = jax.block_until_ready(compiled(weights, x, target))
    seconds = time.perf_counter() - began
    accuracy = float((forward(trained, x)[2].argmax(axis=0) == jnp.asarray(labels[order])).mean())
    print(json.dumps({"seconds": seconds, "accuracy": accuracy}))


if __name__ == "__main__":
    main()
