import AssessmentCore
import AssessmentTesting
import Testing

@Suite("Rules of what is measured")
struct MeasurementRulesTests {
    private let grown = "in a panel grown from ‘1 of 4’"

    @Test("Evidence outside the panel, of another number of rows or of what is not declared is told")
    func evidence() async {
        let cases: [(IndicatorMeasurement.Evidence, String)] = [
            (.listed([]), "1 rows, but evidence of 0"),
            (.listed([[.variable("part", row: 1)]]), "its evidence names row 1 of ‘part’, outside the panel"),
            (.listed([[.variable("other", row: 0)]]), "its evidence names ‘other’, which it does not declare"),
            (.listed([[.part("part", row: 0)]]), "its evidence names row 0 of ‘part’ of units that are not there"),
            (
                .listed([[.registerEntry(register: "list", position: 0)]]),
                "its evidence names ‘list’, which it does not declare"
            ),
            (.formula(.input("other")), "its evidence is a formula of ‘other’, which it does not declare"),
        ]
        for (evidence, text) in cases {
            let plugin = TrialPlugin.measuring { data in
                guard data.panel.rowCount == 1 else { return try .share(data) }
                return IndicatorMeasurement(column: Column(measured: [25]), evidence: evidence)
            }
            #expect(
                await ConformanceRule.columns.findings(in: plugin).lines == ["trial.share: in ‘1 of 4’: \(text)"])
        }
    }

    @Test("A value that depends on where its unit stands is told")
    func order() async {
        let plugin = TrialPlugin.measuring { data in
            .numbers(data.panel.rows.map { Double($0 % data.panel.units.count + 1) })
        }
        #expect(
            await ConformanceRule.order.findings(in: plugin).lines
                == ["trial.share: \(grown), 340100 2018: with the units in another order, 1.0 becomes 7.0"])
    }

    @Test("A note or evidence that does not go with its unit is told")
    func orderOfNotesAndEvidence() async {
        let noting = TrialPlugin.measuring { data in
            var measurement = try IndicatorMeasurement.share(data)
            var column = measurement.column
            if let value = column[0] { column.measure(value, note: BilingualText(same: "first"), at: 0) }
            measurement = IndicatorMeasurement(column: column, evidence: measurement.evidence)
            return measurement
        }
        #expect(
            await ConformanceRule.order.findings(in: noting).lines
                == ["trial.share: \(grown), 340100 2018: with the units in another order, its note changes"])
        let pointing = TrialPlugin.measuring { data in
            IndicatorMeasurement(
                column: try IndicatorMeasurement.share(data).column,
                evidence: .listed(data.panel.rows.map { _ in [.variable("part", row: 0)] }))
        }
        #expect(
            await ConformanceRule.order.findings(in: pointing).lines
                == ["trial.share: \(grown), 340100 2018: with the units in another order, its evidence changes"])
    }

    @Test("An answer that changes from call to call is told")
    func again() async {
        let counter = Counter()
        let plugin = TrialPlugin.measuring { data in
            let call = counter.next()
            return .numbers(data.panel.rows.map { _ in Double(call) })
        }
        #expect(
            await ConformanceRule.order.findings(in: plugin).lines.first
                == "trial.share: in ‘1 of 4’, 340100 2020: asked again, 1.0 becomes 2.0")
    }

    @Test("A value made of nothing, and a reason other than that of the data, are told")
    func missing() async {
        let zeros = TrialPlugin.measuring { data in
            .numbers(data.panel.rows.map { (data.column(TrialPlugin.part)[$0] ?? 0) })
        }
        #expect(
            await ConformanceRule.missingValues.findings(in: zeros).lines == [
                "trial.share: in ‘1 of 4’, 340100 2020: every variable is missing, and yet it gives 0.0",
                "trial.share: \(grown), 340100 2018: every variable is missing, and yet it gives 0.0",
            ])
        let renamed = TrialPlugin.measuring { data in
            let measurement = try IndicatorMeasurement.share(data)
            var column = measurement.column
            for row in data.panel.rows where column[row] == nil { column.leaveOut(.notSubmitted, at: row) }
            return IndicatorMeasurement(column: column, evidence: measurement.evidence)
        }
        #expect(
            await ConformanceRule.missingValues.findings(in: renamed).lines.first
                == "trial.share: in ‘1 of 4’, 340100 2020: every variable is missing as falsified, but the reason is "
                + "not_submitted")
    }

    @Test("A gap that changes a row which does not rest on it is told")
    func gapElsewhere() async {
        let plugin = TrialPlugin.measuring { data in
            let total = data.panel.rows.reduce(0) { $0 + (data.column(TrialPlugin.whole)[$1] ?? 0) }
            var column = Column(count: data.panel.rowCount, absent: .falsified)
            for row in data.panel.rows {
                if let part = data.column(TrialPlugin.part)[row] { column.measure(part / total, at: row) }
            }
            return IndicatorMeasurement(
                column: column, evidence: .listed(data.panel.rows.map { [.variable("part", row: $0)] }))
        }
        let findings = await ConformanceRule.missingValues.findings(in: plugin).lines
        #expect(findings.count == 2)
        #expect(findings.first?.hasPrefix("trial.share: in ‘1 of 4’, 340100 2020: 0.25 becomes outside_domain") == true)
        #expect(
            findings.first?.hasSuffix("without ‘whole’ of 340100 2020, which is not in its evidence") == true)
    }

    @Test("A register that nobody handed in is not a count of zero")
    func registers() async {
        let list = RegisterDescription(
            id: "list", name: BilingualText(zh: "名录", en: "List"), definition: BilingualText(zh: "名录", en: "List"),
            keptBy: BilingualText(zh: "局", en: "bureau"))
        let example = IndicatorExample(
            BilingualText(zh: "一条", en: "one entry"),
            registers: ["list": [.example("甲", from: "2019-01-01")]], expected: [.value(1)])
        let description = TrialPlugin.description(variables: [], registers: [list], examples: [example])
        let zero = TrialPlugin.measuring(description) { data in
            .init(
                column: Column(measured: data.panel.rows.map { _ in Double(data.registers["list"]?.count ?? 0) }),
                evidence: .listed(data.panel.rows.map { _ in [] }))
        }
        #expect(
            await ConformanceRule.missingValues.findings(in: zero).lines.first
                == "trial.share: in ‘one entry’, 340100 2020: without its registers it gives 0.0; expected not_collected"
        )
        let sound = TrialPlugin(indicators: [RegisterIndicator(description)])
        #expect(await ConformanceRule.missingValues.findings(in: sound).lines == [])
    }

    @Test("An indicator that stops where a value is missing is told with its message")
    func stopping() async {
        let plugin = TrialPlugin.measuring { data in
            if data.column(TrialPlugin.part).reasons.contains(.falsified) { throw IndicatorError("no part") }
            return try .share(data)
        }
        #expect(
            await ConformanceRule.missingValues.findings(in: plugin).lines.first
                == "trial.share: in ‘1 of 4’: where every variable of a unit is missing, it stops with ‘no part’")
    }

    @Test("A declared variable that no example depends on is told")
    func idle() async {
        let description = TrialPlugin.description(variables: [TrialPlugin.part, TrialPlugin.whole, .residentPopulation])
        #expect(
            await ConformanceRule.declaredInputs.findings(in: TrialPlugin(indicators: [TrialPlugin.share(description)]))
                .lines == ["trial.share: no example depends on ‘resident_population’"])
    }

    @Test("A variable that is read without being declared is told by its name")
    func undeclared() async {
        let reading = TrialIndicator(
            description: TrialPlugin.description(id: "trial.reading", variables: [TrialPlugin.part]),
            body: { data in
                .numbers(data.panel.rows.map { 25 * (data.column(TrialPlugin.part)[$0] ?? .nan) }).with(
                    note: data.variables["whole"] == nil ? "alone" : "together")
            })
        #expect(
            await ConformanceRule.declaredInputs.findings(
                in: TrialPlugin(indicators: [TrialPlugin.share(), reading])
            ).lines == ["trial.reading: reads ‘whole’ and does not declare it"])
    }
}

extension IndicatorMeasurement {
    /// The measurement with a note on its first row.
    fileprivate func with(note: String) -> IndicatorMeasurement {
        var column = column
        if let value = column[0] { column.measure(value, note: BilingualText(same: note), at: 0) }
        return IndicatorMeasurement(column: column, evidence: evidence)
    }
}

/// Counts calls, which no indicator must.
private final class Counter: @unchecked Sendable {
    private var calls = 0

    func next() -> Int {
        calls += 1
        return calls
    }
}
