import AssessmentCore

/// A plug-in with one of everything that the contract carries. Tests/PythonKit/care_plugin.py declares the same in Python.
struct CarePlugin: DomainPlugin {
    static let beds = variable("care_beds", zh: "养老床位数", en: "Beds for the elderly")
    static let smart = variable("smart_beds", zh: "智慧床位数", en: "Smart beds")
    static let visits = variable("home_visits", zh: "上门服务次数", en: "Home visits")
    static let wait = variable("waiting_days", zh: "轮候天数", en: "Days of waiting", carrying: .missing)
    static let homes = RegisterDescription(
        id: "care_homes", name: BilingualText(zh: "智慧养老院名录", en: "Register of smart care homes"),
        definition: BilingualText(zh: "民政部门认定的智慧养老院", en: "Care homes recognised by civil affairs"),
        fields: [
            RegisterDescription.Field(
                id: "stars", name: BilingualText(zh: "星级", en: "Stars"), accepted: ["3", "4", "5"],
                names: ["5": BilingualText(zh: "五星", en: "Five stars")], isRequired: false)
        ], keptBy: civilAffairs)
    static let scale = Parameter(
        "scale", BilingualText(zh: "折算系数", en: "Scale"), .number(atLeast: 0), default: .number(1))

    private static let civilAffairs = BilingualText(zh: "民政局", en: "Civil affairs bureau")

    private static func variable(
        _ id: String, zh: String, en: String, carrying: Variable.Carrying = .sum
    ) -> Variable {
        Variable(
            id: id, name: BilingualText(zh: zh, en: en),
            definition: BilingualText(zh: "年末\(zh)", en: "\(en) at the end of the year"), unitOfMeasure: .count,
            carrying: carrying, reportedBy: civilAffairs)
    }

    let description = PluginDescription(
        id: "CarePlugin", prefix: "care", version: "1.0.0", name: BilingualText(zh: "养老", en: "Elder care"),
        summary: BilingualText(zh: "居家与机构养老", en: "Care at home and in homes"))
    let statements = [
        PolicyStatement(
            id: "C1", clause: "二（五）", kind: .target, text: BilingualText(zh: "智慧养老床位过半", en: "Half the beds are smart"),
            target: BilingualText(same: "50%"), deadline: CalendarDate("2020-12-31"), strength: .bestEffort)
    ]
    let evaluators: [any Evaluator] = [CareAttainment(), CareDistance()]
    let checks = [
        DataCheck.range(of: wait, atLeast: 0, atMost: 3650, "care"), .count(beds, "care"),
        DataCheck(
            id: "care.visits_required", name: BilingualText(zh: "须报上门服务次数", en: "Visits must be reported"),
            .required("home_visits"), severity: .note),
        .part(smart, of: beds, "care"),
        DataCheck(
            id: "care.beds_add_up", name: BilingualText(zh: "床位合计", en: "Beds add up"),
            .identity(.variable(smart) + .variable(visits), .variable(beds), tolerance: 0.01),
            question: BilingualText(zh: "请核对。", en: "Please check."), severity: .warning),
    ]

    var indicators: [any Indicator] {
        [
            formula(
                "care.smart_share", .share(Self.smart, of: Self.beds),
                [
                    IndicatorExample(
                        BilingualText(zh: "两年", en: "Two years"), periods: [Period(year: 2019), Period(year: 2020)],
                        variables: ["smart_beds": [30, nil], "care_beds": [40, 50]],
                        expected: [.value(75), .absent(.notSubmitted)])
                ]),
            formula("care.beds_per_resident", .rate(Self.beds, per: 10, of: .residentPopulation)),
            formula("care.growth", .growth(Self.visits)),
            formula("care.balance", .balance([.variable(Self.beds), .variable(Self.smart), .variable(Self.visits)])),
            formula("care.scaled", .input("scale") * .variable(Self.beds) / .lag(.variable(Self.smart), periods: 2)),
            formula(
                "care.shape",
                .apply(
                    .choose,
                    [
                        .apply(.less, [.variable(Self.wait), 10]),
                        .apply(.power, [.variable(Self.wait), 0.5]) - .apply(.exp, [.variable(Self.wait) / 7]),
                        .apply(.round, [.apply(.ln, [.variable(Self.wait) - 12]) * 100, 1]),
                    ])),
            RegisterIndicator(
                describe("care.homes", registers: [Self.homes]),
                rule: RegisterIndicator.Rule { $0.fields["stars"] != "3" }),
            RegisterIndicator(
                describe("care.homes_gained", registers: [Self.homes], parameters: [RegisterIndicator.baseYear]),
                rule: RegisterIndicator.Rule(countsIncrease: true)),
            CareWaiting(),
        ]
    }

    private func formula(_ id: String, _ formula: Formula, _ examples: [IndicatorExample] = []) -> FormulaIndicator {
        let read = Set(formula.inputs)
        return FormulaIndicator(
            describe(
                id,
                variables: [Self.beds, Self.smart, Self.visits, Self.wait, .residentPopulation].filter {
                    read.contains($0.id)
                }, parameters: read.contains("scale") ? [Self.scale] : [], examples: examples), formula: formula)
    }
}

func describe(
    _ id: String, variables: [Variable] = [], registers: [RegisterDescription] = [], parameters: [Parameter] = [],
    examples: [IndicatorExample] = []
) -> IndicatorDescription {
    IndicatorDescription(
        id: id, name: BilingualText(zh: "指标", en: "Indicator"), definition: BilingualText(zh: "定义", en: "Definition"),
        rationale: BilingualText(zh: "理由", en: "Rationale"), unitOfMeasure: .percent, statements: ["C1"],
        variables: variables, registers: registers, parameters: parameters, examples: examples)
}

/// The wait in the row, or in the year before where nothing was submitted: code of its own, with references.
struct CareWaiting: Indicator {
    let description = describe("care.waiting", variables: [CarePlugin.wait])

    func measure(_ data: MeasurementData) -> IndicatorMeasurement {
        let wait = data.column(CarePlugin.wait)
        var column = Column(count: wait.count, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: wait.count)
        for row in data.panel.rows {
            if let value = wait[row] {
                column.measure(value, note: BilingualText(zh: "当年", en: "own year"), at: row)
                references[row] = [.variable("waiting_days", row: row)]
            } else if let earlier = data.panel.row(row, yearsBefore: 1), let value = wait[earlier] {
                column.impute(value, because: wait.reasons[row], at: row)
                references[row] = [.variable("waiting_days", row: earlier)]
            } else if let reason = wait.reasons[row] {
                column.leaveOut(reason, at: row)
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }
}

/// The share of a target, up to full marks.
struct CareAttainment: Evaluator {
    let description = MethodDescription(
        id: "care_attainment", name: BilingualText(zh: "达标率", en: "Attainment"),
        summary: BilingualText(zh: "实际值与目标之比", en: "The value against its target"), source: "none",
        formula: "min(full · value / target, full)",
        parameters: [
            Parameter("full", BilingualText(zh: "满分", en: "Full marks"), .number(atLeast: 1), default: .number(100))
        ])
    let targets = TargetRequirement.positive
    let examples = [
        ColumnExample(
            BilingualText(zh: "两个单位", en: "Two units"), values: [20, nil], targets: [40, 40], expected: [50, nil])
    ]

    func prepare(_ input: ColumnInput) -> any ColumnKernel {
        let targets = input.targets ?? []
        let full = input.parameters.numberTable("full")?.numbers(for: input.panel) ?? []
        let isHigherBetter = input.direction == .higherIsBetter
        return ArrayKernel(rowCount: input.panel.rowCount) { values in
            values.indices.map { row in
                guard !values[row].isNaN, !targets[row].isNaN, isHigherBetter || values[row] != 0 else { return .nan }
                let ratio = isHigherBetter ? values[row] / targets[row] : targets[row] / values[row]
                return min(full[row] * ratio, full[row])
            }
        }
    }
}

/// The distance from the mean of the reference set.
struct CareDistance: Evaluator {
    let description = MethodDescription(
        id: "care_distance", name: BilingualText(zh: "离均差", en: "Distance from the mean"),
        summary: BilingualText(zh: "与参照组均值之差", en: "The value less the mean of its reference set"), source: "none",
        formula: "value − mean(value)")
    let needsReference = true
    let keepsDirection = true
    let examples = [
        ColumnExample(
            BilingualText(zh: "两组", en: "Two groups"), values: [1, 3, 5, 9], groups: ["a", "a", "b", "b"],
            expected: [-1, 1, -2, 2], decimals: 6)
    ]

    func prepare(_ input: ColumnInput) -> any ColumnKernel {
        let references = input.references
        return ArrayKernel(rowCount: input.panel.rowCount) { values in
            guard let references else { return [] }
            let means = references.members.map { rows in
                let present = rows.map { values[$0] }.filter { !$0.isNaN }
                return present.reduce(0, +) / Double(present.count)
            }
            return values.indices.map { values[$0] - means[references.setOfRow[$0]] }
        }
    }
}
