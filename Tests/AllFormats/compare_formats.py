"""Compares every format that a run wrote with its result.json, number by number.

    python3 Tests/AllFormats/compare_formats.py OUTPUT_FOLDER

The totals, ranks and grades of the assessed period are looked for where a reader of each format finds them; tables for
machines are compared at every node and period. A format that was not written is named as absent. Needs openpyxl for
workbooks and pdftotext for documents. Exit codes: 0 all agree, 1 something differs, 64 bad usage.
"""

import csv
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree


@dataclass
class Standing:
    """What the ledger says of a unit in the assessed period."""

    code: str
    names: dict
    total: float
    printed: str
    rank: int | None
    grade: dict | None
    # The decimals that a step rounded the total to; a template says them elsewhere.
    places: int | None = None

    def said(self, text):
        """The total as a format would print it with the decimals that it prints, and what it prints."""
        number = (text or "").strip().replace("\u2212", "-").replace(",", "")
        if not re.fullmatch(r"-?\d+(\.\d+)?", number):
            return self.printed, text
        places = len(number.partition(".")[2]) if self.places is None else self.places
        expected = rounded(self.total, places)
        return expected, expected if same(expected, number) else text


def rounded(number, places):
    """A number with so many decimals, halves away from zero."""
    return str(Decimal(repr(number)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def same(left, right):
    """Whether two numbers are written alike; a zero has no sign, and beyond 16 digits many stand for one number."""
    if len(left.lstrip("-")) > 17 and len(left) == len(right):
        return float(left) == float(right)
    return left == right or (Decimal(left) == Decimal(right) == 0 and left.lstrip("-") == right.lstrip("-"))


class Result:
    """What result.json says."""

    def __init__(self, path):
        ledger = json.loads(path.read_text(encoding="utf-8"))["ledger"]
        self.units, self.periods = ledger["units"], [str(period) for period in ledger["periods"]]
        self.period = str(ledger["period"])
        self.root = ledger["nodes"][0]["id"]
        self.scores, ranks, grades, decimals = {}, {}, {}, {}
        for entry in ledger["entries"]:
            node, step = entry["node"], entry["step"]
            if "measuredShares" in entry:
                self.scores[node] = entry["values"]
            elif node in self.scores and step in ("round", "adjust", "missing", "raise"):
                self.scores[node] = entry["values"]
            if step == "round":
                decimals[node] = entry["detail"]["decimals"]
            elif step == "rank":
                ranks[node] = entry["values"]
            elif step in ("grade", "veto", "quota"):
                grades[node] = entry
        self.ranks = ranks
        self.standings = []
        first = self.periods.index(self.period) * len(self.units)
        for position, unit in enumerate(self.units):
            row = first + position
            total = self.scores[self.root][row]
            if total is None:
                continue
            places = decimals.get(self.root, 2)
            printed = rounded(total, places)
            rank = ranks[self.root][row] if self.root in ranks else None
            self.standings.append(Standing(unit["code"], unit["name"], total, printed, rank, self.grade(grades, row), decimals.get(self.root)))

    def grade(self, grades, row):
        entry = grades.get(self.root)
        if entry is None or entry["values"][row] is None:
            return None
        bands = entry["detail"].get("grades") or entry["detail"].get("bands")
        return bands[int(entry["values"][row])]["name"] if bands else None

    def cells(self):
        """Every score, by period, unit and node."""
        for node, values in self.scores.items():
            for row, value in enumerate(values):
                if value is not None:
                    yield self.periods[row // len(self.units)], self.units[row % len(self.units)]["code"], node, value


class Page(HTMLParser):
    """The cells of tables with the unit that their row leads to, and the first figures of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.rows, self.figures, self.term = {}, {}, None
        self.unit, self.kinds, self.inside = None, {}, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "tr":
            self.unit, self.kinds = None, {}
        if tag == "a" and (match := re.search(r"units/([^/]+)\.html", attributes.get("href", ""))):
            self.unit = match.group(1)
        if tag in ("td", "dt", "dd"):
            self.inside = (tag, attributes.get("class", ""))
            self.text = ""

    def handle_data(self, data):
        if self.inside:
            self.text += data

    def handle_endtag(self, tag):
        if self.inside and tag == self.inside[0]:
            if tag == "dt":
                self.term = self.text.strip()
            if tag == "dd":
                self.figures.setdefault(self.term, self.text.strip())
            for kind in ("rank", "total", "grade"):
                if kind in self.inside[1].split():
                    self.kinds[kind] = self.text.strip()
            self.inside = None
        if tag == "tr" and self.unit and "total" in self.kinds:
            self.rows.setdefault(self.unit, dict(self.kinds))


def language_of(path, folder):
    return "en" if "en" in path.relative_to(folder).parts[:-1] or ".en." in path.name else "zh"


def pages(result, folder):
    """The ranking and the scorecards of the site."""
    for path in sorted(folder.glob("index.html")) + sorted(folder.glob("e[n]/index.html")):
        rows = Page(path.read_text(encoding="utf-8")).rows
        for unit in result.standings:
            row = rows.get(unit.code, {})
            yield path, unit, "total", *unit.said(row.get("total"))
            if unit.rank is not None:
                yield path, unit, "rank", str(unit.rank), row.get("rank")
    for unit in result.standings:
        for path in [folder / "units" / f"{unit.code}.html", folder / "en" / "units" / f"{unit.code}.html"]:
            if not path.exists():
                continue
            figures = Page(path.read_text(encoding="utf-8")).figures
            total, rank, grade = (
                next((figures[word] for word in words if word in figures), None)
                for words in (["总分", "Total"], ["名次", "Rank"], ["等次", "Grade"]))
            yield path, unit, "total", *unit.said(total)
            if unit.rank is not None:
                numbers = re.findall(r"\d+", rank or "")
                yield path, unit, "rank", str(unit.rank), numbers[0] if numbers else None
            if unit.grade:
                name = unit.grade[language_of(path, folder)]
                yield path, unit, "grade", name, grade


def table(result, path, period, unit, node, score, keep=lambda row: True):
    """The scores of a table for machines, at every node and period, to the last digit."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        # An id of SDMX writes what it may not hold as a dollar sign and two hexadecimal digits.
        found = {
            (row[period], row[unit], re.sub(r"\$([0-9a-f]{2})", lambda code: chr(int(code[1], 16)), row[node])): row[score]
            for row in csv.DictReader(file) if keep(row)
        }
    for where in result.cells():
        key, value = where[:3], where[3]
        text = found.get(key)
        same = text not in (None, "") and float(text) == value
        yield path, " ".join(key), "score", repr(value), repr(value) if same else text


def tables(result, folder):
    if (path := folder / "scores.csv").exists():
        yield from table(result, path, "period", "unit", "node", "score")


def open_data(result, folder):
    if (path := folder / "data" / "scores.csv").exists():
        yield from table(result, path, "period", "unit", "node", "score")
    if (path := folder / "data" / "sdmx.csv").exists():
        yield from table(
            result, path, "TIME_PERIOD", "REF_AREA", "INDICATOR", "OBS_VALUE", lambda row: row["MEASURE"] == "SCORE")


def workbooks(result, folder):
    """The sheet of the ranking, where a unit's rank, name and total stand side by side."""
    import openpyxl

    for path in sorted(folder.glob("workbook.*.xlsx")):
        language = language_of(path, folder)
        sheet = openpyxl.load_workbook(path, data_only=True).worksheets[2]
        rows = {row[1]: row for row in sheet.iter_rows(values_only=True) if isinstance(row[2], (int, float))}
        for unit in result.standings:
            row = rows.get(unit.names[language])
            value = row[2] if row else None
            yield path, unit, "total", unit.total, unit.total if value is not None and abs(value - unit.total) <= 1e-9 else value
            if unit.rank is not None:
                yield path, unit, "rank", unit.rank, row[0] if row else None


def documents(result, folder):
    """The printed scorecards."""
    for unit in result.standings:
        for path in sorted((folder / "scorecards").glob(f"{unit.code}.*.pdf")):
            done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
            words = re.split(r"\s+", done.stdout)
            found = next((word for word in words if unit.said(word)[0] == unit.said(word)[1]), None)
            yield path, unit, "total", unit.printed, unit.printed if found else None
            if unit.rank is not None:
                pattern = rf"第{unit.rank}名|\b{unit.rank} of \d"
                yield path, unit, "rank", unit.rank, unit.rank if re.search(pattern, done.stdout) else None
            if unit.grade:
                name = unit.grade[language_of(path, folder)]
                yield path, unit, "grade", name, name if name in done.stdout else None


def word_blocks(path):
    """The headings of units and the rows of tables of a Word document, in reading order."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

    def text(element):
        lines = {name + "t": lambda part: part.text or "", name + "br": lambda part: "\n"}
        return "".join(lines[part.tag](part) for part in element.iter() if part.tag in lines)

    with zipfile.ZipFile(path) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml")).find(name + "body")
    for block in body:
        if block.tag == name + "tbl":
            yield "table", [[text(cell) for cell in row.iter(name + "tc")] for row in block.iter(name + "tr")]
        elif (style := block.find(f"{name}pPr/{name}pStyle")) is not None and style.get(name + "val") == "Heading2":
            yield "unit", text(block)


def word(result, folder):
    """The ranking of the report to be edited, and the figures below the name of each unit."""
    for path in sorted(folder.glob("report.*.docx")):
        language = language_of(path, folder)
        ranking, cards, unit = {}, {}, None
        for kind, block in word_blocks(path):
            if kind == "unit":
                unit = block
            elif unit is None:
                for row in block:
                    if len(row) > 2:
                        ranking.setdefault(row[1], row)
            elif unit not in cards and len(block) > 1:
                cards[unit] = block[1]
        for unit in result.standings:
            name = unit.names[language]
            row, card = ranking.get(name, []), cards.get(name, [])
            # Where the total is not ranked, the columns of the rank are not there.
            if unit.rank is not None:
                yield path, unit, "total", *unit.said(row[2] if row else None)
                yield path, unit, "rank", str(unit.rank), row[0] if row else None
                yield path, unit, "rank", str(unit.rank), card[1] if len(card) > 1 else None
            yield path, unit, "total", *unit.said(card[0] if card else None)
            if unit.grade:
                grade = unit.grade[language]
                yield path, unit, "grade", grade, grade if grade in card else None


READERS = {
    "html": pages, "csv": tables, "open_data": open_data, "excel": workbooks, "pdf": documents,
    "word": word}


def main():
    if len(sys.argv) != 2:
        print("usage: compare_formats.py OUTPUT_FOLDER, which holds result.json", file=sys.stderr)
        return 64
    folder = Path(sys.argv[1])
    if not (folder / "result.json").exists():
        print(f"{folder} holds no result.json; list json under exports", file=sys.stderr)
        return 64
    result = Result(folder / "result.json")
    wrong = 0
    for name, reader in READERS.items():
        compared = 0
        for path, unit, what, expected, found in reader(result, folder):
            compared += 1
            if expected != found:
                wrong += 1
                label = unit if isinstance(unit, str) else f"{unit.code} {unit.names['en']}"
                print(f"{name}: {path.relative_to(folder)}: {label}: the {what} is {found}, in result.json {expected}")
        print(f"{name}: {compared} numbers compared" if compared else f"{name}: absent")
    return 1 if wrong else 0


sys.exit(main())
