"""Replications of the ASEM index over methods by numpy, with shared steps done once: FOLDER DRAWS RUNS.

FOLDER holds what `engine export` writes. Prints the median of the seconds, and the total of the index over all economies in
the single run, which the engine finds too.
"""

import csv
import math
import statistics
import sys
import time

import numpy as np

folder, draws, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rows = list(csv.DictReader(open(f"{folder}/table.csv", encoding="utf-8")))
nodes = list(csv.DictReader(open(f"{folder}/nodes.csv", encoding="utf-8")))
parents = {node["node"]: node["parent"] for node in nodes}
leaves = [name for name in rows[0] if name not in ("unit", "group")]
less = np.array([next(node["less"] == "1" for node in nodes if node["node"] == leaf) for leaf in leaves])
groups = np.array([row["group"] for row in rows])
raw = np.array([[float(row[leaf]) if row[leaf] else np.nan for leaf in leaves] for row in rows])
pillars = list(dict.fromkeys(parents[leaf] for leaf in leaves))
indices = list(dict.fromkeys(parents[pillar] for pillar in pillars))


def shape(x):
    n, d = len(x), x - x.mean()
    m2, m3, m4 = (d**2).mean(), (d**3).mean(), (d**4).mean()
    if m2 == 0:
        return 0, 0
    skewness = m3 / m2**1.5 * math.sqrt(n * (n - 1)) / (n - 2)
    kurtosis = ((n + 1) * (m4 / m2**2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
    return skewness, kurtosis


def is_wild(x):
    skewness, kurtosis = shape(x)
    return abs(skewness) >= 2 and kurtosis >= 3.5


def winsorised(x, at_most):
    own, changed = x.copy(), 0
    if not is_wild(x):
        return own
    low, high = -np.inf, np.inf
    while is_wild(own) and changed < at_most:
        if shape(own)[0] >= 0:
            high = own[own < own.max()].max()
        else:
            low = own[own > own.min()].min()
        own = np.clip(x, low, high)
        changed = (x > high).sum() + (x < low).sum()
    if not is_wild(own):
        return own
    margin = 0.01 * (x.max() - x.min())
    return np.log(x - x.min() + margin)


def imputed():
    filled = raw.copy()
    for column in range(filled.shape[1]):
        for group in np.unique(groups):
            own = groups == group
            gaps = own & np.isnan(raw[:, column])
            filled[gaps, column] = np.nanmean(raw[own, column])
    return filled


def normalised(treated, method):
    if method == "z_score":
        z = (treated - treated.mean(axis=0)) / treated.std(axis=0, ddof=1) * np.where(less, -1, 1)
        return z * 2 + 10
    low, high = treated.min(axis=0), treated.max(axis=0)
    score = (treated - low) / (high - low)
    least = 1 if method == "min_max from 1" else 0
    return np.where(less, 1 - score, score) * (100 - least) + least


def mean(scores, weights, method):
    weights = weights / weights.sum(axis=-1, keepdims=True)
    return scores @ weights.T if method == "arithmetic" else np.exp(np.log(scores) @ weights.T)


def pillar_scores(scores, method):
    places = [[i for i, leaf in enumerate(leaves) if parents[leaf] == pillar] for pillar in pillars]
    return np.stack([mean(scores[:, own], np.ones(len(own)), method) for own in places], axis=1)


def total(scores, weights_of_pillars, weights_of_indices, method):
    parts = [[i for i, pillar in enumerate(pillars) if parents[pillar] == index] for index in indices]
    subs = np.stack([mean(scores[:, own], weights_of_pillars[..., own], method) for own in parts], axis=-1)
    if subs.ndim == 2:
        return mean(subs, weights_of_indices, method)
    weights = weights_of_indices / weights_of_indices.sum(axis=-1, keepdims=True)
    if method == "arithmetic":
        return (subs * weights).sum(axis=-1)
    return np.exp((np.log(subs) * weights).sum(axis=-1))


def ranks(scores):
    order = np.argsort(-scores, axis=0, kind="stable")
    places = np.empty_like(order)
    np.put_along_axis(places, order, np.arange(1, len(scores) + 1)[:, None], axis=0)
    return places


def nominal():
    filled = imputed()
    treated = np.stack([winsorised(filled[:, i], 5) for i in range(len(leaves))], axis=1)
    scores = pillar_scores(normalised(treated, "min_max"), "arithmetic")
    return total(scores, np.ones(len(pillars)), np.ones(len(indices)), "arithmetic")


def replicate():
    own = ranks(nominal()[:, None])
    filled = imputed()
    random = np.random.default_rng(20240101)
    chosen = random.random((draws, 3))
    of_pillars = random.uniform(0.75, 1.25, (draws, len(pillars)))
    of_indices = random.uniform(0.75, 1.25, (draws, len(indices)))
    shift = 0.0
    for points in range(5):
        treated = np.stack([winsorised(filled[:, i], points + 1) for i in range(len(leaves))], axis=1)
        for place, norm in enumerate(("min_max from 1", "z_score")):
            scores = normalised(treated, norm)
            for mode, method in enumerate(("arithmetic", "geometric")):
                mine = (
                    (np.floor(chosen[:, 0] * 5) == points)
                    & (np.floor(chosen[:, 1] * 2) == place)
                    & (np.floor(chosen[:, 2] * 2) == mode)
                )
                if mine.any():
                    totals = total(pillar_scores(scores, method), of_pillars[mine], of_indices[mine], method)
                    shift += np.abs(ranks(totals) - own).mean(axis=0).sum()
    return shift / draws


seconds = []
for _ in range(runs + 1):
    start = time.perf_counter()
    shift = replicate()
    seconds.append(time.perf_counter() - start)
print(f"numpy {np.__version__}\t{statistics.median(seconds[1:])}\t{shift}\t{nominal().sum()}")
