"""Smart elder care (智慧养老) in Python: the statements, indicators and evaluators of Sources/ElderCare, as a process.

Every text, parameter and example is that of the Swift domain, and results agree to the last digit; Scripts/elder-care
of the workbench holds both. Weightings, aggregations and formats cannot run as a process, so PriorityOrder,
MixedCompensation and BriefingExporter are in Swift alone.
"""
from __future__ import annotations

import difflib
import math
from dataclasses import dataclass
from typing import Dict, List, Optional, Sequence, Union

from assessment_plugin import *

CIVIL_AFFAIRS = Text("民政局", "Civil affairs bureau")
ECONOMY = Text("经济和信息化局", "Economy and information technology bureau")
HEALTH = Text("卫生健康委员会", "Health commission")
STATISTICS = Text("统计局", "Statistics bureau")

Cell = Union[float, Absent, Imputed, Noted]

BEDS = Unit(Text("张", "beds"))
DEVICES = Unit(Text("台", "devices"))
DEVICES_PER_THOUSAND = Unit(Text("台/千人", "per 1,000 elderly"), 2)
MINUTES = Unit(Text("分钟", "minutes"), 1)
REQUESTS = Unit(Text("件", "requests"))


# What 皖政〔2018〕20号 says on smart elder care, and the national plan of 2017 that names a number.

STATEMENTS = [
    Statement("EC1", "二（五）·专栏6", "service", Text("建设智慧养老公共平台", "Public platforms for smart elder care")),
    Statement("EC2", "二（五）·专栏6", "service", Text("养老领域推广智能产品应用", "Smart products in elder care")),
    Statement("EC3", "二（五）·专栏6", "quality", Text("提升养老智能服务水平", "Better smart services for the elderly")),
    Statement("EC4", "二（五）", "service", Text("居家健康服务等应用", "Health services at home")),
    Statement("EC5", "三（四）", "service",
              Text("面向老年人的健康管理类智能可穿戴设备", "Wearables for the health of the elderly")),
    Statement("EC6", "工信部联电子〔2017〕25号", "target",
              Text("建设智慧健康养老示范社区", "Demonstration communities of smart health and elder care"),
              target=Text("全国500个", "500 in the country"), deadline="2020-12-31"),
]


# EC1: growth.

orders = Variable(
    "elder_care_platform_orders", Text("智慧养老平台完成服务单数", "Orders fulfilled by the elder-care platform"),
    Text("全年经智慧养老（居家养老）信息平台派单并完成的服务单数，撤销和未完成的不计",
         "Services that the information platform for elder care dispatched and that were delivered in the year, "
         "without those cancelled or not delivered"),
    REQUESTS, CIVIL_AFFAIRS)

platform_orders_growth = Indicator(
    "eldercare.platform_orders_growth", Text("智慧养老平台服务单增速", "Growth of platform orders"),
    definition=Text("（本年完成服务单数 ÷ 上年完成服务单数 − 1）× 100%",
                    "Orders fulfilled in the year against the year before, less one, in per cent"),
    rationale=Text("政策要求建设智慧应用公共平台；单量增长反映平台建成后是否有人用",
                   "The policy wants public platforms; growing orders show that they are used once they stand"),
    unit_of_measure=Unit.percent, statements=["EC1"], formula=growth(orders),
    examples=[
        Example(Text("首年无上年可比；8万增至10万", "No year before the first; from 80,000 to 100,000"),
                {orders: [80_000, 100_000]}, [Absent("no_earlier_period"), 25], periods=[2019, 2020]),
        Example(Text("上年未报送，本年也不能算", "Without last year's figure there is no growth"),
                {orders: [None, 100_000]}, [Absent("not_submitted"), Absent("not_submitted")], periods=[2019, 2020]),
        Example(Text("平台上年尚未运行", "The platform did not run the year before"),
                {orders: [0, 5_000]}, [Absent("no_earlier_period"), Absent("zero_denominator")], periods=[2019, 2020]),
    ])


# EC2: shares.

equipped = Variable(
    "elders_alone_with_emergency_call", Text("配备紧急呼叫设备的独居老年人", "Elderly living alone with an emergency call"),
    Text("年末家中装有或随身配有接入应急平台的一键呼叫设备的独居老年人，一人只计一次",
         "Elderly persons living alone, each counted once, who at the end of the year have a one-button call at home "
         "or on them that is connected to an emergency platform"),
    Unit.persons, CIVIL_AFFAIRS)
alone = Variable(
    "elders_living_alone", Text("独居老年人", "Elderly living alone"),
    Text("年末在册的60周岁及以上独居老年人", "Registered persons of 60 and over living alone, end of year"),
    Unit.persons, CIVIL_AFFAIRS)

emergency_call_coverage = Indicator(
    "eldercare.emergency_call_coverage",
    Text("独居老年人紧急呼叫覆盖率", "Emergency call coverage of the elderly living alone"),
    definition=Text("配备紧急呼叫设备的独居老年人 ÷ 独居老年人 × 100%，年末数",
                    "Elderly living alone with an emergency call as a share of all living alone, end of year"),
    rationale=Text("政策要求推广智能产品应用；独居老年人最需要一键呼叫",
                   "The policy wants smart products in use; those who live alone need a one-button call most"),
    unit_of_measure=Unit.percent, statements=["EC2"], formula=share(equipped, of=alone),
    examples=[
        Example(Text("5万人中3.2万人", "32,000 of 50,000"), {equipped: 32_000, alone: 50_000}, 64),
        Example(Text("分子未报送", "The numerator was not submitted"), {equipped: None, alone: 50_000},
                Absent("not_submitted")),
    ])

monitored = Variable(
    "monitored_elder_care_beds", Text("智能监护床位", "Beds with smart monitoring"),
    Text("年末配有离床、体征或跌倒智能监测且已联网运行的养老机构床位",
         "Beds of elder-care homes that at the end of the year have connected sensors of absence, vital signs or "
         "falls"),
    BEDS, CIVIL_AFFAIRS)
beds = Variable(
    "elder_care_beds", Text("养老机构床位", "Beds of elder-care homes"),
    Text("年末已登记并运营的养老机构床位，不含社区日间照料",
         "Beds of registered homes in operation at the end of the year, without community day care"),
    BEDS, CIVIL_AFFAIRS)

monitored_beds = Indicator(
    "eldercare.monitored_beds", Text("养老床位智能监护覆盖率", "Beds with smart monitoring"),
    definition=Text("智能监护床位 ÷ 养老机构床位 × 100%，年末数",
                    "Beds with smart monitoring as a share of the beds of elder-care homes, end of year"),
    rationale=Text("按床位计，床位多的养老院分量也大；与智慧养老院占比互为补充",
                   "Counted by bed, a large home weighs more than a small one; it stands beside the share of smart "
                   "homes"),
    unit_of_measure=Unit.percent, statements=["EC2"], formula=share(monitored, of=beds),
    examples=[
        Example(Text("2万张中1500张", "1,500 of 20,000 beds"), {monitored: 1_500, beds: 20_000}, 7.5),
        Example(Text("没有养老床位的不适用", "Without beds there is nothing to cover"), {monitored: 0, beds: 0},
                Absent("zero_denominator")),
    ])


# EC3: a rate, and how reliably requests are answered in time.

minutes = Variable(
    "elder_emergency_minutes", Text("紧急呼叫到场用时合计", "Minutes until help arrived, added up"),
    Text("全年有效紧急呼叫自接通至救助人员到场的分钟数合计",
         "The minutes from the call to the arrival of help, added up over the valid emergency calls of the year"),
    MINUTES, CIVIL_AFFAIRS)
calls = Variable(
    "elder_emergency_calls", Text("老年人有效紧急呼叫", "Valid emergency calls of the elderly"),
    Text("全年应急平台受理的老年人紧急呼叫，误触和测试不计",
         "Emergency calls of the elderly that the platform took in the year, without false alarms and tests"),
    REQUESTS, CIVIL_AFFAIRS)

emergency_response_minutes = Indicator(
    "eldercare.emergency_response_minutes", Text("紧急呼叫平均响应时间", "Average response time of emergency calls"),
    definition=Text("紧急呼叫到场用时合计 ÷ 有效紧急呼叫，全年数",
                    "Minutes until help arrived for each valid emergency call, whole year"),
    rationale=Text("政策要求提升智能服务水平；设备装了，人到得快不快才是服务",
                   "The policy wants better smart services; a device is a service only if somebody comes quickly"),
    unit_of_measure=MINUTES, direction="lower_is_better", statements=["EC3"], formula=rate(minutes, of=calls),
    examples=[
        Example(Text("400次共6000分钟", "6,000 minutes over 400 calls"), {minutes: 6_000, calls: 400}, 15),
        Example(Text("全年没有呼叫的不适用", "Without a call nobody waited"), {minutes: 0, calls: 0},
                Absent("zero_denominator")),
        Example(Text("呼叫数未报送", "The calls were not submitted"), {minutes: 6_000, calls: None},
                Absent("not_submitted")),
    ])


@dataclass(frozen=True)
class ServiceClass:
    """A class of requests that the elderly make of the platform, each with its own time limit."""
    id: str
    name: Text
    requests: Variable
    answered_in_time: Variable


def service_class(id: str, name: Text, limit: Text, requests: Optional[Variable] = None) -> ServiceClass:
    if requests is None:
        requests = Variable(
            f"elder_{id}_requests", Text(f"{name.zh}请求", f"Requests for {name.en}"),
            Text(f"全年平台受理的老年人{name.zh}请求，撤销的不计",
                 f"Requests of the elderly for {name.en} that the platform took in the year, without those cancelled"),
            REQUESTS, CIVIL_AFFAIRS)
    answered = Variable(
        f"elder_{id}_in_time", Text(f"按时响应的{name.zh}请求", f"Requests for {name.en} answered in time"),
        Text(f"受理后{limit.zh}内有人到场的{name.zh}请求",
             f"Those requests for {name.en} at which somebody arrived within {limit.en}"),
        REQUESTS, CIVIL_AFFAIRS)
    return ServiceClass(id, name, requests, answered)


# Emergencies are counted for the response time too.
CLASSES = [
    service_class("emergency", Text("紧急救助", "emergency help"), Text("30分钟", "30 minutes"), requests=calls),
    service_class("medical", Text("上门医护", "medical visits"), Text("4小时", "4 hours")),
    service_class("daily", Text("生活照料", "daily help"), Text("24小时", "24 hours")),
]
COUNTS = [variable for kind in CLASSES for variable in (kind.requests, kind.answered_in_time)]
class_weights = Parameter(
    "class_weights",
    Text("各类服务的权重：emergency紧急救助、medical上门医护、daily生活照料",
         "The weights of the classes: emergency, medical and daily"),
    Kind.numbers_by_name, default={"emergency": 5, "medical": 3, "daily": 2})


def weights_of_classes(given: Dict[str, float]) -> Dict[str, float]:
    """The weight of each class; what names another class, or is no weight, is refused."""
    known = [kind.id for kind in CLASSES]
    where = "eldercare.response_attainment: class_weights"
    for name, weight in given.items():
        if name not in known:
            nearest = "".join(f"; did you mean ‘{near}’?" for near in difflib.get_close_matches(name, known, n=1))
            raise Refused(f"{where} names ‘{name}’; expected {', '.join(known)}{nearest}")
        if not 0 <= weight < math.inf:
            raise Refused(f"{where} gives ‘{name}’ {number_text(weight)}; expected a number from 0 on")
    if not any(weight > 0 for weight in given.values()):
        raise Refused(f"{where} gives no class a weight; one above 0 is needed")
    return {name: given.get(name, 0) for name in known}


def gap(data: MeasurementData, row: MeasuredRow) -> Optional[Absent]:
    """Why the first missing figure is missing; nothing where all are there."""
    for variable in COUNTS:
        if row[variable] is None:
            reason = data.column(variable).reasons[row.index] or "not_collected"
            words = reason_name(reason)
            return Absent(reason, Text(f"{variable.name.zh}：{words.zh}", f"{variable.name.en}: {words.en}"))
    return None


def contradiction(row: MeasuredRow) -> Optional[Absent]:
    """Why figures cannot be true; nothing where they can."""
    for kind in CLASSES:
        requests, answered = row[kind.requests], row[kind.answered_in_time]
        if requests < 0 or answered < 0 or answered > requests:
            asked, came = number_text(requests), number_text(answered)
            return Absent("refused", Text(f"{kind.name.zh}：按时响应{came}件，请求{asked}件，不可能",
                                          f"{kind.name.en}: {came} of {asked} in time is impossible"))
    return None


def attainment(data: MeasurementData, row: MeasuredRow, weights: Dict[str, float]) -> Cell:
    """100 · Σ w · (answered in time / requests) / Σ w over the classes that had a request, and what is to be said of
    it: which class lags behind, and which had no request."""
    absent = gap(data, row) or contradiction(row)
    if absent:
        return absent
    asked = [kind for kind in CLASSES if row[kind.requests] > 0 and weights[kind.id] > 0]
    if not asked:
        return Absent("zero_denominator", Text("全年没有服务请求", "no request in the year"))
    shares = {kind.id: row[kind.answered_in_time] / row[kind.requests] for kind in asked}
    weight = total(weights[kind.id] for kind in asked)
    value = 100 * total(weights[kind.id] * shares[kind.id] for kind in asked) / weight
    remarks: List[Text] = []
    least = min(asked, key=lambda kind: shares[kind.id])
    if shares[least.id] < 1:
        percent = decimal_text(100 * shares[least.id], 1)
        remarks.append(Text(f"最低类别：{least.name.zh}，{percent}%", f"lowest class: {least.name.en}, {percent} %"))
    unasked = [kind.name for kind in CLASSES if row[kind.requests] == 0]
    if unasked:
        remarks.append(Text("没有请求的类别：" + "、".join(name.zh for name in unasked),
                            "no request: " + ", ".join(name.en for name in unasked)))
    note = None
    if remarks:
        note = Text("；".join(remark.zh for remark in remarks), "; ".join(remark.en for remark in remarks))
    if any(data.column(variable).states[row.index] == "imputed" for variable in COUNTS):
        return Imputed(value, note=note)
    return Noted(value, note) if note else value


def measured_attainment(data: MeasurementData) -> List[Cell]:
    weights = weights_of_classes(data.parameter(class_weights))
    return [attainment(data, row, weights) for row in data.rows]


def reports(*figures: Optional[float]) -> Dict[Variable, Optional[float]]:
    return dict(zip(COUNTS, figures))


response_attainment = Indicator(
    "eldercare.response_attainment", Text("服务请求按时响应率", "Requests answered in time"),
    definition=Text("紧急救助、上门医护、生活照料三类请求按时响应率的加权平均（默认5∶3∶2）；当年没有请求的类别，权重由其余类别分担",
                    "The mean of the shares of emergency help, medical visits and daily help that came in time, "
                    "weighted 5 to 3 to 2 unless told otherwise; classes without a request hand their weight to the others"),
    rationale=Text("政策要求提升智能服务水平；按类加权，大量生活照料不能掩盖紧急救助的延误",
                   "The policy wants better smart services; weighted by class, much daily help cannot hide that "
                   "emergency help comes late"),
    unit_of_measure=Unit.percent, statements=["EC3"], variables=COUNTS, parameters=[class_weights],
    measure=measured_attainment,
    examples=[
        Example(Text("80%、90%、100%按5∶3∶2加权", "80, 90 and 100 per cent weighted 5 to 3 to 2"),
                reports(400, 320, 1_000, 900, 8_000, 8_000), 87),
        Example(Text("没有上门医护请求，权重由其余两类分担", "Without a request for medical visits the others share the weight"),
                reports(400, 320, 0, 0, 8_000, 8_000), 600 / 7),
        Example(Text("只看紧急救助", "Emergencies alone"), reports(400, 320, 1_000, 900, 8_000, 8_000), 80,
                parameters={class_weights: {"emergency": 1}}),
        Example(Text("按时响应多于请求，不采纳", "More answered than asked is refused"),
                reports(400, 420, 1_000, 900, 8_000, 8_000), Absent("refused")),
        Example(Text("全年没有请求的不适用", "Without any request there is nothing to answer"),
                reports(0, 0, 0, 0, 0, 0), Absent("zero_denominator")),
        Example(Text("一项未报送", "One figure was not submitted"),
                reports(400, None, 1_000, 900, 8_000, 8_000), Absent("not_submitted")),
    ])


# EC4: balance.

def users(id: str, zh: str, en: str, detail: str) -> Variable:
    return Variable(
        id, Text(f"居家{zh}服务人数", f"Elderly with {en} at home"),
        Text(f"全年经平台享受过居家{zh}服务的老年人，一人只计一次",
             f"Elderly persons, each counted once, who in the year had {en} at home through the platform: {detail}"),
        Unit.persons, CIVIL_AFFAIRS)


meals = users("elders_with_meals_at_home", "助餐", "meals", "brought or arranged through the platform")
cleaning = users("elders_with_cleaning_at_home", "助洁", "cleaning", "of home or person")
health = users("elders_with_health_care_at_home", "助医", "health care", "visits, medicines, remote advice")
company = users("elders_with_company_at_home", "关爱", "company", "visits and calls for those who are alone")

home_service_balance = Indicator(
    "eldercare.home_service_balance", Text("居家服务均衡度", "Balance of services at home"),
    definition=Text("助餐、助洁、助医、关爱四类服务人数中最少者 ÷ 四类平均 × 100%；四类均为零时为零",
                    "The smallest number of users of meals, cleaning, health care and company against their mean; zero "
                    "where nobody has any"),
    rationale=Text("政策要求居家健康服务等应用；只送餐不上门看病，服务就不完整",
                   "The policy wants health services at home among others; meals alone do not make a service"),
    unit_of_measure=Unit.percent, statements=["EC4"], formula=balance([meals, cleaning, health, company]),
    variables=[meals, cleaning, health, company],
    examples=[
        Example(Text("最少者1500人，平均3000人", "The least has 1,500 users, the mean is 3,000"),
                {meals: 5_000, cleaning: 3_000, health: 1_500, company: 2_500}, 50),
        Example(Text("都没有开展不算均衡", "Nothing at all is no balance"),
                {meals: 0, cleaning: 0, health: 0, company: 0}, 0),
        Example(Text("一类未报送", "One of the four was not submitted"),
                {meals: 5_000, cleaning: 3_000, health: None, company: 2_500}, Absent("not_submitted")),
    ])


# EC5: a rate. Residents are counted in ten thousands: a tenth of the ratio is the number for each thousand.

wearables = Variable(
    "elder_health_wearables", Text("老年人在用健康类可穿戴设备", "Health wearables in use by the elderly"),
    Text("年末接入健康管理或养老平台、当年有数据上传的老年人可穿戴设备",
         "Wearables of the elderly that are connected to a health or care platform at the end of the year and sent "
         "data in the year"),
    DEVICES, HEALTH)
elders = Variable(
    "residents_60_and_over", Text("60岁及以上常住人口", "Permanent residents of 60 and over"),
    Text("年末60岁及以上常住人口；普查年份用普查时点数",
         "Permanent residents of 60 and over at the end of the year; in a census year, on the census day"),
    Unit.ten_thousand_persons, STATISTICS)

wearables_per_1000 = Indicator(
    "eldercare.wearables_per_1000", Text("每千名老年人健康类可穿戴设备", "Health wearables per 1,000 elderly"),
    definition=Text("老年人在用健康类可穿戴设备 ÷ 60岁及以上常住人口（万人）× 0.1",
                    "Health wearables in use for each thousand permanent residents of 60 and over"),
    rationale=Text("政策要求开发面向老年人的健康管理类智能可穿戴设备，在用量反映产品是否合用",
                   "The policy wants wearables for the health of the elderly; those in use show whether they serve"),
    unit_of_measure=DEVICES_PER_THOUSAND, statements=["EC5"], formula=rate(wearables, of=elders, per=0.1),
    examples=[
        Example(Text("100万老年人9000台", "9,000 devices among a million elderly"), {wearables: 9_000, elders: 100}, 9),
        Example(Text("设备数未报送", "The devices were not submitted"), {wearables: None, elders: 100},
                Absent("not_submitted")),
    ])


# EC6: a count of a register.

demonstrations = Register(
    "elder_care_demonstrations", Text("智慧健康养老示范名单", "Demonstrations of smart health and elder care"),
    Text("国家或省认定的智慧健康养老示范街道（乡镇）、示范基地和示范企业",
         "Streets and towns, bases and enterprises recognised by the state or the province as demonstrations"),
    ECONOMY, [Field("category", Text("类别：街道（乡镇）、基地、企业", "Category"), ["community", "base", "enterprise"])])


def demonstration(name: str, since: str, until: Optional[str] = None, category: str = "community") -> Entry:
    return Entry(name, recognition=Validity(since, until), fields={"category": category})


demonstration_communities = RegisterIndicator(
    "eldercare.demonstration_communities", Text("智慧健康养老示范街道数", "Demonstration communities"),
    definition=Text("年末有效的智慧健康养老示范街道（乡镇）数；基地和企业不计，代码有误的不计",
                    "Streets and towns recognised at the end of the year; bases and enterprises do not count, nor do "
                    "entries with a wrong credit code"),
    rationale=Text("国家行动计划要求建设示范社区；专栏6要求打造智慧养老示范项目",
                   "The national plan wants demonstration communities; project 6 of the policy wants demonstrations of "
                   "smart elder care"),
    unit_of_measure=Unit.count, statements=["EC6"], register=demonstrations,
    accepts=lambda entry: entry.fields.get("category") == "community",
    examples=[
        Example(Text("两个有效，一个当年已撤销；基地不计", "Two hold, one was withdrawn in the year; a base does not count"),
                registers={demonstrations: [
                    demonstration("甲街道", "2017-12-01"), demonstration("乙街道", "2020-12-31"),
                    demonstration("丙镇", "2018-09-01", "2020-06-30"),
                    demonstration("丁基地", "2018-09-01", category="base"),
                ]}, expected=2),
        Example(Text("名单中没有本市的记零", "A unit that the list does not name has none"),
                registers={demonstrations: []}, expected=0),
        Example(Text("未提供名单的，无数据", "Without the list nothing is known"), expected=Absent("not_collected")),
    ])


# A scoring rule: the response time against a standard.

standard_time = Parameter("standard", Text("时限标准，不超过者满分", "The time within which all marks are given"),
                          Kind.number(at_least=0))
tolerated_time = Parameter("tolerated", Text("可容忍时间，得及格分", "The time that still passes"),
                           Kind.number(at_least=0))
limit_time = Parameter("limit", Text("极限时间，自此零分", "The time from which there are no marks"),
                       Kind.number(at_least=0))
pass_mark = Parameter("pass", Text("及格分", "The pass mark"), Kind.number(at_least=0, at_most=100), default=60)


def along_two_lines(value: float, standard: float, tolerated: float, limit: float, passing: float) -> float:
    # What is no number stays none, also through `min` and `max`, which give their first argument then.
    if value <= tolerated:
        return min(passing + (100 - passing) * ((tolerated - value) / (tolerated - standard)), 100)
    return max(passing * ((limit - value) / (limit - tolerated)), 0)


def response_time_scores(input: ColumnInput) -> Sequence[float]:
    times = list(zip(*(input.numbers(parameter) for parameter in (standard_time, tolerated_time, limit_time))))
    for row, found in zip(input.rows, times):
        if any(later <= earlier for earlier, later in zip(found, found[1:])):
            written = ", ".join(map(number_text, found))
            raise Refused(f"response_time_standard: standard, tolerated and limit are {written} for {row.unit.code} "
                          f"in {row.period}; each must be longer than the one before")
    if input.higher_is_better:
        raise Refused("response_time_standard scores times, of which less is better; write direction: lower_is_better "
                      "at the indicator, or choose another rule")
    return [along_two_lines(value, *found, passing)
            for value, found, passing in zip(input.values, times, input.numbers(pass_mark))]


times_of_examples = {standard_time: 10, tolerated_time: 20, limit_time: 40}
response_time_standard = Evaluator(
    "response_time_standard", Text("响应时限计分", "Response time against a standard"),
    Text("时限内满分，至可容忍时间线性降至及格分，至极限时间线性降至零；仅用于越短越好的指标",
         "Full marks within the standard, down to a pass at the tolerated time and to nothing at the limit; for times, "
         "of which less is better"),
    source="The rule of the elder-care example; its times are set by the scheme that uses it",
    formula="100 for x ≤ standard; pass + (100 − pass) · (tolerated − x) / (tolerated − standard) for x ≤ tolerated; "
            "pass · (limit − x) / (limit − tolerated) for x ≤ limit; else 0",
    parameters=[standard_time, tolerated_time, limit_time, pass_mark], scores=response_time_scores,
    examples=[
        ColumnExample(Text("标准10、容忍20、极限40分钟，及格60分", "10, 20 and 40 minutes with a pass of 60"),
                      [5, 10, 15, 20, 30, 40, 90, None], [100, 100, 80, 60, 30, 0, 0, None],
                      direction="lower_is_better", parameters=times_of_examples),
        ColumnExample(Text("及格80分", "With a pass of 80"), [15, 20, 35], [90, 80, 20], direction="lower_is_better",
                      parameters={**times_of_examples, pass_mark: 80}),
    ])


# A normalisation: the distance from the mean in standard deviations, pressed into 0 to 100 by the logistic function.

width = Parameter(
    "width", Text("宽度：曲线在几个标准差内近似直线", "The width of the part that is almost straight, in standard deviations"),
    Kind.number(at_least=0.1), default=1)


def on_the_curve(distance: float, spread: float) -> float:
    """100 / (1 + exp(−distance / spread)); nothing where there is no spread, or the power is too large for a number."""
    try:
        return 100 / (1 + math.exp(0 - distance / spread))
    except (ZeroDivisionError, OverflowError):
        return math.nan


def softmax_scores(input: ColumnInput) -> Sequence[Optional[float]]:
    centres, deviations = input.statistic(mean), input.statistic(standard_deviation)
    # The deviation of equal values may come out as a tiny number in place of zero.
    differ = input.statistic(lambda values: len(set(values)) > 1)
    direction = 1 if input.higher_is_better else -1
    return [on_the_curve(direction * (value - centre), width * deviation) if varied else None
            for value, centre, deviation, varied, width in zip(
                input.values, centres, deviations, differ, input.numbers(width))]


softmax_scaling = Evaluator(
    "softmax_scaling", Text("S型标准化", "Softmax scaling"),
    Text("以参照组均值为50分，按标准差距离经S型曲线压缩到0至100分，极端值影响小；参照组无差异时无分",
         "50 at the mean of the reference set, and the distance in standard deviations pressed into 0 to 100; extreme "
         "values weigh little; no score where all agree"),
    source="S. Theodoridis and K. Koutroumbas, Pattern Recognition, 4th ed. (2009), section 5.2 (softmax scaling)",
    formula="100 / (1 + exp(−d · (x − mean) / (width · s))), d = −1 where a lower value is better, s with n − 1",
    parameters=[width], needs_reference=True, scores=softmax_scores,
    examples=[
        ColumnExample(Text("均值上下各一个标准差；缺失者不参与", "A deviation below and above; a missing value takes no part"),
                      [10, 20, None, 30], [26.894142136999512, 50, None, 73.10585786300049]),
        ColumnExample(Text("逆向指标，宽度2", "Lower is better, with a width of 2"), [10, 20, 30],
                      [62.24593312018546, 50, 37.75406687981454], direction="lower_is_better", parameters={width: 2}),
        ColumnExample(Text("无差异则无分", "Where all agree there is no score"), [0.1, 0.1, 0.1], [None, None, None]),
    ])


plugin = Plugin(
    "ElderCareConsumption", prefix="eldercare", version="1.0.0", name=Text("智慧养老", "Smart elder care"),
    summary=Text("智慧养老平台、智能终端、紧急响应、居家服务、可穿戴设备和示范街道",
                 "Platforms, devices, emergency response, services at home, wearables and demonstration communities"),
    statements=STATEMENTS,
    indicators=[
        platform_orders_growth, emergency_call_coverage, monitored_beds, emergency_response_minutes,
        response_attainment, home_service_balance, wearables_per_1000, demonstration_communities,
    ],
    evaluators=[response_time_standard, softmax_scaling])

if __name__ == "__main__":
    plugin.run()
