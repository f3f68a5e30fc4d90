"""Tests of the plug-in's side in Python.

The cases of formulas, registers and organisation codes are those of Tests/AssessmentCoreTests, with the same numbers. That
both sides agree to the last bit on columns at random is seen by Scripts/check-contract.
"""
from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import tempfile
import unittest
from typing import Any, Dict, List, Optional

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import care_plugin  # puts the folder of the kit on the path
import assessment_plugin as kit
from assessment_plugin import *

SOURCES = os.path.join(HERE, "../../Sources")
TEXTS = dict(name=Text("指标", "Indicator"), definition=Text("定义", "Definition"), rationale=Text("理由", "Rationale"),
             unit_of_measure=Unit.percent)


def variable(id: str) -> Variable:
    return Variable(id, Text("变量" + id, "Variable " + id), Text.same(id), Unit.count, Text.same("reporter"))


def unit(code: str, level: str = "city", **more: Any) -> Dict[str, Any]:
    return {"code": code, "name": {"zh": "单元" + code, "en": "Unit " + code}, "level": level, **more}


def panel(units: List[Any], periods: List[int], assessed: Optional[List[str]] = None) -> kit.Panel:
    return kit.Panel({"units": units, "periods": periods, "assessed": assessed or [unit["code"] for unit in units]})


def column(values: List[Optional[float]], reason: str = "not_submitted", **more: Any) -> Dict[str, Any]:
    return {"values": values, "absent": {reason: [row for row, value in enumerate(values) if value is None]}, **more}


def measured(indicator: Indicator, rows: kit.Panel, **request: Any) -> Dict[str, Any]:
    """The column of an answer as rows, with its evidence."""
    answer = indicator._measured(MeasurementData(rows, request))
    answer["read"] = kit.Column._read(answer["column"])
    return answer


part, whole = variable("part"), variable("whole")
scale = Parameter("scale", Text.same("scale"), default=1)


class Checks(unittest.TestCase):
    """What must hold of collected values, as the section `checks` says it."""

    def plugin(self, *checks: Check) -> Plugin:
        return Plugin("P", prefix="p", version="1", name=Text.same("P"), summary=Text.same("P"), checks=checks,
                      indicators=[Indicator("p.share", **TEXTS, formula=share(part, of=whole))])

    def test_sections(self) -> None:
        name = Text("查", "Check")
        plugin = self.plugin(Check.range("p.a", name, part, at_least=0, severity="stop"),
                             Check.order("p.b", name, [part], [whole], question=Text.same("?")))
        section = next(section for section in kit.Service(plugin).hello()["sections"] if section["name"] == "checks")
        self.assertEqual(section["items"], [
            {"id": "p.a", "name": {"zh": "查", "en": "Check"}, "rule": "range", "severity": "stop", "variable": "part",
             "at_least": 0},
            {"id": "p.b", "name": {"zh": "查", "en": "Check"}, "rule": "order", "question": {"zh": "?", "en": "?"},
             "left": ["part"], "right": ["whole"]}])

    def test_refused(self) -> None:
        name = Text.same("Check")
        for problem, make in [
                ("is no id here; expected one such as p.beds_whole", lambda: self.plugin(Check.required("q.a", name, part))),
                ("is of ‘other’, which no indicator declares",
                 lambda: self.plugin(Check.required("p.a", name, variable("other")))),
                ("expected stop, warning, note or off", lambda: Check.required("p.a", name, part, severity="grave")),
                ("compares nothing", lambda: Check.identity("p.a", name, [], [whole]))]:
            with self.assertRaisesRegex(DeclarationError, problem):
                make()


class Formulas(unittest.TestCase):
    """The cases of FormulaIndicatorTests.swift."""

    def measure(self, formula: Expression, part: List[Any], whole: Optional[List[Any]] = None, years: Any = (2020,),
                breaks: Optional[List[int]] = None, scale: Any = None) -> Dict[str, Any]:
        rows = panel([unit(str(index)) for index in range(len(part) // len(years))], list(years))
        indicator = Indicator("d.share", **TEXTS, formula=formula)
        return measured(
            indicator, rows, variables={"part": column(part), **({"whole": column(whole)} if whole else {})},
            parameters={"scale": scale or {"number": 1.0}}, series_breaks={"part": breaks or []})

    def values(self, *arguments: Any, **more: Any) -> List[float]:
        return self.measure(*arguments, **more)["read"].values

    def test_share_and_rate(self) -> None:
        self.assertEqual(self.values(share(part, of=whole), [30], [40]), [75])
        self.assertEqual(self.values(rate(part, per=10_000, of=whole), [3], [40]), [750])
        self.assertEqual(self.values(rate(part, of=whole), [30], [40]), [0.75])

    def test_growth(self) -> None:
        read = self.measure(growth(part), [100, 50, 116, 40], years=(2019, 2020))["read"]
        self.assertEqual(read.reasons, ["no_earlier_period"] * 2 + [None] * 2)
        self.assertAlmostEqual(read.values[2], 16, delta=1e-12)
        self.assertAlmostEqual(read.values[3], -20, delta=1e-12)

    def test_series_break(self) -> None:
        for first in (2019, 2020):
            read = self.measure(part / lag(part, 2), [100, 116], years=(2018, 2020), breaks=[first])["read"]
            self.assertEqual(read.reasons, ["no_earlier_period", "series_break"])
        read = self.measure(part / lag(part, 2), [100, 116], years=(2018, 2020), breaks=[2018, 2021])["read"]
        self.assertEqual(read.values[1], 1.16)

    def test_balance(self) -> None:
        variables = [variable(id) for id in "abc"]
        for parts, expected in [([5, 5, 5], 100), ([2, 4, 6], 50), ([0, 4, 8], 0), ([0, 0, 0], 0)]:
            indicator = Indicator("d.balance", **TEXTS, formula=balance(variables))
            answer = measured(indicator, panel([unit("a")], [2020]),
                              variables={item.id: column([value]) for item, value in zip(variables, parts)})
            self.assertEqual(answer["read"].values, [expected])

    def test_missing_input(self) -> None:
        read = self.measure(share(part, of=whole), [30, None], [None, 40])["read"]
        self.assertEqual(read.reasons, ["not_submitted", "not_submitted"])
        self.assertEqual(read.notes[0].en, "Variable whole (2020): not submitted")
        self.assertEqual(read.notes[1].zh, "变量part（2020）：未报送")

    def test_zero_denominator(self) -> None:
        read = self.measure(share(part, of=whole), [30], [0])["read"]
        self.assertEqual((read.reasons, read.states), (["zero_denominator"], ["not_applicable"]))
        self.assertEqual(read.notes[0], Text("变量whole = 0", "Variable whole = 0"))

    def test_outside_domain(self) -> None:
        read = self.measure(ln(part), [0])["read"]
        self.assertEqual((read.reasons, read.notes[0].en), (["outside_domain"], "ln(Variable part)"))

    def test_imputed(self) -> None:
        values = {"values": [100, 110, 120], "imputed": [{"because": "not_submitted", "rows": [1]}]}
        rows = panel([unit("a")], [2018, 2019, 2020])
        for formula, states in [(growth(part), ["missing", "imputed", "imputed"]),
                                (lag(part, 0), ["measured", "imputed", "measured"])]:
            read = measured(Indicator("d.x", **TEXTS, formula=formula), rows, variables={"part": values})["read"]
            self.assertEqual(read.states, states)

    def test_parameters(self) -> None:
        self.assertEqual(self.values(scale * part, [3, 4]), [3, 4])
        table = {"table": [{"value": 10.0}, {"unit": "1", "value": 100.0}], "rows": [10.0, 100.0]}
        answer = self.measure(scale * part, [3, 4], scale=table)
        self.assertEqual(answer["read"].values, [30, 400])
        self.assertEqual(answer["evidence"], {"variables": [{"variable": "part", "years_before": 0}]})
        with self.assertRaisesRegex(Refused, "‘scale’, which has no value here"):
            measured(Indicator("d.x", **TEXTS, formula=scale * part), panel([unit("a")], [2020]),
                     variables={"part": column([1])})

    def test_evidence(self) -> None:
        answer = self.measure(growth(part), [1, 2, 3, 4], years=(2019, 2020))
        self.assertEqual(answer["evidence"], {"variables": [
            {"variable": "part", "years_before": 0}, {"variable": "part", "years_before": 1}]})

    def test_gaps_between_periods(self) -> None:
        read = self.measure(growth(part), [100, 150, 180], years=(2016, 2018, 2019))["read"]
        self.assertEqual(read.reasons, ["no_earlier_period", "no_earlier_period", None])
        self.assertAlmostEqual(read.values[2], 20, delta=1e-12)

    def test_functions(self) -> None:
        cases = [
            (part + whole, 6.0, 1.5, 7.5), (part - whole, 6.0, 1.5, 4.5), (part * whole, 1e200, 1e200, None),
            (part / whole, 1e300, 1e-300, None), (part ** whole, 2.0, 0.5, math.sqrt(2)), (part ** whole, -8.0, 0.5, None),
            (part ** whole, 0.0, -1.0, None), (part ** whole, 10.0, 400.0, None), (exp(part), 800.0, 0.0, None),
            (minimum(part, whole), 3.0, 2.0, 2.0), (maximum(part, whole), 3.0, 2.0, 3.0),
            (clip(part, 0, whole), 3.0, 2.0, 2.0), (absolute(part), -3.0, 0.0, 3.0), (sqrt(part), -1.0, 0.0, None),
            (sign(part), -3.0, 0.0, -1.0), (sign(part), 0.0, 0.0, 0.0), (log10(part), 1000.0, 0.0, math.log10(1000)),
            (coalesce(part, whole), None, 2.0, 2.0), (has_value(part), None, 2.0, 0.0), (part < whole, 1.0, 2.0, 1.0),
            (part >= whole, 1.0, 2.0, 0.0), (equal(part, whole), 2.0, 2.0, 1.0), ((part > 0) & (whole > 0), 1.0, 0.0, 0.0),
            ((part > 0) | (whole > 0), 1.0, 0.0, 1.0), (~part, 0.0, 1.0, 1.0), (-part, 2.0, 1.0, -2.0),
            (choose(part > 1, whole, 5), 2.0, 7.0, 7.0), (choose(part > 1, whole, 5), 0.0, None, 5.0),
            (rounded(part, 2), 2.675, 0.0, 2.68), (rounded(part, 2), 89.99499999999999, 0.0, 90.0),
            (rounded(part, whole), 2.5, 16.0, None), (rounded(part), -2.5, 0.0, -3.0), (rounded(part), 2.0**53, 0.0, 2.0**53),
        ]
        for formula, first, second, expected in cases:
            read = self.measure(formula * 1 + whole * 0 if whole not in formula._parts() else formula, [first], [second])
            value = read["read"].values[0]
            self.assertEqual(None if value != value else value, expected, formula.text)

    def test_text(self) -> None:
        for formula, text in [
            (100 * ((part - 1) / (whole - (part - 2.5))), "100 * ((part - 1) / (whole - (part - 2.5)))"),
            ((part ** 2) ** whole, "(part ^ 2) ^ whole"), (growth(part), "100 * (part / lag(part, 1) - 1)"),
            (choose((part < 1) & (whole <= 2), part * -1, 1e-7), "if(and(part < 1, whole <= 2), part * (-1), 1e-07)"),
            (variable("of") + scale, "`of` + scale"), (minimum(part, 1e300), "min(part, 1e+300)"),
            (equal(part < 1, 1), "(part < 1) = 1"),
        ]:
            self.assertEqual(formula.text, text)

    def test_no_truth(self) -> None:
        with self.assertRaisesRegex(DeclarationError, "neither true nor false"):
            0 < part < 1


class Registers(unittest.TestCase):
    """The cases of RegisterIndicatorTests.swift."""
    register = Register("parks", Text("名录parks", "Register parks"), Text.same("parks"), Text.same("keeper"))
    codes = ["91110000802100433B", "9144030071526726XG", "914403001922038216"]
    units = [
        unit("340200"), unit("340203", "county", parent="340200", validity={"until": "2020-07-06"}, successor="340209"),
        unit("340208", "county", parent="340200", validity={"until": "2020-07-06"}, successor="340209"),
        unit("340209", "county", parent="340200", validity={"from": "2020-07-06"}),
        unit("340207", "county", parent="340200")]

    def entry(self, name: str, unit: str = "340207", code: int = 0, since: Optional[str] = None,
              until: Optional[str] = None, **more: Any) -> Dict[str, Any]:
        days = {key: day for key, day in (("from", since), ("until", until)) if day}
        return {"unit": unit, "name": name, "organisation_code": self.codes[code], "recognition": days, **more}

    def measure(self, entries: Optional[List[Any]], of: Any = ("340207", "340209"), base_year: Optional[float] = None,
                **rule: Any) -> Dict[str, Any]:
        indicator = RegisterIndicator("d.parks", **TEXTS, register=self.register, **rule)
        return measured(indicator, panel(self.units, [2019, 2020], list(of)),
                        registers={} if entries is None else {"parks": entries},
                        parameters={"base_year": {"number": base_year}} if base_year else {})

    def values(self, *arguments: Any, **more: Any) -> List[float]:
        return self.measure(*arguments, **more)["read"].values

    def test_recognition(self) -> None:
        self.assertEqual(self.values([
            self.entry("early", since="2018-01-01"), self.entry("late", since="2020-12-31"),
            self.entry("next", since="2021-01-01"),
            self.entry("withdrawn", since="2018-01-01", until="2020-12-31")]), [2, 0, 2, 0])

    def test_duplicates(self) -> None:
        entries = [self.entry("a"), self.entry("a"), self.entry("a", code=1), self.entry("b")]
        self.assertEqual(self.values(entries), [3, 0, 3, 0])
        self.assertEqual(self.values([self.entry("caf\u00e9"), self.entry("cafe\u0301")]), [1, 0, 1, 0])

    def test_wrong_code(self) -> None:
        wrong = {**self.entry("wrong"), "organisation_code": "91110000802100433C"}
        read = self.measure([wrong, self.entry("right")])["read"]
        self.assertEqual(read.values, [1, 0, 1, 0])
        self.assertEqual(
            read.notes[0].en,
            "1 not counted for a wrong credit code, such as ‘wrong’: check character is C, must be B")
        self.assertEqual(read.notes[0].zh, "1条未计入，统一社会信用代码有误，如“wrong”：校验码应为B，实为C")
        self.assertEqual(sorted(read.notes), [0, 2])

    def test_merged_units(self) -> None:
        entries = [self.entry("a", "340203"), self.entry("b", "340208"), self.entry("c", "340209"), self.entry("d")]
        self.assertEqual(self.values(entries), [1, 3, 1, 3])
        self.assertEqual(self.values(entries, of=["340200"]), [4, 4])

    def test_increase(self) -> None:
        answer = self.measure([
            self.entry("old", since="2015-01-01"), self.entry("gone", since="2015-01-01", until="2020-03-01"),
            self.entry("new", since="2019-05-01"), self.entry("newer", since="2020-05-01")],
            counts_increase=True, base_year=2017.0)
        self.assertEqual(answer["read"].values, [1, 0, 1, 0])
        self.assertEqual(answer["evidence"]["rows"][2], [{"register": "parks", "entry": entry} for entry in (2, 3, 1)])

    def test_no_base_year(self) -> None:
        with self.assertRaisesRegex(Refused, "d.parks: an increase needs the parameter base_year, such as 2017"):
            self.measure([], counts_increase=True)

    def test_accepts(self) -> None:
        entries = [self.entry("park", fields={"kind": "park"}), self.entry("base", fields={"kind": "base"})]
        self.assertEqual(self.values(entries, accepts=lambda entry: entry.fields["kind"] == "park"), [1, 0, 1, 0])

    def test_absent_register(self) -> None:
        self.assertEqual(self.values([]), [0, 0, 0, 0])
        self.assertEqual(self.measure(None)["read"].reasons, ["not_collected"] * 4)

    def test_holding(self) -> None:
        """The cases of MeasurementDataTests.swift."""
        circle = panel([unit("x", successor="y"), unit("y", successor="x"), unit("z", parent="z")], [2020])
        self.assertEqual((circle.holding("x"), circle.holding("z"), circle.holding("unknown")), ([0], [2], []))
        moved = [unit("10"), unit("20"),
                 unit("11", parent="10", validity={"until": "2021-01-01"}, successor="21"),
                 unit("21", parent="20", validity={"from": "2021-01-01"})]
        self.assertEqual(panel(moved, [2020], ["10", "20"]).holding("11"), [0])
        self.assertEqual(panel(moved, [2021], ["10", "20"]).holding("11"), [1])


class OrganisationCodes(unittest.TestCase):
    """The cases of OrganisationCodeTests.swift."""
    published = ["91110000802100433B", "9144030071526726XG", "914403001922038216", "91330100799655058B",
                 "91110000100017643K", "9111000071093123XX"]

    def test_codes(self) -> None:
        for code in self.published:
            self.assertIsNone(kit.organisation_code_fault(code))
            for place in range(18):
                for other in kit._CODE_ALPHABET:
                    if other != code[place]:
                        self.assertIsNotNone(kit.organisation_code_fault(code[:place] + other + code[place + 1:]))
                if place < 16 and code[place] != code[place + 1]:
                    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2:]
                    self.assertIsNotNone(kit.organisation_code_fault(swapped))

    def test_words(self) -> None:
        for code, en in [
            ("91110000802100433", "has 17 characters instead of 18"),
            ("91110000802100433b", "character 18, ‘b’, is not allowed"),
            ("9111000080210O433B", "character 14, ‘O’, is not allowed"),
            ("91110000802100433C", "check character is C, must be B"),
        ]:
            self.assertEqual(kit.organisation_code_fault(code).en, en)
        self.assertEqual(kit.organisation_code_fault("9111000080210O433B").zh, "第14位“O”不在字符集内")


class Vocabulary(unittest.TestCase):
    """Words that Swift has too are the same there."""

    def source(self, path: str) -> str:
        with open(os.path.join(SOURCES, "AssessmentCore/Vocabulary", path), encoding="utf-8") as file:
            return re.sub(r"\s+", " ", file.read())

    @staticmethod
    def snake(name: str) -> str:
        return re.sub("([A-Z])", lambda letter: "_" + letter.group().lower(), name)

    def test_reasons(self) -> None:
        source = self.source("Reason.swift")
        names = {self.snake(case): Text(zh, en) for case, zh, en in re.findall(
            r'case \.(\w+): BilingualText\(zh: "([^"]+)", en: "([^"]+)"\)', source)}
        self.assertEqual(names, {reason: name for reason, (_, name) in kit.REASONS.items()})
        for cases, state in re.findall(r"case ((?:\.\w+,? ?)+): \.(missing|notApplicable|failed)", source):
            for case in re.findall(r"\w+", cases):
                self.assertEqual(kit.REASONS[self.snake(case)][0], self.snake(state))

    def test_units_of_measure(self) -> None:
        found = {}
        for name, same, zh, en, decimals in re.findall(
                r'static let (\w+) = UnitOfMeasure\( ?BilingualText\((?:same: "([^"]*)"|zh: "([^"]*)", en: "([^"]*)")\)'
                r"(?:, decimals: (\d+))?\)", self.source("UnitOfMeasure.swift")):
            found[self.snake(name)] = Unit(Text(zh or same, en or same), int(decimals or 0))
        self.assertEqual(found, {name: unit for name, unit in vars(Unit).items() if isinstance(unit, Unit)})

    def test_standard_variables(self) -> None:
        found = re.findall(r'id: "(\w+)", name: BilingualText\(zh: "([^"]+)", en: "([^"]+)"\).*?unitOfMeasure: \.(\w+)',
                           self.source("StandardVariables.swift"))
        self.assertEqual(
            [(id, Text(zh, en), getattr(Unit, self.snake(unit))) for id, zh, en, unit in found],
            [(item.id, item.name, item.unit_of_measure) for item in kit.STANDARD.values()])
        self.assertEqual(standard("resident_population")._json(), {"standard": "resident_population"})


class Declarations(unittest.TestCase):
    def refused(self, pattern: str, declare: Any) -> None:
        with self.assertRaisesRegex(DeclarationError, pattern):
            declare()

    def plugin(self, **parts: Any) -> Plugin:
        return Plugin("D", "d", "1", Text.same("D"), Text.same("D"), **parts)

    def test_texts(self) -> None:
        self.refused("beds: its name lacks the Chinese", lambda: Variable(
            "beds", Text("", "Beds"), Text.same("x"), Unit.count, Text.same("x")))
        self.refused(r"d.x: its rationale is 'why'; expected Text\(zh, en\)", lambda: Indicator(
            "d.x", **{**TEXTS, "rationale": "why"}, formula=part))

    def test_units(self) -> None:
        self.refused("its unit of measure is '%'; expected a Unit such as Unit.percent", lambda: Indicator(
            "d.x", **{**TEXTS, "unit_of_measure": "%"}, formula=part))

    def test_words(self) -> None:
        self.refused("d.x: its direction is 'up'; expected one of higher_is_better, lower_is_better", lambda: Indicator(
            "d.x", **TEXTS, formula=part, direction="up"))
        self.refused("expected one of resident_population", lambda: standard("population"))
        self.refused("its reason is 'gone'; expected one of not_submitted", lambda: Absent("gone"))
        self.refused("its deadline is '2020-2-3'", lambda: Statement(
            "S", "1", "target", Text.same("x"), deadline="2020-2-3"))

    def test_ids(self) -> None:
        self.refused("its id is 'Beds'", lambda: variable("Beds"))
        self.refused("'e.x' is no id here; expected one such as d.beds", lambda: self.plugin(
            indicators=[Indicator("e.x", **TEXTS, formula=part)]))
        self.refused("the id ‘d.x’ stands for two different things", lambda: self.plugin(
            indicators=[Indicator("d.x", **TEXTS, formula=part), Indicator("d.x", **TEXTS, formula=whole)]))
        other = Variable("part", Text.same("other"), Text.same("x"), Unit.count, Text.same("x"))
        self.refused("the id ‘part’ stands for two different things", lambda: self.plugin(
            indicators=[Indicator("d.x", **TEXTS, formula=part), Indicator("d.y", **TEXTS, formula=other)]))

    def test_undeclared(self) -> None:
        self.refused("d.x: its formula reads ‘whole’; list it in ‘variables’", lambda: Indicator(
            "d.x", **TEXTS, formula=part / whole, variables=[part]))
        self.refused("names ‘whole’, which its indicator lacks", lambda: Indicator(
            "d.x", **TEXTS, formula=part, examples=[Example(Text.same("case"), {whole: 1}, 1)]))
        self.refused("measures the statement ‘S1’, which is not listed", lambda: self.plugin(
            indicators=[Indicator("d.x", **TEXTS, formula=part, statements=["S1"])]))
        indicator = Indicator("d.x", **TEXTS, variables=[part], measure=lambda data: [row[whole] for row in data.rows])
        self.refused("the variable ‘whole’ is read and not declared", lambda: measured(
            indicator, panel([unit("a")], [2020]), variables={"part": column([1])}))

    def test_examples(self) -> None:
        self.refused("‘case’: part has 1 values; expected 2, one a row", lambda: Indicator(
            "d.x", **TEXTS, formula=part, examples=[Example(Text.same("case"), {part: 1}, [1, 2], periods=[2019, 2020])]))
        self.refused("gives the parameter ‘scale’, which is not declared", lambda: Indicator(
            "d.x", **TEXTS, formula=part, examples=[Example(Text.same("case"), {part: 1}, 1, parameters={scale: 2})]))

    def test_parameters(self) -> None:
        self.refused("scale.default is 'x'; expected a value of the kind ‘number’", lambda: Parameter(
            "scale", Text.same("x"), Kind.number(), default="x"))
        bands = Parameter("bands", Text.same("bands"), Kind.records([scale, Parameter("word", Text.same("w"), Kind.text())]),
                          default=[{"scale": 1, "word": "a"}])
        self.assertEqual(bands._json()["default"], {"records": [{"scale": {"number": 1}, "word": {"text": "a"}}]})
        self.assertEqual(Parameter("m", Text.same("m"), Kind.matrix, default=[[1, None]])._json()["default"],
                         {"matrix": [[1, None]]})

    def test_number_tables(self) -> None:
        """A line of the unit goes before one of its class, kind and level; the period decides among equals."""
        rows = panel([unit("a", classes=["pilot"], kind="k"), unit("b", kind="k"), unit("c", "county")], [2019, 2020])
        table = NumberTable([
            {"value": 1}, {"class": "city", "value": 2}, {"class": "k", "value": 3}, {"class": "pilot", "value": 4},
            {"unit": "b", "period": 2020, "value": 5}, {"period": 2020, "value": 6}])
        self.assertEqual(table.numbers(rows), [4, 3, 1, 4, 5, 6])


class Functions(unittest.TestCase):
    """Indicators and evaluators with code of their own."""
    rows = panel([unit("a"), unit("b")], [2019, 2020])

    def test_cells(self) -> None:
        def measure(data: MeasurementData) -> List[Any]:
            return [1, Absent("refused", Text("否", "no")), Imputed(2, because="falsified"), math.inf]

        answer = measured(Indicator("d.x", **TEXTS, variables=[part], measure=measure), self.rows,
                          variables={"part": column([1, 2, 3, 4])})
        self.assertEqual(answer["column"], {
            "values": [1.0, None, 2.0, None], "absent": {"outside_domain": [3], "refused": [1]},
            "imputed": [{"because": "falsified", "rows": [2]}], "notes": [{"row": 1, "text": {"zh": "否", "en": "no"}}]})
        self.assertEqual(answer["evidence"], {"variables": [{"variable": "part", "years_before": 0}]})

    def test_rows(self) -> None:
        seen: List[Any] = []

        def measure(data: MeasurementData) -> Measurement:
            for row in data.rows:
                before = row.before()
                seen.append((row.unit.code, row.period, row[part], before and before[part], row.absence(part),
                             row.parameter(scale), bool(before and row.breaks_since(before, part))))
            return Measurement([0] * 4, variables=[part, lag(part)])

        answer = measured(
            Indicator("d.x", **TEXTS, variables=[part], parameters=[scale], measure=measure), self.rows,
            variables={"part": column([1, None, 3, 4])}, series_breaks={"part": [2020]},
            parameters={"scale": {"table": [], "rows": [1.0, 2.0, 3.0, None]}})
        absent = Absent("not_submitted", Text("变量part（2019）：未报送", "Variable part (2019): not submitted"))
        self.assertEqual(seen, [("a", 2019, 1, None, None, 1, False), ("b", 2019, None, None, absent, 2, False),
                                ("a", 2020, 3, 1, None, 3, True), ("b", 2020, 4, None, None, None, True)])
        self.assertEqual(answer["evidence"]["variables"][1], {"variable": "part", "years_before": 1})

    def test_entries(self) -> None:
        """An indicator over a register with code of its own, and its example."""
        register = Register("parks", *[Text.same("parks")] * 3, fields=[Field("class", Text.same("c"), ["a", "b"])])

        def classes(data: MeasurementData) -> Measurement:
            own = [[entry for entry in data.entries(register)
                    if entry.recognition.contains(row.last_day) and row.holds(entry)]
                   for row in data.rows]
            return Measurement([len({entry.fields["class"] for entry in entries}) for entries in own],
                               references=[[entry.reference for entry in entries] for entries in own])

        indicator = Indicator("d.x", **TEXTS, registers=[register], measure=classes, examples=[
            Example(Text.same("x"), registers={register: [
                Entry("p", recognition=Validity("2019-05-01"), fields={"class": "a"}),
                Entry("q", recognition=Validity("2019-05-01", "2020-06-30"), fields={"class": "b"})]}, expected=1)])
        service = kit.Service(Plugin("D", "d", "1", Text.same("D"), Text.same("D"), [indicator]))
        self.assertEqual(service.findings(indicator, indicator.examples[0]), [])
        entries = [{"unit": "c", "name": "p", "fields": {"class": "a"}}, {"unit": "z", "name": "q", "fields": {"class": "b"}}]
        rows = panel([unit("a"), unit("c", "county", parent="a")], [2020], ["a"])
        answer = measured(indicator, rows, registers={"parks": entries})
        self.assertEqual((answer["read"].values, answer["evidence"]), ([1], {"rows": [[{"register": "parks", "entry": 0}]]}))

    def test_wrong_results(self) -> None:
        for cells, problem in [([1], "gave 1 cells; expected 4"), ([1, 2, None, 4], "gave None in row 2")]:
            indicator = Indicator("d.x", **TEXTS, variables=[part], measure=lambda data: cells)
            with self.assertRaisesRegex(DeclarationError, problem):
                measured(indicator, self.rows, variables={"part": column([1, 2, 3, 4])})

    def test_evaluators(self) -> None:
        words = dict(name=Text.same("x"), summary=Text.same("x"), source="none")
        request = {"values": [1.0, None, 3.0, 5.0], "direction": "lower_is_better", "targets": [2.0, 2.0, None, 2.0],
                   "references": {"units": "all", "periods": "same", "sets": [[0, 1], [2, 3]], "set_of_row": [0, 0, 1, 1]}}
        by_row = Evaluator("x", **words, score=lambda value, row: (
            None if row.target is None else value - max(row.reference) - row.target * (not row.higher_is_better)))
        self.assertEqual(kit._json(by_row._evaluated(ColumnInput(self.rows, request))), [-2.0, None, None, -2.0])
        above = Evaluator("x", **words, needs_reference=True, scores=lambda input: [
            value - centre for value, centre in zip(input.values, input.statistic(mean))])
        self.assertEqual(kit._json(above._evaluated(ColumnInput(self.rows, request))), [0.0, None, -1.0, 1.0])
        whole_column = Evaluator("x", **words, scores=lambda input: [value * math.inf for value in input.values])
        self.assertEqual(kit._json(whole_column._evaluated(ColumnInput(self.rows, request))),
                         ["Infinity", None, "Infinity", "Infinity"])


class Arithmetic(unittest.TestCase):
    """Sums and texts as the workbench has them."""

    def test_sums(self) -> None:
        # A sum with a correction, as that of Python from 3.12 on, is exactly 1 here.
        self.assertEqual(total([0.1] * 10), 0.9999999999999999)
        self.assertEqual((mean([10, 20, 30]), standard_deviation([10, 20, 30])), (20, 10))
        nothing = [mean([]), mean([1e308, 1e308]), standard_deviation([1]), standard_deviation([-1e200, 1e200])]
        self.assertTrue(all(number != number for number in nothing))

    def test_texts(self) -> None:
        self.assertEqual([number_text(number) for number in (420, -1.0, 0.1, 2.0**53, math.inf)],
                         ["420", "-1", "0.1", "9007199254740992.0", "inf"])
        self.assertEqual([decimal_text(number, 1) for number in (79.95, -0.05, -0.04, 6, math.nan)],
                         ["80.0", "−0.1", "0.0", "6.0", "–"])
        self.assertEqual(reason_name("falsified"), Text("数据不实", "found false"))


class Copies(unittest.TestCase):
    """The kit stands beside a plug-in, as its author has it."""

    def test_example(self) -> None:
        texts = []
        for folder in (os.path.dirname(kit.__file__), os.path.join(HERE, "../../Examples/elder-care-plugin")):
            with open(os.path.join(folder, "assessment_plugin.py"), encoding="utf-8") as file:
                texts.append(file.read())
        self.assertTrue(texts[0] == texts[1], "copy the kit into Examples/elder-care-plugin")


class Processes(unittest.TestCase):
    """A plug-in as the workbench runs it."""

    def run_plugin(self, code: str, *lines: Any) -> subprocess.CompletedProcess:
        start = f"import sys; sys.path.insert(0, {os.path.dirname(kit.__file__)!r})\nfrom assessment_plugin import *\n"
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "0",
                       "PYTHONCOERCECLOCALE": "0"}
        text = "".join(line if isinstance(line, str) else json.dumps(line) + "\n" for line in lines)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "domain.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(start + code)
            return subprocess.run([sys.executable, path], input=text.encode(), capture_output=True, env=environment,
                                  timeout=60)

    HELLO = {"message": "hello", "request": 1, "contracts": [1, 2], "workbench": "1.0"}
    EMPTY = "plugin = Plugin('D', 'd', '1', Text.same('养老'), Text.same('D'))\n"
    FAILING = ("v = Variable('v', *[Text.same('v')] * 2, Unit.count, Text.same('v'))\ndef measure(data):\n    raise {}\n"
               "plugin = Plugin('D', 'd', '1', Text.same('D'), Text.same('D'), [Indicator('d.x', *[Text.same('x')] * 3, "
               "Unit.count, variables=[v], measure=measure)])\nplugin.run()\n")
    PANEL = {"message": "panel", "request": 2,
             "panel": {"units": [unit("a")], "assessed": ["a"], "periods": [2020]}}
    MEASURE = {"message": "measure", "request": 3, "indicator": "d.x", "parameters": {}, "registers": {},
               "variables": {"v": {"values": [1.0]}}}

    def test_conversation(self) -> None:
        code = "print('before')\n" + self.EMPTY + "plugin.run()\nprint('after 养老')"
        result = self.run_plugin(code, self.HELLO, self.PANEL, {"message": "goodbye", "request": 3}, "more\n")
        answers = [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]
        self.assertEqual([answer["message"] for answer in answers], ["hello", "accepted", "goodbye"])
        self.assertEqual(answers[0]["plugin"]["name"]["zh"], "养老")
        self.assertEqual([answer["request"] for answer in answers], [1, 2, 3])
        self.assertEqual(result.stderr.decode("utf-8").splitlines(), ["before", "after 养老"])
        self.assertEqual(result.returncode, 0)

    def test_children_have_no_part_in_it(self) -> None:
        code = self.FAILING.format("Refused(str(__import__('os').system('echo child; cat')))")
        result = self.run_plugin(code, self.HELLO, self.PANEL, self.MEASURE, {"message": "goodbye", "request": 4})
        self.assertEqual(len(result.stdout.splitlines()), 4, result)
        self.assertIn(b"child", result.stderr)

    def test_refusal(self) -> None:
        result = self.run_plugin(self.FAILING.format("Refused('the sum is 养老')"), self.HELLO, self.PANEL, self.MEASURE,
                                 {**self.MEASURE, "indicator": "d.y"})
        self.assertEqual([json.loads(line) for line in result.stdout.splitlines()[2:]], [
            {"message": "refused", "request": 3, "problem": "the sum is 养老"},
            {"message": "refused", "request": 3, "problem": "there is no indicator ‘d.y’"}])

    def test_errors_end_the_process(self) -> None:
        result = self.run_plugin(self.FAILING.format("ValueError('养')"), self.HELLO, self.PANEL, self.MEASURE)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr.decode("utf-8").splitlines()[-1], r"^domain.py:\d+: ValueError: 养$")

    def test_other_messages(self) -> None:
        for line, problem in [
            ("{\n", "a line is no request"), ({"message": "sing", "request": 1}, "the message ‘sing’ is not known"),
            ({**self.HELLO, "contracts": [7]}, "it speaks the versions"), (self.MEASURE, "came before any panel"),
        ]:
            result = self.run_plugin(self.EMPTY + "plugin.run()", line)
            self.assertEqual(result.returncode, 76)
            self.assertIn(problem, result.stderr.decode("utf-8").splitlines()[-1])

    def test_check(self) -> None:
        folder = os.path.dirname(os.path.abspath(care_plugin.__file__))
        result = subprocess.run([sys.executable, os.path.join(folder, "care_plugin.py"), "--check"], capture_output=True)
        said = result.stdout.decode("utf-8").splitlines()
        self.assertEqual(result.returncode, 1)
        self.assertEqual(said[-1], "CarePlugin: 3 examples, 8 findings")

    def test_check_finds(self) -> None:
        indicator = Indicator("d.x", **TEXTS, formula=scale * part / whole, examples=[
            Example(Text.same("right"), {part: [1, 2], whole: [0, 4]}, [Absent("zero_denominator"), 5],
                    units=[AssessedUnit("a", Text.same("a")), AssessedUnit("b", Text.same("b"))],
                    parameters={scale: NumberTable([{"value": 1}, {"unit": "b", "value": 10}])}),
            Example(Text.same("wrong"), {part: 1, whole: 4}, 0.3),
            Example(Text.same("absent"), {part: 1}, Absent("not_submitted"))])
        plugin = Plugin("D", "d", "1", Text.same("D"), Text.same("D"), [indicator])
        service = kit.Service(plugin)
        self.assertEqual([service.findings(indicator, example) for example in indicator.examples], [
            [], ["d.x, ‘wrong’, 340100 2020: expected 0.3, measured 0.25"],
            ["d.x, ‘absent’, 340100 2020: expected not_submitted, measured not_collected"]])


if __name__ == "__main__":
    unittest.main()
