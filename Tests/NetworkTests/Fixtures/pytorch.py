#!/usr/bin/env python3
"""Trains small networks with PyTorch on the CPU, in 64-bit floats, and writes what ours are held to.

usage: pytorch.py        (writes pytorch.json and pytorch-images.json beside this script; needs torch==2.13.0+cpu)

Each case is a network in the notebook's words with its weights before the first update, the grey
levels and labels of its examples, how it is trained, the loss before each of 50 updates of all
examples together, and the learning rate of each update. The images are resampled along affine maps.
"""

import json
import math
import pathlib

import torch
from torch import nn

HERE = pathlib.Path(__file__).resolve().parent
UPDATES = 50

ACTIVATIONS = {
    "relu": nn.ReLU, "leaky-relu": nn.LeakyReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid,
    "gelu": lambda: nn.GELU(approximate="tanh"),
}


def size(word):
    return tuple(int(side) for side in word.split("x"))


class Builder:
    """Layers of PyTorch from the words of the notebook."""

    def __init__(self, channels, height, width):
        self.shape = (channels, height, width)
        self.modules = []

    def add(self, text):
        words = text.split()
        if words[0] == "conv":
            self.conv(words[1:])
        elif words[0] in ("max-pool", "average-pool"):
            pool = nn.MaxPool2d if words[0] == "max-pool" else nn.AvgPool2d
            self.modules.append(pool(size(words[1])))
        elif words[0] == "batch-norm":
            self.modules.append(nn.BatchNorm2d(self.shape[0]))
            self.activate(words[1:])
        else:
            self.modules.append(nn.Flatten())
            self.modules.append(nn.Linear(math.prod(self.shape), int(words[0])))
            self.activate(words[1:])
        with torch.no_grad():
            sample = torch.zeros(2, *self.shape, dtype=torch.float64)
            for module in self.modules:
                module.double()
            out = nn.Sequential(*self.modules[self.start:])(sample)
        self.shape = tuple(out.shape[1:]) if out.dim() == 4 else (out.shape[1], 1, 1)
        self.start = len(self.modules)

    start = 0

    def conv(self, words):
        channels, kernel, rest = int(words[0]), size(words[1]), words[2:]
        stride, pad = 1, 0
        while rest and rest[0] in ("stride", "pad"):
            if rest[0] == "stride":
                stride = int(rest[1])
            else:
                pad = "same" if rest[1] == "same" else int(rest[1])
            rest = rest[2:]
        self.modules.append(nn.Conv2d(self.shape[0], channels, kernel, stride, pad))
        self.activate(rest)

    def activate(self, words):
        if words and words[0] != "softmax":
            self.modules.append(ACTIVATIONS[words[0]]())


def tensors(network):
    """The numbers of each layer in the order in which Daybook stores them."""
    result = []
    for module in network:
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            result += [module.weight, module.bias]
        elif isinstance(module, nn.BatchNorm2d):
            result += [module.weight, module.bias, module.running_mean, module.running_var]
    return [tensor.detach().flatten().tolist() for tensor in result]


def exactly(network):
    """Rounds every number to one that 32 bits hold, and that few digits write."""
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_((parameter * 256).round() / 256)


def optimizer(case, parameters):
    rate, decay = case["learning-rate"], case.get("weight-decay", 0)
    if case["optimizer"] == "gradient-descent":
        return torch.optim.SGD(
            parameters, lr=rate, momentum=case.get("momentum", 0),
            nesterov=case.get("nesterov", False), weight_decay=decay)
    kind = torch.optim.Adam if case["optimizer"] == "adam" else torch.optim.AdamW
    return kind(parameters, lr=rate, weight_decay=decay)


def schedule(case, optimizer):
    """The scheduler of a case, whose unit of time is an update; a warm-up comes before it."""
    words = case.get("schedule", "constant").split()
    warm_up = case.get("warm-up", 0)
    rest = UPDATES - warm_up
    lr = torch.optim.lr_scheduler
    if words[0] == "cosine":
        after = lr.CosineAnnealingLR(optimizer, T_max=rest)
    elif words[0] == "one-cycle":
        return lr.OneCycleLR(
            optimizer, max_lr=case["learning-rate"], total_steps=rest, cycle_momentum=False)
    elif words[0] == "step":
        after = lr.StepLR(optimizer, step_size=int(words[2]), gamma=float(words[1]))
    else:
        after = lr.ConstantLR(optimizer, factor=1)
    if not warm_up:
        return after
    rise = lr.LambdaLR(optimizer, lambda update: min(1, (update + 1) / warm_up))
    return lr.SequentialLR(optimizer, [rise, after], milestones=[warm_up])


def run(case, seed):
    torch.manual_seed(seed)
    builder = Builder(*case["input"])
    for layer in case["layers"]:
        builder.add(layer)
    network = nn.Sequential(*builder.modules).double()
    exactly(network)
    levels = torch.randint(0, 256, (case["examples"], *case["input"]))
    labels = torch.randint(0, builder.shape[0], (case["examples"],))
    start = tensors(network)
    steps = optimizer(case, network.parameters())
    rates = schedule(case, steps)
    losses, used = [], []
    network.train()
    for _ in range(UPDATES):
        scores = network(levels.double() / 255)
        losses.append(nn.functional.cross_entropy(scores, labels).item())
        loss = nn.functional.cross_entropy(
            scores, labels, label_smoothing=case.get("label-smoothing", 0))
        used.append(steps.param_groups[0]["lr"])
        steps.zero_grad()
        loss.backward()
        steps.step()
        rates.step()
    network.eval()
    with torch.no_grad():
        probabilities = network(levels.double() / 255).softmax(1)
    return case | {
        "weights": start, "levels": levels.flatten().tolist(), "labels": labels.tolist(),
        "losses": losses, "rates": used, "probabilities": probabilities.flatten().tolist(),
    }


# A bias before a batch-norm has no slope but rounding errors, which Adam makes into whole steps: there
# is none among the cases of Adam.
CASES = [
    {"input": [1, 6, 5], "layers": ["8 relu", "7 tanh", "6 sigmoid", "4 softmax"], "examples": 37,
     "optimizer": "gradient-descent", "learning-rate": 0.5},
    {"input": [1, 6, 5], "layers": ["9 gelu", "8 leaky-relu", "4 softmax"], "examples": 21,
     "optimizer": "gradient-descent", "learning-rate": 0.05, "momentum": 0.9, "nesterov": True,
     "weight-decay": 0.01},
    {"input": [2, 8, 7],
     "layers": ["conv 4 3x3 pad same relu", "max-pool 2x2", "conv 3 2x3 stride 2 pad 1 tanh",
                "5 softmax"],
     "examples": 19, "optimizer": "adam", "learning-rate": 0.01},
    {"input": [1, 8, 8], "layers": ["conv 3 3x3 gelu", "average-pool 2x3", "6 relu", "3 softmax"],
     "examples": 40, "optimizer": "adamw", "learning-rate": 0.01, "weight-decay": 0.1,
     "schedule": "cosine", "label-smoothing": 0.2},
    {"input": [1, 8, 8], "layers": ["batch-norm relu", "conv 3 3x3 tanh", "max-pool 2x2", "3 softmax"],
     "examples": 35, "optimizer": "adam", "learning-rate": 0.02, "schedule": "one-cycle"},
    {"input": [3, 5, 6], "layers": ["batch-norm", "conv 4 2x2", "batch-norm tanh", "4 softmax"],
     "examples": 23, "optimizer": "gradient-descent", "learning-rate": 0.2, "momentum": 0.5,
     "schedule": "step 0.5 8", "warm-up": 10},
    {"input": [1, 5, 5], "layers": ["6 relu", "3 softmax"], "examples": 16,
     "optimizer": "adam", "learning-rate": 0.02, "schedule": "cosine", "warm-up": 7},
    # Channels enough that convolutions go by tiles.
    {"input": [8, 8, 9],
     "layers": ["conv 10 5x4 pad 2 relu", "max-pool 2x2", "conv 9 3x3 pad same gelu", "4 softmax"],
     "examples": 18, "optimizer": "adam", "learning-rate": 0.001},
]

def resample(shift, half_turns, scale, shear, seed):
    """An image with each place's level from where an affine map says, by `grid_sample`."""
    torch.manual_seed(seed)
    channels, height, width = 2, 9, 12
    levels = torch.randint(0, 256, (channels, height, width))
    angle = half_turns * math.pi
    double = {"dtype": torch.float64}
    turn = torch.tensor(
        [[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]], **double)
    matrix = turn @ torch.tensor([[1, shear], [0, 1]], **double) / scale
    rows, columns = torch.meshgrid(
        torch.arange(height).double() - (height - 1) / 2,
        torch.arange(width).double() - (width - 1) / 2, indexing="ij")
    x = matrix[0, 0] * columns + matrix[0, 1] * rows + shift[0]
    y = matrix[1, 0] * columns + matrix[1, 1] * rows + shift[1]
    grid = torch.stack([x / ((width - 1) / 2), y / ((height - 1) / 2)], dim=-1)
    image = nn.functional.grid_sample(
        levels[None].double(), grid[None], mode="bilinear", padding_mode="zeros", align_corners=True)
    return {
        "shape": [channels, height, width], "shift": shift, "half-turns": half_turns,
        "scale": scale, "shear": shear, "levels": levels.flatten().tolist(),
        "image": image.flatten().tolist(),
    }


RESAMPLED = [
    ([0.0, 0.0], 0.0, 1.0, 0.0), ([1.25, -2.5], 0.0, 1.0, 0.0), ([0.0, 0.0], 0.5, 1.0, 0.0),
    ([0.3, 0.1], -0.07, 1.1, 0.2), ([-1.0, 3.0], 0.9, 0.6, -0.7), ([20.0, 0.0], 0.1, 1.0, 0.0),
]

(HERE / "pytorch-images.json").write_text(
    json.dumps([resample(*case, seed) for seed, case in enumerate(RESAMPLED)],
               separators=(",", ":")) + "\n")
(HERE / "pytorch.json").write_text(
    json.dumps([run(case, seed) for seed, case in enumerate(CASES)], separators=(",", ":")) + "\n")
