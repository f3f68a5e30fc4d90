"""Writes the files of a country, runs the workbench on them, and compares; see Benchmarks/national."""

import csv
import os
import subprocess
import sys
import time

import numpy

assess, villages, folder = sys.argv[1], int(sys.argv[2]), sys.argv[3]
indicators, years, group = 60, range(2016, 2021), 10
most_memory = 4 << 30
digits = len(str(villages - 1))
generator = numpy.random.default_rng(1)


def characters(numbers, width):
    """The digits of whole numbers, a row each."""
    return (numbers[:, None] // 10 ** numpy.arange(width - 1, -1, -1) % 10 + ord("0")).astype(numpy.uint8)


def lines(*parts):
    """Lines of one length, of which each part is the same text for all or has characters of its own for each."""
    return numpy.hstack([
        numpy.tile(numpy.frombuffer(part, numpy.uint8), (villages, 1)) if isinstance(part, bytes) else part
        for part in parts])


codes = characters(numpy.arange(villages), digits)
with open(f"{folder}/units.csv", "wb") as file:
    file.write(b"code,name_zh,name_en,level\n")
    file.write(lines(b"v", codes, ",村".encode(), codes, b",Village ", codes, b",village\n").tobytes())
scores = numpy.empty((indicators, villages))
for indicator in range(indicators):
    with open(f"{folder}/v{indicator:02d}.csv", "wb") as file:
        file.write(b"unit,variable,period,value,status\n")
        for year in years:
            thousandths = generator.integers(1000, 100000, villages)
            # One in fifty is not there.
            is_there = generator.random(villages) >= 0.02
            number = characters(thousandths, 5)
            rows = lines(b"v", codes, f",v{indicator:02d},{year},".encode(), number[:, :2], b".", number[:, 2:], b",\n")
            file.write(rows[is_there].tobytes())
    # Of the last year, as the specification scores it.
    values = numpy.where(is_there, thousandths / 1000, numpy.nan)
    least, most = numpy.nanmin(values), numpy.nanmax(values)
    scores[indicator] = (values - least) / (most - least) * 100

name = "name: {{ zh: {0}, en: {0} }}".format
with open(f"{folder}/assessment.yml", "w", encoding="utf-8") as file:
    file.write(f"""assessment:
  id: national
  kind: evaluation
  title: {{ zh: 全国村庄, en: Villages of a country }}
  period: {years[-1]}
  history: {years[0]}-{years[-2]}
units: {{ file: units.csv, levels: village, in_force_on: {years[-1]}-12-31 }}
data:
""")
    for indicator in range(indicators):
        file.write(f"  - observations: v{indicator:02d}.csv\n")
    file.write("framework:\n  id: total\n  weights: relative\n  missing: { otherwise: renormalise }\n")
    file.write("  evaluate: { min_max: { reference: period } }\n  pillars:\n")
    for first in range(0, indicators, group):
        file.write(f"    - id: g{first}\n      weight: 1\n      {name(f'g{first}')}\n      indicators:\n")
        for indicator in range(first, first + group):
            file.write(f"        - {{ id: i{indicator}, weight: 1, formula: v{indicator:02d} }}\n")


def timed(*words):
    """The seconds of a process, the most memory that it held, and what it printed."""
    start = time.perf_counter()
    with subprocess.Popen([assess, *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"assess {' '.join(words)}\n{printed}")
    peak = usage.ru_maxrss * 1024
    print(f"assess {words[0]} --sparing: {seconds:.1f} s, {peak / 2**30:.2f} GiB", flush=True)
    if peak > most_memory:
        sys.exit(f"more than {most_memory >> 30} GiB")
    return printed


size = sum(os.path.getsize(f"{folder}/{file}") for file in os.listdir(folder) if file.endswith(".csv"))
print(f"{villages:,} villages, {indicators} indicators, {len(years)} years: {size / 1e9:.1f} GB of files", flush=True)
timed("run", f"{folder}/assessment.yml", "--sparing", "--output", f"{folder}/out")

pillars = numpy.array([numpy.nanmean(scores[first:first + group], axis=0) for first in range(0, indicators, group)])
total = numpy.nanmean(pillars, axis=0)
# Scores within a billionth of the best of a tie share its rank.
rank = numpy.empty(villages, int)
leader = None
for position, village in enumerate(numpy.argsort(-total, kind="stable")):
    if leader is None or total[village] < total[leader] - 1e-9:
        leader, first = village, position
    rank[village] = first + 1
with open(f"{folder}/out/aggregates-{years[-1]}.csv", encoding="utf-8-sig", newline="") as file:
    rows = list(csv.DictReader(file))
found = numpy.array([float(row["total.score"]) for row in rows])
place = numpy.array([int(row["total.rank"]) for row in rows])
furthest = float(numpy.max(numpy.abs(found - total)))
moved = int(numpy.sum(place != rank))
print(f"numpy: {len(rows):,} scores, at most {furthest:.1e} apart, and {moved} other ranks")
if len(rows) != villages or furthest > 1e-9 or moved:
    sys.exit("numpy finds other numbers")
unit = int(numpy.argmax(total))
explained = timed("explain", f"{folder}/assessment.yml", f"v{unit:0{digits}d}", "total", "--sparing").splitlines()
print("\n".join(explained[:4]), f"… {len(explained)} lines", sep="\n")
