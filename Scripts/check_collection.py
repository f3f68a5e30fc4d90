"""Fills in forms, damages them, and compares a collection with what was filled in: see Scripts/check-collection."""

import csv
import hashlib
import json
import pathlib
import random
import shutil
import sys
import zipfile

VALUES, FIRST = "数据 Data", 5


def fill(forms, filled):
    """Every cell of values is filled in with a number of its own, some with texts that the rules convert."""
    import datetime

    import openpyxl

    pathlib.Path(filled).mkdir()
    expected = {"values": {}, "entries": {}}
    draw = random.Random(20180212)
    for path in sorted(pathlib.Path(forms).glob("*.xlsx")):
        unit = path.stem
        book = openpyxl.load_workbook(path)
        sheet = book[VALUES]
        row = FIRST
        while sheet.cell(row, 1).value:
            variable, measure = sheet.cell(row, 1).value, sheet.cell(row, 3).value
            # LibreOffice writes 15 digits and openpyxl 16.
            number = round(draw.uniform(1, 5000), 9)
            if row % 5 == 0:
                number = draw.randrange(10**9)
            sheet.cell(row, 7).value = number
            if measure.startswith("万件") and unit != "341000":
                number = 28_000
                sheet.cell(row, 7).value = "2.8亿"
            if row == FIRST + 3:
                sheet.cell(row, 9).value = "备注 =1+1"
            if row == FIRST + 2 and unit == "341700":
                sheet.cell(row, 7).value = None
                sheet.cell(row, 8).value = "不适用 / not applicable"
                number = "not_applicable"
            expected["values"][f"{unit} {variable}"] = number
            row += 1
        for name in book.sheetnames:
            if name in (VALUES, "说明 Guide", "_form"):
                continue
            register = book[name]
            heading = [cell.value for cell in register[FIRST - 1]]
            for index in range(3):
                at = FIRST + index
                register.cell(at, 1).value = unit
                register.cell(at, 2).value = f"{name}-{unit}-{index}"
                register.cell(at, 3).value = "91340000MA2MQ0QX3A"
                register.cell(at, 4).value = datetime.date(2019, 5, 1 + index)
                for column in range(6, len(heading)):
                    if heading[column - 1].endswith("*"):
                        register.cell(at, column).value = allowed(register, column) or "示例"
            expected["entries"][f"{unit} {name}"] = 3
        book.save(pathlib.Path(filled) / path.name)
    pathlib.Path("filled.json").write_text(json.dumps(expected, ensure_ascii=False))
    print(f"filled  {len(expected['values'])} values and {len(expected['entries'])} register sheets")


def allowed(sheet, column):
    """The first text of the list that a column offers."""
    import openpyxl

    letter = openpyxl.utils.get_column_letter(column)
    for rule in sheet.data_validations.dataValidation:
        if rule.type == "list" and f"{letter}{FIRST}" in rule.sqref:
            return rule.formula1.strip('"').split(",")[0]
    return None


def compare(filled, collected):
    expected = json.loads(pathlib.Path(filled).read_text())
    with open(pathlib.Path(collected) / "observations.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {f"{row['unit']} {row['variable']}": row for row in rows}
    wrong = [
        f"{key}: {value} was filled in, {found.get(key, {}).get('value')} {found.get(key, {}).get('status')} taken"
        for key, value in expected["values"].items()
        if (found.get(key, {}).get("status") if isinstance(value, str) else float(found.get(key, {}).get("value") or "nan"))
        != value
    ]
    if len(rows) != len(expected["values"]) or wrong:
        sys.exit("\n".join(wrong) or f"{len(rows)} values were taken, {len(expected['values'])} filled in")
    originals = {path.stem: path for path in (pathlib.Path(collected) / "originals").iterdir()}
    for row in rows:
        if hashlib.sha256(originals[row["sha256"]].read_bytes()).hexdigest() != row["sha256"]:
            sys.exit(f"the original {row['sha256']} is not what was taken in")
    entries = sum(
        len(list(csv.DictReader(open(path, newline="")))) for path in (pathlib.Path(collected) / "registers").iterdir())
    if entries != sum(expected["entries"].values()):
        sys.exit(f"{entries} entries were taken, {sum(expected['entries'].values())} filled in")
    print(f"same    {len(rows)} values and {entries} entries, each with its file, sheet and cell")


def damage(filled, damaged):
    """A file for each way in which one can be wrong."""
    import openpyxl

    folder = pathlib.Path(damaged)
    folder.mkdir()
    source = pathlib.Path(filled) / "341700.xlsx"
    whole = source.read_bytes()

    def edited(name, edit):
        book = openpyxl.load_workbook(source)
        edit(book)
        book.save(folder / name)

    def rewritten(name, part, change):
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new:
            for item in old.namelist():
                text = old.read(item)
                new.writestr(item, change(text) if item == part else text)

    def merge(book):
        book[VALUES].merge_cells(start_row=FIRST, end_row=FIRST + 1, start_column=7, end_column=7)

    def insert(book):
        book[VALUES].insert_rows(FIRST + 1)

    def other_year(book):
        sheet = book["_form"]
        for row in sheet.iter_rows():
            if row[0].value == "period":
                row[1].value = "2019"

    def formula(book):
        book[VALUES].cell(FIRST, 7).value = "=1+1"

    (folder / "truncated.xlsx").write_bytes(whole[: len(whole) // 2])
    (folder / "renamed.xlsx").write_text("unit,variable,period,value\n341700,smart_schools,2020,1\n")
    (folder / "encrypted.xlsx").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(4096))
    (folder / "utf16.csv").write_text("unit,variable,period,value\n", encoding="utf-16")
    edited("merged.xlsx", merge)
    edited("altered.xlsx", insert)
    edited("other-year.xlsx", other_year)
    edited("formula.xlsx", formula)
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>'
    rewritten("entities.xlsx", "xl/workbook.xml", lambda text: text.replace(b'<?xml version="1.0" encoding="UTF-8"?>', b"", 1) and bomb + text[text.index(b"<workbook"):])
    rewritten("bomb.xlsx", "xl/worksheets/sheet1.xml", lambda text: text + b" " * 1_500_000_000)
    good = openpyxl.load_workbook(source)
    good[VALUES].cell(FIRST, 9).value = "更正后重报"
    good[VALUES].cell(FIRST, 7).value = 77
    good.save(folder / "good.xlsx")


def messages(refused, told):
    text = pathlib.Path(refused).read_text()
    wanted = {
        "truncated.xlsx": "", "renamed.xlsx": "no workbook", "encrypted.xlsx": "", "utf16.csv": "UTF-16",
        "merged.xlsx": "merged", "altered.xlsx": "altered", "other-year.xlsx": "the form is of 2019",
        "formula.xlsx": "formula", "entities.xlsx": "", "bomb.xlsx": "",
    }
    for name, words in wanted.items():
        lines = [line for line in text.splitlines() if line.startswith(name)]
        if not lines or words not in lines[0]:
            sys.exit(f"{name}: no message with ‘{words}’")
    report = pathlib.Path(told).read_text()
    if "good.xlsx" not in report or "1 taken in" not in report:
        sys.exit("the good file beside the damaged ones was not taken in:\n" + report)
    print(f"refused {len(wanted)} damaged files, each with its message; the good one beside them was taken in")


def sample(folder, seed, share):
    """Draws the sample again, from the published rule alone."""
    with open(pathlib.Path(folder) / "sample.csv", newline="") as file:
        drawn = list(csv.DictReader(file))
    with open(pathlib.Path(folder) / "strata.csv", newline="") as file:
        strata = list(csv.DictReader(file))
    for row in drawn:
        text = "|".join([seed, row["group"], row["pillar"], row["unit"], row["variable"]])
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            sys.exit(f"the digest of {row['unit']} {row['variable']} is not that of the rule")
    for stratum in strata:
        size = int(stratum["values"])
        if int(stratum["drawn"]) != min(size, max(1, int(float(share) * size + 0.5))):
            sys.exit(f"stratum {stratum}: not the share {share}")
    print(f"same    {len(drawn)} draws by the published seed")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
