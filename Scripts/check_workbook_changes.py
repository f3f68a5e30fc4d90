"""Changes a weight and a value in the workbook of anhui-2020, and in its specification and data, and compares.

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
    return 1 if wrong or not moved else 0


if __name__ == "__main__":
    sys.exit(main())
