"""Holds the engine against numpy and against itself; see Benchmarks/guard.

The machine may be busy with other things: both do the same in turns, and of all turns the best one of each counts.
"""

import os
import subprocess
import sys
import tempfile

engine = os.environ["ENGINE"]
peers = "Benchmarks/Sources/engine/peers.py"
TURNS = 4


def seconds(*words):
    printed = subprocess.run(list(map(str, words)), check=True, capture_output=True, text=True).stdout
    return float(printed.split("\t")[1])


def national(units):
    return min(seconds(engine, "national", units, 60, 5) for _ in range(TURNS))


too_slow = []


def hold(what, ratio, least):
    print(f"{what}: {ratio:.2f}, at least {least}")
    if ratio < least:
        too_slow.append(f"{what}: {ratio:.2f} is less than {least}")


with tempfile.TemporaryDirectory() as folder:
    table = f"{folder}/table"
    subprocess.run([engine, "table", "2843", "60", table], check=True)
    for what, words, draws, least in [
        ("three levels of 2,843 x 60, times the speed of numpy", ["levels", table, 2843, 60], [], 0.6),
        ("2,000 weightings, times the speed of numpy", ["weightings", table, 2843, 60], [2000, 1], 0.8),
    ]:
        ours, theirs = [], []
        for _ in range(TURNS):
            # The number of runs stands last in one, and before what peers are told besides in the other.
            ours.append(seconds(engine, *words, *draws, 9))
            theirs.append(seconds(sys.executable, peers, *words, 9, *draws))
        hold(what, min(theirs) / min(ours), least)
    # Sizes that both lie beyond the nearest cache.
    hold("ten times the units in times the time, as a share of ten", 10 * national(3_000) / national(30_000), 0.5)
sys.exit("\n".join(too_slow) or 0)
