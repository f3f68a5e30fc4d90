internal import AssessmentCore

extension IndicatorExample {
    /// The example on a panel of at least seven units and three periods.
    ///
    /// What the example holds stays as it is. Units are added as copies of its own, periods before its first; their
    /// values vary those of the example downwards, so that a share of at most 100 stays one, whole numbers stay whole,
    /// and what was not submitted is not submitted. Two in three of the register entries of a unit are repeated under
    /// each of its copies. The same example always grows into the same panel.
    func grown() -> IndicatorExample {
        let panel = Panel(units: units, periods: periods)
        guard panel.rowCount > 0 else { return self }
        var generator = SplitMix64(seed: 2018)
        let grownUnits = grownUnits()
        var years = panel.periods
        while years.count < 3, let first = years.first { years.insert(Period(year: first.year - 1), at: 0) }
        let added = years.count - panel.periods.count
        // One factor a row for all variables keeps their ratios near those of the example.
        let factors = (0..<grownUnits.count * years.count).map { _ in Double.random(in: 0.6...1, using: &generator) }
        var grownVariables: [String: [Double?]] = [:]
        for (id, values) in variables.sorted(by: { $0.key < $1.key }) {
            grownVariables[id] = factors.indices.map { row in
                let (period, unit) = (row / grownUnits.count, row % grownUnits.count)
                let source = max(0, period - added) * units.count + unit % units.count
                let variation = Double.random(in: 0.9...1, using: &generator)
                guard values.indices.contains(source), let value = values[source] else { return nil }
                guard unit >= units.count || period < added else { return value }
                let varied = value * factors[row] * variation
                return value == value.rounded() ? varied.rounded() : varied
            }
        }
        var grownRegisters = registers
        for (id, entries) in registers.sorted(by: { $0.key < $1.key }) {
            for (index, unit) in grownUnits.enumerated().dropFirst(units.count) {
                for entry in entries where entry.unit == units[index % units.count].code {
                    guard Int.random(in: 0..<3, using: &generator) > 0 else { continue }
                    var copy = entry
                    copy.unit = unit.code
                    copy.name += " \(unit.code)"
                    grownRegisters[id]?.append(copy)
                }
            }
        }
        return IndicatorExample(
            title, units: grownUnits, periods: years, variables: grownVariables, registers: grownRegisters,
            parameters: parameters, seriesBreaks: seriesBreaks, expected: [])
    }

    /// The units with copies of them up to seven, each under a code of its own that looks like that of its original.
    private func grownUnits() -> [AssessedUnit] {
        var taken = Set(units.map(\.code) + units.compactMap(\.parent) + units.compactMap(\.successor))
        taken.formUnion(registers.values.joined().map(\.unit))
        for case .units(let codes) in parameters.values { taken.formUnion(codes) }
        var grown = units
        while grown.count < 7 {
            let original = units[grown.count % units.count]
            var number = 1
            var code = original.code
            while taken.contains(code) {
                code =
                    Int(original.code).map { padded($0 &+ number, as: original.code) }
                    ?? "\(original.code)-\(number)"
                number += 1
            }
            taken.insert(code)
            grown.append(
                AssessedUnit(
                    code: code, name: BilingualText(zh: original.name.zh + code, en: "\(original.name.en) \(code)"),
                    level: original.level, kind: original.kind, parent: original.parent, validity: original.validity,
                    classes: original.classes, groups: original.groups))
        }
        return grown
    }

    /// A number with as many digits as a code.
    private func padded(_ number: Int, as code: String) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, code.count - digits.count)) + digits
    }
}
