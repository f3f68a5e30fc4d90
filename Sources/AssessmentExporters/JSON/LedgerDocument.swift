public import AssessmentCore

/// The ledger as it stands in result.json.
public struct LedgerDocument: Codable, Sendable {
    /// An assessed unit.
    public struct Unit: Codable, Sendable, Hashable {
        /// Its code.
        public let code: String
        /// Its name.
        public let name: BilingualText
        /// Its level.
        public let level: String
        /// The id of its peer group.
        public let group: String
    }

    /// A node of the framework, the root first and each before its children.
    public struct Node: Codable, Sendable, Hashable {
        /// Its id.
        public let id: String
        /// Its name.
        public let name: BilingualText
        /// The id of the node above; nothing for the root.
        public let parent: String?
        /// The id of the indicator that it measures.
        public let indicator: String?
        /// Whether more of the indicator is better.
        public let direction: String?
        /// What the indicator is measured in.
        public let unitOfMeasure: BilingualText?
        /// The weight that it was given.
        public let weight: Double?
        /// The points that it adds as a bonus.
        public let bonus: Double?
    }

    /// A decision that adjusts a score or a grade.
    public struct Decision: Codable, Sendable, Hashable {
        /// The id of the adjustment.
        public let adjustment: String
        /// The code of the unit.
        public let unit: String
        /// The id of the node.
        public let node: String
        /// The period.
        public let period: String
        /// The points, coefficient or score; nothing for a veto.
        public let value: Double?
        /// Why.
        public let reason: String
        /// What it rests on.
        public let authority: String
        /// Where the evidence is found.
        public let evidence: String
        /// The day of the decision.
        public let date: String
        /// Who decided.
        public let decidedBy: String
        /// The file that it was read from.
        public let file: String
        /// The row of the file.
        public let row: Int

        init(_ decision: AdjustmentDecision) {
            adjustment = decision.adjustment
            unit = decision.unit
            node = decision.node
            period = decision.period.description
            value = decision.value
            reason = decision.reason
            authority = decision.authority
            evidence = decision.evidence
            date = decision.date.description
            decidedBy = decision.decidedBy
            file = decision.origin.file
            row = decision.origin.row
        }
    }

    /// A table: the result of one step at one node.
    public struct Entry: Codable, Sendable {
        /// The id of the node.
        public let node: String
        /// The word for the step.
        public let step: String
        /// One a row; null where there is no number.
        public let values: [Double?]
        /// The state of each row.
        public let states: [String]
        /// The reasons, by row.
        public let reasons: [String: String]
        /// What more is to be said about single cells, by row.
        public let notes: [String: BilingualText]
        /// The share of weight that rests on measured values, one a row; nothing for steps that give no score.
        public let measuredShares: [Double?]?
        /// How the results came about.
        public let detail: LedgerDetailDocument
    }

    /// The id of the assessment.
    public let assessment: String
    /// Which instrument it is.
    public let kind: String
    /// Its title.
    public let title: BilingualText
    /// The document that it is based on.
    public let basis: String
    /// What every page must say of it.
    public let notice: BilingualText?
    /// The assessed period.
    public let period: String
    /// The periods; rows run through the units of the first period, then of the next.
    public let periods: [String]
    /// The assessed units.
    public let units: [Unit]
    /// The nodes of the framework.
    public let nodes: [Node]
    /// The decisions on scores and grades; left out where there are none.
    public let decisions: [Decision]?
    /// How far the tasks have come; left out where there are none.
    public let tasks: TaskReportDocument?
    /// What the checks found in the collected data; left out where they found nothing.
    public let checks: [CheckFindingDocument]?
    /// How firm the result is; left out where that was not asked.
    public let robustness: RobustnessDocument?
    /// The tables, in the order in which they came about.
    public let entries: [Entry]

    init(_ assessment: CompletedAssessment) {
        let specification = assessment.specification
        let groups = specification.rankedGroups
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
        let decided = assessment.data.decisions.map(Decision.init)
        decisions = decided.isEmpty ? nil : decided
        tasks = assessment.tasks.map { TaskReportDocument($0, assessment.data.progress) }
        let found = assessment.findings.map(CheckFindingDocument.init)
        checks = found.isEmpty ? nil : found
        robustness = assessment.robustness.map { RobustnessDocument($0, grades: assessment.gradeNames) }
        entries = assessment.ledger.entries.map { LedgerDocument.entry($0, assessment) }
    }

    /// The bytes of a ledger, from which its digest is taken.
    ///
    /// - Throws: where a number cannot be written, which a ledger never holds.
    public static func encode(_ assessment: CompletedAssessment) throws -> [UInt8] {
        try JSONWriter.bytes(of: LedgerDocument(assessment))
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
