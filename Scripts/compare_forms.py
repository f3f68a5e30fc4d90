"""Compares what the forms of the elder-care plug-in say and give: linked, as a process in Swift, as a process in Python.

    compare_forms.py hello ELDER_CARE ELDER_CARE_PY       what the two processes say of themselves
    compare_forms.py columns ELDER_CARE ELDER_CARE_PY     their answers to the same columns, drawn at random
    compare_forms.py sides RESULTS                        the two sides of both-languages.yml
    compare_forms.py forms LINKED SWIFT PYTHON            results of linked.yml, process-swift.yml and process-python.yml
    compare_forms.py explanations LINKED SWIFT PYTHON     the same explanation by the three, in files

Prints a line for each thing that is the same, and ends with 1 at the first that is not. Numbers are compared by the
digits that are printed.
"""
import csv
import json
import random
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
        sys.exit(f"{what} differ at {where or 'their root'}:\n  {left!s:.500}\n  {right!s:.500}")


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


def conversation(requests, swift, python):
    """The answers of the two processes to the same requests, whole numbers as any other."""
    lines = [{**request, "request": number} for number, request in enumerate(requests + [{"message": "goodbye"}], 1)]
    written = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()
    for command in [swift], [sys.executable, python]:
        said = subprocess.run(command, input=written, stdout=subprocess.PIPE, check=True).stdout
        yield [json.loads(line, parse_int=float) for line in said.splitlines()]


HELLO = {"message": "hello", "contracts": [1], "workbench": "Scripts/elder-care"}


def hello(swift, python):
    answers = []
    for answer, _ in conversation([HELLO], swift, python):
        for section in answer["sections"]:
            for item in section["items"]:
                # A closed form has its formula as code; in Python it is written for the reader.
                if section["name"] == "evaluators":
                    item.pop("formula", None)
        answers.append(stated(answer))
    same(*answers, "what the processes say of themselves")
    # A section without any items is stated by its name alone.
    counts = ", ".join(f"{len(section.get('items', []))} {section['name']}" for section in answers[0]["sections"])
    print(f"same    what the processes in Swift and in Python say of themselves: {counts}, with every text and example")


def columns(swift, python):
    units, years, drawn = 40, [2017, 2018, 2020], random.Random(2018)
    rows = range(units * len(years))
    codes = [f"{unit:06}" for unit in range(units)]
    known = [{"code": code, "name": {"zh": code, "en": code}, "level": "city"} for code in codes]
    said = next(conversation([HELLO], swift, python))[0]
    sections = {section["name"]: section["items"] for section in said["sections"]}

    def column():
        most = drawn.choice([3, 1000, 1e9])
        values = [drawn.choice([0, drawn.randrange(int(most)), drawn.random() * most]) for _ in rows]
        fates = [drawn.choice(["", "", "", "", "", "", "not_submitted", "falsified", "imputed"]) for _ in rows]
        lack = {reason: [row for row in rows if fates[row] == reason] for reason in ("not_submitted", "falsified")}
        return {"values": [None if fate in lack else value for fate, value in zip(fates, values)], "absent": lack,
                "imputed": [{"because": "not_submitted", "rows": [row for row in rows if fates[row] == "imputed"]}]}

    requests = [HELLO, {"message": "panel", "panel": {"units": known, "assessed": codes, "periods": years}}]
    for _ in range(40):
        for indicator in sections["indicators"]:
            weights = {name: drawn.choice([0, 1, drawn.random()]) for name in ("emergency", "medical", "daily")}
            requests.append({
                "message": "measure", "indicator": indicator["id"], "registers": {},
                "parameters": {item["name"]: {"numbers": {**weights, "daily": 0.3}} for item in indicator["parameters"]},
                "variables": {id: column() for id in indicator["variables"]},
                "series_breaks": {id: [2018] for id in indicator["variables"] if drawn.random() < 0.2}})
        order = drawn.sample(rows, len(rows))
        sets = [sorted(order[:50]), sorted(order[50:119]), order[119:]]
        references = {"units": "all", "periods": "same", "sets": sets,
                      "set_of_row": [next(n for n, members in enumerate(sets) if row in members) for row in rows]}
        times = sorted(drawn.random() * 1000 for _ in range(3))
        parameters = {
            "response_time_standard": {**{name: {"number": time} for name, time in zip(
                ("standard", "tolerated", "limit"), times)}, "pass": {"number": drawn.random() * 100}},
            "softmax_scaling": {"width": {"number": 0.1 + drawn.random() * 3}}}
        for evaluator, direction in [("response_time_standard", "lower_is_better"),
                                     ("softmax_scaling", "lower_is_better"), ("softmax_scaling", "higher_is_better")]:
            requests.append({
                "message": "evaluate", "evaluator": evaluator, "direction": direction, "values": column()["values"],
                "parameters": parameters[evaluator],
                "references": references if evaluator == "softmax_scaling" else None})
    answers = [[stated(answer) for answer in side[2:]] for side in conversation(requests, swift, python)]
    for request, one, other in zip(requests[2:], *answers):
        what = request.get("indicator") or request["evaluator"]
        if one["message"] not in ("measured", "evaluated"):
            sys.exit(f"{what} answers {one}")
        for answer in one, other:
            # Variables that are the same in every row may be named once for all.
            of_all = answer.get("evidence", {}).get("variables", [])
            if of_all and not any(item["years_before"] for item in of_all):
                answer["evidence"] = {
                    "rows": [[{"variable": item["variable"], "row": row} for item in of_all] for row in rows]}
        same(one, other, f"the answers of the processes in Swift and in Python of {what}")
    print(f"same    {len(requests) - 2} answers of the processes in Swift and in Python to columns drawn at random, "
          f"{len(rows)} rows each, to the last bit")


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


def without_evaluators(lines):
    """An explanation without the formula, in words, and the parameters of evaluators: a closed form shows its own with the
    numbers in it, and one in a process its text as the author wrote it."""
    sys.path.insert(0, ".")
    from elder_care import plugin

    formulas = {evaluator.formula for evaluator in plugin.evaluators}
    parameters = tuple(
        start for evaluator in plugin.evaluators for parameter in evaluator.parameters
        for start in (parameter.summary.en + ": ", parameter.summary.zh + "："))
    return [line for line in lines if line.strip() not in formulas and not line.strip().startswith(parameters)]


def explanations(linked, swift, python):
    texts = [without_evaluators(Path(path).read_text(encoding="utf-8").splitlines()) for path in (linked, swift, python)]
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
        if not is_scope and not any(sign in line for sign in (" / ", " * ", " ÷ ", " × ", "if(", "若(", "= ")):
            sys.exit(f"the linked plug-in alone says of {what}, and it is no formula:\n{line}")
    ending = f"; the linked plug-in adds {len(more)} lines of formulas" if more else ""
    print(f"same    explanation of {what}, {len(texts[1])} lines in all three{ending}")


if __name__ == "__main__":
    {function.__name__: function for function in (hello, columns, sides, forms, explanations)}[sys.argv[1]](*sys.argv[2:])
