internal import AssessmentCore

/// An indicator with data that it is tried on: those of a worked example, or a larger panel grown from one.
struct IndicatorTrial {
    let indicator: any Indicator
    let data: MeasurementData
    /// Where its values come from, as it stands in a finding.
    let place: String

    /// The trials of every indicator of a plug-in: each worked example, and a panel grown from each.
    static func all(of plugin: any DomainPlugin) -> [IndicatorTrial] {
        plugin.indicators.flatMap { indicator in
            indicator.description.examples.flatMap { example in
                [
                    IndicatorTrial(indicator, example, place: "in ‘\(example.title.en)’"),
                    IndicatorTrial(indicator, example.grown(), place: "in a panel grown from ‘\(example.title.en)’"),
                ]
            }
        }
    }

    private init(_ indicator: any Indicator, _ example: IndicatorExample, place: String) {
        self.indicator = indicator
        data = example.data(for: indicator.description)
        self.place = place
    }

    /// The description of the indicator.
    var description: IndicatorDescription { indicator.description }

    /// A finding about the indicator.
    func finding(_ text: String) -> Finding { Finding(description.id, "\(place): \(text)") }

    /// A finding about a row.
    func finding(_ text: String, row: Int) -> Finding {
        Finding(
            description.id,
            "\(place), \(data.panel.unit(ofRow: row).code) \(data.panel.period(ofRow: row)): \(text)")
    }

    /// The measurement of the data as they are; nothing where the indicator throws or has another number of rows, which
    /// ``ConformanceRule/columns`` tells.
    func measured() async -> IndicatorMeasurement? {
        guard let measurement = try? await indicator.measure(data), isWhole(measurement) else { return nil }
        return measurement
    }

    /// The measurement of changed data, or the finding that there is none.
    ///
    /// - Parameter circumstance: what was changed, as it follows the place in a finding.
    func measured(_ changed: MeasurementData, _ circumstance: String) async -> Result<IndicatorMeasurement, Fault> {
        do {
            let measurement = try await indicator.measure(changed)
            guard isWhole(measurement) else {
                return .failure(Fault(finding: finding("\(circumstance), it has another number of rows")))
            }
            return .success(measurement)
        } catch {
            return .failure(Fault(finding: finding("\(circumstance), it stops with ‘\(error)’")))
        }
    }

    /// Why there is no measurement.
    struct Fault: Error {
        let finding: Finding
    }

    private func isWhole(_ measurement: IndicatorMeasurement) -> Bool {
        if case .listed(let rows) = measurement.evidence, rows.count != data.panel.rowCount { return false }
        return measurement.column.count == data.panel.rowCount
    }
}
