public import AssessmentCore

/// Response time against a standard: full marks within the standard, a pass at the longest time that is tolerated, and
/// nothing from a limit on, along two straight lines.
///
/// score = 100 for x ≤ standard; pass + (100 − pass) · (tolerated − x) / (tolerated − standard) up to the tolerated time;
/// pass · (limit − x) / (limit − tolerated) up to the limit; 0 beyond.
/// Source: the rule of this example; the three times and the pass mark are the scheme's.
public struct ResponseTimeStandard: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "response_time_standard",
            name: BilingualText(zh: "响应时限计分", en: "Response time against a standard"),
            summary: BilingualText(
                zh: "时限内满分，至可容忍时间线性降至及格分，至极限时间线性降至零；仅用于越短越好的指标",
                en:
                    "Full marks within the standard, down to a pass at the tolerated time and to nothing at the limit; for times, of which less is better"
            ),
            source: "The rule of the elder-care example; its times are set by the scheme that uses it",
            parameters: [
                Parameter(
                    "standard", BilingualText(zh: "时限标准，不超过者满分", en: "The time within which all marks are given"),
                    .number(atLeast: 0)),
                Parameter(
                    "tolerated", BilingualText(zh: "可容忍时间，得及格分", en: "The time that still passes"),
                    .number(atLeast: 0)),
                Parameter(
                    "limit", BilingualText(zh: "极限时间，自此零分", en: "The time from which there are no marks"),
                    .number(atLeast: 0)),
                Parameter(
                    "pass", BilingualText(zh: "及格分", en: "The pass mark"), .number(atLeast: 0, atMost: 100),
                    default: .number(60)),
            ])
    }

    /// Refuses times that do not follow each other in a row of the panel.
    ///
    /// - Throws: `MethodError` that names the row.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        let names = ["standard", "tolerated", "limit"]
        let tables = names.map { parameters.numberTable($0) ?? NumberTable(lines: []) }
        for row in panel.rows {
            let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
            let times = tables.map { $0.value(unit: unit, period: period) }
            // A row that a table does not name has no score.
            guard let standard = times[0], let tolerated = times[1], let limit = times[2] else { continue }
            guard standard < tolerated, tolerated < limit else {
                let found = [standard, tolerated, limit].map { Formula.text(of: $0) }.joined(separator: ", ")
                throw MethodError(
                    "\(description.id): standard, tolerated and limit are \(found) for \(unit.code) in \(period); each "
                        + "must be longer than the one before")
            }
        }
    }

    /// The two lines.
    ///
    /// - Throws: `MethodError` where more is better: a time is shortened, not prolonged.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        guard direction == .lowerIsBetter else {
            throw MethodError(
                "\(description.id) scores times, of which less is better; write direction: lower_is_better at the "
                    + "indicator, or choose another rule")
        }
        let (value, standard) = (Formula.input("value"), Formula.input("standard"))
        let (tolerated, limit, pass) = (Formula.input("tolerated"), Formula.input("limit"), Formula.input("pass"))
        let near = pass + (100 - pass) * ((tolerated - value) / (tolerated - standard))
        let far = pass * ((limit - value) / (limit - tolerated))
        return .apply(
            .choose,
            [
                .apply(.lessOrEqual, [value, tolerated]), .apply(.minimum, [near, 100]), .apply(.maximum, [far, 0]),
            ])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        let times: [String: ParameterValue] = [
            "standard": .number(10), "tolerated": .number(20), "limit": .number(40),
        ]
        return [
            ColumnExample(
                BilingualText(zh: "标准10、容忍20、极限40分钟，及格60分", en: "10, 20 and 40 minutes with a pass of 60"),
                direction: .lowerIsBetter, values: [5, 10, 15, 20, 30, 40, 90, nil], parameters: times,
                expected: [100, 100, 80, 60, 30, 0, 0, nil]),
            ColumnExample(
                BilingualText(zh: "及格80分", en: "With a pass of 80"), direction: .lowerIsBetter, values: [15, 20, 35],
                parameters: times.merging(["pass": .number(80)]) { $1 }, expected: [90, 80, 20]),
        ]
    }
}
