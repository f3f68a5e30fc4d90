"""Runs the engine and its peers in turns and prints the table of ratios; see Benchmarks/table."""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

engine, assess, truth, folder = (os.environ[name] for name in ("ENGINE", "ASSESS", "TRUTH", "FOLDER"))
threads = os.cpu_count()
here = "Benchmarks/Sources/engine"
# Seconds of COINr 1.1.14 on R with one processor, measured beforehand: the pipeline takes 0.12 to 0.18 s.
reference = {"asem": 0.12, "replications": 162.0, "copeland": 81.0}


def lines(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout}{done.stderr}")
    return [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]


def ours(*words):
    return lines(engine, *words)


def peers(*words):
    return lines(sys.executable, f"{here}/peers.py", *words)


def same(what, found, expected, tolerance=1e-9):
    if abs(found - expected) > tolerance * max(1, abs(expected)):
        sys.exit(f"{what}: {found} here, {expected} there")


def process(runs, *words):
    seconds = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.run(words, capture_output=True, text=True)
        seconds.append(time.perf_counter() - start)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return statistics.median(seconds[1:])


def text(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1e3:.2f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.0f} µs"


rows = []


def row(work, seconds, peer, others, aim):
    ratio = others / seconds
    rows.append((work, text(seconds), peer, text(others), f"{ratio:,.1f}", aim))
    print(f"  {work}: {text(seconds)}; {peer}: {text(others)}; {ratio:,.1f} times", file=sys.stderr, flush=True)


# ASEM. The specifications are taken to a folder beside their data.
cases = f"{folder}/asem"
shutil.copytree("Examples/published/asem", cases)
shutil.copytree(f"{truth}/asem", f"{cases}/asem", ignore=shutil.ignore_patterns("*.md"))
index = f"{cases}/run.yml"
with open(f"{cases}/index.yml", encoding="utf-8") as file:
    specification = file.read()
with open(index, "w", encoding="utf-8") as file:
    file.write(specification + "exports: [csv]\n")
whole = process(9, assess, "run", index, "--output", f"{folder}/out")
start = process(9, assess, "--version")
row("ASEM, whole pipeline, as a process", whole, "COINr (reference)", reference["asem"], "50")
row("  of which starting the process", start, "COINr (reference)", reference["asem"], "")
for what, seconds, _ in ours("asem", f"{cases}/index.yml", 200):
    row(f"ASEM, inside, {what}", float(seconds), "COINr (reference)", reference["asem"], "1,000")

# One run of a table.
table, units, indicators = f"{folder}/table", 2843, 60
ours("table", units, indicators, table)
[[_, seconds, found]] = ours("levels", table, units, indicators, 21)
[[peer, others, expected]] = peers("levels", table, units, indicators, 21)
same("three levels", float(found), float(expected))
row("2,843 × 60, three levels, one run", float(seconds), peer, float(others), "1")

# Replications of the ASEM index.
ours("export", f"{cases}/index.yml", folder)
[[_, seconds, shift]] = ours("probe", f"{cases}/uncertainty.yml", 1000, 5)
[[peer, others, other_shift, total]] = lines(sys.executable, f"{here}/replications.py", folder, 1000, 5)
same("total of the ASEM index", float(ours("asem", f"{cases}/index.yml", 1)[0][2]), float(total))
same("mean shift of ranks", float(shift), float(other_shift), 0.1)
row("ASEM, 1,000 replications of four inputs", float(seconds), peer, float(others), "1")
row("ASEM, 1,000 replications of four inputs", float(seconds), "COINr (reference)", reference["replications"], "")

# Weightings.
for count in sorted({1, threads}):
    [[_, seconds, _]] = ours("weightings", table, units, indicators, 10000, count, 3)
    [[peer, others, _]] = peers("weightings", table, units, indicators, 3, 10000, count)
    row(f"2,843 × 60 × 10,000 weightings, {count} threads", float(seconds), peer, float(others), "2.5")
    if count == 1:
        for limit, others, _ in peers("limits", table, units, indicators, 3, 10000):
            row(f"  of which the limit: {limit}", float(seconds), limit, float(others), "")

# Methods of decision making.
small = f"{folder}/small"
ours("table", 500, 20, small)
[[_, seconds, found]] = ours("decide", "copeland", small, 500, 20, 9)
[[peer, others, expected]] = peers("copeland", small, 500, 20, 3)
same("copeland", float(found), float(expected))
row("Copeland 500 × 20", float(seconds), "COINr (reference)", reference["copeland"], "5,000")
row("Copeland 500 × 20", float(seconds), peer, float(others), "1")
for method, runs in (("topsis", 9), ("vikor", 9), ("promethee_2", 1)):
    [[_, seconds, found]] = ours("decide", method, table, units, indicators, 9)
    for peer, others, expected in peers(method, table, units, indicators, runs):
        same(method, float(found), float(expected), 1e-8)
        row(f"{method} 2,843 × 60", float(seconds), peer, float(others), "1")

# The full review, with what it writes.
review = "Examples/full-review/assessment.yml"
whole = process(3, assess, "run", review, "--output", f"{folder}/review")
print("full review, all outputs:", text(whole), "(aim: under 2 s)")
rows.append(("full review, as its specification exports it", text(whole), "", "", "", "under 2 s"))

names = ("work", "here", "peer", "there", "times", "aim")
widths = [max(len(str(line[i])) for line in [names, *rows]) for i in range(6)]
with open("/proc/cpuinfo", encoding="utf-8") as file:
    model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
print(f"\n{model}, {threads} processors, Linux {platform.release()}, Python {platform.python_version()}\n")
for line in [names, tuple("-" * width for width in widths), *rows]:
    print("| " + " | ".join(str(part).ljust(width) for part, width in zip(line, widths)) + " |")
