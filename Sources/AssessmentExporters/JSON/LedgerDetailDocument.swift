public import AssessmentCore

/// How the results of a step came about, as it stands in result.json.
public struct LedgerDetailDocument: Codable, Sendable {
    /// The indicator that was measured.
    public var indicator: String?
    /// The formula, where the step has one.
    public var formula: String?
    /// What each row rests on.
    public var evidence: [String: Evidence]?
    /// The method.
    public var method: String?
    /// The inputs of the formula that are known before the run.
    public var inputs: [String: Input]?
    /// The reference set.
    public var reference: String?
    /// What the rule on missing values did, by row.
    public var actions: [String: String]?
    /// What is to be said about the column as a whole.
    public var remarks: [BilingualText]?
    /// The nodes that the formula reads.
    public var nodes: [String]?
    /// The share of indicators that each row has.
    public var unitShares: [Double]?
    /// The share of units that the indicator has, by row.
    public var indicatorShares: [Double]?
    /// The bands of the light.
    public var light: [LightBand]?
    /// The weighting.
    public var weighting: String?
    /// The weights of each set of rows, where they differ by set, and the set of each row.
    public var weightSets: [[Double]]?
    /// The set of weights of each row.
    public var setOfRow: [Int]?
    /// What the weighting says of its weights.
    public var weightRemarks: [BilingualText]?
    /// The children.
    public var children: [String]?
    /// The weights of the children.
    public var weights: [Double]?
    /// The points of the node.
    public var nodePoints: Double?
    /// The number of decimals.
    public var decimals: Int?
    /// How close scores are that share a rank.
    public var tolerance: Double?
    /// The number of ranked units of the peer group, by row.
    public var groupSizes: [Int]?
    /// The grades.
    public var bands: [Grade]?
    /// The nodes whose scores tell apart units that are tied.
    public var tieBreaks: [String]?
    /// The adjustment that decisions were applied for.
    public var adjustment: String?
    /// The decisions that were applied to scores, by row, in their order.
    public var applied: [String: [Applied]]?
    /// The positions of the decisions on grades, by row.
    public var decisions: [String: [Int]]?
    /// How the places of grades were used.
    public var places: [Places]?

    init(_ entry: Ledger.Entry, _ assessment: CompletedAssessment) {
        switch entry.detail {
        case .measured(let indicator, let evidence):
            self.indicator = indicator
            if case .formula(let formula) = evidence { self.formula = formula.text }
            self.evidence = LedgerDetailDocument.evidence(entry, evidence, assessment)
        case .screened(_, let unitShares, let indicatorShares):
            self.unitShares = unitShares
            self.indicatorShares = indicatorShares
        case .aimed: break
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
        case .ranked(let tolerance, let groupSizes, let tieBreaks):
            self.tolerance = tolerance
            self.groupSizes = groupSizes
            if !tieBreaks.isEmpty { self.tieBreaks = tieBreaks }
        case .adjusted(let adjustment, let applied):
            self.adjustment = adjustment.id
            self.applied = Dictionary(
                uniqueKeysWithValues: applied.map { row, decisions in
                    (String(row), decisions.map(Applied.init))
                })
        case .graded(let bands): describe(bands)
        case .vetoed(let adjustment, let bands, let decisions):
            self.adjustment = adjustment.id
            self.decisions = Dictionary(uniqueKeysWithValues: decisions.map { (String($0.key), $0.value) })
            describe(bands)
        case .limited(let bands, let uses):
            describe(bands)
            let groups = assessment.specification.rankedGroups
            let periods = assessment.ledger.panel.periods
            places = uses.map { use in
                Places(
                    grade: use.band, group: groups[use.group].id, period: periods[use.period].description,
                    units: use.units, places: use.places, candidates: use.candidates)
            }
        }
    }

    private mutating func describe(_ bands: [GradeBand]) {
        self.bands = bands.map { Grade(atLeast: $0.atLeast, name: $0.name) }
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
                case .registerEntry, .cell: return []
                }
                return positions.map { position in
                    let observation = assessment.data.observations[position]
                    let origin = observation.origin
                    return Observation(
                        variable: id, unit: observation.unit, period: observation.period.description, file: origin.file,
                        row: origin.row, column: origin.column, source: origin.source, sheet: origin.sheet,
                        cell: origin.cell)
                }
            }
            let entries = references.compactMap { reference -> RegisterEntry? in
                guard case .registerEntry(let register, let position) = reference,
                    let entries = assessment.data.registers[register], entries.indices.contains(position)
                else { return nil }
                let origin = entries[position].origin
                return RegisterEntry(
                    register: register, name: entries[position].name, file: origin.file, row: origin.row,
                    sheet: origin.sheet, cell: origin.cell)
            }
            let cells = references.compactMap { reference -> Cell? in
                guard case .cell(let cell) = reference else { return nil }
                let origin = cell.origin
                return Cell(
                    file: origin.file, row: origin.row, column: origin.column, sheet: origin.sheet, cell: origin.cell)
            }
            if !observations.isEmpty || !entries.isEmpty || !cells.isEmpty {
                rows[String(row)] = Evidence(
                    observations: observations, registerEntries: entries, cells: cells.isEmpty ? nil : cells)
            }
        }
        return rows
    }
}
