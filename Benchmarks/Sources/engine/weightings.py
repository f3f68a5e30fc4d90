"""The same by numpy, with BLAS and argsort: UNITS INDICATORS DRAWS THREADS."""
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

units, indicators, draws, threads = map(int, sys.argv[1:5])
random = np.random.default_rng(1)
table = random.uniform(0, 100, (units, indicators))
weights = random.exponential(size=(draws, indicators))
weights /= weights.sum(axis=1, keepdims=True)
block = 250


def ranks(start):
    scores = weights[start : start + block] @ table.T
    order = np.argsort(-scores, axis=1)
    places = np.empty_like(order, dtype=np.int32)
    np.put_along_axis(places, order, np.arange(1, units + 1, dtype=np.int32)[None, :], axis=1)
    return int(places[:, 0].sum())


began = time.perf_counter()
with ThreadPoolExecutor(threads) as pool:
    total = sum(pool.map(ranks, range(0, draws, block)))
print(f"numpy {np.__version__}: {time.perf_counter() - began:.3f} s (sum {total})")
