internal import AssessmentCore

/// The data that measured values rest on, to find the values that say the same as a blank one: that of the same indicator
/// at another node, or a growth beside the value of the year before.
struct ValueEvidence {
    /// A value: its node and row.
    struct Place: Hashable {
        let node: String
        let row: Int
    }

    private var data: [Place: Set<IndicatorMeasurement.Reference>] = [:]
    private var readers: [IndicatorMeasurement.Reference: [Place]] = [:]

    /// What every measured value of an assessment rests on.
    init(_ assessment: CompletedAssessment) {
        for leaf in assessment.root.indicators {
            guard let entry = assessment.ledger.entry(of: leaf.id, .measure),
                case .measured(_, let evidence) = entry.detail
            else { continue }
            for row in assessment.ledger.panel.rows where entry.column[row] != nil {
                let place = Place(node: leaf.id, row: row)
                let references = Set(evidence.references(row: row, panel: assessment.ledger.panel))
                data[place] = references
                for reference in references { readers[reference, default: []].append(place) }
            }
        }
    }

    /// The values that rest on all the data that a value rests on, in the order of nodes and rows; none where it rests on
    /// nothing that is known.
    func restingOnAll(behind node: String, row: Int) -> [Place] {
        let own = Place(node: node, row: row)
        guard let references = data[own], let first = references.min(by: { reading($0) < reading($1) }) else {
            return []
        }
        return readers[first, default: []].filter { $0 != own && references.isSubset(of: data[$0] ?? []) }
    }

    /// The values that rest on the data of a value as well, where no part of it is that value's alone; none where one is,
    /// or where nothing is known of what it rests on.
    func sharingAll(with node: String, row: Int) -> Set<Place> {
        let own = Place(node: node, row: row)
        guard let references = data[own], references.allSatisfy({ reading($0) > 1 }) else { return [] }
        return Set(references.flatMap { readers[$0, default: []] }).subtracting([own])
    }

    /// Whether two values rest on the same data.
    func restOnSame(_ node: String, _ other: String, row: Int) -> Bool {
        data[Place(node: node, row: row)] == data[Place(node: other, row: row)]
    }

    private func reading(_ reference: IndicatorMeasurement.Reference) -> Int { readers[reference]?.count ?? 0 }
}
