"""Compares what the forms of the elder-care plug-in say and give: linked, as a process in Swift, as a process in Python.

    compare_forms.py hello ELDER_CARE ELDER_CARE_PY       what the two processes say of themselves
    compare_forms.py sides RESULTS                        the two sides of both-languages.yml
    compare_forms.py forms LINKED SWIFT PYTHON            results of linked.yml, process-swift.yml and process-python.yml
    compare_forms.py explanations LINKED SWIFT PYTHON     the same explanation by the three, in files

Prints a line for each thing that is the same, and ends with 1 at the first that is not. Numbers are compared by the
digits that are printed.
"""
import csv
import json
import subprocess
import sys
from pathlib import Path

PREFIX = "python_"


def same(left, right, what, where=""):
    """Ends the run at the first difference between two trees."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in dict.fromkeys([*left, *right]):
            same(left.get(key), right.get(key), what, f"{where}.{key}")
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for position, (one, other) in enumerate(zip(left, right)):
            same(one, other, what, f"{where}[{position}]")
    elif left != right:
        sys.exit(f"{what} differ at {where or 'their root'}:\n  {left}\n  {right}")


def ledger(results):
    """The ledger of a folder of results, numbers as they are printed."""
    text = (Path(results) / "result.json").read_text(encoding="utf-8")
    return json.loads(text, parse_float=str, parse_int=str)["ledger"]


def without_formulas(ledger_entries):
    """Entries without the formulas of the plug-in's indicators and evaluators, which a process keeps to itself."""
    result = []
    for entry in ledger_entries:
        detail = entry["detail"]
        is_own = detail.get("method") in ("response_time_standard", "softmax_scaling") or detail.get(
            "indicator", "").startswith("eldercare.")
        hidden = ("formula", "inputs", "reference") if is_own else ()
        result.append({**entry, "detail": {key: value for key, value in detail.items() if key not in hidden}})
    return result


def stated(tree):
    """A tree without the members that are empty, which is what they are where they are left out."""
    if isinstance(tree, list):
        return [stated(item) for item in tree]
    if isinstance(tree, dict):
        return {key: stated(item) for key, item in tree.items() if item not in (None, "", [], {})}
    return tree


def hello(swift, python):
    line = b'{"message":"hello","request":1,"contracts":[1],"workbench":"Scripts/elder-care"}\n{"message":"goodbye","request":2}\n'
    answers = []
    for command in [swift], [sys.executable, python]:
        said = subprocess.run(command, input=line, stdout=subprocess.PIPE, check=True).stdout.splitlines()[0]
        answer = json.loads(said)
        for section in answer["sections"]:
            for item in section["items"]:
                # A closed form has its formula as code; in Python it is written for the reader.
                if section["name"] == "evaluators":
                    item.pop("formula", None)
        answers.append(stated(answer))
    same(*answers, "what the processes say of themselves")
    counts = ", ".join(f"{len(section['items'])} {section['name']}" for section in answers[0]["sections"])
    print(f"same    what the processes in Swift and in Python say of themselves: {counts}, with every text and example")


def sides(results):
    with open(Path(results) / "scores.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ["value", "unit_of_measure", "target", "score", "rank", "ranked", "state", "reason"]
    cells = {(row["period"], row["unit"], row["node"]): [row[column] for column in columns] for row in rows}
    compared = reasons = 0
    for (period, unit, node), found in cells.items():
        other = PREFIX + node if node.startswith("eldercare.") else {"swift": "python"}.get(node)
        if other is None:
            continue
        same(found, cells[period, unit, other], f"scores.csv: {node} and {other} of {unit} in {period}")
        compared += 1
        reasons += found[-1] != ""
    if compared != 48 * 9:
        sys.exit(f"scores.csv has {compared} rows of the linked side; expected 16 cities in 3 years with 8 indicators and "
                 f"a pillar, {48 * 9}")
    print(f"same    scores.csv: value, score, rank, state and reason of {compared} rows linked and in Python, {reasons} of "
          "them with a reason")

    def steps(is_python):
        """The entries of a side, without what makes it that side."""
        found = []
        for entry in ledger(results)["entries"]:
            node = entry["node"]
            if node.startswith("eldercare.") if not is_python else node.startswith(PREFIX):
                text = json.dumps(entry, ensure_ascii=False).replace(PREFIX, "")
                found.append(json.loads(text))
        return without_formulas(found)

    linked, python = steps(False), steps(True)
    same(linked, python, "result.json: the entries of the linked domain and of that in Python")
    notes = sum(len(entry["notes"]) for entry in linked)
    print(f"same    result.json: {len(linked)} entries of the ledger linked and in Python: values, scores, states, reasons, "
          f"{notes} notes and every cell of the evidence")


def forms(linked, swift, python):
    tables = [(Path(folder) / "scores.csv").read_bytes() for folder in (linked, swift, python)]
    if len(set(tables)) > 1:
        sys.exit("scores.csv differs between linked.yml, process-swift.yml and process-python.yml")
    print(f"same    scores.csv of linked.yml, process-swift.yml and process-python.yml, {len(tables[0])} bytes")
    ledgers = [ledger(folder) for folder in (linked, swift, python)]
    same(ledgers[1], ledgers[2], "the ledgers of the processes in Swift and in Python")
    for found in ledgers:
        found["entries"] = without_formulas(found["entries"])
    same(ledgers[0], ledgers[2], "the ledgers of the linked plug-in and of the processes")
    print(f"same    result.json: {len(ledgers[0]['entries'])} entries of the ledger of all three, but for the formulas "
          "of its indicators and evaluators, which a process keeps to itself")


def explanations(linked, swift, python):
    texts = [Path(path).read_text(encoding="utf-8").splitlines() for path in (linked, swift, python)]
    what = Path(linked).name
    same(texts[1], texts[2], f"the explanations of {what} by the processes in Swift and in Python")
    # The linked plug-in says more: the formulas of indicators and evaluators.
    rest, more = iter(texts[1]), []
    expected = next(rest, None)
    for line in texts[0]:
        if line == expected:
            expected = next(rest, None)
        else:
            more.append(line)
    if expected is not None:
        sys.exit(f"the explanation of {what} by the linked plug-in lacks, or has elsewhere:\n{expected}")
    for line in more:
        is_scope = line.strip().startswith(("reference set: ", "参照组："))
        if not is_scope and not any(sign in line for sign in (" / ", " * ", "if(", "= ")):
            sys.exit(f"the linked plug-in alone says of {what}, and it is no formula:\n{line}")
    ending = f"; the linked plug-in adds {len(more)} lines of formulas" if more else ""
    print(f"same    explanation of {what}, {len(texts[1])} lines in all three{ending}")


if __name__ == "__main__":
    {function.__name__: function for function in (hello, sides, forms, explanations)}[sys.argv[1]](*sys.argv[2:])
