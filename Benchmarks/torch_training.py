"""Trains networks with PyTorch on the CPU and prints how long an epoch took.

usage: torch_training.py MNIST_DIR {convolution,dense} [--augment] [--channels-last] [--epochs 2]

The networks, batches and optimizer are those of `batched` in bench.py. With --augment every batch is
shifted, turned and scaled by tensor operations: an affine grid drawn anew and sampled bilinearly.
Prints one JSON object: {"seconds": … of the last epoch, "megabytes": …, "accuracy": …}.
"""

import argparse
import json
import math
import resource
import time

import torch
from torch import nn

import mnist

NETWORKS = {
    "convolution": lambda: nn.Sequential(
        nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(512, 128), nn.ReLU(), nn.Linear(128, 10)),
    "dense": lambda: nn.Sequential(
        nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 128), nn.ReLU(),
        nn.Linear(128, 10)),
}


def augmented(images):
    """Shifted by up to two pixels, turned by up to ten degrees, scaled by up to a tenth."""
    count = len(images)
    draw = lambda most: (torch.rand(count) * 2 - 1) * most
    angle, scale = draw(math.pi / 18), 1 + draw(0.1)
    cos, sin = angle.cos() / scale, angle.sin() / scale
    rows = torch.stack(
        [cos, -sin, draw(4 / 27), sin, cos, draw(4 / 27)], dim=1).view(count, 2, 3)
    grid = nn.functional.affine_grid(rows, images.shape, align_corners=True)
    return nn.functional.grid_sample(images, grid, align_corners=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mnist")
    parser.add_argument("network", choices=NETWORKS)
    parser.add_argument("--augment", action="store_true")
    parser.add_argument("--channels-last", action="store_true")
    parser.add_argument("--epochs", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(0)
    images, labels = mnist.read(arguments.mnist)
    images = torch.tensor(images[:41000]).view(-1, 1, 28, 28)
    labels = torch.tensor(labels[:41000].astype("int64"))
    network = NETWORKS[arguments.network]()
    form = torch.channels_last if arguments.channels_last else torch.contiguous_format
    network = network.to(memory_format=form)
    adam = torch.optim.Adam(network.parameters(), lr=0.001)
    for _ in range(arguments.epochs):
        began = time.perf_counter()
        order = torch.randperm(len(images))
        for rows in order.split(128):
            batch = images[rows].float().div(255)
            if arguments.augment:
                batch = augmented(batch)
            loss = nn.functional.cross_entropy(
                network(batch.contiguous(memory_format=form)), labels[rows])
            adam.zero_grad()
            loss.backward()
            adam.step()
        seconds = time.perf_counter() - began
    with torch.no_grad():
        read = network(images[:10000].float().div(255)).argmax(1)
    print(json.dumps({
        "seconds": seconds, "accuracy": (read == labels[:10000]).double().mean().item(),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }))


if __name__ == "__main__":
    main()
