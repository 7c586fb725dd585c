"""How many of MNIST's last 67,000 rows the nearest mean of the first 3,000 reads, by NumPy.

Run in the repository's folder: python Tests/RunnerTests/Fixtures/nearest_mean.py
"""
import gzip
from pathlib import Path

import numpy as np

FOLDER = Path("notebooks/data/mnist")


def read(part: str, rank: int) -> np.ndarray:
    path = next(p for p in sorted(FOLDER.iterdir()) if part in p.name.replace(".", "-"))
    data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    return np.frombuffer(data, np.uint8, offset=4 + 4 * rank)


images = np.concatenate([read(f"{s}-images", 3) for s in ("train", "t10k")]).reshape(-1, 784)
labels = np.concatenate([read(f"{s}-labels", 1) for s in ("train", "t10k")])
known, rest = images[:3000].astype(float), images[3000:].astype(float)
means = np.stack([known[labels[:3000] == digit].mean(axis=0) for digit in range(10)])
distances = (means**2).sum(axis=1) - 2 * rest @ means.T
print("nearest mean:", int((distances.argmin(axis=1) == labels[3000:]).sum()))
commonest = np.bincount(labels[:3000]).argmax()
print("commonest:", int(commonest), int((labels[3000:] == commonest).sum()))
