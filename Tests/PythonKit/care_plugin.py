"""A plug-in with one of everything that the contract carries: that of Tests/AssessmentPluginKitTests/CarePlugin.swift."""
from __future__ import annotations

import math
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Sources/AssessmentScaffolding/Python"))
from assessment_plugin import *

CIVIL_AFFAIRS = Text("民政局", "Civil affairs bureau")


def count(id: str, zh: str, en: str, carrying: str = "sum") -> Variable:
    return Variable(id, Text(zh, en), Text("年末" + zh, en + " at the end of the year"), Unit.count, CIVIL_AFFAIRS, carrying)


beds = count("care_beds", "养老床位数", "Beds for the elderly")
smart = count("smart_beds", "智慧床位数", "Smart beds")
visits = count("home_visits", "上门服务次数", "Home visits")
wait = count("waiting_days", "轮候天数", "Days of waiting", carrying="missing")
residents = standard("resident_population")
homes = Register("care_homes", Text("智慧养老院名录", "Register of smart care homes"),
                 Text("民政部门认定的智慧养老院", "Care homes recognised by civil affairs"), CIVIL_AFFAIRS,
                 [Field("stars", Text("星级", "Stars"), ["3", "4", "5"], required=False, names={"5": Text("五星", "Five stars")})])
scale = Parameter("scale", Text("折算系数", "Scale"), Kind.number(at_least=0), default=1)
full = Parameter("full", Text("满分", "Full marks"), Kind.number(at_least=1), default=100)
COMMON = dict(name=Text("指标", "Indicator"), definition=Text("定义", "Definition"), rationale=Text("理由", "Rationale"),
              unit_of_measure=Unit.percent, statements=["C1"])


def waiting(data: MeasurementData) -> Measurement:
    """The wait in the row, or in the year before where nothing was submitted."""
    cells, references = [], []
    for row in data.rows:
        earlier = row.before(1)
        if row[wait] is not None:
            cells.append(Noted(row[wait], Text("当年", "own year")))
            references.append([row.reference(wait)])
        elif earlier and earlier[wait] is not None:
            cells.append(Imputed(earlier[wait], because=data.column(wait).reasons[row.index]))
            references.append([earlier.reference(wait)])
        else:
            cells.append(Absent(data.column(wait).reasons[row.index]))
            references.append([])
    return Measurement(cells, references=references)


def attainment(value: float, row: ScoredRow) -> float | None:
    if row.target is None or (value == 0 and not row.higher_is_better):
        return None
    ratio = value / row.target if row.higher_is_better else row.target / value
    return min(row.parameter(full) * ratio, row.parameter(full))


def distance(value: float, row: ScoredRow) -> float:
    return value - mean(row.reference)


plugin = Plugin(
    "CarePlugin", prefix="care", version="1.0.0", name=Text("养老", "Elder care"),
    summary=Text("居家与机构养老", "Care at home and in homes"),
    statements=[Statement("C1", "二（五）", "target", Text("智慧养老床位过半", "Half the beds are smart"), Text.same("50%"),
                          deadline="2020-12-31", strength="best_effort")],
    indicators=[
        Indicator("care.smart_share", **COMMON, variables=[beds, smart], formula=share(smart, of=beds), examples=[
            Example(Text("两年", "Two years"), {smart: [30, None], beds: [40, 50]}, [75, Absent("not_submitted")],
                    periods=[2019, 2020])]),
        Indicator("care.beds_per_resident", **COMMON, formula=rate(beds, of=residents, per=10)),
        Indicator("care.growth", **COMMON, formula=growth(visits)),
        Indicator("care.balance", **COMMON, formula=balance([beds, smart, visits])),
        Indicator("care.scaled", **COMMON, formula=scale * beds / lag(smart, 2)),
        Indicator("care.shape", **COMMON, formula=choose(
            wait < 10, wait ** 0.5 - exp(wait / 7), rounded(ln(wait - 12) * 100, 1))),
        RegisterIndicator("care.homes", **COMMON, register=homes, accepts=lambda entry: entry.fields.get("stars") != "3"),
        RegisterIndicator("care.homes_gained", **COMMON, register=homes, counts_increase=True),
        Indicator("care.waiting", **COMMON, variables=[wait], measure=waiting),
    ],
    evaluators=[
        Evaluator("care_attainment", Text("达标率", "Attainment"), Text("实际值与目标之比", "The value against its target"),
                  source="none", formula="min(full · value / target, full)", score=attainment, parameters=[full],
                  targets="positive", examples=[
                      ColumnExample(Text("两个单位", "Two units"), [20, None], [50, None], targets=[40, 40])]),
        Evaluator("care_distance", Text("离均差", "Distance from the mean"),
                  Text("与参照组均值之差", "The value less the mean of its reference set"), source="none",
                  formula="value − mean(value)", score=distance, needs_reference=True, keeps_direction=True, examples=[
                      ColumnExample(Text("两组", "Two groups"), [1, 3, 5, 9], [-1, 1, -2, 2],
                                    groups=["a", "a", "b", "b"], decimals=6)]),
    ],
    checks=[
        Check.range("care.waiting_days_range", Text("轮候天数在0至3650之间", "Days of waiting between 0 and 3650"), wait,
                    at_least=0, at_most=3650),
        Check.whole_number("care.care_beds_whole", Text("养老床位数为非负整数", "Beds for the elderly a whole number from 0"), beds),
        Check.required("care.visits_required", Text("须报上门服务次数", "Visits must be reported"), visits, severity="note"),
        Check.order("care.smart_beds_part", Text("智慧床位数不超过养老床位数", "Smart beds at most Beds for the elderly"),
                    [smart], [beds]),
        Check.identity("care.beds_add_up", Text("床位合计", "Beds add up"), [smart, visits], [beds], 0.01,
                       question=Text("请核对。", "Please check."), severity="warning"),
    ])

if __name__ == "__main__":
    plugin.run()
