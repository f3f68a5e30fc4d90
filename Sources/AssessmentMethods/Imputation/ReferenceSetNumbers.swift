internal import AssessmentCore

extension ColumnInput {
    /// The reference sets, which a method that takes a statistic cannot do without.
    ///
    /// - Throws: `MethodError` where there are none.
    func requiredReferences(by method: String) throws -> ReferenceSets {
        guard let references else {
            throw MethodError(
                "\(method): it takes a statistic over a reference set, and none is named; name one by ‘reference’")
        }
        return references
    }
}

extension ReferenceSets {
    /// The numbers of one set in a column, in the order of its rows, without those that are missing.
    ///
    /// - Parameter offset: where the column begins.
    func numbers(ofSet set: Int, in values: [Double], from offset: Int = 0) -> [Double] {
        guard members.indices.contains(set) else { return [] }
        var numbers: [Double] = []
        numbers.reserveCapacity(members[set].count)
        for row in members[set] {
            let index = offset + row
            if values.indices.contains(index), values[index].isFinite { numbers.append(values[index]) }
        }
        return numbers
    }

    /// One set in words, such as ‘all units in 2020’.
    func name(ofSet set: Int, panel: Panel) -> BilingualText {
        guard let row = setOfRow.firstIndex(of: set) else { return scope.name }
        let unit = panel.unit(ofRow: row)
        let units =
            switch scope.units {
            case .all: BilingualText(zh: "全部单位", en: "all units")
            case .peerGroup:
                BilingualText(zh: "\(unit.name.zh)所在组", en: "the peer group of \(unit.name.en)")
            case .group(let name):
                BilingualText(
                    zh: "“\(name)”为\(unit.groups[name] ?? "空")的单位",
                    en: "the units of \(name) \(unit.groups[name] ?? "none")")
            }
        switch scope.periods {
        case .all:
            guard panel.periods.count > 1 else { return units }
            return BilingualText(zh: "各时期\(units.zh)", en: "\(units.en) in all periods")
        case .same:
            let period = panel.period(ofRow: row)
            return BilingualText(zh: "\(period)年\(units.zh)", en: "\(units.en) in \(period)")
        case .only(let period): return BilingualText(zh: "\(period)年\(units.zh)", en: "\(units.en) in \(period)")
        }
    }
}
