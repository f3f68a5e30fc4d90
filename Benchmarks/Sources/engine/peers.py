"""Peers of the engine on the same table: WORK TABLE UNITS INDICATORS RUNS [DRAWS THREADS].

Each prints the library, the median of its seconds, and the number that the engine finds too.
"""

import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

import numpy as np

work, path, units, indicators, runs = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
# The file holds one indicator after another; peers take a row a unit.
table = np.ascontiguousarray(np.fromfile(path).reshape(indicators, units).T)
equal = np.full(indicators, 1 / indicators)
weights_of_units = np.arange(units) % 7


def say(library, compute, found):
    tell(f"{library} {version(library)}", compute, found)


def tell(name, compute, found):
    """The first run finds the memory cold and is not counted."""
    seconds = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        result = compute()
        seconds.append(time.perf_counter() - start)
    print(f"{name}\t{statistics.median(seconds[1:])}\t{found(result)}", flush=True)


def ranks(scores):
    places = np.empty(len(scores), dtype=np.int64)
    places[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return places


def levels():
    low, high = table.min(axis=0), table.max(axis=0)
    scores = (table - low) / (high - low) * 100
    while scores.shape[1] > 1:
        size = {60: 10, 6: 6}.get(scores.shape[1], scores.shape[1])
        scores = scores.reshape(units, -1, size).mean(axis=2)
    return ranks(scores[:, 0])


def copeland():
    wins = np.zeros(units)
    for unit in range(units):
        share = ((table[unit] > table) + 0.5 * (table[unit] == table)) @ equal
        wins[unit] = np.sign(np.where(np.abs(share - 0.5) <= 1e-12, 0, share - 0.5)).sum()
    return wins


def weightings():
    draws, threads, block = int(sys.argv[6]), int(sys.argv[7]), 250
    weights = np.random.default_rng(1).exponential(size=(draws, indicators))
    weights /= weights.sum(axis=1, keepdims=True)

    def part(start):
        scores = weights[start : start + block] @ table.T
        order = np.argsort(-scores, axis=1)
        places = np.empty_like(order, dtype=np.int32)
        np.put_along_axis(places, order, np.arange(1, units + 1, dtype=np.int32)[None, :], axis=1)
        return len(places)

    with ThreadPoolExecutor(threads) as pool:
        return sum(pool.map(part, range(0, draws, block)))


def limits():
    """The products of weightings alone, and the sorting of their results alone without places: no run can be faster."""
    draws, block = int(sys.argv[6]), 250
    weights = np.random.default_rng(1).exponential(size=(draws, indicators))
    parts = [weights[start : start + block] for start in range(0, draws, block)]
    scores = np.empty((block, units))

    def products():
        for part in parts:
            np.matmul(part, table.T, out=scores)
        return len(parts)

    def sorting():
        for part in parts:
            np.sort(scores, axis=1)
        return len(parts)

    tell("matrix products by BLAS", products, float)
    tell("sorting by numpy", sorting, float)


def by_unit(scores):
    return float((np.asarray(scores) * weights_of_units).sum())


if work == "levels":
    say("numpy", levels, lambda places: float((places * np.arange(units)).sum()))
elif work == "weightings":
    say("numpy", weightings, float)
elif work == "limits":
    limits()
elif work == "copeland":
    say("numpy", copeland, by_unit)
else:
    import pymcdm.methods
    from skcriteria import mkdm
    from skcriteria.agg import topsis, vikor

    types = np.ones(indicators)
    matrix = mkdm(table, [max] * indicators, weights=equal)
    if work == "topsis":
        say("scikit-criteria", lambda: topsis.TOPSIS().evaluate(matrix).e_.similarity, by_unit)
        say("pymcdm", lambda: pymcdm.methods.TOPSIS(lambda column, cost: column)(table, equal, types), by_unit)
    elif work == "vikor":
        say("scikit-criteria", lambda: 1 - vikor.VIKOR().evaluate(matrix).e_.q_k, by_unit)
        say("pymcdm", lambda: 1 - pymcdm.methods.VIKOR()(table, equal, types), by_unit)
    elif work == "promethee_2":
        say("pymcdm", lambda: pymcdm.methods.PROMETHEE_II("usual")(table, equal, types), by_unit)
