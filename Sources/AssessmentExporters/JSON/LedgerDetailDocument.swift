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

    struct LightBand: Encodable {
        let colour: String
        let atLeast: Double?
        let above: Double?
        let atMost: Double?
        let below: Double?

        init(_ band: Light.Band) {
            colour = band.colour.rawValue
            var (atLeast, above, atMost, below): (Double?, Double?, Double?, Double?)
            switch band.bound {
            case .atLeast(let bound): atLeast = bound
            case .above(let bound): above = bound
            case .atMost(let bound): atMost = bound
            case .below(let bound): below = bound
            case nil: break
            }
            (self.atLeast, self.above, self.atMost, self.below) = (atLeast, above, atMost, below)
        }
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
    var remarks: [BilingualText]?
    var nodes: [String]?
    var unitShares: [Double]?
    var indicatorShares: [Double]?
    var light: [LightBand]?
    var weighting: String?
    /// The weights of each set of rows, where they differ by set, and the set of each row.
    var weightSets: [[Double]]?
    var setOfRow: [Int]?
    var weightRemarks: [BilingualText]?
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
        case .screened(_, let unitShares, let indicatorShares):
            self.unitShares = unitShares
            self.indicatorShares = indicatorShares
        case .applied(let method, _, let form, let remarks):
            self.method = method
            if let form { describe(form) }
            if !remarks.isEmpty { self.remarks = remarks }
        case .computed(let form, let nodes, let weights):
            describe(form)
            self.nodes = nodes
            describe(weights)
        case .resolved(let actions):
            self.actions = Dictionary(uniqueKeysWithValues: actions.map { (String($0.key), $0.value.rawValue) })
        case .aggregated(let aggregated):
            method = aggregated.method
            if let form = aggregated.closedForm { describe(form) }
            weighting = aggregated.weighting
            children = aggregated.children
            describe(aggregated.weights)
        case .lit(let light): self.light = light.bands.map(LightBand.init)
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

    private mutating func describe(_ form: ClosedForm) {
        formula = form.formula.text
        let bound = form.inputs.compactMapValues { input -> Input? in
            switch input {
            case .number(let number): .number(number)
            case .column(let numbers): .column(numbers.map { $0.isNaN ? nil : $0 })
            case .live: nil
            }
        }
        inputs = bound.isEmpty ? nil : bound
        reference = form.formula.takesStatistics ? form.references?.scope.text : nil
    }

    private mutating func describe(_ table: Ledger.WeightTable) {
        if table.sets.count == 1 {
            weights = table.sets[0].weights
        } else {
            weightSets = table.sets.map(\.weights)
            setOfRow = table.setOfRow
        }
        let said = table.sets.flatMap { $0.remarks + $0.warnings }
        if !said.isEmpty { weightRemarks = said }
    }

    private static func evidence(
        _ entry: Ledger.Entry, _ evidence: IndicatorMeasurement.Evidence, _ assessment: CompletedAssessment
    ) -> [String: Evidence] {
        var rows: [String: Evidence] = [:]
        for row in entry.column.states.indices {
            let references = evidence.references(row: row, panel: assessment.ledger.panel)
            let observations = references.flatMap { reference -> [Observation] in
                let (id, positions): (String, [Int])
                switch reference {
                case .variable(let name, let source):
                    (id, positions) = (name, assessment.data.variables[name]?.observations[source] ?? [])
                case .part(let name, let source):
                    (id, positions) = (name, assessment.data.parts?.variables[name]?.observations[source] ?? [])
                case .registerEntry: return []
                }
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
