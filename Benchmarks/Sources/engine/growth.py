"""Measures the engine on a grid, fits a power of each size by least squares of logarithms, and draws both."""
import csv
import os
import subprocess
import sys
import tempfile

import matplotlib
import numpy as np

matplotlib.use("svg")
import matplotlib.pyplot as plt  # noqa: E402

engine, folder = os.environ["ENGINE"], os.environ["FOLDER"]
LIMIT = 4 * 2**30
RUNS = 3


def call(*words):
    printed = subprocess.run([engine, *map(str, words)], check=True, capture_output=True, text=True).stdout
    return [line.split("\t") for line in printed.splitlines()]


def national(units, indicators, periods, runs=RUNS):
    """The median of the seconds, and the bytes held at the peak."""
    found = [call("national", units, indicators, periods) for _ in range(runs)]
    return float(np.median([float(lines[0][1]) for lines in found])), int(found[-1][1][1])


def weightings(units, indicators, draws):
    with tempfile.NamedTemporaryFile() as table:
        call("table", units, indicators, table.name)
        return float(call("weightings", table.name, units, indicators, draws, 1, RUNS)[0][1])


rows = []


def measure(name, sizes, work):
    seconds = []
    for size in sizes:
        took, peak = work(size)
        seconds.append(took)
        rows.append({"grows": name, "size": size, "seconds": f"{took:.6f}", "peak_bytes": peak or ""})
    power = np.polyfit(np.log(sizes), np.log(seconds), 1)
    print(f"{name:13}{' '.join(f'{size:>9,}' for size in sizes)}   seconds {' '.join(f'{s:.3f}' for s in seconds)}"
          f"   power {power[0]:.2f}")
    return sizes, seconds, power


grid = [
    measure("units", [3_000, 10_000, 30_000, 100_000], lambda n: national(n, 60, 5)),
    measure("indicators", [15, 30, 60, 120], lambda n: national(20_000, n, 5)),
    measure("periods", [1, 2, 5, 10], lambda n: national(20_000, 60, n)),
    measure("replications", [500, 1_000, 2_000, 4_000], lambda n: (weightings(2_843, 60, n), None)),
]
figure, axes = plt.subplots(2, 2, figsize=(9, 7), constrained_layout=True)
for axis, name, (sizes, seconds, power) in zip(axes.flat, ["units", "indicators", "periods", "replications"], grid):
    line = np.geomspace(min(sizes), max(sizes), 50)
    axis.loglog(line, np.exp(np.polyval(power, np.log(line))), color="0.6")
    axis.loglog(sizes, seconds, "o", color="#00629b")
    axis.minorticks_off()
    axis.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axis.set_yticks(seconds, [f"{second:.2g}" for second in seconds])
    axis.set_xlabel(name)
    axis.set_ylabel("seconds")
    axis.set_title(f"seconds ~ {name}$^{{{power[0]:.2f}}}$")
figure.savefig(os.path.join(folder, "growth.svg"), metadata={"Date": None})

too_much = []
if os.environ.get("ASSESSMENT_NATIONAL"):
    seconds, peak = national(690_000, 60, 5, runs=1)
    rows.append({"grows": "the whole country", "size": 690_000, "seconds": f"{seconds:.6f}", "peak_bytes": peak})
    print(f"690,000 units x 60 indicators x 5 years: {seconds:.1f} s, {peak / 2**30:.2f} GiB at the peak")
    if peak > LIMIT:
        too_much.append(f"{peak / 2**30:.2f} GiB are more than 4 GiB")
with open(os.path.join(folder, "growth.csv"), "w", newline="") as file:
    table = csv.DictWriter(file, ["grows", "size", "seconds", "peak_bytes"], lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
# Ranking grows like n log n, and columns leave the caches as they grow: of a power of one half again something is wrong.
too_much += [f"time grows with the power {power[0]:.2f} of {name}" for name, (_, _, power) in
             zip(["units", "indicators", "periods", "replications"], grid) if power[0] > 1.5]
sys.exit("\n".join(too_much) or 0)
