internal import AssessmentCore

/// What the checks found of a unit in the assessed period, by indicator.
struct UnitFlags: Sendable {
    /// A finding with a case of the unit.
    struct Flag: Sendable {
        let finding: CheckFinding
        let found: CheckFinding.Case
    }

    private let flags: [String: [Flag]]

    init(_ figures: Figures, unit: AssessedUnit) {
        let assessment = figures.assessment
        let own = assessment.findings.filter { $0.period == nil || $0.period == assessment.specification.period }
            .flatMap { finding in finding.cases(of: unit.code).map { Flag(finding: finding, found: $0) } }
        guard !own.isEmpty else {
            flags = [:]
            return
        }
        var flags: [String: [Flag]] = [:]
        for node in figures.indicators {
            guard let description = node.measure.flatMap({ assessment.catalogue.indicators[$0.indicator]?.description })
            else { continue }
            let (variables, registers) = (
                Set(description.variables.map(\.id)), Set(description.registers.map(\.id))
            )
            let mine = own.filter { flag in
                flag.finding.node.map { $0 == node.id }
                    ?? (flag.finding.variables.contains(where: variables.contains)
                        || flag.finding.register.map(registers.contains) ?? false)
            }
            if !mine.isEmpty { flags[node.id] = mine }
        }
        self.flags = flags
    }

    /// What was found of the data behind an indicator.
    subscript(node: FrameworkNode) -> [Flag] { flags[node.id] ?? [] }

    /// What was found of the data behind an indicator, as a list; nothing where nothing was.
    func list(_ node: String, _ rendering: Rendering) -> Markup {
        guard let flags = flags[node] else { return .empty }
        return Tag.p(.style(.workingsTitle)) { rendering(Wording.flagged) }
            + Tag.ul {
                for flag in flags {
                    Tag.li {
                        Tag.strong { rendering(flag.finding.severity.name) + rendering(Wording.colon) }
                        rendering(flag.finding.headline) + rendering(Wording.semicolon)
                        rendering(flag.found.text)
                    }
                }
            }
    }
}
