"""A plug-in of the Assessment Workbench in Python: this one file, Python 3.9 or later, nothing to install.

    from assessment_plugin import *

    homes = Variable("care_homes", Text("养老机构数", "Care homes"), definition=Text("年末数", "At the end of the year"),
                     unit_of_measure=Unit.count, reported_by=Text("民政局", "Civil affairs bureau"))
    residents = standard("resident_population")
    plugin = Plugin(
        "ElderCare", prefix="elder", version="1.0", name=Text("养老", "Elder care"), summary=Text("养老服务", "Care"),
        indicators=[Indicator(
            "elder.homes", name=Text("养老机构密度", "Density of care homes"),
            definition=Text("养老机构数 ÷ 常住人口", "Care homes for each 10,000 residents"),
            rationale=Text("服务应当可及", "Care must be near"), unit_of_measure=Unit.per_ten_thousand_residents,
            formula=rate(homes, of=residents),
            examples=[Example(Text("8万人12家", "12 for 80,000"), {homes: 12, residents: 8}, expected=1.5)])])
    plugin.run()

`python3 my_plugin.py --check` runs the worked examples. What is printed goes to the error output; the workbench has the
standard output to itself. The messages are described in the article "The process contract" of AssessmentPluginKit.
"""
from __future__ import annotations

import dataclasses
import datetime
import json
import math
import os
import re
import sys
import traceback
import unicodedata
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, List, Literal, Mapping, Optional, Sequence, Tuple, Union, get_args

__all__ = """Absent AssessedUnit Check ColumnExample ColumnInput DeclarationError Entry Evaluator Example Expression Field
    Imputed Indicator Kind MeasuredRow Measurement MeasurementData Noted NumberTable Parameter Period Plugin
    Refused Register RegisterIndicator ScoredRow Statement Text Unit Validity Variable absolute balance
    choose clip coalesce decimal_text equal exp growth has_value lag ln log10 maximum mean minimum number_text
    rate reason_name rounded share sign sqrt standard standard_deviation total""".split()
CONTRACT = 1
NAN = math.nan
JSON = Dict[str, Any]
Direction = Literal["higher_is_better", "lower_is_better"]
Carrying = Literal["sum", "missing"]
StatementKind = Literal["service", "target", "milestone", "quality"]
Strength = Literal["binding", "best_effort", "basic"]
Targets = Literal["none", "number", "positive"]


class DeclarationError(ValueError):
    """What is wrong with a declaration of the plug-in, for its author."""


class Refused(Exception):
    """The specification or its data make no sense to an indicator or evaluator; the run stops with the message."""


# ---- vocabulary

def _json(value: Any) -> Any:
    """A value as messages carry it: members without a value are left out, numbers that JSON does not know are spelt."""
    if hasattr(value, "_json"):
        return value._json()
    if dataclasses.is_dataclass(value):
        members = {item.name.rstrip("_"): getattr(value, item.name) for item in dataclasses.fields(value)}
        return {key: _json(member) for key, member in members.items() if member is not None}
    if isinstance(value, Mapping):
        return {getattr(key, "id", getattr(key, "name", key)): _json(member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None if value != value else "Infinity" if value > 0 else "-Infinity"
    return value


class _Declared:
    """A declaration whose fields are checked by their types as it is made."""

    def __post_init__(self) -> None:
        names = (getattr(self, "id", None), getattr(self, "name", None), type(self).__name__)
        owner = next(name for name in names if isinstance(name, str))
        for item in dataclasses.fields(self):  # type: ignore[arg-type]
            value, kind = getattr(self, item.name), item.type
            if kind.startswith("Optional"):
                if value is None:
                    continue
                kind = kind[len("Optional["):-1]
            if kind in _CHECKS:
                problem = _CHECKS[kind](value)
                if problem:
                    raise DeclarationError(f"{owner}: its {item.name.replace('_', ' ')} {problem}")


@dataclass(frozen=True)
class Text:
    """A name or sentence in Chinese and in English."""
    zh: str
    en: str

    @staticmethod
    def same(text: str) -> Text:
        """A text that reads the same in both languages."""
        return Text(text, text)


@dataclass(frozen=True)
class Unit:
    """What a value is measured in, and how many decimals a reader needs to see of it."""
    symbol: Text
    decimals: int = 0


Unit.percent = Unit(Text.same("%"), 2)
Unit.count = Unit(Text("个", "items"))
Unit.persons = Unit(Text("人", "persons"))
Unit.ten_thousand_persons = Unit(Text("万人", "10,000 persons"), 2)
Unit.households = Unit(Text("户", "households"))
Unit.yuan = Unit(Text("元", "CNY"))
Unit.hundred_million_yuan = Unit(Text("亿元", "CNY 100m"), 2)
Unit.per_ten_thousand_residents = Unit(Text("个/万人", "per 10,000 residents"), 2)
Unit.yes_or_no = Unit(Text("是/否", "yes/no"))
Unit.index = Unit(Text("指数", "index"), 2)
Unit.points = Unit(Text("分", "points"), 2)

# Why a cell has no value: the state that the reason puts it in, and its name.
REASONS: Dict[str, Tuple[str, Text]] = {
    "not_submitted": ("missing", Text("未报送", "not submitted")),
    "falsified": ("missing", Text("数据不实", "found false")),
    "withdrawn": ("missing", Text("数值存疑已剔除", "figure withdrawn")),
    "not_collected": ("missing", Text("本级均无数据", "no unit of the level has a figure")),
    "boundary_changed": ("missing", Text("区划调整，无法衔接", "boundary changed")),
    "series_break": ("missing", Text("口径调整，不可比", "break in the series")),
    "no_earlier_period": ("missing", Text("无可比的上期", "no earlier period to compare with")),
    "too_much_missing": ("missing", Text("缺失过多", "too much missing")),
    "not_applicable": ("not_applicable", Text("不适用", "not applicable")),
    "not_assessed_at_level": ("not_applicable", Text("本级不评", "not assessed at this level")),
    "zero_target": ("not_applicable", Text("目标为零", "the target is zero")),
    "zero_denominator": ("not_applicable", Text("分母为零", "the denominator is zero")),
    "left_framework": ("not_applicable", Text("已退出框架", "left the framework")),
    "no_target": ("failed", Text("未给目标", "no target is given")),
    "reference_does_not_vary": ("failed", Text("参照组无差异", "the reference set does not vary")),
    "outside_domain": ("failed", Text("超出定义域", "outside the function's domain")),
    "refused": ("failed", Text("插件未采纳", "refused by the plug-in")),
}


def reason_name(reason: Reason) -> Text:
    """What a reason is called, such as 未报送 and not submitted."""
    return REASONS[reason][1]


def _problem_of_text(text: Any) -> Optional[str]:
    if not isinstance(text, Text):
        return f"is {text!r}; expected Text(zh, en)"
    lacking = [language for language, words in (("Chinese", text.zh), ("English", text.en))
               if not isinstance(words, str) or not words.strip()]
    return f"lacks the {' and the '.join(lacking)}; expected Text(zh, en)" if lacking else None


def _problem_of_unit(unit: Any) -> Optional[str]:
    if isinstance(unit, Unit):
        return _problem_of_text(unit.symbol)
    known = ", ".join(f"Unit.{name}" for name, value in vars(Unit).items() if isinstance(value, Unit))
    return f"is {unit!r}; expected a Unit such as {known}"


def _problem_of_day(day: Any) -> Optional[str]:
    try:
        return None if datetime.date.fromisoformat(day).isoformat() == day else f"is {day!r}; expected YYYY-MM-DD"
    except (TypeError, ValueError):
        return f"is {day!r}; expected a day such as '2020-12-31'"


def _problem_of_id(id: Any) -> Optional[str]:
    right = isinstance(id, str) and re.fullmatch("[a-z][a-z0-9_]*", id)
    return None if right else f"is {id!r}; expected lower-case letters, digits and _, such as care_beds"


def _one_of(words: Sequence[str]) -> Callable[[Any], Optional[str]]:
    return lambda word: None if word in words else f"is {word!r}; expected one of {', '.join(words)}"


_CHECKS: Dict[str, Callable[[Any], Optional[str]]] = {
    "Text": _problem_of_text, "Unit": _problem_of_unit, "Day": _problem_of_day, "Id": _problem_of_id,
    "Reason": _one_of(list(REASONS)), "Direction": _one_of(get_args(Direction)),
    "Carrying": _one_of(get_args(Carrying)), "StatementKind": _one_of(get_args(StatementKind)),
    "Strength": _one_of(get_args(Strength)), "Targets": _one_of(get_args(Targets)),
    "Kind": lambda kind: None if isinstance(kind, Kind) else f"is {kind!r}; expected a Kind such as Kind.number()",
}
Day = Id = Reason = str


@dataclass(frozen=True)
class Absent(_Declared):
    """No value in a row, for a reason, with what more is to be said."""
    reason: Reason
    note: Optional[Text] = None


@dataclass(frozen=True)
class Imputed(_Declared):
    """A value put in by a rule, or one that rests on such values; with the reason why there was none."""
    value: float
    because: Optional[Reason] = None
    note: Optional[Text] = None


@dataclass(frozen=True)
class Noted(_Declared):
    """A measured value with something to be said about it."""
    value: float
    note: Text


@dataclass(frozen=True)
class Statement(_Declared):
    """A statement of the policy that can be assessed."""
    id: str
    clause: str
    kind: StatementKind
    text: Text
    target: Optional[Text] = None
    deadline: Optional[Day] = None
    strength: Strength = "binding"


@dataclass(frozen=True)
class Validity(_Declared):
    """The days on which something is in force: from its first day up to, and without, the day it ended."""
    from_: Optional[Day] = None
    until: Optional[Day] = None

    def contains(self, day: str) -> bool:
        """Whether a day such as 2020-12-31 lies within."""
        return not (self.from_ and day < self.from_) and not (self.until and day >= self.until)


@dataclass(frozen=True)
class AssessedUnit:
    """A city, county or other body that is assessed, or that data refer to."""
    code: str
    name: Text
    level: str = "city"
    kind: str = ""
    parent: Optional[str] = None
    validity: Validity = Validity()
    successor: Optional[str] = None
    classes: Sequence[str] = ()
    groups: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """An item on a register. Its position tells it apart, once it has been handed over."""
    name: str
    unit: str = "340100"
    organisation_code: str = "91340100MA00000151"
    recognition: Validity = Validity()
    fields: Mapping[str, str] = field(default_factory=dict)
    register: str = ""
    position: int = -1

    @property
    def reference(self) -> JSON:
        """What says that a result rests on this entry."""
        return {"register": self.register, "entry": self.position}

    def _json(self) -> JSON:
        return {"unit": self.unit, "name": self.name, "organisation_code": self.organisation_code,
                "recognition": _json(self.recognition), "fields": dict(self.fields)}


# ---- formulas

class Expression:
    """A part of a formula: a variable, a parameter, a number, or a function of others.

    It is written with + - * / ** < <= > >= & | ~ and the functions below; equal(a, b) compares."""
    operands: Tuple[Expression, ...] = ()

    def __add__(self, other: Operand) -> Expression: return _Apply("add", self, other)
    def __radd__(self, other: Operand) -> Expression: return _Apply("add", other, self)
    def __sub__(self, other: Operand) -> Expression: return _Apply("subtract", self, other)
    def __rsub__(self, other: Operand) -> Expression: return _Apply("subtract", other, self)
    def __mul__(self, other: Operand) -> Expression: return _Apply("multiply", self, other)
    def __rmul__(self, other: Operand) -> Expression: return _Apply("multiply", other, self)
    def __truediv__(self, other: Operand) -> Expression: return _Apply("divide", self, other)
    def __rtruediv__(self, other: Operand) -> Expression: return _Apply("divide", other, self)
    def __pow__(self, other: Operand) -> Expression: return _Apply("power", self, other)
    def __rpow__(self, other: Operand) -> Expression: return _Apply("power", other, self)
    def __neg__(self) -> Expression: return _Apply("subtract", 0, self)
    def __lt__(self, other: Operand) -> Expression: return _Apply("less", self, other)
    def __gt__(self, other: Operand) -> Expression: return _Apply("less", other, self)
    def __le__(self, other: Operand) -> Expression: return _Apply("lessOrEqual", self, other)
    def __ge__(self, other: Operand) -> Expression: return _Apply("lessOrEqual", other, self)
    def __and__(self, other: Operand) -> Expression: return _Apply("and", self, other)
    def __or__(self, other: Operand) -> Expression: return _Apply("or", self, other)
    def __invert__(self) -> Expression: return _Apply("not", self)

    def __bool__(self) -> bool:
        raise DeclarationError("a formula is neither true nor false; expected choose(condition, then, else), & and |")

    @property
    def text(self) -> str:
        """The formula as a person writes it."""
        return _written(self, _name_in_formula)[0]

    @property
    def _named(self) -> Text:
        """The formula with the names of its variables."""
        def text(language: str) -> str:
            return _written(self, lambda leaf: getattr(leaf.name, language, leaf.name))[0]

        return Text(text("zh"), text("en"))

    def _parts(self) -> Iterable[Expression]:
        """This and every expression below, outermost first."""
        yield self
        for operand in self.operands:
            yield from operand._parts()

    def _lagged(self, years: int = 0) -> List[Tuple[Expression, int]]:
        """Each variable and parameter with the years by which it is lagged, each once, in order of appearance."""
        found: List[Tuple[Expression, int]] = [(self, years)] if isinstance(self, (Variable, Parameter)) else []
        for operand in self.operands:
            further = operand._lagged(years + (self.years if isinstance(self, _Lag) else 0))
            found += [pair for pair in further if pair not in found]
        return found


Operand = Union[Expression, float]


def _expression(operand: Operand) -> Expression:
    if isinstance(operand, Expression):
        return operand
    if isinstance(operand, (int, float)) and not isinstance(operand, bool):
        return _Number(float(operand))
    raise DeclarationError(f"a formula holds {operand!r}; expected a Variable, a Parameter or a number")


class _Number(Expression):
    def __init__(self, value: float) -> None:
        self.value = value


class _Apply(Expression):
    def __init__(self, function: str, *operands: Operand) -> None:
        self.function, self.operands = function, tuple(_expression(operand) for operand in operands)


class _Lag(Expression):
    def __init__(self, operand: Expression, years: int) -> None:
        self.operands, self.years = (operand,), years


def lag(operand: Operand, years: int = 1) -> Expression:
    """The value of the same unit so many years before."""
    if not isinstance(years, int) or years < 0:
        raise DeclarationError(f"a lag of {years!r} years; expected a whole number from 0")
    return _Lag(_expression(operand), years)


def minimum(first: Operand, *others: Operand) -> Expression: return _Apply("min", first, *others)
def maximum(first: Operand, *others: Operand) -> Expression: return _Apply("max", first, *others)
def coalesce(first: Operand, *others: Operand) -> Expression: return _Apply("coalesce", first, *others)
def clip(value: Operand, lower: Operand, upper: Operand) -> Expression: return minimum(maximum(value, lower), upper)
def absolute(value: Operand) -> Expression: return _Apply("abs", value)
def ln(value: Operand) -> Expression: return _Apply("ln", value)
def log10(value: Operand) -> Expression: return _Apply("log10", value)
def exp(value: Operand) -> Expression: return _Apply("exp", value)
def sqrt(value: Operand) -> Expression: return _Apply("sqrt", value)
def sign(value: Operand) -> Expression: return _Apply("sign", value)
def rounded(value: Operand, decimals: Operand = 0) -> Expression: return _Apply("round", value, decimals)
def has_value(value: Operand) -> Expression: return _Apply("has_value", value)
def equal(left: Operand, right: Operand) -> Expression: return _Apply("equal", left, right)


def choose(condition: Operand, then: Operand, otherwise: Operand) -> Expression:
    """The second where the condition is not zero, else the third."""
    return _Apply("if", condition, then, otherwise)


def share(part: Operand, of: Operand) -> Expression:
    """A part of a whole in per cent."""
    return 100 * (_expression(part) / of)


def rate(amount: Operand, of: Operand, per: float = 1) -> Expression:
    """An amount for each so many of a denominator."""
    quotient = _expression(amount) / of
    return quotient if per == 1 else per * quotient


def growth(value: Operand) -> Expression:
    """The change against the year before, in per cent."""
    return 100 * (_expression(value) / lag(value) - 1)


def balance(parts: Sequence[Operand]) -> Expression:
    """The smallest of several parts against their mean, in per cent; 0 where every part is zero."""
    total = _expression(parts[0])
    for part in parts[1:]:
        total = total + part
    return choose(equal(total, 0), 0, 100 * (minimum(*parts) / (total / len(parts))))


_SIGNS = {"add": ("+", 1), "subtract": ("-", 1), "multiply": ("*", 2), "divide": ("/", 2), "power": ("^", 3),
          "less": ("<", 0), "lessOrEqual": ("<=", 0), "equal": ("=", 0)}


def _written(formula: Expression, naming: Callable[[Any], str]) -> Tuple[str, int]:
    """The text of a formula, and how firmly it binds: 0 comparison, 1 sum, 2 product, 3 power, 4 atom."""
    def enclosed(operand: Expression, floor: int) -> str:
        text, binding = _written(operand, naming)
        return f"({text})" if binding < floor else text

    if isinstance(formula, _Number):
        return number_text(formula.value), 1 if formula.value < 0 else 4
    if isinstance(formula, (Variable, Parameter)):
        return naming(formula), 4
    if isinstance(formula, _Lag):
        return f"lag({_written(formula.operands[0], naming)[0]}, {formula.years})", 4
    if formula.function in _SIGNS:
        symbol, binding = _SIGNS[formula.function]
        left, right = formula.operands
        return f"{enclosed(left, {3: 4, 0: 1}.get(binding, binding))} {symbol} {enclosed(right, binding + 1)}", binding
    return f"{formula.function}({', '.join(_written(operand, naming)[0] for operand in formula.operands)})", 4


def _name(leaf: Expression) -> str:
    return leaf.id if isinstance(leaf, Variable) else leaf.name


def _name_in_formula(leaf: Expression) -> str:
    name = _name(leaf)
    return f"`{name}`" if name in ("and", "or", "not", "of") else name


def _finite(number: float) -> float:
    return NAN if math.isinf(number) else number


def _power(x: float, y: float) -> float:
    try:
        return _finite(math.pow(x, y))
    except (OverflowError, ValueError):
        return NAN


def _exponential(x: float) -> float:
    try:
        return _finite(math.exp(x))
    except OverflowError:
        return NAN


def round_decimal(value: float, decimals: int) -> float:
    """Rounds as on paper, halves away from zero; within four units in the last place of a half is one."""
    scale = 1.0
    for _ in range(min(max(decimals, 0), 15)):
        scale *= 10
    scaled = abs(value) * scale
    if not scaled < 2.0**52:
        return value
    below = math.floor(scaled)
    up = scaled - below >= 0.5 - min(4 * math.ulp(scaled), 2.0**-6)
    result = float(below + 1 if up else below) / scale
    return -result if value < 0 and result != 0 else result


def number_text(value: float) -> str:
    """A number as short as it reads back exactly, without a decimal point where it is whole."""
    is_whole = math.isfinite(value) and value == math.floor(value) and abs(value) < 2**53
    return str(int(value)) if is_whole else repr(float(value))


def decimal_text(value: float, decimals: int) -> str:
    """A number with exactly so many decimals, from 0 to 15, halves rounded away from zero."""
    if not math.isfinite(value):
        return "–"
    rounded = round_decimal(value, decimals)
    return ("−" if rounded < 0 else "") + f"{abs(rounded):.{min(max(decimals, 0), 15)}f}"


def total(values: Iterable[float]) -> float:
    """The sum in the order of the values, as the workbench takes it; Python's own `sum` rounds otherwise from 3.12 on."""
    result = 0.0
    for value in values:
        result += value
    return result


def mean(values: Sequence[float]) -> float:
    """The mean; NaN of nothing."""
    return _finite(total(values) / len(values)) if values else NAN


def standard_deviation(values: Sequence[float]) -> float:
    """The standard deviation with n − 1; NaN of less than two values."""
    if len(values) < 2:
        return NAN
    centre = mean(values)
    return _finite(math.sqrt(total((value - centre) * (value - centre) for value in values) / (len(values) - 1)))


def _where_both(function: Callable[[float, float], float]) -> Callable[[float, float], float]:
    return lambda x, y: NAN if x != x or y != y else function(x, y)


# Functions of one argument; of two, or of the first so many and one more. NaN stands for no value.
_OF_ONE: Dict[str, Callable[[float], float]] = {
    "abs": abs, "ln": lambda x: math.log(x) if x > 0 else NAN, "log10": lambda x: math.log10(x) if x > 0 else NAN,
    "exp": _exponential, "sqrt": lambda x: math.sqrt(x) if x >= 0 else NAN, "has_value": lambda x: float(x == x),
    "sign": lambda x: x if x != x else float((x > 0) - (x < 0)), "not": lambda x: x if x != x else float(x == 0),
}
_OF_TWO: Dict[str, Callable[[float, float], float]] = {
    "add": lambda x, y: _finite(x + y), "subtract": lambda x, y: _finite(x - y),
    "multiply": lambda x, y: _finite(x * y), "divide": lambda x, y: NAN if y == 0 else _finite(x / y), "power": _power,
    "min": _where_both(lambda x, y: y if y < x else x), "max": _where_both(lambda x, y: y if y >= x else x),
    "coalesce": lambda x, y: y if x != x else x, "less": _where_both(lambda x, y: float(x < y)),
    "lessOrEqual": _where_both(lambda x, y: float(x <= y)), "equal": _where_both(lambda x, y: float(x == y)),
    "and": _where_both(lambda x, y: float(x != 0 and y != 0)), "or": _where_both(lambda x, y: float(x != 0 or y != 0)),
    "round": lambda x, y: round_decimal(x, int(y)) if x == x and 0 <= y <= 15 else NAN,
}


class _Run:
    """One evaluation of a formula over all rows, a column at a time; columns of parts are kept to find absences."""

    def __init__(self, data: MeasurementData) -> None:
        self.data = data
        self.columns: Dict[int, List[float]] = {}

    def column(self, formula: Expression) -> List[float]:
        if id(formula) not in self.columns:
            self.columns[id(formula)] = self._computed(formula)
        return self.columns[id(formula)]

    def _computed(self, formula: Expression) -> List[float]:
        if isinstance(formula, _Number):
            return [formula.value] * len(self.data.panel.rows)
        if isinstance(formula, Variable):
            return self.data.column(formula).values
        if isinstance(formula, Parameter):
            return self.data.numbers(formula)
        columns = [self.column(operand) for operand in formula.operands]
        if isinstance(formula, _Lag):
            # The rows of one period all reach back to the same one.
            units, result = len(self.data.panel.units), []
            for first in self.data.panel.rows[::units or 1]:
                source = self.lagged(formula, first)
                result += [NAN] * units if isinstance(source, str) else columns[0][source:source + units]
            return result
        if formula.function == "if":
            return [x if x != x else y if x != 0 else z for x, y, z in zip(*columns)]
        if formula.function in _OF_ONE:
            return [_OF_ONE[formula.function](x) for x in columns[0]]
        result = columns[0]
        for other in columns[1:]:
            result = [_OF_TWO[formula.function](x, y) for x, y in zip(result, other)]
        return result

    def lagged(self, formula: _Lag, row: int) -> Union[int, str]:
        """The row that a lag reads, or the reason why it reads none."""
        earlier = self.data.panel.before(row, formula.years)
        if earlier is None:
            return "no_earlier_period"
        variables = [part for part in formula._parts() if isinstance(part, Variable)]
        return "series_break" if self.data.crosses_break(variables, earlier, row) else earlier

    def absence(self, formula: Expression, row: int) -> Optional[Absent]:
        """Why a formula has no value in a row; nothing where it has one."""
        if math.isfinite(self.column(formula)[row]):
            return None
        if isinstance(formula, _Lag):
            source = self.lagged(formula, row)
            return Absent(source) if isinstance(source, str) else self.absence(formula.operands[0], source)
        if isinstance(formula, (Variable, Parameter)):
            return self.data.absence(formula, row)
        function = formula.function if isinstance(formula, _Apply) else ""
        if function == "if":
            condition, then, otherwise = formula.operands
            return self.absence(condition, row) or self.absence(
                then if self.column(condition)[row] != 0 else otherwise, row)
        for operand in formula.operands:
            absent = self.absence(operand, row)
            if absent:
                return absent
        if function == "divide" and self.column(formula.operands[1])[row] == 0:
            denominator = formula.operands[1]._named
            return Absent("zero_denominator", Text(f"{denominator.zh} = 0", f"{denominator.en} = 0"))
        return Absent("outside_domain", formula._named)


# ---- declarations

@dataclass(frozen=True)
class Variable(_Declared, Expression):
    """A collected statistical item. Where units merge, counts and amounts are added up, others are `missing`."""
    id: Id
    name: Text
    definition: Text
    unit_of_measure: Unit
    reported_by: Text
    carrying: Carrying = "sum"

    def _json(self) -> JSON:
        if STANDARD.get(self.id) == self:
            return {"standard": self.id}
        return {item.name: _json(getattr(self, item.name)) for item in dataclasses.fields(self)}


# The variables that every domain shares; the workbench has their definitions.
STANDARD = {
    id: Variable(id, name, name, unit, Text("统计局", "Statistics bureau")) for id, name, unit in [
        ("resident_population", Text("常住人口", "Permanent residents"), Unit.ten_thousand_persons),
        ("gross_regional_product", Text("地区生产总值", "Gross regional product"), Unit.hundred_million_yuan),
        ("resident_households", Text("常住家庭户数", "Resident households"), Unit.households),
        ("rural_households", Text("农村常住家庭户数", "Rural resident households"), Unit.households),
        ("administrative_villages", Text("行政村数", "Administrative villages"), Unit.count),
    ]
}


def standard(id: str) -> Variable:
    """A variable that every domain shares, by its id."""
    if id not in STANDARD:
        raise DeclarationError(f"standard({id!r}) is not known; expected one of {', '.join(STANDARD)}")
    return STANDARD[id]


@dataclass(frozen=True)
class Field(_Declared):
    """A field of a register's entries besides unit, name, organisation code and dates."""
    id: str
    name: Text
    accepted: Sequence[str] = ()
    required: bool = True
    names: Optional[Mapping[str, Text]] = None


@dataclass(frozen=True)
class Register(_Declared):
    """A list of recognised items that indicators count or check."""
    id: Id
    name: Text
    definition: Text
    kept_by: Text
    fields: Sequence[Field] = ()

    def __hash__(self) -> int:
        return hash(self.id)


@dataclass(frozen=True)
class Check(_Declared):
    """What must hold of collected values; made by the functions below. Ids have the prefix of the plug-in and a dot before.

    `severity` is stop, warning, note or off; that of the rule where nothing is said."""
    id: str
    name: Text
    rule: str
    variables: Sequence[Variable]
    members: Mapping[str, Any]
    question: Optional[Text] = None
    severity: Optional[str] = None

    @staticmethod
    def range(id: str, name: Text, variable: Variable, at_least: Optional[float] = None,
              at_most: Optional[float] = None, **more: Any) -> Check:
        """The values of a variable lie within bounds."""
        bounds = {"at_least": at_least, "at_most": at_most}
        return Check(id, name, "range", [variable], {"variable": variable.id, **bounds}, **more)

    @staticmethod
    def whole_number(id: str, name: Text, variable: Variable, **more: Any) -> Check:
        """The values of a variable are whole and not below zero."""
        return Check(id, name, "whole_number", [variable], {"variable": variable.id}, **more)

    @staticmethod
    def required(id: str, name: Text, variable: Variable, **more: Any) -> Check:
        """Every unit has a value of a variable; a status in its place will not do."""
        return Check(id, name, "required", [variable], {"variable": variable.id}, **more)

    @staticmethod
    def identity(id: str, name: Text, left: Sequence[Variable], right: Sequence[Variable], tolerance: float = 0,
                 **more: Any) -> Check:
        """Two sums of variables are equal, but for a share of the larger one."""
        return Check._compared("identity", id, name, left, right, tolerance, **more)

    @staticmethod
    def order(id: str, name: Text, left: Sequence[Variable], right: Sequence[Variable], tolerance: float = 0,
              **more: Any) -> Check:
        """A sum of variables is at most another one, as a part of its whole is."""
        return Check._compared("order", id, name, left, right, tolerance, **more)

    @staticmethod
    def _compared(rule: str, id: str, name: Text, left: Sequence[Variable], right: Sequence[Variable], tolerance: float,
                  **more: Any) -> Check:
        if not left or not right:
            raise DeclarationError(f"{id}: compares nothing; expected variables on both sides")
        sides = {"left": [variable.id for variable in left], "right": [variable.id for variable in right]}
        return Check(id, name, rule, [*left, *right], {**sides, "tolerance": tolerance or None}, **more)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.severity not in (None, "stop", "warning", "note", "off"):
            raise DeclarationError(f"{self.id}: its severity is {self.severity!r}; expected stop, warning, note or off")

    def _json(self) -> JSON:
        members = {"id": self.id, "name": self.name, "rule": self.rule, "question": self.question,
                   "severity": self.severity, **self.members}
        return {key: _json(member) for key, member in members.items() if member is not None}


@dataclass(frozen=True)
class NumberTable:
    """A number that may differ: lines of {"unit", "class", "period", "value"}, of which the most particular counts."""
    lines: Sequence[Mapping[str, Any]]

    def numbers(self, panel: Panel) -> List[float]:
        """The number of each row; NaN where the table has none."""
        return [self._number(panel.unit(row), panel.period(row)) for row in panel.rows]

    def _number(self, unit: AssessedUnit, period: int) -> float:
        best, number = -1, NAN
        for line in self.lines:
            named = line.get("class")
            ranks = {None: 0, unit.level: 1, unit.kind: 2, **{name: 3 for name in unit.classes}}
            others = line.get("unit") not in (None, unit.code) or line.get("period") not in (None, period)
            if others or named not in ranks:
                continue
            rank = 8 * (line.get("unit") is not None) + 2 * ranks[named] + (line.get("period") is not None)
            if rank >= best:
                best, number = rank, float(line["value"])
        return number


@dataclass(frozen=True)
class Kind:
    """What values a parameter takes: Kind.number(at_least, at_most), Kind.text(one_of), Kind.flag, Kind.units,
    Kind.records(parameters), Kind.numbers_by_name, Kind.matrix."""
    type: str
    at_least: Optional[float] = None
    at_most: Optional[float] = None
    one_of: Optional[Sequence[str]] = None
    fields: Optional[Sequence[Parameter]] = None

    @staticmethod
    def number(at_least: Optional[float] = None, at_most: Optional[float] = None) -> Kind:
        return Kind("number", at_least, at_most)

    @staticmethod
    def text(one_of: Optional[Sequence[str]] = None) -> Kind:
        return Kind("text", one_of=one_of)

    @staticmethod
    def records(fields: Sequence[Parameter]) -> Kind:
        return Kind("records", fields=fields)

    def _value(self, owner: str, value: Any) -> JSON:
        """A value of this kind, as messages carry it."""
        kinds: Dict[str, Any] = {"number": (int, float, NumberTable), "text": str, "flag": bool, "numbers": Mapping}
        if not isinstance(value, kinds.get(self.type, (list, tuple))) or (self.type == "number" and value is True):
            raise DeclarationError(f"{owner} is {value!r}; expected a value of the kind ‘{self.type}’")
        if isinstance(value, NumberTable):
            return {"table": _json(list(value.lines))}
        if self.type == "records":
            return {"records": [_parameters_json(owner, self.fields or (), record) for record in value]}
        return {self.type: _json(value)}


Kind.flag, Kind.units, Kind.numbers_by_name, Kind.matrix = Kind("flag"), Kind("units"), Kind("numbers"), Kind("matrix")


@dataclass(frozen=True)
class Parameter(_Declared, Expression):
    """A parameter of an indicator or evaluator; without a default, a specification must give it."""
    name: Id
    summary: Text
    kind: Kind = Kind.number()
    default: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        _json(self)

    def __hash__(self) -> int:
        return hash(self.name)

    def _json(self) -> JSON:
        written = {"name": self.name, "summary": _json(self.summary), "kind": _json(self.kind)}
        default = {} if self.default is None else {"default": self.kind._value(f"{self.name}.default", self.default)}
        return {**written, **default}


def _parameters_json(owner: str, parameters: Sequence[Parameter], given: Mapping[Any, Any]) -> JSON:
    """Given values by name; a name that is not declared is refused."""
    kinds = {parameter.name: parameter.kind for parameter in parameters}
    names = {key.name if isinstance(key, Parameter) else key: value for key, value in given.items()}
    for name in names:
        if name not in kinds:
            raise DeclarationError(f"{owner} gives the parameter ‘{name}’, which is not declared")
    return {name: kinds[name]._value(f"{owner}: {name}", value) for name, value in names.items()}


@dataclass(frozen=True)
class Example(_Declared):
    """A case worked by hand: data of some units and periods, and what must come out.

    Variables have a number for one row, or a list through the units of the first period, then of the next, with None
    where nothing was submitted. What is expected is laid out alike: numbers, and Absent(reason) where there is none."""
    title: Text
    variables: Mapping[Variable, Any] = field(default_factory=dict)
    expected: Any = ()
    units: Sequence[AssessedUnit] = (AssessedUnit("340100", Text("合肥市", "Hefei City")),)
    periods: Sequence[int] = (2020,)
    registers: Mapping[Register, Sequence[Entry]] = field(default_factory=dict)
    parameters: Mapping[Any, Any] = field(default_factory=dict)
    series_breaks: Mapping[Variable, Sequence[int]] = field(default_factory=dict)

    def _written(self, indicator: Indicator) -> JSON:
        owner = f"{indicator.id}, ‘{self.title.en}’"
        rows = len(self.units) * len(set(self.periods))
        columns = {variable: _cells(values) for variable, values in self.variables.items()}
        expected = _cells(self.expected)
        for what, cells in [(variable.id, cells) for variable, cells in columns.items()] + [("expected", expected)]:
            if len(cells) != rows:
                raise DeclarationError(f"{owner}: {what} has {len(cells)} values; expected {rows}, one a row")
        for item in [*self.variables, *self.series_breaks, *self.registers]:
            if item not in [*indicator.variables, *indicator.registers]:
                raise DeclarationError(f"{owner} names ‘{getattr(item, 'id', item)}’, which its indicator lacks")
        return _json({
            "title": self.title, "units": self.units, "periods": self.periods, "variables": columns,
            "registers": self.registers, "series_breaks": self.series_breaks,
            "parameters": _parameters_json(owner, indicator.parameters, self.parameters),
            "expected": [{"absent": cell.reason} if isinstance(cell, Absent) else {"value": float(cell)}
                         for cell in expected]})


def _cells(cells: Any) -> List[Any]:
    return list(cells) if isinstance(cells, (list, tuple)) else [cells]


@dataclass(frozen=True)
class ColumnExample(_Declared):
    """A case for an evaluator: values of some units, one period after another, and the scores that must come out."""
    title: Text
    values: Sequence[Optional[float]]
    expected: Sequence[Optional[float]]
    direction: Direction = "higher_is_better"
    periods: Sequence[int] = (2020,)
    targets: Optional[Sequence[float]] = None
    groups: Sequence[str] = ()
    parameters: Mapping[Any, Any] = field(default_factory=dict)
    decimals: Optional[int] = None

    def _written(self, evaluator: Evaluator) -> JSON:
        owner = f"{evaluator.id}, ‘{self.title.en}’"
        if len(self.values) != len(self.expected) or len(self.values) % len(self.periods):
            raise DeclarationError(f"{owner}: {len(self.values)} values in {len(self.periods)} periods, "
                                   f"{len(self.expected)} expected")
        own = {item.name: getattr(self, item.name) for item in dataclasses.fields(self)}
        own["parameters"] = _parameters_json(owner, evaluator.parameters, self.parameters)
        return _json({key: value for key, value in own.items() if value is not None})


# ---- data

def _numbers(values: Iterable[Any]) -> List[float]:
    return [NAN if value is None else float(value) for value in values]


def _text(json: JSON) -> Text:
    return Text(json["zh"], json["en"])


def _validity(json: Optional[JSON]) -> Validity:
    return Validity(json.get("from"), json.get("until")) if json else Validity()


class Column:
    """Numbers, one a row of the panel, NaN where there is none; with a state, a reason and a note beside each."""

    def __init__(self, values: List[float]) -> None:
        self.values = values
        self.states = ["measured"] * len(values)
        self.reasons: List[Optional[Reason]] = [None] * len(values)
        self.notes: Dict[int, Text] = {}

    def put(self, row: int, cell: Union[float, Absent, Imputed, Noted]) -> None:
        """Puts a result into a row; a number that is not finite leaves it out as `outside_domain`."""
        value, note = getattr(cell, "value", cell), getattr(cell, "note", None)
        if not isinstance(cell, Absent):
            value = float(value)
            cell = cell if math.isfinite(value) else Absent("outside_domain")
        if isinstance(cell, Absent):
            self.values[row], self.states[row], self.reasons[row] = NAN, REASONS[cell.reason][0], cell.reason
        else:
            is_imputed = isinstance(cell, Imputed)
            self.values[row], self.states[row] = value, "imputed" if is_imputed else "measured"
            self.reasons[row] = cell.because if is_imputed else None
        self.notes.pop(row, None)
        if note:
            self.notes[row] = note

    @staticmethod
    def _read(json: JSON) -> Column:
        column = Column(_numbers(json["values"]))
        for reason, rows in (json.get("absent") or {}).items():
            for row in map(int, rows):
                column.states[row], column.reasons[row] = REASONS[reason][0], reason
        for group in json.get("imputed") or []:
            for row in map(int, group["rows"]):
                column.states[row], column.reasons[row] = "imputed", group.get("because")
        column.notes = {int(note["row"]): _text(note["text"]) for note in json.get("notes") or []}
        return column

    def _json(self) -> JSON:
        absent: Dict[str, List[int]] = {}
        imputed: Dict[Optional[str], List[int]] = {}
        for row, (state, reason) in enumerate(zip(self.states, self.reasons)):
            if state == "imputed":
                imputed.setdefault(reason, []).append(row)
            elif state != "measured":
                absent.setdefault(str(reason), []).append(row)
        groups = [{**({"because": reason} if reason else {}), "rows": imputed[reason]} for reason in imputed]
        notes = [{"row": row, "text": _json(self.notes[row])} for row in sorted(self.notes)]
        optional = {"absent": {reason: absent[reason] for reason in REASONS if reason in absent}, "imputed": groups,
                    "notes": notes}
        return {"values": _json(self.values), **{key: value for key, value in optional.items() if value}}


class Period(int):
    """The year that values and scores refer to."""

    @property
    def last_day(self) -> str:
        """The last day, on which registers and units are read."""
        return f"{self:04}-12-31"


class Panel:
    """The rows of every column: each assessed unit in the first period, then in the next; and all known units."""

    def __init__(self, json: JSON) -> None:
        self.known: Dict[str, AssessedUnit] = {}
        for unit in json["units"]:
            self.known.setdefault(unit["code"], AssessedUnit(
                unit["code"], _text(unit["name"]), unit["level"], unit.get("kind") or "", unit.get("parent"),
                _validity(unit.get("validity")), unit.get("successor"), tuple(unit.get("classes") or ()),
                unit.get("groups") or {}))
        self.units = [self.known[code] for code in json["assessed"]]
        self.periods = [Period(period) for period in sorted({int(period) for period in json["periods"]})]
        self.rows = range(len(self.units) * len(self.periods))
        self._positions = {unit.code: position for position, unit in reversed(list(enumerate(self.units)))}
        self._indices = {period: index for index, period in enumerate(self.periods)}
        self._holders: Dict[str, List[str]] = {}

    def unit(self, row: int) -> AssessedUnit:
        """The unit of a row."""
        return self.units[row % len(self.units)]

    def period(self, row: int) -> Period:
        """The year of a row."""
        return self.periods[row // len(self.units)]

    def before(self, row: int, years: int) -> Optional[int]:
        """The row of the same unit so many years before; nothing where the panel does not hold that year."""
        index = row // len(self.units)
        earlier = self._indices.get(self.periods[index] - years)
        return None if earlier is None or years < 0 else row - (index - earlier) * len(self.units)

    def holders(self, code: str) -> List[str]:
        """The codes of the units that hold a place: its own, that of the one that took its place since, those above."""
        if code not in self._holders:
            holders: List[str] = []
            current: Optional[str] = code
            while current is not None and current not in holders:
                holders.append(current)
                current = self._above(current)
            self._holders[code] = holders
        return self._holders[code]

    def holding(self, code: str) -> List[int]:
        """The positions among the assessed units of those that hold a place."""
        return [self._positions[holder] for holder in self.holders(code) if holder in self._positions]

    def _above(self, code: str) -> Optional[str]:
        known = self.known.get(code)
        if known is None or known.successor is None:
            return known.parent if known else None
        if code not in self._positions and known.successor in self._positions:
            return known.successor
        # A move after the last period changes nothing.
        in_force = not self.periods or known.validity.contains(self.periods[-1].last_day)
        return known.parent if in_force else known.successor


class _PerRow(List[float]):
    """The numbers of a parameter that differs by row."""


def _value(json: JSON) -> Any:
    """A parameter's value: a number, text, list or mapping; a number that differs as one a row."""
    key = next(key for key in json if key != "rows")
    if key == "table":
        return _PerRow(_numbers(json["rows"])) if "rows" in json else NumberTable(json["table"])
    if key == "records":
        return [{name: _value(item) for name, item in record.items()} for record in json["records"]]
    return float(json[key]) if key == "number" else json[key]


class _Rows:
    """The rows of a request and the values of its parameters."""

    def __init__(self, panel: Panel, request: JSON) -> None:
        self.panel = panel
        self._parameters = {name: _value(value) for name, value in (request.get("parameters") or {}).items()}

    def parameter(self, parameter: Union[str, Parameter]) -> Any:
        """The value of a parameter that is the same for every row; None where there is none."""
        name = getattr(parameter, "name", parameter)
        value = self._parameters.get(name)
        if isinstance(value, _PerRow):
            raise Refused(f"the parameter ‘{name}’ differs by row; expected one value for all")
        return value

    def numbers(self, parameter: Union[str, Parameter]) -> List[float]:
        """The number of a parameter in each row; NaN where it has none."""
        name = getattr(parameter, "name", parameter)
        if name not in self._parameters:
            raise Refused(f"the formula reads ‘{name}’, which has no value here")
        value = self._parameters[name]
        return value if isinstance(value, _PerRow) else [value] * len(self.panel.rows)


class Row:
    """A row of the panel: a unit in a period."""

    def __init__(self, data: Any, index: int) -> None:
        self._data, self.index = data, index
        self.unit: AssessedUnit = data.panel.unit(index)
        self.period: Period = data.panel.period(index)

    @property
    def last_day(self) -> str:
        """The last day of the year, on which registers are read."""
        return self.period.last_day

    def parameter(self, parameter: Union[str, Parameter]) -> Any:
        """The value of a parameter in the row; None where it has none."""
        value = self._data._parameters.get(getattr(parameter, "name", parameter))
        number = value[self.index] if isinstance(value, _PerRow) else value
        return None if number != number else number


class MeasuredRow(Row):
    """A row with the values of variables: `row[beds]` is a number, or None."""

    def __getitem__(self, variable: Variable) -> Optional[float]:
        value = self._data.column(variable).values[self.index]
        return None if value != value else value

    def absence(self, *variables: Variable) -> Optional[Absent]:
        """Why the first of some variables that has no value has none; nothing where all have one."""
        lacking = [variable for variable in variables if self[variable] is None]
        return self._data.absence(lacking[0], self.index) if lacking else None

    def before(self, years: int = 1) -> Optional[MeasuredRow]:
        """The row of the same unit so many years before; nothing where the assessment does not hold that year."""
        row = self._data.panel.before(self.index, years)
        return None if row is None else MeasuredRow(self._data, row)

    def holds(self, entry: Entry) -> bool:
        """Whether an entry of a register lies in the unit."""
        return self._data.belongs(entry.unit, self.unit)

    def breaks_since(self, earlier: MeasuredRow, *variables: Variable) -> bool:
        """Whether the series of one of some variables begins anew between an earlier row and this one."""
        return self._data.crosses_break(variables, earlier.index, self.index)

    def reference(self, variable: Variable) -> JSON:
        """What says that a result rests on the value of a variable in this row."""
        return {"variable": variable.id, "row": self.index}


class MeasurementData(_Rows):
    """What an indicator measures on: declared variables, registers and parameters over the rows of the panel."""

    def __init__(self, panel: Panel, request: JSON) -> None:
        super().__init__(panel, request)
        self._columns = {id: Column._read(column) for id, column in (request.get("variables") or {}).items()}
        self._breaks = request.get("series_breaks") or {}
        self._registers = {
            id: [Entry(entry["name"], entry["unit"], entry.get("organisation_code") or "",
                       _validity(entry.get("recognition")), entry.get("fields") or {}, id, position)
                 for position, entry in enumerate(entries)]
            for id, entries in (request.get("registers") or {}).items()}

    @property
    def rows(self) -> List[MeasuredRow]:
        """The rows, through the units of the first period, then of the next."""
        return [MeasuredRow(self, index) for index in self.panel.rows]

    def column(self, variable: Variable) -> Column:
        """The values of a variable with their states, reasons and notes."""
        if variable.id not in self._columns:
            raise DeclarationError(f"the variable ‘{variable.id}’ is read and not declared; list it in ‘variables’")
        return self._columns[variable.id]

    def entries(self, register: Register) -> Optional[List[Entry]]:
        """The entries of a register; nothing where no such list was handed in."""
        return self._registers.get(register.id)

    def belongs(self, code: str, unit: AssessedUnit) -> bool:
        """Whether a place, by the code of its unit, lies in a unit."""
        return unit.code in self.panel.holders(code)

    def absence(self, input: Union[Variable, Parameter], row: int) -> Absent:
        """The absence of a result for want of an input, with a note that names it."""
        column = self._columns.get(_name(input)) if isinstance(input, Variable) else None
        reason = (column.reasons[row] if column else None) or "not_collected"
        name = input.name if isinstance(input, Variable) else Text.same(input.name)
        words, period = REASONS[reason][1], self.panel.period(row)
        return Absent(reason, Text(f"{name.zh}（{period}）：{words.zh}", f"{name.en} ({period}): {words.en}"))

    def crosses_break(self, variables: Iterable[Variable], earlier: int, row: int) -> bool:
        """Whether a series begins anew between two rows."""
        first, last = self.panel.period(earlier), self.panel.period(row)
        return any(first < int(year) <= last for variable in variables for year in self._breaks.get(variable.id, []))


class ScoredRow(Row):
    """A row with what a score is compared with."""

    @property
    def higher_is_better(self) -> bool:
        """Whether more is better."""
        return self._data.higher_is_better

    @property
    def target(self) -> Optional[float]:
        """The target; None where there is none."""
        targets = self._data.targets
        return None if targets is None or targets[self.index] != targets[self.index] else targets[self.index]

    @property
    def reference(self) -> List[float]:
        """The values of the reference set, without those that are missing."""
        return self._data.reference(self.index)


class ColumnInput(_Rows):
    """What an evaluator scores by: values, direction, targets, reference sets and parameters."""

    def __init__(self, panel: Panel, request: JSON) -> None:
        super().__init__(panel, request)
        self.values = _numbers(request["values"])
        self.higher_is_better: bool = request["direction"] == "higher_is_better"
        self.targets = None if request.get("targets") is None else _numbers(request["targets"])
        self._references: Optional[JSON] = request.get("references")

    @property
    def rows(self) -> List[ScoredRow]:
        """The rows, laid out like the values."""
        return [ScoredRow(self, index) for index in self.panel.rows]

    def reference(self, row: int) -> List[float]:
        """The values of the reference set of a row, without those that are missing."""
        if self._references is None:
            raise DeclarationError("a reference set is read and not asked for; expected needs_reference=True")
        return self._set(int(self._references["set_of_row"][row]))

    def statistic(self, function: Callable[[List[float]], float]) -> List[float]:
        """What a function such as `mean` makes of the reference set of each row; it is called once for each set."""
        if self._references is None:
            raise DeclarationError("a reference set is read and not asked for; expected needs_reference=True")
        results = [function(self._set(index)) for index in range(len(self._references["sets"]))]
        return [results[int(index)] for index in self._references["set_of_row"]]

    def _set(self, index: int) -> List[float]:
        members = self._references["sets"][index]  # type: ignore[index]
        return [value for value in (self.values[int(member)] for member in members) if value == value]


# ---- what a plug-in has

@dataclass(frozen=True)
class Measurement:
    """What a function measured: a cell for each row, and what the cells rest on.

    That is either `variables`, the same for every row, some of them as lag(variable); or `references`, for each row a
    list of register entries and of row.reference(variable). Without either it is every declared variable."""
    cells: Sequence[Union[float, Absent, Imputed, Noted]]
    variables: Optional[Sequence[Expression]] = None
    references: Optional[Sequence[Sequence[Union[Entry, JSON]]]] = None


@dataclass(frozen=True, eq=False)
class Indicator(_Declared):
    """Something that is measured: by a formula, or by a function of MeasurementData.

    The function gives a list of cells (numbers, Absent, Imputed, Noted) or a Measurement. The variables and parameters
    that a formula reads need not be listed."""
    id: str
    name: Text
    definition: Text
    rationale: Text
    unit_of_measure: Unit
    formula: Optional[Expression] = None
    measure: Optional[Callable[[MeasurementData], Any]] = None
    direction: Direction = "higher_is_better"
    statements: Sequence[str] = ()
    variables: Sequence[Variable] = ()
    registers: Sequence[Register] = ()
    parameters: Sequence[Parameter] = ()
    examples: Sequence[Example] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.formula is None) == (self.measure is None):
            raise DeclarationError(f"{self.id}: expected either a formula or a function ‘measure’")
        if self.formula is not None:
            read = [part for part, _ in _expression(self.formula)._lagged()]
            for name, kind in (("variables", Variable), ("parameters", Parameter)):
                own, declared = [part for part in dict.fromkeys(read) if isinstance(part, kind)], getattr(self, name)
                for part in own:
                    if declared and part not in declared:
                        raise DeclarationError(f"{self.id}: its formula reads ‘{_name(part)}’; list it in ‘{name}’")
                object.__setattr__(self, name, tuple(declared or own))
        _same_id_once(self.id, [*self.variables, *self.registers, *self.parameters])
        for example in self.examples:
            example._written(self)

    def _json(self) -> JSON:
        ids = {name: [item.id for item in getattr(self, name)] for name in ("variables", "registers")}
        plain = ("id", "name", "definition", "rationale", "unit_of_measure", "direction", "statements", "parameters")
        return {**{name: _json(getattr(self, name)) for name in plain}, **ids,
                "examples": [example._written(self) for example in self.examples]}

    def _measured(self, data: MeasurementData) -> JSON:
        """The column and its evidence, as messages carry them."""
        result = self._by_formula(data) if self.formula is not None else self.measure(data)  # type: ignore[misc]
        if not isinstance(result, Measurement):
            result = Measurement(result)
        rows = data.panel.rows
        if len(result.cells) != len(rows):
            raise DeclarationError(f"{self.id} gave {len(result.cells)} cells; expected {len(rows)}, one a row")
        column = Column([NAN] * len(rows))
        for row, cell in enumerate(result.cells):
            if cell is None:
                raise DeclarationError(f"{self.id} gave None in row {row}; expected a number or Absent(reason)")
            if type(cell) is float and math.isfinite(cell):
                column.values[row] = cell
            else:
                column.put(row, cell)
        if result.references is None:
            variables = self.variables if result.variables is None else result.variables
            lagged = dict.fromkeys(pair for item in variables for pair in item._lagged())
            evidence: JSON = {"variables": [{"variable": variable.id, "years_before": years}
                                            for variable, years in lagged if isinstance(variable, Variable)]}
        else:
            evidence = {"rows": [[item.reference if isinstance(item, Entry) else item for item in references]
                                 for references in result.references]}
        return {"column": column._json(), "evidence": evidence}

    def _by_formula(self, data: MeasurementData) -> Measurement:
        formula = self.formula
        run = _Run(data)
        inputs = [(data.column(variable).states, years) for variable, years in formula._lagged()
                  if isinstance(variable, Variable)]
        inputs = [(states, years) for states, years in inputs if "imputed" in states]

        def uses_imputed(row: int) -> bool:
            sources = ((states, data.panel.before(row, years)) for states, years in inputs)
            return any(source is not None and states[source] == "imputed" for states, source in sources)

        cells: List[Any] = list(run.column(formula))
        for row, value in enumerate(cells):
            if not math.isfinite(value):
                cells[row] = run.absence(formula, row)
            elif inputs and uses_imputed(row):
                cells[row] = Imputed(value)
        return Measurement(cells, variables=[formula])


def _same_id_once(owner: str, items: Iterable[Any]) -> None:
    """Refuses two different things under one id."""
    seen: Dict[str, Any] = {}
    for item in items:
        id = getattr(item, "id", getattr(item, "name", None))
        if seen.setdefault(id, item) is not item and seen[id] != item:
            raise DeclarationError(f"{owner}: the id ‘{id}’ stands for two different things")


_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CODE_WEIGHTS = [pow(3, place, 31) for place in range(17)]


def organisation_code_fault(code: str) -> Optional[Text]:
    """What is wrong with a unified social credit code (GB 32100-2015); nothing where it is right."""
    if len(code) != 18:
        return Text(f"应为18位，实为{len(code)}位", f"has {len(code)} characters instead of 18")
    for place, character in enumerate(code, 1):
        if character not in _CODE_ALPHABET:
            return Text(f"第{place}位“{character}”不在字符集内", f"character {place}, ‘{character}’, is not allowed")
    total = sum(_CODE_ALPHABET.index(character) * weight for character, weight in zip(code, _CODE_WEIGHTS))
    expected, found = _CODE_ALPHABET[-total % 31], code[17]
    return None if expected == found else Text(
        f"校验码应为{expected}，实为{found}", f"check character is {found}, must be {expected}")


class RegisterIndicator(Indicator):
    """An indicator that counts the entries of a register that are recognised on the last day of each period.

    The first entry of an organisation and a name stands for all; one whose organisation code is wrong is passed over
    and noted. With `counts_increase`, what was added since the end of the year base_year counts, less what went."""
    base_year = Parameter("base_year", Text("基期年份：其年末数作为起点", "The base year: what there was at its end is the start"),
                          Kind.number(1949, 2100))

    def __init__(self, id: str, *texts: Any, register: Register, counts_increase: bool = False,
                 accepts: Callable[[Entry], bool] = lambda entry: True, parameters: Sequence[Parameter] = (),
                 **description: Any) -> None:
        self.__dict__.update(register=register, counts_increase=counts_increase, accepts=accepts)
        further = [self.base_year] if counts_increase and self.base_year not in parameters else []
        super().__init__(id, *texts, measure=self._counted, registers=[register], parameters=[*parameters, *further],
                         **description)

    def _counted(self, data: MeasurementData) -> Measurement:
        panel = data.panel
        entries = data.entries(self.register)
        if entries is None:
            return Measurement([Absent("not_collected")] * len(panel.rows), references=[[]] * len(panel.rows))
        candidates = [entry for entry in entries if self.accepts(entry)]
        faults = {entry.position: organisation_code_fault(entry.organisation_code) for entry in candidates}
        right = [entry for entry in candidates if faults[entry.position] is None]
        wrong = [entry for entry in candidates if faults[entry.position] is not None]
        base = self._recognised(self._last_day_of_base_year(data), right) if self.counts_increase else []
        already_there, before = {entry.position for entry in base}, self._by_unit(base, data)
        cells: List[Any] = []
        references: List[List[Entry]] = []
        for period in panel.periods:
            day = period.last_day
            present = self._by_unit(self._recognised(day, right), data)
            refused = self._by_unit([entry for entry in wrong if entry.recognition.contains(day)], data)
            for unit in range(len(panel.units)):
                count = float(len(present[unit]) - len(before[unit]))
                cells.append(Noted(count, self._note(refused[unit])) if refused[unit] else count)
                gone = [entry for entry in before[unit] if not entry.recognition.contains(day)]
                references.append([entry for entry in present[unit] if entry.position not in already_there] + gone)
        return Measurement(cells, references=references)

    @staticmethod
    def _recognised(day: str, entries: Sequence[Entry]) -> List[Entry]:
        first: Dict[Tuple[str, str], Entry] = {}
        for entry in entries:
            if entry.recognition.contains(day):
                # Characters that are written in two ways are the same name.
                first.setdefault((entry.organisation_code, unicodedata.normalize("NFC", entry.name)), entry)
        return list(first.values())

    @staticmethod
    def _by_unit(entries: Sequence[Entry], data: MeasurementData) -> List[List[Entry]]:
        groups: List[List[Entry]] = [[] for _ in data.panel.units]
        for entry in entries:
            for unit in data.panel.holding(entry.unit):
                groups[unit].append(entry)
        return groups

    def _last_day_of_base_year(self, data: MeasurementData) -> str:
        year = data._parameters.get(self.base_year.name)
        if not isinstance(year, float) or not 1 <= year < 10000:
            raise Refused(f"{self.id}: an increase needs the parameter base_year, such as 2017")
        return Period(year).last_day

    @staticmethod
    def _note(refused: Sequence[Entry]) -> Text:
        fault, name = organisation_code_fault(refused[0].organisation_code) or Text.same(""), refused[0].name
        return Text(f"{len(refused)}条未计入，统一社会信用代码有误，如“{name}”：{fault.zh}",
                    f"{len(refused)} not counted for a wrong credit code, such as ‘{name}’: {fault.en}")


@dataclass(frozen=True, eq=False)
class Evaluator(_Declared):
    """A way to turn values into scores: `score(value, row)` for each row that has a value, or `scores(input)` for all.

    None or NaN stands for no score. `formula` says in words and signs what is computed, `monotone` whether a better
    value never scores less."""
    id: Id
    name: Text
    summary: Text
    source: str
    score: Optional[Callable[[float, ScoredRow], Optional[float]]] = None
    scores: Optional[Callable[[ColumnInput], Sequence[Optional[float]]]] = None
    formula: str = ""
    parameters: Sequence[Parameter] = ()
    needs_reference: bool = False
    targets: Targets = "none"
    keeps_direction: bool = False
    monotone: bool = True
    examples: Sequence[ColumnExample] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if (self.score is None) == (self.scores is None):
            raise DeclarationError(f"{self.id}: expected either a function ‘score’ or a function ‘scores’")
        _same_id_once(self.id, self.parameters)
        for example in self.examples:
            example._written(self)

    def _json(self) -> JSON:
        own = {item.name: getattr(self, item.name) for item in dataclasses.fields(self)
               if item.name not in ("score", "scores")}
        return _json({**own, "examples": [example._written(self) for example in self.examples]})

    def _evaluated(self, input: ColumnInput) -> List[float]:
        if self.scores is not None:
            results = _numbers(self.scores(input))
        else:
            results = _numbers(None if value != value else self.score(value, row)  # type: ignore[misc]
                               for value, row in zip(input.values, input.rows))
        if len(results) != len(input.values):
            raise DeclarationError(f"{self.id} gave {len(results)} scores; expected {len(input.values)}, one a row")
        return results


@dataclass(frozen=True, eq=False)
class Plugin(_Declared):
    """A domain: its indicators, the statements of the policy that they measure, evaluators of its own, and checks."""
    id: str
    prefix: Id
    version: str
    name: Text
    summary: Text
    indicators: Sequence[Indicator] = ()
    evaluators: Sequence[Evaluator] = ()
    statements: Sequence[Statement] = ()
    checks: Sequence[Check] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        for items in (self.indicators, self.evaluators, self.statements, self.checks):
            _same_id_once(self.id, items)
        for indicator in self.indicators:
            prefix, _, name = indicator.id.partition(".")
            if prefix != self.prefix or _problem_of_id(name):
                raise DeclarationError(f"{indicator.id!r} is no id here; expected one such as {self.prefix}.beds")
            for statement in indicator.statements:
                if statement not in [known.id for known in self.statements]:
                    raise DeclarationError(f"{indicator.id} measures the statement ‘{statement}’, which is not listed")
        _same_id_once(self.id, [variable for indicator in self.indicators for variable in indicator.variables])
        _same_id_once(self.id, [register for indicator in self.indicators for register in indicator.registers])
        declared = {variable.id for indicator in self.indicators for variable in indicator.variables}
        for check in self.checks:
            prefix, _, name = check.id.partition(".")
            if prefix != self.prefix or _problem_of_id(name):
                raise DeclarationError(f"{check.id!r} is no id here; expected one such as {self.prefix}.beds_whole")
            for variable in check.variables:
                if variable.id not in declared:
                    raise DeclarationError(f"{check.id} is of ‘{variable.id}’, which no indicator declares")

    def run(self) -> None:
        """Answers the workbench until it takes leave; with the argument --check, runs the worked examples instead."""
        if "--check" in sys.argv[1:]:
            sys.exit(self.check())
        if sys.stdin.isatty():
            sys.exit("This is a plug-in of the Assessment Workbench, which starts it. To run its examples: --check")
        # What the plug-in's own code prints and reads, also before this line, must not reach answers and requests.
        answers, requests = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(0), "rb")
        os.dup2(2, 1)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)
        service = Service(self)
        for line in requests:
            try:
                answer, is_last = service.answer(line)
            except ContractFault as fault:
                print(f"the workbench sent what does not keep the contract: {fault}", file=sys.stderr)
                sys.exit(76)
            except Exception as error:
                traceback.print_tb(error.__traceback__)
                sys.exit(_place(error))
            answers.write(answer + b"\n")
            answers.flush()
            if is_last:
                break

    def check(self) -> int:
        """Runs the worked examples and prints what fails: 1 where something does, else 0."""
        service, count, findings = Service(self), 0, []  # type: Service, int, List[str]
        for item in [*self.indicators, *self.evaluators]:
            for example in item.examples:
                count += 1
                try:
                    findings += service.findings(item, example)
                except Exception as error:
                    findings.append(f"{item.id}, ‘{example.title.en}’: {_place(error)}")
            if not item.examples:
                findings.append(f"{item.id}: has no worked example")
        print("\n".join(findings + [f"{self.id}: {count} examples, {len(findings)} findings"]))
        return 1 if findings else 0


def _place(error: Exception) -> str:
    """An error with the place in the plug-in's own code, which the workbench shows as the last line."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if frame.filename != __file__] or frames
    return f"{os.path.basename(own[-1].filename)}:{own[-1].lineno}: {type(error).__name__}: {error}"


def _tell(kind: type, error: Exception, trace: Any) -> None:
    """The usual traceback, then the place in the plug-in's own code, so that it is what the workbench shows last."""
    sys.__excepthook__(kind, error, trace)  # type: ignore[arg-type]
    if error.__traceback__ is not None:
        print(_place(error), file=sys.stderr)


sys.excepthook = _tell  # type: ignore[assignment]


class ContractFault(Exception):
    """What is wrong with a message of the workbench."""


class Service:
    """The answers of a plug-in to the lines of a workbench."""

    def __init__(self, plugin: Plugin) -> None:
        self.plugin = plugin
        self.panel: Optional[Panel] = None
        self.indicators = {indicator.id: indicator for indicator in plugin.indicators}
        self.evaluators = {evaluator.id: evaluator for evaluator in plugin.evaluators}

    def answer(self, line: bytes) -> Tuple[bytes, bool]:
        """The answer to a line, without its end, and whether the workbench took leave with it."""
        try:
            request = json.loads(line.decode("utf-8"))
            message, number = request["message"], int(request["request"])
        except (ValueError, KeyError, TypeError) as error:
            raise ContractFault(f"a line is no request: {error!r}") from error
        try:
            body = self._body(message, request)
        except Refused as refusal:
            body = {"message": "refused", "problem": str(refusal)}
        written = json.dumps({"message": body.pop("message"), "request": number, **body}, ensure_ascii=False,
                             allow_nan=False, separators=(",", ":"))
        return written.encode("utf-8"), message == "goodbye"

    def _body(self, message: str, request: JSON) -> JSON:
        if message == "hello":
            if CONTRACT not in request["contracts"]:
                raise ContractFault(f"it speaks the versions {request['contracts']}; expected {CONTRACT}")
            return {"message": "hello", "contract": CONTRACT, **self.hello()}
        if message == "panel":
            self.panel = Panel(request["panel"])
            return {"message": "accepted"}
        if message == "goodbye":
            return {"message": "goodbye"}
        if message not in ("measure", "evaluate"):
            raise ContractFault(f"the message ‘{message}’ is not known")
        if self.panel is None:
            raise ContractFault(f"‘{message}’ came before any panel")
        kind, known = ("indicator", self.indicators) if message == "measure" else ("evaluator", self.evaluators)
        if request[kind] not in known:
            raise Refused(f"there is no {kind} ‘{request[kind]}’")
        if message == "measure":
            data = MeasurementData(self.panel, request)
            return {"message": "measured", **self.indicators[request[kind]]._measured(data)}
        scores = self.evaluators[request[kind]]._evaluated(ColumnInput(self.panel, request))
        return {"message": "evaluated", "values": _json(scores)}

    def hello(self) -> JSON:
        """What the plug-in says of itself."""
        def once(items: Iterable[Any]) -> List[Any]:
            return list({item.id: item for item in items}.values())

        plugin, own = self.plugin, ("id", "prefix", "version", "name", "summary")
        sections = {
            "statements": plugin.statements, "variables": once(v for i in plugin.indicators for v in i.variables),
            "registers": once(r for i in plugin.indicators for r in i.registers), "indicators": plugin.indicators,
            "evaluators": plugin.evaluators, "checks": plugin.checks}
        return {"plugin": {name: _json(getattr(plugin, name)) for name in own},
                "sections": [{"name": name, "version": 1, "items": _json(items)} for name, items in sections.items()]}

    def findings(self, item: Union[Indicator, Evaluator], example: Union[Example, ColumnExample]) -> List[str]:
        """What an example does not give, found by the messages that a workbench would send."""
        case = example._written(item)  # type: ignore[arg-type]
        if "units" not in case:
            groups, count = case["groups"], len(case["values"]) // len(case["periods"])
            case["units"] = [_json(AssessedUnit(str(unit + 1), Text.same(str(unit + 1)), groups={"group": g}))
                             for unit in range(count) for g in (groups[unit:unit + 1] or [""])]
        self.panel = Panel({"units": case["units"], "assessed": [unit["code"] for unit in case["units"]],
                            "periods": case["periods"]})
        defaults = {p.name: p._json()["default"] for p in item.parameters if p.default is not None}
        parameters = {**defaults, **case["parameters"]}
        for value in parameters.values():
            if "table" in value:
                value["rows"] = _json(NumberTable(value["table"]).numbers(self.panel))
        places = [f"{item.id}, ‘{example.title.en}’, {self.panel.unit(row).code} {self.panel.period(row)}"
                  for row in self.panel.rows]
        if isinstance(item, Indicator):
            return self._findings_measured(item, case, parameters, places)
        return self._findings_evaluated(item, case, parameters, places)

    def _findings_measured(self, item: Indicator, case: JSON, parameters: JSON, places: List[str]) -> List[str]:
        def column(variable: Variable) -> JSON:
            values, reason = case["variables"].get(variable.id), "not_submitted"
            if values is None:
                values, reason = [None] * len(places), "not_collected"
            return {"values": values, "absent": {reason: [row for row, value in enumerate(values) if value is None]}}

        answer = self._body("measure", {
            "indicator": item.id, "parameters": parameters, "registers": case["registers"],
            "variables": {variable.id: column(variable) for variable in item.variables},
            "series_breaks": case["series_breaks"]})
        measured = Column._read(answer["column"])
        findings: List[str] = []
        for place, expected, value, reason in zip(places, case["expected"], measured.values, measured.reasons):
            found = reason if value != value else value
            agrees = (reason == expected["absent"] if "absent" in expected and value != value
                      else "value" in expected and _agree(value, expected["value"]))
            if not agrees:
                findings.append(f"{place}: expected {next(iter(expected.values()))}, measured {found}")
        return findings

    def _findings_evaluated(self, item: Evaluator, case: JSON, parameters: JSON, places: List[str]) -> List[str]:
        panel = self.panel
        keys = [(panel.unit(row).groups["group"], panel.period(row)) for row in panel.rows]
        sets = list(dict.fromkeys(keys))
        references = {"units": "group:group" if case["groups"] else "all", "periods": "same",
                      "sets": [[row for row in panel.rows if keys[row] == key] for key in sets],
                      "set_of_row": [sets.index(key) for key in keys]}
        answer = self._body("evaluate", {
            "evaluator": item.id, "direction": case["direction"], "values": case["values"], "parameters": parameters,
            "targets": case.get("targets"), "references": references if item.needs_reference else None})
        return [f"{place}: expected {expected}, scored {score}"
                for place, expected, score in zip(places, _numbers(case["expected"]), _numbers(answer["values"]))
                if not _agree(score, expected, case.get("decimals"))]


def _agree(left: float, right: float, decimals: Optional[int] = None) -> bool:
    """Whether two results are both absent, or agree to so many decimals; within 1e-12 where none are given."""
    if left != left or right != right:
        return left != left and right != right
    if decimals is not None:
        return round_decimal(left, decimals) == round_decimal(right, decimals)
    return abs(left - right) <= 1e-12 * max(1, abs(right))
