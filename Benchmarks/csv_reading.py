"""Reads Kaggle's two CSV files into arrays of bytes with pandas or Polars, and prints how long that took.

usage: csv_reading.py pandas|polars CSV_DIR
Prints one JSON object: {"seconds": …}.
"""

import json
import sys
import time

import numpy as np


def main():
    library, folder = sys.argv[1:]
    if library == "pandas":
        from pandas import read_csv
    else:
        from polars import read_csv
    began = time.perf_counter()
    arrays = [
        read_csv(f"{folder}/{name}.csv").to_numpy().astype(np.uint8) for name in ("train", "test")
    ]
    seconds = time.perf_counter() - began
    assert [array.shape for array in arrays] == [(42000, 785), (28000, 784)]
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
