internal import AssessmentCore

/// How the results of a step came about, as it stands in result.json.
struct LedgerDetailDocument: Encodable {
    struct Observation: Encodable {
        let variable: String
        let unit: String
        let period: String
        let file: String
        let row: Int
        let column: String
        let source: String
    }

    struct RegisterEntry: Encodable {
        let register: String
        let name: String
        let file: String
        let row: Int
    }

    /// What the values of a row rest on.
    struct Evidence: Encodable {
        let observations: [Observation]
        let registerEntries: [RegisterEntry]
    }

    struct Grade: Encodable {
        let atLeast: Double
        let name: BilingualText
    }

    /// An input of a formula: one number, or one a row.
    enum Input: Encodable {
        case number(Double)
        case column([Double?])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .column(let numbers): try container.encode(numbers)
            }
        }
    }

    var indicator: String?
    var formula: String?
    var evidence: [String: Evidence]?
    var method: String?
    var inputs: [String: Input]?
    var reference: String?
    var actions: [String: String]?
    var weighting: String?
    var children: [String]?
    var weights: [Double]?
    var nodePoints: Double?
    var decimals: Int?
    var tolerance: Double?
    var groupSizes: [Int]?
    var bands: [Grade]?

    init(_ entry: Ledger.Entry, _ assessment: CompletedAssessment) {
        switch entry.detail {
        case .measured(let indicator, let evidence):
            self.indicator = indicator
            if case .formula(let formula) = evidence { self.formula = formula.text }
            self.evidence = LedgerDetailDocument.evidence(entry, evidence, assessment)
        case .evaluated(let method, _, let form):
            self.method = method
            formula = form?.formula.text
            inputs = form?.inputs.compactMapValues { input in
                switch input {
                case .number(let number): .number(number)
                case .column(let numbers): .column(numbers.map { $0.isNaN ? nil : $0 })
                case .live: nil
                }
            }
            reference = form?.references?.scope.rawValue
        case .resolved(let actions):
            self.actions = Dictionary(uniqueKeysWithValues: actions.map { (String($0.key), $0.value.rawValue) })
        case .aggregated(let method, let weighting, let children, let weights):
            self.method = method
            formula = assessment.catalogue.aggregations[method]?.formula.text
            self.weighting = weighting
            self.children = children
            self.weights = weights
        case .raised(let children, let points, let nodePoints):
            self.children = children
            weights = points
            self.nodePoints = nodePoints
        case .rounded(let decimals): self.decimals = decimals
        case .ranked(let tolerance, let groupSizes):
            self.tolerance = tolerance
            self.groupSizes = groupSizes
        case .graded(let bands):
            self.bands = bands.map { Grade(atLeast: $0.atLeast, name: $0.name) }
        }
    }

    private static func evidence(
        _ entry: Ledger.Entry, _ evidence: IndicatorMeasurement.Evidence, _ assessment: CompletedAssessment
    ) -> [String: Evidence] {
        var rows: [String: Evidence] = [:]
        for row in entry.column.states.indices {
            let references = evidence.references(row: row, panel: assessment.ledger.panel)
            let observations = references.flatMap { reference -> [Observation] in
                guard case .variable(let id, let source) = reference else { return [] }
                let positions = assessment.data.variables[id]?.observations[source] ?? []
                return positions.map { position in
                    let observation = assessment.data.observations[position]
                    let origin = observation.origin
                    return Observation(
                        variable: id, unit: observation.unit, period: observation.period.description, file: origin.file,
                        row: origin.row, column: origin.column, source: origin.source)
                }
            }
            let entries = references.compactMap { reference -> RegisterEntry? in
                guard case .registerEntry(let register, let position) = reference,
                    let entries = assessment.data.registers[register], entries.indices.contains(position)
                else { return nil }
                let origin = entries[position].origin
                return RegisterEntry(
                    register: register, name: entries[position].name, file: origin.file, row: origin.row)
            }
            if !observations.isEmpty || !entries.isEmpty {
                rows[String(row)] = Evidence(observations: observations, registerEntries: entries)
            }
        }
        return rows
    }
}
