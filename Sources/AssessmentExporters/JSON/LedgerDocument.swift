public import AssessmentCore

/// The ledger as it stands in result.json.
public struct LedgerDocument: Encodable {
    struct Unit: Encodable {
        let code: String
        let name: BilingualText
        let level: String
        let group: String
    }

    struct Node: Encodable {
        let id: String
        let name: BilingualText
        let parent: String?
        let indicator: String?
        let direction: String?
        let unitOfMeasure: BilingualText?
        let weight: Double?
        let bonus: Double?
    }

    struct Entry: Encodable {
        let node: String
        let step: String
        /// One a row; null where there is no number.
        let values: [Double?]
        /// The state of each row.
        let states: [String]
        /// The reasons, by row.
        let reasons: [String: String]
        let notes: [String: BilingualText]
        let measuredShares: [Double?]?
        let detail: LedgerDetailDocument
    }

    let assessment: String
    let kind: String
    let title: BilingualText
    let basis: String
    let notice: BilingualText?
    let period: String
    /// Rows run through the units of the first period, then of the next.
    let periods: [String]
    let units: [Unit]
    let nodes: [Node]
    let entries: [Entry]

    init(_ assessment: CompletedAssessment) {
        let specification = assessment.specification
        let groups = specification.peerGroups.isEmpty ? [PeerGroup.everyone] : specification.peerGroups
        self.assessment = specification.id
        kind = specification.kind.rawValue
        title = specification.title
        basis = specification.basis
        notice = specification.notice
        period = specification.period.description
        periods = assessment.ledger.panel.periods.map(\.description)
        units = assessment.ledger.panel.units.enumerated().map { index, unit in
            Unit(
                code: unit.code, name: unit.name, level: unit.level,
                group: groups[assessment.peerGroupOfUnit[index]].id)
        }
        nodes = LedgerDocument.nodes(specification.framework, parent: nil, assessment.catalogue)
        entries = assessment.ledger.entries.map { LedgerDocument.entry($0, assessment) }
    }

    /// The bytes of a ledger, from which its digest is taken.
    ///
    /// - Throws: where a number cannot be written, which a ledger never holds.
    public static func encode(_ assessment: CompletedAssessment) throws -> [UInt8] {
        try JSON.encode(LedgerDocument(assessment))
    }

    private static func nodes(_ node: FrameworkNode, parent: String?, _ catalogue: Catalogue) -> [Node] {
        let description = node.measure.flatMap { catalogue.indicators[$0.indicator]?.description }
        var (weight, bonus): (Double?, Double?) = (nil, nil)
        switch node.role {
        case .weighted(let given): weight = given
        case .bonus(let points): bonus = points
        }
        let own = Node(
            id: node.id, name: node.name, parent: parent, indicator: description?.id,
            direction: description?.direction.rawValue, unitOfMeasure: description?.unitOfMeasure.symbol,
            weight: weight, bonus: bonus)
        return [own] + node.children.flatMap { nodes($0, parent: node.id, catalogue) }
    }

    private static func entry(_ entry: Ledger.Entry, _ assessment: CompletedAssessment) -> Entry {
        let column = entry.column
        var reasons: [String: String] = [:]
        for (row, reason) in column.reasons.enumerated() {
            if let reason { reasons[String(row)] = reason.rawValue }
        }
        return Entry(
            node: entry.node, step: entry.step.rawValue, values: column.values.map { $0.isNaN ? nil : $0 },
            states: column.states.map(\.rawValue), reasons: reasons,
            notes: Dictionary(uniqueKeysWithValues: column.notes.map { (String($0.key), $0.value) }),
            measuredShares: entry.measuredShares.isEmpty ? nil : entry.measuredShares.map { $0.isNaN ? nil : $0 },
            detail: LedgerDetailDocument(entry, assessment))
    }
}
