"""Tries to recover what open data leave blank, from what they show.

recover_suppressed.py OUTPUT_FOLDER [--primary-only]

OUTPUT_FOLDER holds the folder `data` and, as the truth to compare with, result.json. Blank are the cells that
suppressed.csv lists. Who attacks knows the rules of the assessment: for every unit and year the scores of nodes are
tied to those below by the weights, exactly, and lie from zero to full marks; a linear programme gives the least and the
most that each blank score can be. For a suppressed count that is compared with a target, every count below the threshold
is tried in turn: if only one leads to the scores that are shown, it is recovered. A blank value is looked for at other nodes of the same indicator, in sums of units,
and in growth rates beside it; a blank rank among the ranks of its group. With --primary-only what is blank for the sake
of another cell counts as shown, which must give cells away wherever there are such.

Needs numpy and scipy. Exit codes: 0 nothing can be recovered, 1 something can, 64 bad usage.
"""

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

CLOSE = 1e-6


def rows(folder, name):
    with open(folder / "data" / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Truth:
    """What result.json says: scores, values, and the weights that scores were formed with."""

    def __init__(self, path):
        ledger = json.loads(path.read_text(encoding="utf-8"))["ledger"]
        self.units, self.periods = [unit["code"] for unit in ledger["units"]], ledger["periods"]
        self.scores, self.values, self.equations, self.ranks = {}, {}, defaultdict(list), {}
        self.indicator = {node["id"]: node.get("indicator") for node in ledger["nodes"]}
        for entry in ledger["entries"]:
            node, step, detail = entry["node"], entry["step"], entry["detail"]
            if step in ("measure", "impute"):
                self.values[node] = entry["values"]
            if step in ("evaluate", "formula", "aggregate", "missing", "bonus", "raise", "adjust", "round"):
                self.scores[node] = entry["values"]
            if step == "rank":
                self.ranks[node] = entry["values"]
            if "children" in detail:
                self.equations[node].append(detail)

    def row(self, period, unit):
        return self.periods.index(period) * len(self.units) + self.units.index(unit)


def weight(detail, child, row):
    """How much a child counts in a row."""
    place = detail["children"].index(child)
    weights = detail["weights"] if "weights" in detail else detail["weightSets"][detail["setOfRow"][row]]
    return weights[place]


def programmes(truth, blank):
    """For each unit and year its blank nodes, the equations that tie them together, and their bounds."""
    import numpy

    for (period, unit), nodes in sorted(blank.items()):
        row = truth.row(period, unit)
        # A score that is not there cannot be told.
        order = sorted(node for node in nodes if truth.scores[node][row] is not None)
        left, right = [], []
        for node, details in truth.equations.items():
            score = truth.scores[node][row]
            if score is None:
                continue
            # Who knows the rules knows what else enters: the equation holds exactly with the true numbers.
            line, known = numpy.zeros(len(order)), 0.0
            touched = False
            for detail in details:
                parts = [(child, weight(detail, child, row)) for child in detail["children"]]
                parts = [(child, share) for child, share in parts if truth.scores.get(child, {row: None})[row] is not None]
                is_bonus = "nodePoints" in detail
                total = detail["nodePoints"] if is_bonus else sum(share for _, share in parts)
                if not total:
                    continue
                for child, share in parts:
                    if child in order:
                        line[order.index(child)] += share / total
                        known += share / total * truth.scores[child][row]
                        touched = True
            if node in order:
                line[order.index(node)] -= 1
                known -= score
                touched = True
            if touched:
                left.append(line)
                right.append(known)
        bounds = []
        for node in order:
            scores = [score for score in truth.scores[node] if score is not None]
            full = 100 if max(scores) > 1 + 1e-9 else 1
            true = truth.scores[node][row]
            bounds.append((min(0, true), max(full, true)))
        yield period, unit, row, order, (numpy.array(left) if left else None, right if left else None), bounds


def recovered_scores(truth, blank):
    """The blank scores whose least and most possible values are the same."""
    import numpy
    from scipy.optimize import linprog

    found = []
    for period, unit, row, order, (left, right), bounds in programmes(truth, blank):
        for place, node in enumerate(order):
            aim = numpy.zeros(len(order))
            aim[place] = 1
            ends = []
            for sign in (1, -1):
                solved = linprog(sign * aim, A_eq=left, b_eq=right, bounds=bounds)
                ends.append(sign * solved.fun if solved.status == 0 else None)
            if None in ends:
                found.append(f"{period} {unit} {node}: the programme has no solution, so nothing was tried")
            elif ends[1] - ends[0] < CLOSE:
                found.append(f"{period} {unit} {node}: the score {truth.scores[node][row]} follows from the others")
    return found


def recovered_counts(folder, truth, blank):
    """The suppressed counts of which shown scores leave one possible number, and how many were tried."""
    import re

    import numpy
    from scipy.optimize import linprog

    text = json.loads((folder / "data" / "datapackage.json").read_text(encoding="utf-8"))["description"]
    threshold = float(re.search(r"above 0 and below ([0-9.]+)", text).group(1))
    indicators = {row["node"]: row["indicator"] for row in rows(folder, "indicators.csv")}
    counts = {row["unit_of_measure"] for row in rows(folder, "measures.csv") if row["counts"] == "true"}
    targets = {
        (row["period"], row["unit"], row["node"]): float(row["target"])
        for row in rows(folder, "values.csv") if row["target"] and row["unit_of_measure"] in counts}
    small = {
        (row["period"], row["unit"], row["node"]) for row in rows(folder, "suppressed.csv")
        if row["cause"] == "small_count" and row["cell"] == "value"}
    found, tried = [], 0
    for period, unit, row, order, (left, right), bounds in programmes(truth, blank):
        for place, node in enumerate(order):
            target = targets.get((period, unit, node))
            if (period, unit, node) not in small or not target or node not in indicators:
                continue
            value, score = truth.values[node][row], truth.scores[node][row]
            # Another rule than completion leads from the count to the score.
            if not 0 < value < threshold or abs(score - min(100, 100 * value / target)) > CLOSE:
                continue
            tried += 1
            possible = []
            for count in range(1, int(numpy.ceil(threshold))):
                fixed = list(bounds)
                one = min(100, 100 * count / target)
                fixed[place] = (one - 1e-7, one + 1e-7)
                if linprog(numpy.zeros(len(order)), A_eq=left, b_eq=right, bounds=fixed).status == 0:
                    possible.append(count)
            if len(possible) < 2:
                found.append(f"{period} {unit} {node}: of the counts below {threshold:g} only {possible} are possible")
    return found, tried


def recovered_values(folder, truth, blank):
    """The blank values that other values give away."""
    found = []
    parents = {row["unit"]: row["parent"] for row in rows(folder, "units.csv")}
    variables = defaultdict(set)
    for row in rows(folder, "variables.csv"):
        variables[row["node"]].add(row["variable"])
    of_indicator = defaultdict(list)
    for node, indicator in truth.indicator.items():
        if indicator and node in truth.values:
            of_indicator[indicator].append(node)

    def shown(node, period, unit):
        return truth.values[node][truth.row(period, unit)] is not None and node not in blank.get((period, unit), ())

    for (period, unit), nodes in sorted(blank.items()):
        for node in sorted(nodes):
            value = truth.values[node][truth.row(period, unit)]
            for other in of_indicator[truth.indicator[node]]:
                if other != node and shown(other, period, unit) and truth.values[other][truth.row(period, unit)] == value:
                    found.append(f"{period} {unit} {node}: {value} stands at {other}")
            # A sum of units with one blank.
            for above in {unit, parents.get(unit)} & set(truth.units):
                parts = [part for part in truth.units if parents.get(part) == above
                         and truth.values[node][truth.row(period, part)] is not None]
                whole = truth.values[node][truth.row(period, above)]
                if not parts or whole is None:
                    continue
                total = sum(truth.values[node][truth.row(period, part)] for part in parts)
                blanks = [one for one in [*parts, above] if not shown(node, period, one)]
                if abs(total - whole) < CLOSE and blanks == [unit]:
                    found.append(f"{period} {unit} {node}: {value} follows from the sum of {above}")
            # A growth rate beside the value of its year, or of the year before.
            for step in (-1, 1):
                place = truth.periods.index(period) + step
                if not 0 <= place < len(truth.periods) or not shown(node, truth.periods[place], unit):
                    continue
                near = truth.values[node][truth.row(truth.periods[place], unit)]
                first, last = (near, value) if step < 0 else (value, near)
                for other in truth.values:
                    # Of other data it is the same by chance.
                    if not variables[node] & variables[other]:
                        continue
                    when = period if step < 0 else truth.periods[place]
                    rate = truth.values[other][truth.row(when, unit)]
                    if first and last is not None and shown(other, when, unit) and abs(rate - 100 * (last / first - 1)) < CLOSE and rate:
                        found.append(f"{period} {unit} {node}: {value} follows from {other} and {near}")
    return found


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--primary-only"]
    if len(arguments) != 1 or not (Path(arguments[0]) / "data" / "suppressed.csv").is_file():
        print(__doc__, file=sys.stderr)
        return 64
    folder = Path(arguments[0])
    truth = Truth(folder / "result.json")
    blank = {part: defaultdict(set) for part in ("score", "value", "rank", "weight")}
    for row in rows(folder, "suppressed.csv"):
        if row["suppression"] == "primary" or "--primary-only" not in sys.argv:
            blank[row["cell"]][row["period"], row["unit"]].add(row["node"])
    # What is listed as blank must be blank in every table.
    found = []
    for name, part, cells in [("scores.csv", "score", ["score", "printed_score", "grade_zh", "light", "rank"]),
                              ("values.csv", "value", ["value"])]:
        for row in rows(folder, name):
            if row["node"] in blank[part].get((row["period"], row["unit"]), ()) and any(row[cell] for cell in cells):
                found.append(f"{name}: {row['period']} {row['unit']} {row['node']} is shown")
    found += recovered_scores(truth, blank["score"])
    counts, tried = recovered_counts(folder, truth, blank["score"])
    found += counts
    found += recovered_values(folder, truth, blank["value"])
    groups = {row["unit"]: row["peer_group"] for row in rows(folder, "units.csv")}
    hidden = defaultdict(list)
    for (period, unit), nodes in blank["rank"].items():
        for node in nodes:
            hidden[period, node, groups[unit]].append(unit)
    for (period, node, _), units in sorted(hidden.items()):
        if len(units) == 1:
            ranked = [unit for unit in truth.units if groups[unit] == groups[units[0]]
                      and truth.ranks[node][truth.row(period, unit)] is not None]
            if len(ranked) > 1:
                found.append(f"{period} {units[0]} {node}: its rank is the one that is left")
    counted = sum(len(nodes) for part in blank.values() for nodes in part.values())
    for line in found[:40]:
        print(line)
    print(f"{counted} blank cells, {tried} small counts tried, {len(found)} recovered")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
