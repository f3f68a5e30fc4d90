"""Recalculates every cell of a workbook in LibreOffice and compares it with what the workbook says.

    python3 Scripts/check_workbook.py WORKBOOK.xlsx [--results result.json] [--within 1e-9]

Every formula is computed anew by LibreOffice, whatever the workbook has stored; a cell that comes out otherwise is
listed. With --results, what LibreOffice computes for every step of every node, down to totals, ranks and grades, is
compared with the ledger that the format json wrote. Needs soffice (libreoffice-calc) and openpyxl. Exit codes: 0 all agree, 1 some do not, 64 bad usage.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

# What a workbook calls lights.
LIGHTS = {
    "green": {"zh": "绿灯", "en": "green"},
    "yellow": {"zh": "黄灯", "en": "yellow"},
    "orange": {"zh": "橙灯", "en": "orange"},
    "red": {"zh": "红灯", "en": "red"},
    "blue": {"zh": "蓝灯", "en": "blue"},
    "grey": {"zh": "灰灯", "en": "grey"},
}


def recalculated(path, folder):
    """The workbook as LibreOffice computes it, as the path of a new file."""
    profile = pathlib.Path(folder) / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS)
    out = pathlib.Path(folder) / "recalculated"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
         "--outdir", str(out), str(path)],
        capture_output=True, text=True, timeout=1800)
    result = out / pathlib.Path(path).name
    if done.returncode != 0 or not result.exists():
        sys.exit(f"LibreOffice could not convert {path}: {done.stderr.strip()}")
    return result


def values(path):
    """The cells of a workbook by sheet and place, with what they show."""
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        sheet.title: {(c.row, c.column): c.value for row in sheet.iter_rows() for c in row if c.value is not None}
        for sheet in book.worksheets
    }


def formulas(path):
    """The places of formulas by sheet."""
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: {
            (c.row, c.column): getattr(c.value, "text", c.value)
            for row in sheet.iter_rows() for c in row if c.data_type == "f"
        }
        for sheet in book.worksheets
    }


def agree(left, right, within):
    """Whether two cells say the same; an empty text is as good as nothing."""
    left, right = ("" if v is None else v for v in (left, right))
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return abs(left - right) <= within * max(1, abs(left), abs(right))
    return str(left) == str(right)


def differences(path, computed, within=1e-9):
    """Every formula that LibreOffice computes otherwise, and how many there are."""
    said, written = values(path), formulas(path)
    found, count = [], 0
    for sheet, places in written.items():
        for place, formula in places.items():
            count += 1
            left, right = said[sheet].get(place), computed.get(sheet, {}).get(place)
            if not agree(left, right, within):
                found.append((sheet, place, left, right, formula))
    return found, count


def columns(computed):
    """What LibreOffice computes for each step, by its id and occurrence, and in it by unit and period."""
    found = {}
    for cells in computed.values():
        heads = {c: v for (r, c), v in cells.items() if r == 5 and isinstance(v, str) and " \u00b7 " in v}
        rows = {
            r: (str(cells[(r, 2)]), str(cells[(r, 1)]))
            for r in {r for r, _ in cells} if r > 5 and (r, 1) in cells and (r, 2) in cells
        }
        for column, head in heads.items():
            found[head] = {key: cells.get((row, column)) for row, key in rows.items()}
    return found


def unlike(results, computed, language, within=1e-9):
    """Every number, rank and grade of the ledger that the workbook gives otherwise, and how many were compared."""
    ledger = json.loads(pathlib.Path(results).read_text())["ledger"]
    keys = [(u["code"], str(p)) for p in ledger["periods"] for u in ledger["units"]]
    there, seen, found, count = columns(computed), {}, [], {}
    for entry in ledger["entries"]:
        step = f"{entry['node']} \u00b7 {entry['step']}"
        seen[step] = seen.get(step, 0) + 1
        head = step if seen[step] == 1 else f"{step} {seen[step]}"
        if head not in there:
            found.append((head, "", "a column", "none"))
            continue
        detail = entry.get("detail") or {}
        bands = detail.get("bands")
        for key, value in zip(keys, entry["values"]):
            if bands and value is not None and entry["step"] in ("grade", "quota", "veto"):
                value = bands[int(value)]["name"][language]
            if value is not None and entry["step"] == "light":
                value = LIGHTS[detail["light"][int(value)]["colour"]][language]
            count[entry["step"]] = count.get(entry["step"], 0) + 1
            if not agree(value, there[head].get(key), within):
                found.append((head, " ".join(key), value, there[head].get(key)))
    return found, count


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("workbook")
    parser.add_argument("--results", help="the result.json of the same run")
    parser.add_argument("--within", type=float, default=1e-9)
    options = parser.parse_args()
    for path in (options.workbook, options.results):
        if path and not os.path.exists(path):
            print(f"there is no file {path}", file=sys.stderr)
            return 64
    with tempfile.TemporaryDirectory() as folder:
        computed = values(recalculated(options.workbook, folder))
    found, count = differences(options.workbook, computed, options.within)
    for sheet, (row, column), left, right, formula in found[:40]:
        letters = openpyxl.utils.get_column_letter(column)
        print(f"{sheet}!{letters}{row}: the workbook has {left!r}, LibreOffice {right!r}: {str(formula)[:300]}")
    print(f"{options.workbook}: {count} formulas recalculated, {len(found)} differ")
    if not options.results:
        return 1 if found else 0
    language = "en" if pathlib.Path(options.workbook).name.endswith(".en.xlsx") else "zh"
    others, compared = unlike(options.results, computed, language, options.within)
    for head, key, left, right in others[:40]:
        print(f"{head}, {key}: the ledger has {left!r}, the workbook {right!r}")
    steps = ", ".join(f"{n} {step}" for step, n in sorted(compared.items()))
    print(f"{options.workbook}: {sum(compared.values())} cells of the ledger compared ({steps}), {len(others)} differ")
    return 1 if found or others else 0


if __name__ == "__main__":
    sys.exit(main())
