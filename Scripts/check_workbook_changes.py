"""Changes a weight and a value in the workbook of anhui-2020, and in its specification and data, and compares.

Then the weights of a small made-up review are changed of which one part has a bonus, whose points count against them.

    python3 Scripts/check_workbook_changes.py ASSESS

LibreOffice recalculates the changed workbook; `assess run` runs the changed specification. Totals and ranks must agree.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from check_workbook import recalculated  # noqa: E402

EXAMPLE = pathlib.Path("Examples/anhui-2020")
VARIABLE, UNIT, YEAR, VALUE = "urban_disposable_income", "340200", 2020, 61234.5


def results(book, total):
    """The last round or aggregated number and the rank of each unit and period, by the heads of their columns."""
    sheet = book[total]
    heads = {sheet.cell(5, c).value: c for c in range(5, sheet.max_column + 1)}
    score = [c for h, c in heads.items() if h and h.split(" · ")[-1].split(" ")[0] in ("aggregate", "round", "missing")][-1]
    rank = [c for h, c in heads.items() if h and h.endswith("rank")][-1]
    return {
        (str(sheet.cell(r, 2).value), int(sheet.cell(r, 1).value)): (sheet.cell(r, score).value, sheet.cell(r, rank).value)
        for r in range(6, sheet.max_row + 1) if sheet.cell(r, 2).value
    }


REVIEW = """assessment: { id: bonus, kind: review, title: { zh: 加分, en: Bonus }, period: 2024 }
units: { file: units.csv, levels: city, in_force_on: 2024-12-31 }
data: [{ table: figures.csv, unit: code }, { adjustments: decisions.csv }]
adjustments: [{ id: award, name: { zh: 奖, en: Award }, kind: bonus, nodes: [p], at_most: 5 }]
framework:
  full_marks: 100
  aggregate: arithmetic_mean
  missing: { otherwise: fail }
  round: 2
  pillars:
    - { id: p, name: { zh: 甲, en: P }, weight: WEIGHT_P, indicators: [{ id: i, name: { zh: 一, en: I }, value: x, evaluate: completion, target: 100, weight: WEIGHT_P }] }
    - { id: q, name: { zh: 乙, en: Q }, weight: WEIGHT_Q, indicators: [{ id: j, name: { zh: 二, en: J }, value: y, evaluate: completion, target: 100, weight: WEIGHT_Q }] }
exports: [excel]
"""


def bonus(assess):
    """The units whose totals differ from those of a run where the weights of a part with a bonus are changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "units.csv").write_text("code,name_zh,name_en,level\nA,甲市,Alpha,city\nB,乙市,Beta,city\n")
        (folder / "figures.csv").write_text("code,x,y\nA,60,80\nB,50,70\n")
        (folder / "decisions.csv").write_text(
            "adjustment,unit,period,node,value,reason,authority,evidence,date,decided_by\n"
            "award,A,2024,p,3,Award,Rules,File,2024-12-01,Office\n")
        weights = {"plain": (60, 40), "changed": (50, 50)}
        for copy, (one, other) in weights.items():
            text = REVIEW.replace("WEIGHT_P", str(one)).replace("WEIGHT_Q", str(other))
            (folder / f"{copy}.yml").write_text(text)
            subprocess.run(
                [assess, "run", str(folder / f"{copy}.yml"), "--output", str(folder / copy)], check=True,
                stdout=subprocess.DEVNULL)
        book = openpyxl.load_workbook(folder / "plain" / "workbook.en.xlsx")
        sheet = book["Weights"]
        for row in range(5, sheet.max_row + 1):
            if sheet.cell(row, 2).value in ("P", "Q"):
                sheet.cell(row, 4).value = 50
        book.save(folder / "edited.xlsx")
        ours = results(openpyxl.load_workbook(recalculated(folder / "edited.xlsx", folder), data_only=True), "Total")
        theirs = results(openpyxl.load_workbook(folder / "changed" / "workbook.en.xlsx", data_only=True), "Total")
    wrong = [unit for unit in theirs if abs(ours[unit][0] - theirs[unit][0]) > 1e-9]
    for unit in wrong:
        print("with a bonus the workbook and assess run differ:", unit, ours[unit][0], theirs[unit][0])
    print(f"weights of a part with a bonus changed: {len(theirs)} totals, {len(wrong)} differ from assess run")
    return 1 if wrong or not theirs else 0


def main():
    assess = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for copy in ("plain", "changed"):
            shutil.copytree(EXAMPLE, folder / copy)
            path = folder / copy / "assessment.yml"
            text = "".join(l for l in path.read_text().splitlines(True) if not l.startswith("exports:"))
            text = text.replace("weighting: equal", "weighting: given", 1)
            weights = {"demand": 3 if copy == "changed" else 1, "supply": 1, "environment": 1}
            for pillar, weight in weights.items():
                text = text.replace(f"- id: {pillar}\n", f"- id: {pillar}\n      weight: {weight}\n", 1)
            text = text.replace("        - use: ", "        - weight: 1\n          use: ")
            path.write_text(text + "\nexports: [excel]\n")
        data = folder / "changed" / "data" / "observations.csv"
        lines = data.read_text().splitlines(True)
        heads = [h.strip() for h in lines[0].split(",")]
        where = {h: heads.index(h) for h in ("variable", "unit", "period", "value")}
        changed = 0
        for number, line in enumerate(lines[1:], 1):
            cells = line.split(",")
            if [cells[where["variable"]], cells[where["unit"]], cells[where["period"]]] == [VARIABLE, UNIT, str(YEAR)]:
                cells[where["value"]] = str(VALUE)
                lines[number] = ",".join(cells)
                changed += 1
        if changed != 1:
            sys.exit(f"expected one line of {VARIABLE} of {UNIT} in {YEAR} in observations.csv, found {changed}")
        data.write_text("".join(lines))
        for copy in ("plain", "changed"):
            subprocess.run(
                [assess, "run", str(folder / copy / "assessment.yml"), "--output", str(folder / f"out-{copy}")],
                check=True, stdout=subprocess.DEVNULL)
        path = folder / "out-plain" / "workbook.en.xlsx"
        book = openpyxl.load_workbook(path)
        sheet = book["Data"]
        column = next(c for c in range(5, sheet.max_column + 1) if sheet.cell(5, c).value == VARIABLE)
        row = next(
            r for r in range(6, sheet.max_row + 1)
            if (str(sheet.cell(r, 2).value), int(sheet.cell(r, 1).value)) == (UNIT, YEAR))
        sheet.cell(row, column).value = VALUE
        weights = book["Weights"]
        line = next(r for r in range(5, weights.max_row + 1) if weights.cell(r, 2).value == "Demand")
        weights.cell(line, 4).value = 3
        edited = folder / "edited.xlsx"
        book.save(edited)
        ours = results(openpyxl.load_workbook(recalculated(edited, folder), data_only=True), "Total")
        before = results(openpyxl.load_workbook(path, data_only=True), "Total")
        theirs = results(
            openpyxl.load_workbook(folder / "out-changed" / "workbook.en.xlsx", data_only=True), "Total")
    wrong = [
        (unit, ours[unit], theirs[unit]) for unit in theirs
        if any(
            abs((a or 0) - (b or 0)) > 1e-9 if isinstance(a, (int, float)) and isinstance(b, (int, float)) else (a or "") != (b or "")
            for a, b in zip(ours[unit], theirs[unit]))
    ]
    moved = sum(ours[unit] != before[unit] for unit in ours)
    for line in wrong[:10]:
        print("the workbook and assess run differ:", *line)
    print(f"a weight and a value changed: {moved} of {len(ours)} totals or ranks moved, {len(wrong)} differ from assess run")
    return bonus(assess) or (1 if wrong or not moved else 0)


if __name__ == "__main__":
    sys.exit(main())
