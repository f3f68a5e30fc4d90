"""Recalculates every cell of a workbook in LibreOffice and compares it with what the workbook says.

    python3 Scripts/check_workbook.py WORKBOOK.xlsx [--results result.json] [--within 1e-9]

Every formula is computed anew by LibreOffice, whatever the workbook has stored; a cell that comes out otherwise is
listed. With --results, what LibreOffice computes for every step of every node, down to totals, ranks and grades, is
compared with the ledger that the format json wrote; so are the scorecard
of the unit that is shown, that of another one, chosen anew, and the ranking. Needs soffice (libreoffice-calc) and openpyxl. Exit codes: 0 all agree, 1 some do not, 64 bad usage.
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


def finals(ledger):
    """The last scores, ranks and grades of each node in the assessed period, by unit."""
    units = [u["code"] for u in ledger["units"]]
    start = [str(p) for p in ledger["periods"]].index(str(ledger["period"])) * len(units)
    scores, ranks, grades = {}, {}, {}
    for entry in ledger["entries"]:
        row = dict(zip(units, entry["values"][start:start + len(units)]))
        if entry["step"] == "rank":
            ranks[entry["node"]] = row
        elif entry["step"] in ("grade", "veto", "quota"):
            bands = entry["detail"].get("bands") or entry["detail"].get("grades")
            grades[entry["node"]] = {u: None if v is None else bands[int(v)]["name"] for u, v in row.items()}
        elif "measuredShares" in entry or entry["node"] in scores and entry["step"] in ("round", "adjust", "missing", "bonus", "raise"):
            scores[entry["node"]] = row
    return scores, ranks, grades


def labels(computed, language):
    """The units that the scorecard lets choose, in order, and the one that is chosen."""
    card = computed.get({"zh": "评分卡", "en": "Scorecard"}[language])
    if card is None:
        return None, [], None
    names, row = [], 1
    # Beside each name stands its group, which what is written below the list has not.
    while (row, 13) in card and (row, 14) in card:
        names.append(card[(row, 13)])
        row += 1
    return card, names, card.get((4, 2))


def unlike_scorecard(ledger, computed, language, within):
    """What the scorecard says otherwise of the chosen unit, and how many cells were compared."""
    card, names, chosen = labels(computed, language)
    if card is None:
        return [], 0
    scores, ranks, _ = finals(ledger)
    named = {}
    for unit in ledger["units"]:
        for label in (unit["name"][language], f"{unit['name'][language]} {unit['code']}"):
            named.setdefault(label, []).append(unit["code"])
    codes = named.get(chosen, [])
    if len(codes) != 1 or chosen not in names:
        return [("scorecard", chosen, "the name of one unit", codes)], 1
    unit = codes[0]
    group = {u["code"]: u.get("group") for u in ledger["units"]}
    nodes = {}
    for node in ledger["nodes"]:
        nodes.setdefault(node["name"][language], []).append(node["id"])
    found, count = [], 0
    for row in sorted({r for r, _ in card if r > 8}):
        ids = nodes.get(card.get((row, 2)), [])
        if len(ids) != 1 or ids[0] not in scores or (row, 3) not in card:
            continue
        node, own = ids[0], scores[ids[0]].get(unit)
        count += 2
        if not agree(own, card.get((row, 3)), within):
            found.append((f"scorecard, {node}", unit, own, card.get((row, 3))))
        if node in ranks:
            places = [ranks[node].get(unit)]
        elif own is None:
            places = [None]
        else:
            peers = [v for u, v in scores[node].items() if v is not None and group[u] == group[unit]]
            # The ledger does not say which way a score points that is ranked nowhere.
            places = [1 + sum(v > own + 1e-9 for v in peers), 1 + sum(v < own - 1e-9 for v in peers)]
        if not any(agree(place, card.get((row, 6)), within) for place in places):
            found.append((f"scorecard, place in group of {node}", unit, places, card.get((row, 6))))
    return found, count


def unlike_ranking(ledger, computed, language, within):
    """What the ranking says otherwise, and how many cells were compared."""
    sheet = computed.get({"zh": "排名", "en": "Ranking"}[language], {})
    scores, ranks, grades = finals(ledger)
    root = ledger["nodes"][0]["id"]
    total = {"zh": "总分", "en": "Total"}[language]
    rows, inside = [], False
    for row in sorted({r for r, _ in sheet}):
        if sheet.get((row, 3)) == total:
            inside = True
        elif inside and sheet.get((row, 2)) not in (None, ""):
            rows.append((sheet.get((row, 2)), *(sheet.get((row, c)) for c in (3, 1, 4))))
        elif (row, 2) not in sheet:
            inside = False
    truth = sorted(
        (u["name"][language], scores.get(root, {}).get(u["code"]), ranks.get(root, {}).get(u["code"]),
         (grades.get(root, {}).get(u["code"]) or {}).get(language)) for u in ledger["units"])
    found, rest = [], list(rows)
    for line in truth:
        match = next((r for r in rest if r[0] == line[0] and all(agree(a, b, within) for a, b in zip(line[1:], r[1:]))), None)
        if match is None:
            found.append(("ranking", line[0], line[1:], [r[1:] for r in rows if r[0] == line[0]]))
        else:
            rest.remove(match)
    return found, 3 * len(truth)


def chosen_anew(path, computed, language, folder):
    """The workbook with another unit chosen: one whose name is another's but for the case of letters, else the last."""
    _, names, chosen = labels(computed, language)
    folded = [str(name).lower() for name in names]
    others = [n for n in names if n != chosen]
    others = [n for n in others if folded.count(str(n).lower()) > 1] or others
    if not others:
        return None
    book = openpyxl.load_workbook(path)
    book[{"zh": "评分卡", "en": "Scorecard"}[language]].cell(4, 2).value = others[-1]
    changed = pathlib.Path(folder) / f"chosen.{language}.xlsx"
    book.save(changed)
    return values(recalculated(changed, folder))


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
        language = "en" if pathlib.Path(options.workbook).name.endswith(".en.xlsx") else "zh"
        anew = chosen_anew(options.workbook, computed, language, folder) if options.results else None
    found, count = differences(options.workbook, computed, options.within)
    for sheet, (row, column), left, right, formula in found[:40]:
        letters = openpyxl.utils.get_column_letter(column)
        print(f"{sheet}!{letters}{row}: the workbook has {left!r}, LibreOffice {right!r}: {str(formula)[:300]}")
    print(f"{options.workbook}: {count} formulas recalculated, {len(found)} differ")
    if not options.results:
        return 1 if found else 0
    ledger = json.loads(pathlib.Path(options.results).read_text())["ledger"]
    sheets = [unlike_ranking(ledger, computed, language, options.within)]
    sheets += [unlike_scorecard(ledger, book, language, options.within) for book in (computed, anew) if book]
    wrong = [line for lines, _ in sheets for line in lines]
    for head, key, left, right in wrong[:40]:
        print(f"{head}, {key}: the ledger has {left!r}, the workbook {right!r}")
    print(f"{options.workbook}: {sum(n for _, n in sheets)} cells of ranking and scorecards compared, {len(wrong)} differ")
    others, compared = unlike(options.results, computed, language, options.within)
    for head, key, left, right in others[:40]:
        print(f"{head}, {key}: the ledger has {left!r}, the workbook {right!r}")
    steps = ", ".join(f"{n} {step}" for step, n in sorted(compared.items()))
    print(f"{options.workbook}: {sum(compared.values())} cells of the ledger compared ({steps}), {len(others)} differ")
    return 1 if found or others or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
