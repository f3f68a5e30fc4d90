"""Recalculates every cell of a workbook in LibreOffice and compares it with what the workbook says.

    python3 Scripts/check_workbook.py WORKBOOK.xlsx [--within 1e-9]

Every formula is computed anew by LibreOffice, whatever the workbook has stored; a cell that comes out otherwise is
listed. Needs soffice (libreoffice-calc) and openpyxl. Exit codes: 0 all agree, 1 some do not, 64 bad usage.
"""

import argparse
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


def differences(path, folder, within=1e-9):
    """Every formula that LibreOffice computes otherwise, and how many there are."""
    said, written = values(path), formulas(path)
    computed = values(recalculated(path, folder))
    found, count = [], 0
    for sheet, places in written.items():
        for place, formula in places.items():
            count += 1
            left, right = said[sheet].get(place), computed.get(sheet, {}).get(place)
            if not agree(left, right, within):
                found.append((sheet, place, left, right, formula))
    return found, count


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("workbook")
    parser.add_argument("--within", type=float, default=1e-9)
    options = parser.parse_args()
    if not os.path.exists(options.workbook):
        print(f"there is no file {options.workbook}", file=sys.stderr)
        return 64
    with tempfile.TemporaryDirectory() as folder:
        found, count = differences(options.workbook, folder, options.within)
    for sheet, (row, column), left, right, formula in found[:40]:
        letters = openpyxl.utils.get_column_letter(column)
        print(f"{sheet}!{letters}{row}: the workbook has {left!r}, LibreOffice {right!r}: {str(formula)[:300]}")
    print(f"{options.workbook}: {count} formulas recalculated, {len(found)} differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
