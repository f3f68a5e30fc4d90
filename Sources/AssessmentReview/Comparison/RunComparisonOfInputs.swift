internal import AssessmentCore
internal import AssessmentExporters

/// What went into the two runs.
extension RunComparison {
    /// The files whose bytes are not the same, in the order of reading.
    static func inputs(_ before: LedgerSide, _ after: LedgerSide) -> [RunDifference.Input] {
        changes(
            before.document.manifest.inputs.map { ($0.file, $0.sha256) },
            after.document.manifest.inputs.map { ($0.file, $0.sha256) })
    }

    /// The workbench, the platform and the plug-ins that are not the same.
    static func programs(_ before: LedgerSide, _ after: LedgerSide) -> [RunDifference.Input] {
        func versions(_ side: LedgerSide) -> [(String, String)] {
            let manifest = side.document.manifest
            return [("workbench", manifest.workbench), ("platform", manifest.platform)]
                + manifest.plugins.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
                + (manifest.processes ?? []).map { ("\($0.plugin) (process)", $0.sha256) }
                + (manifest.queries ?? []).map { ("\($0.result) (engine)", "\($0.engine) \($0.version)") }
        }
        return changes(versions(before), versions(after))
    }

    private static func changes(_ before: [(String, String)], _ after: [(String, String)]) -> [RunDifference.Input] {
        let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
        let names = after.map(\.0) + before.map(\.0).filter { new[$0] == nil }
        return names.filter { old[$0] != new[$0] }.map {
            RunDifference.Input(name: $0, before: old[$0], after: new[$0])
        }
    }

    /// The units that changed: those of the later run in listed order, then those that only the earlier one has.
    func units() -> [RunDifference.Unit] {
        let old = Dictionary(before.ledger.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.ledger.units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        return (after.ledger.units + before.ledger.units.filter { new[$0.code] == nil }).compactMap { unit in
            var fields: [RunDifference.Field] = []
            if let old = old[unit.code], let new = new[unit.code] {
                fields = [
                    field("name", text(old.name), text(new.name)), field("level", old.level, new.level),
                    field("peer_group", old.group, new.group),
                ].compactMap(\.self)
                if fields.isEmpty { return nil }
            }
            return RunDifference.Unit(
                code: unit.code, name: unit.name, fields: fields, isBefore: old[unit.code] != nil,
                isAfter: new[unit.code] != nil)
        }
    }

    /// The nodes that changed: those of the later run in order, then those that only the earlier one has.
    func nodes() -> [RunDifference.Node] {
        let old = Dictionary(before.ledger.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after.ledger.nodes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return (after.ledger.nodes + before.ledger.nodes.filter { new[$0.id] == nil }).compactMap { node in
            var fields: [RunDifference.Field] = []
            if let old = old[node.id], let new = new[node.id] {
                fields = [
                    field("parent", old.parent, new.parent), field("weight", number(old.weight), number(new.weight)),
                    field("bonus", number(old.bonus), number(new.bonus)),
                    field("indicator", old.indicator, new.indicator), field("direction", old.direction, new.direction),
                    field("unitOfMeasure", old.unitOfMeasure.map(text), new.unitOfMeasure.map(text)),
                    field("name", text(old.name), text(new.name)),
                ].compactMap(\.self)
                if fields.isEmpty { return nil }
            }
            return RunDifference.Node(
                id: node.id, name: node.name, fields: fields, isBefore: old[node.id] != nil,
                isAfter: new[node.id] != nil)
        }
    }

    private func field(_ name: String, _ before: String?, _ after: String?) -> RunDifference.Field? {
        before == after ? nil : RunDifference.Field(name: name, before: before, after: after)
    }

    private func number(_ number: Double?) -> String? { number.map { Formula.text(of: $0) } }

    private func text(_ text: BilingualText) -> String { text.zh == text.en ? text.zh : "\(text.zh) / \(text.en)" }
}
