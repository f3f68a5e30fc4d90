import AssessmentCore

/// How reliably requests are answered in time, the classes of service weighted by their urgency.
///
/// value = 100 · Σ w · (answered in time / requests) / Σ w over the classes that had a request. It is code and not a
/// formula for what it says about a row: which class lags behind, which had no request, and why a report is refused.
struct ResponseAttainment: Indicator {
    private static let classWeights = Parameter(
        "class_weights",
        BilingualText(
            zh: "各类服务的权重：emergency紧急救助、medical上门医护、daily生活照料",
            en: "The weights of the classes: emergency, medical and daily"),
        .numbersByName, default: .numbersByName(["emergency": 5, "medical": 3, "daily": 2]))

    var description: IndicatorDescription {
        IndicatorDescription(
            id: "eldercare.response_attainment",
            name: BilingualText(zh: "服务请求按时响应率", en: "Requests answered in time"),
            definition: BilingualText(
                zh: "紧急救助、上门医护、生活照料三类请求按时响应率的加权平均（默认5∶3∶2）；当年没有请求的类别，权重由其余类别分担",
                en:
                    "The mean of the shares of emergency help, medical visits and daily help that came in time, weighted "
                    + "5 to 3 to 2 unless told otherwise; classes without a request hand their weight to the others"),
            rationale: BilingualText(
                zh: "政策要求提升智能服务水平；按类加权，大量生活照料不能掩盖紧急救助的延误",
                en: "The policy wants better smart services; weighted by class, much daily help cannot hide that "
                    + "emergency help comes late"),
            unitOfMeasure: .percent,
            statements: ["EC3"],
            variables: ServiceClass.allCases.flatMap { [$0.requests, $0.answeredInTime] },
            parameters: [Self.classWeights],
            examples: examples)
    }

    /// Measures the rows whose reports are complete and possible.
    ///
    /// - Throws: ``IndicatorError`` where the weights name another class, or are not numbers from 0 on with a sum above 0.
    func measure(_ data: MeasurementData) throws -> IndicatorMeasurement {
        let weights = try weights(data.parameters)
        var column = Column(count: data.panel.rowCount, absent: .notCollected)
        var references = [[IndicatorMeasurement.Reference]](repeating: [], count: data.panel.rowCount)
        for row in data.panel.rows {
            let counts = ServiceClass.allCases.map { RequestCounts($0, data, row: row) }
            references[row] = description.variables.map { .variable($0.id, row: row) }
            if let gap = counts.lazy.compactMap(\.gap).first {
                column.leaveOut(gap.reason, note: gap.note, at: row)
            } else if let contradiction = counts.lazy.compactMap(\.contradiction).first {
                column.leaveOut(.refused, note: contradiction, at: row)
            } else {
                measure(counts, weights, into: &column, row: row)
            }
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private func measure(
        _ counts: [RequestCounts], _ weights: [ServiceClass: Double], into column: inout Column, row: Int
    ) {
        let asked = counts.filter { $0.requests > 0 && (weights[$0.serviceClass] ?? 0) > 0 }
        guard let least = asked.min(by: { $0.share < $1.share }) else {
            column.leaveOut(.zeroDenominator, note: Self.noRequest, at: row)
            return
        }
        let total = asked.reduce(0) { $0 + (weights[$1.serviceClass] ?? 0) }
        let sum = asked.reduce(0) { $0 + (weights[$1.serviceClass] ?? 0) * $1.share }
        let unasked = counts.filter { $0.requests == 0 }.map(\.serviceClass.name)
        var notes: [BilingualText] = []
        if least.share < 1 { notes.append(Self.note(onLeast: least)) }
        if !unasked.isEmpty { notes.append(Self.note(on: unasked)) }
        let note = notes.isEmpty ? nil : BilingualText.joined(notes)
        if counts.contains(where: \.isImputed) {
            column.impute(100 * sum / total, because: nil, note: note, at: row)
        } else {
            column.measure(100 * sum / total, note: note, at: row)
        }
    }

    /// The weight of each class.
    private func weights(_ parameters: ParameterValues) throws -> [ServiceClass: Double] {
        var weights: [ServiceClass: Double] = [:]
        for (name, weight) in parameters.numbersByName(Self.classWeights.name) ?? [:] {
            guard let serviceClass = ServiceClass(rawValue: name) else {
                let known = ServiceClass.allCases.map(\.rawValue)
                let suggestion = nearestMatch(to: name, among: known).map { "; did you mean ‘\($0)’?" } ?? ""
                throw IndicatorError(
                    "\(description.id): class_weights names ‘\(name)’; expected \(known.joined(separator: ", "))"
                        + suggestion)
            }
            guard weight >= 0, weight.isFinite else {
                throw IndicatorError(
                    "\(description.id): class_weights gives ‘\(name)’ \(Formula.text(of: weight)); expected a number "
                        + "from 0 on")
            }
            weights[serviceClass] = weight
        }
        guard weights.values.contains(where: { $0 > 0 }) else {
            throw IndicatorError("\(description.id): class_weights gives no class a weight; one above 0 is needed")
        }
        return weights
    }

    private static let noRequest = BilingualText(zh: "全年没有服务请求", en: "no request in the year")

    private static func note(onLeast counts: RequestCounts) -> BilingualText {
        let share = DecimalRounding.text(100 * counts.share, decimals: 1)
        return BilingualText(
            zh: "最低类别：\(counts.serviceClass.name.zh)，\(share)%",
            en: "lowest class: \(counts.serviceClass.name.en), \(share) %")
    }

    private static func note(on unasked: [BilingualText]) -> BilingualText {
        BilingualText(
            zh: "没有请求的类别：" + unasked.map(\.zh).joined(separator: "、"),
            en: "no request: " + unasked.map(\.en).joined(separator: ", "))
    }
}

extension BilingualText {
    /// Several remarks as one.
    fileprivate static func joined(_ remarks: [BilingualText]) -> BilingualText {
        BilingualText(
            zh: remarks.map(\.zh).joined(separator: "；"), en: remarks.map(\.en).joined(separator: "; "))
    }
}

extension ResponseAttainment {
    private var examples: [IndicatorExample] {
        [
            IndicatorExample(
                BilingualText(
                    zh: "80%、90%、100%按5∶3∶2加权", en: "80, 90 and 100 per cent weighted 5 to 3 to 2"),
                variables: Self.reports(emergency: (400, 320), medical: (1_000, 900), daily: (8_000, 8_000)),
                expected: [.value(87)]),
            IndicatorExample(
                BilingualText(
                    zh: "没有上门医护请求，权重由其余两类分担", en: "Without a request for medical visits the others share the weight"),
                variables: Self.reports(emergency: (400, 320), medical: (0, 0), daily: (8_000, 8_000)),
                expected: [.value(600.0 / 7)]),
            IndicatorExample(
                BilingualText(zh: "只看紧急救助", en: "Emergencies alone"),
                variables: Self.reports(emergency: (400, 320), medical: (1_000, 900), daily: (8_000, 8_000)),
                parameters: [Self.classWeights.name: .numbersByName(["emergency": 1])], expected: [.value(80)]),
            IndicatorExample(
                BilingualText(zh: "按时响应多于请求，不采纳", en: "More answered than asked is refused"),
                variables: Self.reports(emergency: (400, 420), medical: (1_000, 900), daily: (8_000, 8_000)),
                expected: [.absent(.refused)]),
            IndicatorExample(
                BilingualText(zh: "全年没有请求的不适用", en: "Without any request there is nothing to answer"),
                variables: Self.reports(emergency: (0, 0), medical: (0, 0), daily: (0, 0)),
                expected: [.absent(.zeroDenominator)]),
            IndicatorExample(
                BilingualText(zh: "一项未报送", en: "One figure was not submitted"),
                variables: Self.reports(emergency: (400, nil), medical: (1_000, 900), daily: (8_000, 8_000)),
                expected: [.absent(.notSubmitted)]),
        ]
    }

    private static func reports(
        emergency: (Double?, Double?), medical: (Double?, Double?), daily: (Double?, Double?)
    ) -> [String: [Double?]] {
        let figures = [emergency, medical, daily]
        return Dictionary(
            uniqueKeysWithValues: zip(ServiceClass.allCases, figures).flatMap { serviceClass, figures in
                [(serviceClass.requests.id, [figures.0]), (serviceClass.answeredInTime.id, [figures.1])]
            })
    }
}
