"""Holds the JSON Schema that a built `assess` prints against what its reader accepts; Scripts/check-schema calls it."""

import copy
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml

EXAMPLES = pathlib.Path("Examples")


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, no `yes`, keys are texts."""

    def construct_mapping(self, node, deep=False):
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
]:
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)
CoreLoader.add_constructor("tag:yaml.org,2002:map", lambda loader, node: loader.construct_mapping(node))
CoreLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))
CoreLoader.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(node.value))


def read(path):
    return yaml.load(path.read_text(encoding="utf-8"), CoreLoader)


def resolved(value, folder, in_list=False):
    """A value with what its includes name in their place; a list of values within a list."""
    if isinstance(value, dict) and list(value) == ["include"]:
        path = folder / value["include"]
        if not path.exists():  # One that a program generates first, as for the full review.
            return [value]
        held = resolved(read(path), path.parent)[0]
        return held if in_list and isinstance(held, list) else [held]
    if isinstance(value, dict):
        return [{key: resolved(item, folder)[0] for key, item in value.items()}]
    if isinstance(value, list):
        return [[whole for item in value for whole in resolved(item, folder, in_list=True)]]
    return [value]


def specifications():
    """Every file under Examples that is a whole specification, not a part of one.

    Those of a package of its own name plug-ins that this program does not have, nor its schema.
    """
    return [
        path for path in sorted(EXAMPLES.rglob("*.yml"))
        if "assessment" in (read(path) or {}) and not (path.parent / "Package.swift").exists()]


BASE = """
assessment: { id: trial, kind: evaluation, title: { zh: 试, en: Trial }, period: 2020 }
units: { file: units.csv, code: code, groups: [region] }
plugins: [ProductionConsumption, ConsumptionFoundation]
data:
  - { table: values.csv, unit: code }
framework:
  reference: period
  evaluate: min_max
  weights: relative
  missing: { otherwise: zero }
  pillars:
    - id: first
      name: First
      weight: 1
      indicators:
        - { id: a, formula: x + 1, weight: 1 }
        - { value: y, weight: 1 }
        - { use: production.digital_finance, weight: 1 }
"""

SOURCE = {"id": "own", "name": "Own", "kind": "self", "weight": 1, "absent": "zero"}
RATINGS = {"sources": [SOURCE], "items": [{"id": "s", "name": "S"}]}

QUERY = {"query": "q.sql", "unit": "code", "engine": {"sqlite": "x.db"}}

FRAMEWORK, PILLAR = ("framework",), ("framework", "pillars", 0)
FIRST, SECOND, THIRD = (PILLAR + ("indicators", index) for index in range(3))
REMOVED = object()

# What is written where, and what the reader must tell of it.
BROKEN = [
    # Keys that nobody knows, and keys that are lacking.
    (("budget",), 1, "has no key ‘budget’"),
    (("assessment", "id"), REMOVED, "lacks the key ‘id’"),
    (("assessment", "titel"), "Trial", "has no key ‘titel’"),
    (("assessment", "title"), {"zh": "试"}, "lacks the key ‘en’"),
    (("units", "file"), REMOVED, "lacks the key ‘file’"),
    (("units", "level"), "city", "has no key ‘level’"),
    (("units",), {"file": "units.csv", "levels": "city"}, "lacks the key ‘in_force_on’"),
    (("units", "in_force_on"), "2020-12-31", "no in_force_on"),
    (PILLAR + ("id",), REMOVED, "lacks the key ‘id’"),
    (PILLAR + ("name",), REMOVED, "lacks the key ‘name’"),
    (PILLAR + ("target",), 3, "has no key ‘target’"),
    (FIRST + ("id",), REMOVED, "needs an id"),
    (FIRST + ("use",), "production.digital_finance", "measures one thing"),
    (FIRST + ("formula",), REMOVED, "must say what it measures"),
    (FIRST + ("bonus",), 1, "either a weight or a bonus"),
    (FRAMEWORK + ("pillars",), REMOVED, "nothing below this node"),
    # Kinds of values.
    (("plugins",), "ProductionConsumption", "must be a list"),
    (("assessment", "period"), "soon", "is not a year"),
    (("assessment", "period"), [2020], "a list is written here"),
    (("assessment", "history"), "2016 to 2019", "neither a year nor a range"),
    (("assessment", "languages"), "zh", "must be a list"),
    (("assessment", "id"), "Trial 1", "cannot be an id"),
    (PILLAR + ("id",), "one, two", "cannot be an id"),
    (FIRST + ("weight",), "ten", "is not a number"),
    (FIRST + ("weight",), "1", "is in quotes"),
    (FIRST + ("weight",), 0, "a number above 0"),
    (FIRST + ("round",), 2.5, "not written as a whole number"),
    (FIRST + ("round",), 16, "too large"),
    (FRAMEWORK + ("unranked_above",), 40, "out of bounds"),
    (FRAMEWORK + ("pillars",), {"id": "first"}, "must be a list"),
    (FRAMEWORK + ("steps",), "aggregate", "must be a list"),
    (FRAMEWORK + ("missing",), "zero", "must be a mapping"),
    (FRAMEWORK + ("screen",), {}, "says no share"),
    (SECOND + ("target",), [{"unit": 1}], "lacks the key ‘value’"),
    (SECOND + ("target",), {"soon": 1}, "is not a year"),
    (SECOND + ("target",), [{"value": 1, "year": 2020}], "has no key ‘year’"),
    # Words, ids and methods that nobody knows.
    (("assessment", "kind"), "audit", "‘audit’ is not known here"),
    (("assessment", "languages"), ["zh", "fr"], "‘fr’ is not known here"),
    (("plugins",), ["Tourism"], "there is no plug-in ‘Tourism’"),
    (THIRD + ("use",), "production.digital_finances", "there is no indicator"),
    (FRAMEWORK + ("weights",), "percent", "‘percent’ is not known here"),
    (FRAMEWORK + ("missing",), {"not_submitted": "ignore"}, "‘ignore’ is not known here"),
    (FRAMEWORK + ("missing",), {"lost": "zero"}, "has no key ‘lost’"),
    (FRAMEWORK + ("direction",), "up", "‘up’ is not known here"),
    (FRAMEWORK + ("evaluate",), "min_maxx", "there is no evaluator ‘min_maxx’"),
    (FRAMEWORK + ("evaluate",), {"min_max": {}, "z_score": {}}, "one evaluator is needed here"),
    (FRAMEWORK + ("evaluate",), {"min_max": {"lowest": 0}}, "has no parameter ‘lowest’"),
    (FRAMEWORK + ("evaluate",), {"min_max": {"low": "zero"}}, "is not a number"),
    (FRAMEWORK + ("evaluate",), "goalposts", "needs the parameter ‘floor’"),
    (FRAMEWORK + ("evaluate",), {"goalposts": {"floor": 0}}, "needs the parameter ‘ceiling’"),
    (FRAMEWORK + ("evaluate",), {"goalposts": {"floor": 0, "ceiling": 1, "reference": "period"}}, "no reference set"),
    (FRAMEWORK + ("treat",), "winsorize", "there is no treatment"),
    (FRAMEWORK + ("impute",), ["mean", "guess"], "there is no imputation ‘guess’"),
    (FRAMEWORK + ("impute",), {"mean": {"reasons": ["unknown"]}}, "nothing is put in for ‘unknown’"),
    (FRAMEWORK + ("aggregate",), "mean", "there is no aggregation ‘mean’"),
    (FRAMEWORK + ("weighting",), "guessed", "there is no weighting ‘guessed’"),
    (FRAMEWORK + ("weighting",), {"ahp": {"judgements": "1/3"}}, "must be a list of rows"),
    (FRAMEWORK + ("weighting",), {"ahp": {"judgements": [None]}}, "must be a list"),
    (FRAMEWORK + ("aggregate",), {"arithmetic_mean": 1}, "must be a mapping"),
    (("exports",), ["powerpoint"], "there is no format ‘powerpoint’"),
    (THIRD + ("with",), {"size": 1}, "has no parameter ‘size’"),
    # Parts that are seldom written.
    (("data", 0), {"unit": "code"}, "must say what it is"),
    (("data", 0), {"table": "values.csv", "facts": "values.csv"}, "is one thing only"),
    (("data", 0), {"observations": "values.csv", "unit": "code"}, "goes with ‘table’ or ‘query’ only"),
    (("data", 0), QUERY | {"engine": {}}, "no engine is named"),
    (("data", 0), {"query": "q.sql", "unit": "code"}, "lacks the key ‘engine’"),
    (("data", 0), {"query": "q.sql", "engine": {"sqlite": "x.db"}}, "lacks the key ‘unit’"),
    (("data", 0), QUERY | {"engine": {"oracle": "x.db"}}, "has no key ‘oracle’"),
    (("data", 0), QUERY | {"engine": {"postgresql": {"service": "a b"}}}, "not a name that can be passed on"),
    (("data", 0), QUERY | {"engine": {"spark_sql": {}}}, "is given nothing to read"),
    (("data", 0), QUERY | {"engine": {"spark_sql": {"tables": {"a-b": "x.parquet"}}}}, "not a name that can be passed on"),
    (("data", 0), QUERY | {"parameters": {"Year": 1}}, "not the name of a parameter"),
    (("data", 0), QUERY | {"time_limit": 0}, "too small"),
    (("data", 0), QUERY | {"at": "x"}, "goes with ‘table’ only"),
    (("data", 0), {"table": "values.csv", "unit": "code", "engine": {"sqlite": "x.db"}}, "goes with ‘query’ only"),
    (("data", 0), {"register": "software_parks"}, "needs its file"),
    (("data", 0), {"register": "parks", "file": "values.csv"}, "knows the register ‘parks’"),
    (("data", 0, "variable"), "x", "without ‘value’"),
    (("data", 0, "missing"), {"NA": "lost"}, "is not a reason"),
    (("data", 0, "codes"), {"yes": "one"}, "is not a number"),
    (("data", 0, "period"), {"row": 1}, "has no key ‘row’"),
    (("data", 0, "other_units"), "skip", "‘skip’ is not known here"),
    (("series_breaks",), [{"variable": "parks", "from": 2020, "note": "x"}], "knows the variable ‘parks’"),
    (("peer_groups",), [{"id": "a"}], "lacks the key ‘name’"),
    (("peer_groups",), {"of": "region"}, "has no key ‘of’"),
    (("grades",), [{"at_least": "low", "name": "Low"}], "is not a number"),
    (FRAMEWORK + ("light",), [{"colour": "pink"}], "‘pink’ is not known here"),
    (FRAMEWORK + ("light",), [{"colour": "red", "below": 1, "above": 0}], "has one bound"),
    (FRAMEWORK + ("light",), {"of": "score"}, "lacks the key ‘bands’"),
    (PILLAR + ("steps",), ["aggregate", "celebrate"], "‘celebrate’ is not known here"),
    (PILLAR + ("steps",), ["aggregate", {"rank": 1}], "takes no setting here"),
    (PILLAR + ("steps",), ["aggregate", {"impute": "guess"}], "there is no imputation ‘guess’"),
    (FRAMEWORK + ("indicator_steps",), ["measure", {"evaluate": "guess"}], "there is no evaluator ‘guess’"),
    (("statistics",), ["averages"], "‘averages’ is not known here"),
    (("statistics",), ["summary"], "lacks the key ‘unit’"),
    (("statistics",), [{"correlation": {"method": "guess"}}], "‘guess’ is not known here"),
    (("statistics",), [{"correlation": {"average": 1}}], "has no key ‘average’"),
    (("statistics",), [{"correlation": {"nodes": ["a"], "level": "pillars"}}], "both say which nodes"),
    (("statistics",), [{"correlation": {"level": 0}}], "too small"),
    (("statistics",), [{"correlation": {}, "descriptive": {}}], "is one statistic only"),
    # Several reviewers.
    (("ratings",), {"items": [{"id": "s", "name": "S"}]}, "lacks the key ‘sources’"),
    (("ratings",), {"sources": [{"id": "own"}], "items": []}, "lacks the key ‘absent’"),
    (("ratings",), RATINGS | {"scale": {"from": 0}}, "lacks the key ‘to’"),
    (("ratings",), RATINGS | {"outlying": {"method": "guess", "above": 3}}, "‘guess’ is not known here"),
    (("ratings",), RATINGS | {"outlying": {"method": "robust_z", "above": 0}}, "a number above 0"),
    (("ratings",), RATINGS | {"show_names": "yes"}, "is in quotes"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"kind": "friends"}]}, "‘friends’ is not known here"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"absent": "ignore"}]}, "‘ignore’ is not known here"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"least": 0}]}, "too small"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"combine": "mode"}]}, "‘mode’ is not known here"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"combine": {"trimmed_mean": {"share": 0.5}}}]}, "out of bounds"),
    (("ratings",), RATINGS | {"sources": [SOURCE | {"combine": {"drop_each_end": 1, "trimmed_mean": {"share": 0}}}]}, "in one way"),
    (FIRST + ("rating",), "s", "measures one thing"),
    (("data",), {"include": 1, "table": "values.csv"}, "must be a list"),
]

# What is unusual and right.
ACCEPTED = [
    (("assessment", "period"), "2020"),
    (("assessment", "history"), [2017, "2018-2019"]),
    (("assessment", "history"), "2019"),
    (("assessment", "title"), 2020),
    (("assessment", "notice"), {"zh": 1, "en": True}),
    (("assessment", "basis"), 20),
    (("peer_groups",), None),
    (("exports",), None),
    (("exports",), ["csv", {"html": None}, {"json": {}}]),
    (("statistics",), ["descriptive", {"correlation": None, "id": "x"}, {"collinear": {"within": 1}}]),
    (("statistics",), [{"denominators": {"variables": "x", "above": 1}}, {"summary": {"unit": 1}}]),
    (("statistics",), [{"descriptive": {"level": "indicators", "below": "first", "periods": "all"}}]),
    (("units",), {"file": "listed.csv", "levels": ["city"], "in_force_on": "2020-12-31"}),
    (("units", "classes"), {"large": [1, "A"], "small": "B", "none": []}),
    (("units", "groups"), "region"),
    (("peer_groups",), {"by": "region"}),
    (("peer_groups",), [{"id": "a", "name": "A", "units": [1, "A", "B"], "levels": "unit"}]),
    (FRAMEWORK + ("reference",), 2020),
    (FRAMEWORK + ("reference",), "region_and_period"),
    (FRAMEWORK + ("evaluate",), {"min_max": None}),
    (FRAMEWORK + ("evaluate",), {"min_max": {"reference": "2020", "low": {"2020": 1}}}),
    (FRAMEWORK + ("evaluate",), {"goalposts": {"floor": [{"unit": 1, "value": 0}], "ceiling": 10}}),
    (FRAMEWORK + ("impute",), "none"),
    (FRAMEWORK + ("impute",), []),
    (FRAMEWORK + ("impute",), {"mean": {"reference": "period", "reasons": ["not_submitted", "falsified"]}}),
    (FRAMEWORK + ("impute",), {"mean": {"reasons": []}}),
    (FRAMEWORK + ("treat",), ["log"]),
    (FRAMEWORK + ("missing",), {"otherwise": "no_score"}),
    (FRAMEWORK + ("light",), [{"colour": "green", "at_least": 1}, {"colour": "red"}]),
    (FRAMEWORK + ("light",), {"of": "score", "bands": [{"colour": "red"}]}),
    (FRAMEWORK + ("steps",), None),
    (PILLAR + ("steps",), ["aggregate", {"formula": {"formula": "value + 1", "reference": "period"}}, "missing", "rank"]),
    (PILLAR + ("name",), 1),
    (PILLAR + ("id",), "甲_1"),
    (PILLAR, {"id": "p", "name": "P", "weight": 1, "weighting": "equal", "values": ["x", "y"]}),
    (FIRST + ("with",), {"x": 3}),
    (FIRST + ("levels",), "unit"),
    (SECOND + ("name",), {"zh": "乙", "en": "B"}),
    (("data", 0, "missing"), ["NA", 99]),
    (("data", 0, "missing"), "NA"),
    (("data", 0, "missing"), {"NA": "not_applicable"}),
    (("data", 0, "period"), {"column": "year"}),
    (("data", 0, "codes"), {"yes": 1, "no": 0}),
    (("data",), {"include": "data.yml"}),
    (("data",), [{"include": "data.yml"}]),
    (("grades",), [{"at_least": 0, "name": {"include": "name.yml"}}]),
    (FRAMEWORK + ("evaluate",), {"min_max": {"include": "nothing.yml"}}),
    (FIRST + ("levels",), [{"include": "levels.yml"}]),
    (FRAMEWORK, {"include": "framework.yml"}),
]


def changed(specification, path, value):
    whole = copy.deepcopy(specification)
    place = whole
    for key in path[:-1]:
        place = place[key]
    if value is REMOVED:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return whole


def main(program):
    printed = subprocess.run([program, "schema"], capture_output=True, text=True, check=True).stdout
    schema = json.loads(printed)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failures = []

    def fits(value, name, expected=True):
        found = list(validator.iter_errors(value))
        if bool(found) == expected:
            reason = jsonschema.exceptions.best_match(found).message if found else "nothing is wrong with it"
            failures.append(f"{name}: {'fits' if not found else 'does not fit'} the schema: {reason}")

    whole = specifications()
    for path in whole:
        fits(read(path), path)
        fits(resolved(read(path), path.parent)[0], f"{path}, with what it includes")

    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base = yaml.load(BASE, CoreLoader)
        files = {
            "units.csv": "code,region\n1,N\nA,S\nB,S\n", "values.csv": "code,year,x,y\n1,2020,1,2\nA,2020,3,1\nB,2020,2,3\n",
            "listed.csv": "code,name_zh,name_en,level\n1,甲,One,city\nA,乙,A,city\nB,丙,B,city\n",
            "data.yml": "- { table: values.csv, unit: code }\n", "name.yml": "{ zh: 甲, en: A }\n",
            "q.sql": "SELECT code, x, y FROM t\n", "levels.yml": "[unit]\n", "nothing.yml": "{}\n",
            "framework.yml": yaml.safe_dump(base["framework"], allow_unicode=True),
        }
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8")

        def told(value):
            (folder / "assessment.yml").write_text(
                yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
            run = subprocess.run([program, "validate", str(folder)], capture_output=True, text=True, check=False)
            return "" if run.returncode == 0 else run.stderr.strip()

        fits(base, "the base")
        for path, value, expected in BROKEN:
            name = f"{'.'.join(map(str, path))}: {'removed' if value is REMOVED else value}"
            broken = changed(base, path, value)
            fits(broken, name, expected=False)
            message = told(broken)
            if expected not in message:
                failures.append(f"{name}: the reader does not tell ‘{expected}’ but: {message}")
        for path, value in ACCEPTED:
            name = f"{'.'.join(map(str, path))}: {value}"
            right = changed(base, path, value)
            fits(right, name)
            message = told(right)
            if message:
                failures.append(f"{name}: the reader refuses it: {message}")

    for failure in failures:
        print(failure, file=sys.stderr)
    if failures:
        sys.exit(1)
    print(
        f"{len(whole)} specifications fit the schema, and so do {len(ACCEPTED)} unusual ones; "
        f"{len(BROKEN)} broken ones are refused by schema and reader")


main(sys.argv[1])
